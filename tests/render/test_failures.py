"""What goes wrong with a film is told, stops no other, and damages nothing."""

from pathlib import Path

import pytest

from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.store import SegmentStore
from mnemo_anim.timeline import Timeline
from tests.render.disks import fill, lock, small_disk
from tests.render.making import (
    FILM,
    cold,
    make,
    make_planned,
    one,
    pictures,
    segment_files,
    states,
    visible,
)
from tests.tiny_studio import Studio, make_studio


def test_a_failing_scene_stops_no_other_and_leaves_a_log(studio: Studio) -> None:
    studio.write_scene("one", also="raise ValueError('the hill\\nis too steep')")
    report = make(studio)
    assert states(report) == ["failed", "rendered"]
    assert report.failed
    assert report.film is None
    failed = report.outcomes[0]
    assert failed.why == "ValueError: the hill"
    assert "Traceback" in failed.job.log.read_text()
    assert "is too steep" in failed.job.log.read_text()
    assert not FILM & visible(failed.job.film.parent)


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise BaseException('odd')", "BaseException: odd"),
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing"),
        ("raise type('Own', (Exception,), {'__reduce__': None})()", "Own"),
        ("raise RuntimeError", "RuntimeError"),
    ],
)
def test_a_scene_may_end_in_any_way(studio: Studio, also: str, told: str) -> None:
    studio.write_scene("one", also=also)
    outcome = one(studio)
    assert outcome.state == "failed"
    assert outcome.why.startswith(told)
    assert "Traceback" in outcome.job.log.read_text()


@pytest.mark.parametrize(
    ("scene", "told"),
    [
        ("def (", r"SyntaxError: invalid syntax (one.py, line 1)"),
        ("A = 1", "one.py has no class One."),
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named"),
    ],
)
def test_a_scene_that_cannot_be_loaded_is_told(studio: Studio, scene: str, told: str) -> None:
    studio.write("one.py", scene)
    outcome = one(studio)
    assert outcome.state == "failed"
    assert told in outcome.why


def test_a_scene_that_fails_when_it_is_drawn_keeps_what_was_drawn(studio: Studio) -> None:
    good = "self.renderer.skip_animations or beat.id == 'first' or 1 / 0"
    studio.write_scene("one", also=good)
    outcome = one(studio)
    assert (outcome.state, outcome.why) == ("failed", "ZeroDivisionError: division by zero")
    assert len(segment_files(outcome.job)) == 1
    assert not FILM & visible(outcome.job.film.parent)


def test_the_last_film_stands_until_the_scene_is_mended(studio: Studio) -> None:
    one(studio)
    job = studio.job()
    before = {path: path.read_bytes() for path in (job.film, job.timeline)}
    studio.write_scene("one", also="1 / 0")
    assert one(studio).state == "failed"
    assert {path: path.read_bytes() for path in before} == before
    assert studio.job().why() != ""
    assert job.log.exists()
    studio.write_scene("one", also="dot")
    assert (one(studio).state, one(studio).state) == ("rendered", "reused")
    assert not job.log.exists()


def test_a_scene_that_is_again_as_it_was_has_no_log(studio: Studio) -> None:
    one(studio)
    studio.write_scene("one", also="1 / 0")
    assert one(studio).job.log.exists()
    studio.write_scene("one")
    assert one(studio).state == "reused"
    assert not studio.job().log.exists()


def test_every_failure_has_a_log(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SegmentStore, "get", lambda store, segment: None)
    outcome = one(studio)
    assert outcome.state == "failed"
    assert outcome.job.log.read_text().strip() == outcome.why


def test_code_that_is_edited_during_the_run_is_told(studio: Studio) -> None:
    plan = studio.plan()
    assert plan.jobs[0].recipe.key
    studio.write_scene("one", also="self.wait(1)")
    (outcome,) = make_planned(plan, "One").outcomes
    assert outcome.why.endswith("this is another machine, give it the same version of the project.")
    assert "one.py is not what it was when the run began. If you have edited it, run" in outcome.why


def test_a_worker_with_another_driver_is_told(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mnemo_anim.render.work.driver_name", lambda: "another driver")
    outcome = one(studio)
    assert outcome.state == "failed"
    assert outcome.why.startswith("this worker draws with another driver, not with ")


def test_no_driver_is_told(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise LandscapeError("no OpenGL 3.3 to draw the landscape with: install EGL")

    monkeypatch.setattr("mnemo_anim.render.draw.driver_name", none)
    assert one(studio).why.startswith("LandscapeError: no OpenGL 3.3 to draw the landscape with")


# ---- disks ---------------------------------------------------------------------------------------


def studio_on(disk: Path, studio: Studio) -> Studio:
    return Studio(studio.document, studio.package, studio.scenes, disk / "renders")


def test_a_full_disk_is_told_in_one_line_and_damages_nothing(
    studio: Studio, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 1 << 20) as disk:
        on_disk = studio_on(disk, studio)
        one(on_disk)
        job = on_disk.job()
        studio.edit("A dot.", "One dot, and so many more words that it takes far more room.")
        refusals = 0
        for left in range(0, 1 << 18, 1 << 12):
            filler = fill(disk, left)
            told = ending(on_disk)
            timeline = Timeline.from_json(job.timeline.read_text())
            assert len(pictures(job.film)) == timeline.frames
            assert not list(disk.rglob("*.part*"))
            filler.unlink()
            if told == "rendered":
                break
            assert told.startswith("no space is left to write ")
            refusals += 1
        assert refusals > 3
        assert pictures(job.film) == cold(studio, tmp_path)


def ending(studio: Studio) -> str:
    """Return how a run ended: a state, or what the user is told."""
    try:
        outcome = one(studio)
    except RenderError as error:
        return str(error)
    return outcome.why if outcome.state == "failed" else outcome.state


def test_films_on_a_disk_that_may_not_be_written_to_can_be_used(
    studio: Studio, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 1 << 20) as disk:
        on_disk = studio_on(disk, studio)
        make(on_disk)
        lock(disk)
        report = make(on_disk)
        assert states(report) == ["reused", "reused"]
        assert report.film == on_disk.plan().film


def test_a_studio_of_another_name_takes_no_film_for_its_own(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "other"
    place.mkdir()
    monkeypatch.syspath_prepend(place)
    other = make_studio(place)
    other.write_scene("one", also="self.wait(1)")
    one(studio)
    shared = Studio(other.document, other.package, other.scenes, studio.folder)
    assert one(shared).state == "rendered"
