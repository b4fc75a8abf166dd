"""Progress tells the time left, for each scene and in all."""

from io import StringIO

import pytest
from rich.console import Console

from mnemo_anim.render import progress
from mnemo_anim.render.outcome import Outcome
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.progress import BarDisplay, LineDisplay, Tally, display_for, time_left
from tests.tiny_studio import Studio


@pytest.fixture
def jobs(studio: Studio) -> tuple[SceneJob, ...]:
    return studio.plan().jobs


@pytest.mark.parametrize(
    ("done", "elapsed", "words"), [(0, 5, "?"), (50, 10, "10 s"), (10, 10, "1 min 30 s")]
)
def test_the_time_left_follows_the_pace(done: int, elapsed: float, words: str) -> None:
    assert time_left(done, 100, elapsed) == words


def test_the_tally_counts_what_is_known_of_all_scenes(jobs: tuple[SceneJob, ...]) -> None:
    tally = Tally(jobs)
    assert (tally.done, tally.total) == (0, 0)
    tally.count(jobs[0], 30, 60)
    assert (tally.done, tally.total) == (30, 60)
    tally.count(jobs[1], 0, 50)
    tally.count(jobs[0], 40, 60)
    assert (tally.done, tally.total) == (40, 110)
    tally.drop(jobs[1])
    assert (tally.done, tally.total) == (40, 60)


def test_lines_come_now_and_then(
    jobs: tuple[SceneJob, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(progress, "monotonic", lambda: now)
    out = StringIO()
    with LineDisplay(Console(file=out, width=200), jobs[:1]) as display:
        for second in range(25):
            now = float(second)
            display.advance(jobs[0], 4 * second, 100)
        display.end(Outcome(jobs[0], "rendered", 100, 100, 25.0))
    assert out.getvalue().splitlines() == [
        "One: 40 of 100 frames; in all 40 of 100, 15 s left",
        "One: 80 of 100 frames; in all 80 of 100, 5 s left",
        "One: rendered, 100 frames",
    ]


def test_a_line_tells_which_scene_failed(jobs: tuple[SceneJob, ...]) -> None:
    out = StringIO()
    with LineDisplay(Console(file=out, width=200), jobs) as display:
        display.end(Outcome(jobs[1], "failed", why="too steep"))
        display.advance(jobs[0], 0, 100)
    assert out.getvalue().splitlines() == ["Two: failed"]


def test_bars_show_each_scene_and_all(jobs: tuple[SceneJob, ...]) -> None:
    out = StringIO()
    console = Console(file=out, force_terminal=True, width=100)
    with BarDisplay(console, jobs) as display:
        display.advance(jobs[0], 30, 60)
        display.end(Outcome(jobs[1], "failed"))
    shown = out.getvalue()
    assert "in all" in shown
    assert "One" in shown
    assert "30/60" in shown


def test_the_display_suits_the_console(jobs: tuple[SceneJob, ...]) -> None:
    assert isinstance(display_for(Console(file=StringIO()), jobs), LineDisplay)
    assert isinstance(display_for(Console(force_terminal=True), jobs), BarDisplay)
