"""Whole runs with real workers: the same films however many there are, and what goes wrong told."""

from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.executors import local
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.outcome import Report
from mnemo_anim.render.probe import probe
from mnemo_anim.render.quality import DRAFT
from mnemo_anim.timeline import Timeline
from tests.render.disks import lock, small_disk
from tests.render.making import here, make, make_planned, pictures, states, visible
from tests.tiny_studio import LANDSCAPE, Studio


def run(studio: Studio, *names: str, workers: int = 2) -> Report:
    """Render with workers of this machine."""
    return make(studio, *names, hire=partial(local, workers))


def times(studio: Studio) -> dict[Path, int]:
    """Return the files that can be seen, each with the time of its last change."""
    paths = [path for path in studio.folder.rglob("*") if path.is_file()]
    return {path: path.stat().st_mtime_ns for path in paths if not path.name.startswith(".")}


# ---- the film of them all: in this process -------------------------------------------------------


def test_a_run_makes_films_timelines_and_one_film_of_all(studio: Studio) -> None:
    report = make(studio)
    plan = studio.plan()
    assert report.film == plan.film
    films = [job.film for job in plan.jobs]
    assert [probe(film).faults() for film in [*films, plan.film]] == [[], [], []]
    timelines = [Timeline.from_json(job.timeline.read_text()) for job in plan.jobs]
    joined = FilmTimeline.from_json(plan.timeline.read_text())
    assert joined.scenes == tuple(timelines)
    assert joined.title == "A short lecture"
    assert pictures(plan.film) == [frame for film in films for frame in pictures(film)]
    assert len(pictures(plan.film)) == joined.frames


def test_the_film_of_all_is_joined_again_when_one_has_changed(studio: Studio) -> None:
    make(studio)
    before = times(studio)
    studio.write_scene("two", also="self.wait(0.1)")
    assert states(make(studio)) == ["reused", "rendered"]
    after, folder = times(studio), studio.folder / "tiny"
    assert after[folder / "01-one.mp4"] == before[folder / "01-one.mp4"]
    assert after[folder / "short.mp4"] > before[folder / "short.mp4"]


@pytest.mark.parametrize("name", ["short.mp4", "short.manifest.json"])
def test_the_film_of_all_is_joined_again_when_it_is_lost(studio: Studio, name: str) -> None:
    make(studio)
    film = studio.plan().film
    content = film.read_bytes()
    (film.parent / name).unlink()
    assert states(make(studio)) == ["reused", "reused"]
    assert film.read_bytes() == content


def test_the_titles_of_the_lecture_are_those_of_the_film(studio: Studio) -> None:
    make(studio)
    studio.edit("# A short", "# A shorter")
    studio.edit("Another dot.", "One more dot.")
    make(studio)
    assert FilmTimeline.from_json(studio.plan().timeline.read_text()).title == "A shorter lecture"


def test_named_scenes_alone_are_rendered_and_not_joined(studio: Studio) -> None:
    report = make(studio, "Two")
    assert [outcome.job.entry.section for outcome in report.outcomes] == ["two"]
    assert report.film is None
    assert not studio.plan().film.exists()


def test_nobody_is_hired_where_nothing_is_to_be_done(studio: Studio) -> None:
    make(studio)

    def nobody() -> object:
        raise AssertionError("somebody was hired")

    assert states(make(studio, hire=nobody)) == ["reused", "reused"]  # type: ignore[arg-type]


def test_nobody_is_hired_where_nothing_can_be_written(studio: Studio, tmp_path: Path) -> None:
    def nobody() -> object:
        raise AssertionError("somebody was hired")

    with small_disk(tmp_path / "disk", 1 << 16) as disk:
        lock(disk)
        on_disk = Studio(studio.document, studio.package, studio.scenes, disk / "renders")
        with pytest.raises(RenderError, match="may not be written to"):
            make(on_disk, hire=nobody)  # type: ignore[arg-type]


def test_a_still_is_the_frame_of_the_film(studio: Studio) -> None:
    make(studio, "One", quality=DRAFT)
    job = studio.job("One", DRAFT)
    second = Timeline.from_json(job.timeline.read_text()).beat("second")
    with av.open(str(job.film), "r") as film:
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


# ---- real workers --------------------------------------------------------------------------------


@pytest.fixture
def rich(studio: Studio) -> Studio:
    """A studio of more segments, one of whose scenes needs OpenGL."""
    studio.write_scene("one", also="self.wait(2.5); self.play(dot.animate.scale(2)); self.wait(2)")
    studio.write_scene("two", scene=LANDSCAPE)
    studio.edit("Another dot.", "Another dot, and so many words that they make two segments.")
    return studio


@pytest.mark.slow
def test_any_number_of_workers_makes_the_same_bytes(rich: Studio, tmp_path: Path) -> None:
    made = {}
    for workers in (1, 2, 3):
        studio = Studio(rich.document, rich.package, rich.scenes, tmp_path / f"by-{workers}")
        assert states(run(studio, workers=workers)) == ["rendered", "rendered"]
        plan = studio.plan()
        paths = [path for job in plan.jobs for path in (job.film, job.timeline)]
        made[workers] = [path.read_bytes() for path in (*paths, plan.film, plan.timeline)]
    assert made[1] == made[2] == made[3]


@pytest.mark.slow
def test_a_process_that_scenes_kill_takes_no_other_along(studio: Studio) -> None:
    kill = "if not self.renderer.skip_animations: print('last'); import os; os.kill(os.getpid(), 9)"
    studio.write_scene("one", also=kill)
    report = run(studio)
    assert states(report) == ["failed", "rendered"]
    failed = report.outcomes[0]
    assert failed.why == "its process died (Killed; out of memory?), 3 times"
    assert failed.why in failed.job.log.read_text()
    assert not {"01-one.mp4", "01-one.json"} & visible(failed.job.film.parent)


@pytest.mark.slow
def test_where_a_scene_crashed_is_in_its_log(studio: Studio) -> None:
    studio.write_scene(
        "one", also="print('so far', flush=True); import ctypes; ctypes.string_at(0)"
    )
    (failed,) = run(studio, "One").outcomes
    assert failed.why == "its process died (Segmentation fault), 3 times"
    log = failed.job.log.read_text()
    assert "so far" in log
    assert f'File "{studio.scenes / "one.py"}", line' in log
    assert log.splitlines()[-1] == failed.why


@pytest.mark.slow
def test_what_a_failing_scene_prints_is_in_its_log_and_nowhere_else(
    studio: Studio, capfd: pytest.CaptureFixture[str]
) -> None:
    studio.write_scene("one", also="print('so far'); import os; os.write(2, b'in C\\n'); 1 / 0")
    (failed,) = run(studio, "One").outcomes
    assert failed.why == "ZeroDivisionError: division by zero"
    log = failed.job.log.read_text()
    assert "so far" in log
    assert "in C" in log
    assert "Traceback" in log
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_what_a_good_scene_prints_is_not_seen(
    studio: Studio, capfd: pytest.CaptureFixture[str]
) -> None:
    studio.write_scene("one", also="print('so far')")
    assert states(run(studio, "One")) == ["rendered"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_films_of_workers_and_of_one_process_are_the_same(rich: Studio, tmp_path: Path) -> None:
    elsewhere = Studio(rich.document, rich.package, rich.scenes, tmp_path / "here")
    assert states(run(rich)) == ["rendered", "rendered"]
    assert states(make_planned(elsewhere.plan(), hire=here)) == ["rendered", "rendered"]
    for job, other in zip(rich.plan().jobs, elsewhere.plan().jobs, strict=True):
        assert pictures(job.film) == pictures(other.film)
