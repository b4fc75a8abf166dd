"""Every scene of the lecture is the same, painted whole or only where it has changed."""

import pytest

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.paths import LECTURE
from scenes import SCENES
from tests.repaint.comparing import drawn, first_difference
from tests.scenes.playing import scene_class

pytestmark = pytest.mark.slow

SIZE, FPS = (256, 144), 10
RUNS, LENGTH = 8, 5  # moments of a scene, and the frames of each: one after the other


@pytest.fixture(scope="module")
def lecture() -> Lecture:
    return read_lecture(LECTURE)


@pytest.mark.parametrize("section", SCENES)
def test_a_scene_is_the_same_however_it_is_painted(section: str, lecture: Lecture) -> None:
    scene = scene_class(section)
    frames = scene.play_through(FPS, lecture).timeline.frames
    begins = [frames * run // RUNS + run for run in range(RUNS)]
    wanted = {begin + step for begin in begins for step in range(LENGTH)} & set(range(frames))
    whole, repainted = (
        drawn(scene, lecture, size=SIZE, fps=FPS, repainting=repainting, wanted=wanted)
        for repainting in (False, True)
    )
    assert len(whole.frames) == len(wanted)
    assert first_difference(whole.frames, repainted.frames) == ""
