"""However a run ends, only whole films are left, nobody draws on, and the next run goes on."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import DRAFT
from mnemo_anim.timeline import Timeline
from tests.render.commands import Command, run, started
from tests.render.making import here, make_planned, pictures, visible
from tests.render.processes import wait_until, workers_of
from tests.tiny_studio import Studio, make_studio

pytestmark = pytest.mark.slow

SLOWLY = """for _ in range(3):
                    if not self.renderer.skip_animations:
                        __import__("time").sleep({seconds})
                    self.wait(1.2)
"""
"""What makes drawing a beat last a while; the frames are the same however long."""

ONE_FILM = [
    {f"{name}.{kind}" for kind in ("mp4", "json", "manifest.json")} for name in ("01-one", "02-two")
]

RENDER = ("render", "-q", "draft", "-j", "2")


def write_slow_scenes(studio: Studio, seconds: float) -> None:
    for section in ("one", "two"):
        studio.write_scene(section, also=SLOWLY.format(seconds=seconds))


def segments(studio: Studio) -> set[Path]:
    return set((studio.folder / "draft").glob(".segments/*/*.mp4"))


def films(studio: Studio) -> set[str]:
    """Return what can be seen in the folder of films, logs apart."""
    folder = studio.folder / "draft"
    return visible(folder) if folder.exists() else set()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Give the pictures of each film, made by a run that nothing happens to."""
    place = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(place)
        studio = make_studio(place)
        write_slow_scenes(studio, 0.0)
        assert not make_planned(studio.plan(DRAFT), hire=here).failed
        return found(studio)


def found(studio: Studio) -> dict[str, list[str]]:
    """Return the pictures of each film that is there."""
    plan = studio.plan(DRAFT)
    return {path.name: pictures(path) for path in (*(job.film for job in plan.jobs), plan.film)}


def told(studio: Studio) -> dict[str, list[str]]:
    """Return the row of the table for each scene when a run goes on to its end."""
    command = run(studio, *RENDER)
    assert (command.process.returncode, command.err) == (0, "")
    rows = [line.split() for line in command.out.splitlines()]
    return {row[0]: row for row in rows if row[1:2] in (["rendered"], ["reused"])}


# ---- one blow ------------------------------------------------------------------------------------


def strike(command: Command, blow: str) -> None:
    if blow == "Ctrl-C":
        command.press_ctrl_c()
    elif blow == "Ctrl-C for the parent alone":
        command.process.send_signal(signal.SIGINT)
    elif blow == "SIGTERM":
        command.process.send_signal(signal.SIGTERM)
    elif blow == "SIGTERM for all":
        os.killpg(command.process.pid, signal.SIGTERM)
    else:
        command.process.kill()


@pytest.mark.parametrize(
    ("blow", "code"),
    [
        ("Ctrl-C", 130),
        ("Ctrl-C for the parent alone", 130),
        ("SIGTERM", 143),
        ("SIGTERM for all", 143),
        ("SIGKILL", -9),
    ],
)
def test_a_run_that_is_stopped_leaves_whole_segments_and_is_gone_on_with(
    studio: Studio, good: dict[str, list[str]], blow: str, code: int
) -> None:
    write_slow_scenes(studio, 0.5)
    with started(studio, *RENDER) as command:
        wait_until(lambda: len(segments(studio)) >= 2)
        strike(command, blow)
        assert command.wait(20) == code
        assert command.leaves_nobody()
    if blow != "SIGKILL":
        assert command.err == "mnemo: stopped\n"
        assert not list(studio.folder.rglob("*.part*"))
    assert films(studio) in (set(), *ONE_FILM)
    kept = segments(studio)
    times = {path: path.stat().st_mtime_ns for path in kept}
    rows = told(studio)
    assert rows["One"][1] == rows["Two"][1] == "rendered"
    assert any(int(rows[name][2]) < int(rows[name][3]) for name in rows)
    assert {path: path.stat().st_mtime_ns for path in kept} == times
    assert found(studio) == good


@pytest.mark.parametrize("blow", ["Ctrl-C", "SIGTERM for all"])
@pytest.mark.parametrize("name", ["render", "clips", "review"])
def test_workers_that_have_just_begun_are_stopped_without_a_word(
    studio: Studio, name: str, blow: str
) -> None:
    """They are importing then, and what interrupts an import is seen by nobody but the user."""
    if name != "render":
        assert run(studio, *RENDER).process.returncode == 0
    with started(studio, name, "-q", "draft", "-j", "2") as command:
        wait_until(lambda: len(workers_of(command.process.pid)) == 2)
        strike(command, blow)
        command.wait(20)
        assert command.leaves_nobody()
    assert command.err == "mnemo: stopped\n"


def test_a_scene_that_hangs_can_be_stopped(studio: Studio) -> None:
    mark = studio.folder.parent / "mark"
    studio.write_scene(
        "one", also=f"open({str(mark)!r}, 'w').close()\n                while True: 0"
    )
    with started(studio, *RENDER) as command:
        wait_until(mark.exists)
        command.press_ctrl_c()
        assert command.wait(20) == 130
        assert command.leaves_nobody()


# ---- many blows ----------------------------------------------------------------------------------


def check_what_can_be_seen(jobs: tuple[SceneJob, ...], film: Path, good: dict[str, int]) -> None:
    """Check that each film is whole: it can be decoded, and has as many frames as it should."""
    for path in (*(job.film for job in jobs), film):
        if path.exists():
            assert len(pictures(path)) == good[path.name], path
            timeline = path.with_suffix(".json")
            assert timeline.exists()
            if path != film:
                assert Timeline.from_json(timeline.read_text()).frames == good[path.name]


def test_killed_at_twenty_moments_a_run_leaves_no_damaged_film_and_ends_with_the_right_one(
    studio: Studio, good: dict[str, list[str]]
) -> None:
    write_slow_scenes(studio, 0.2)
    lengths = {name: len(frames) for name, frames in good.items()}
    plan = studio.plan(DRAFT)
    chance = random.Random(20)
    for turn in range(20):
        with started(studio, *RENDER) as command:
            time.sleep(chance.uniform(0.3, 5.0))
            ended = command.process.poll() is not None
            command.kill_all()
            command.wait()
        check_what_can_be_seen(plan.jobs, plan.film, lengths)
        if ended or turn % 7 == 6:  # let the last moments have their turn as well
            plan.film.unlink(missing_ok=True)
            plan.jobs[turn % 2].film.unlink(missing_ok=True)
            for path in list(segments(studio))[turn % 2 :: 2]:
                path.unlink()
    assert set(told(studio)) == {"One", "Two"}
    assert found(studio) == good


# ---- two runs at once ----------------------------------------------------------------------------

ALONE = (*RENDER[:-1], "1")


def test_two_runs_at_once_both_succeed(studio: Studio, good: dict[str, list[str]]) -> None:
    write_slow_scenes(studio, 0.1)
    with started(studio, *ALONE) as one, started(studio, *ALONE) as other:
        codes = one.wait(), other.wait()
    assert codes == (0, 0), one.err + other.err
    assert one.err == other.err == ""
    assert found(studio) == good
    assert all(job.done() for job in studio.plan(DRAFT).jobs)
    assert {row[1] for row in told(studio).values()} == {"reused"}
    assert not list(studio.folder.rglob("*.part*"))


def test_of_two_runs_at_once_one_may_be_killed(studio: Studio, good: dict[str, list[str]]) -> None:
    write_slow_scenes(studio, 0.2)
    with started(studio, *ALONE) as one, started(studio, *ALONE) as other:
        wait_until(lambda: bool(segments(studio)))
        one.kill_all()
        assert other.wait() == 0
    assert found(studio) == good
