"""Drawing one film in this process: progress is told, and a failure leaves nothing behind."""

import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.render.draw import draw_film
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.probe import probe
from mnemo_anim.section_scene import SceneError
from mnemo_anim.timeline import Timeline
from tests.tiny_studio import Studio


def draw(job: SceneJob) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    draw_film(job, lambda done, total: told.append((done, total)))
    return told


def test_progress_goes_from_nothing_to_all(studio: Studio) -> None:
    job = studio.plan().jobs[0]
    told = draw(job)
    frames = probe(job.film).frames
    assert told[0] == (0, frames)
    assert told[-1] == (frames, frames)
    assert told == sorted(told)


def test_film_and_timeline_agree_and_are_up_to_date(studio: Studio) -> None:
    job = studio.plan().jobs[0]
    draw(job)
    timeline = Timeline.from_json(job.timeline.read_text())
    assert timeline.frames == probe(job.film).frames
    assert [beat.id for beat in timeline.beats] == ["first", "second"]
    manifest = job.done()
    assert manifest is not None
    assert manifest.frames == timeline.frames


def test_a_scene_that_ends_too_early_leaves_nothing(studio: Studio) -> None:
    studio.write_scene("one", also="if not self.renderer.skip_animations: break")
    job = studio.plan().jobs[0]
    with pytest.raises(SceneError, match="does not play second"):
        draw(job)
    assert list(job.film.parent.iterdir()) == []


def test_an_error_of_the_encoder_ends_the_scene(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(encoder: FilmEncoder, pixels: NDArray[np.uint8], repeat: int = 1) -> None:
        raise OSError("no space left on the disk")

    monkeypatch.setattr(FilmEncoder, "write", full)
    job = studio.plan().jobs[0]
    with pytest.raises(OSError, match="no space left"):
        draw(job)
    assert list(job.film.parent.iterdir()) == []
