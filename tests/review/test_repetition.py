"""Two cold renders of a scene are compared frame by frame, and a difference is found."""

import shutil
from dataclasses import replace

import pytest

from mnemo_anim.cli import main
from mnemo_anim.render.quality import DRAFT
from mnemo_anim.review.repetition import Departure, departures
from tests.tiny_studio import Studio

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _hash_as_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "1")


def test_the_same_frames_are_told_to_be_the_same(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["determinism", *studio.options]) == 0
    assert "2 scenes rendered twice: the same frames." in capsys.readouterr().out


def test_a_scene_that_depends_on_the_process_is_found_with_frame_and_beat(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    studio.write_scene("two", also='dot.shift(hash("a word") % 7 * 0.4 * RIGHT); self.wait(0.5)')
    assert main(["determinism", *studio.options]) == 1
    told = capsys.readouterr().out
    assert "Two: two renders differ from frame" in told
    assert "“third”" in told
    assert "One: two renders" not in told


def test_a_timeline_that_differs_is_found_where_the_frames_do_not(studio: Studio) -> None:
    assert main(["render", "One", "--quality=draft", *studio.options]) == 0
    (job,) = studio.plan(DRAFT).only(["One"])
    other = replace(job, film=job.film.with_name("again.mp4"))
    shutil.copyfile(job.film, other.film)
    shutil.copyfile(job.timeline, other.timeline)
    assert departures([job], [other]) == []
    text = other.timeline.read_text(encoding="utf-8").replace("It moves.", "It rests.")
    other.timeline.write_text(text, encoding="utf-8")
    assert departures([job], [other]) == [Departure("One", "first", 0)]
