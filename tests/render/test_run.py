"""Whole runs: scenes side by side in processes, with all that can go wrong."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from mnemo_anim.cli import main
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.probe import probe
from mnemo_anim.render.progress import Display, LineDisplay
from mnemo_anim.render.quality import DRAFT
from mnemo_anim.render.run import Report, render_lecture
from mnemo_anim.timeline import Timeline
from tests.tiny_studio import TINY, Studio

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def project_stays_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the project while the tests run make a film out of date."""
    monkeypatch.setattr("mnemo_anim.render.plan.shared_digest", lambda: "the same")


def quietly(jobs: Sequence[SceneJob]) -> Display:
    return LineDisplay(Console(file=StringIO()), jobs)


def run(studio: Studio, *names: str) -> Report:
    return render_lecture(studio.plan(), names, 2, quietly)


def states(report: Report) -> list[str]:
    return [outcome.state for outcome in report.outcomes]


def written(studio: Studio) -> dict[str, int]:
    """Return the files of the films, each with the time of its last change."""
    folder = studio.folder / TINY.name
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_run_makes_films_timelines_and_one_film_of_all(studio: Studio) -> None:
    report = run(studio)
    assert states(report) == ["rendered", "rendered"]
    plan = studio.plan()
    films = [job.film for job in plan.jobs]
    assert [probe(film).faults() for film in [*films, plan.film]] == [[], [], []]
    timelines = [Timeline.from_json(job.timeline.read_text()) for job in plan.jobs]
    assert [probe(film).frames for film in films] == [timeline.frames for timeline in timelines]
    joined = FilmTimeline.from_json(plan.timeline.read_text())
    assert joined.scenes == tuple(timelines)
    assert probe(plan.film).frames == joined.frames
    assert report.film == plan.film


def test_what_is_up_to_date_is_left_alone(studio: Studio) -> None:
    run(studio)
    before = written(studio)
    assert states(run(studio)) == ["reused", "reused"]
    assert written(studio) == before
    studio.write_scene("two", also="self.wait(0.1)")
    assert states(run(studio)) == ["reused", "rendered"]
    after = written(studio)
    assert after["01-one.mp4"] == before["01-one.mp4"]
    assert after["short.mp4"] > before["short.mp4"]


def test_a_failing_scene_stops_no_other(studio: Studio) -> None:
    studio.write_scene("one", also="raise ValueError('the hill is too steep')")
    report = run(studio)
    assert states(report) == ["failed", "rendered"]
    failure = report.outcomes[0]
    assert failure.message == "ValueError: the hill is too steep"
    assert "Traceback" in failure.job.log.read_text()
    assert report.failed
    assert report.film is None
    assert set(written(studio)) == {
        "01-one.log",
        "02-two.mp4",
        "02-two.json",
        "02-two.manifest.json",
    }


def test_a_scene_that_fails_keeps_its_last_film(studio: Studio) -> None:
    run(studio)
    before = written(studio)
    studio.write_scene("one", also="raise ValueError")
    assert states(run(studio)) == ["failed", "reused"]
    studio.write_scene("one")
    assert states(run(studio)) == ["reused", "reused"]
    assert written(studio)["01-one.mp4"] == before["01-one.mp4"]


def test_a_process_that_is_killed_takes_no_other_along(studio: Studio) -> None:
    studio.write_scene(
        "one",
        also="if not self.renderer.skip_animations: import os; os.kill(os.getpid(), 9)",
    )
    report = run(studio)
    assert states(report) == ["failed", "rendered"]
    assert "SIGKILL" in report.outcomes[0].message
    assert not [name for name in written(studio) if name.startswith("01-one.m")]


def test_named_scenes_alone_are_rendered_and_not_joined(studio: Studio) -> None:
    report = run(studio, "Two")
    assert [outcome.job.entry.section for outcome in report.outcomes] == ["two"]
    assert report.film is None
    assert not studio.plan().film.exists()


def test_a_scene_gives_the_same_film_every_time(studio: Studio) -> None:
    film = studio.plan().jobs[0].film
    run(studio, "One")
    before = film.read_bytes()
    film.unlink()
    run(studio, "One")
    assert film.read_bytes() == before


def command(studio: Studio, *words: str) -> list[str]:
    return [sys.executable, "-m", "mnemo_anim", *words, *studio.options]


def environment(studio: Studio) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(studio.scenes.parent)}


def listen_to_interrupts() -> None:
    """Undo what a shell does to a job in the background, whose children take no Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_leaves_only_whole_films(
    studio: Studio, tmp_path: Path, blow: signal.Signals
) -> None:
    started = tmp_path / "started"
    studio.write_scene(
        "one",
        also=f"if not self.renderer.skip_animations: open({str(started)!r}, 'a').write('x'); "
        "import time; time.sleep(0.1); self.wait(60)",
    )
    process = subprocess.Popen(
        command(studio, "render", "One", "-q", "draft"),
        env=environment(studio),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        preexec_fn=listen_to_interrupts,  # noqa: PLW1509  # no threads here
    )
    deadline = time.monotonic() + 60
    while not started.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert started.exists()
    process.send_signal(blow)
    _, errors = process.communicate(timeout=30)
    left = {path.name for path in (studio.folder / "draft").iterdir()}
    assert not left & {"01-one.mp4", "01-one.json", "01-one.manifest.json", "short.mp4"}
    if blow is signal.SIGINT:
        assert process.returncode == 130
        assert errors == "mnemo: stopped\n"
        assert not left


def test_the_table_and_the_exit_code_tell_how_a_run_ended(studio: Studio) -> None:
    studio.write_scene("one", also="raise ValueError('too steep')")
    ended = subprocess.run(
        command(studio, "render", "-q", "draft"),
        env=environment(studio),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    rows = [line.split() for line in ended.stdout.splitlines()]
    assert next(row[:2] for row in rows if row[:2] == ["One", "failed"])
    assert next(row[:2] for row in rows if row[:2] == ["Two", "rendered"])
    assert "One: ValueError: too steep" in ended.stdout
    assert "No scene yet, so not in the film: three" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr


def test_a_still_is_the_frame_of_the_film(studio: Studio) -> None:
    assert main(["render", "One", "-q", "draft", *studio.options]) == 0
    job = studio.plan(DRAFT).jobs[0]
    second = Timeline.from_json(job.timeline.read_text()).beat("second")
    with av.open(str(job.film)) as film:
        lumas = [frame.to_ndarray()[: DRAFT.height] for frame in film.decode(video=0)]
    last = second.end - 1
    for at, number in (("0", second.start), ("0.2", second.start + 5), ("1", last)):
        words = ["still", "One", "second", "--at", at, "-q", "draft", *studio.options]
        assert main(words) == 0
        picture = np.asarray(Image.open(studio.folder / "stills" / f"01-one-second-{at}.png"))
        luma = 16 + 219 / 255 * (picture @ np.array([0.2126, 0.7152, 0.0722]))
        distances = [np.abs(luma - frame).mean() for frame in lumas]
        assert distances[number] == min(distances)
        assert distances[number] < 0.5
