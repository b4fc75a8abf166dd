"""A beat is drawn without its ground, and one that shows a landscape is refused."""

import av
import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.render.quality import QUALITIES
from tests.tiny_studio import TINY, Studio
from tests.voice.sounds import babble, write_wav

LANDSCAPE = """\
from manim import RIGHT, Dot, FadeIn

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths.gallery import ELLIPTIC_BOWL
from mnemo_anim.section_scene import SectionScene


class One(SectionScene):
    section = "one"

    def construct(self) -> None:
        dot, land = Dot(), Landscape(ELLIPTIC_BOWL)
        self.add(dot)
        with self.beat("first") as beat:
            self.play(dot.animate.shift(RIGHT))
            beat.mark_poster()  # while its words are said
        with self.beat("second"):
            self.play(FadeIn(Dot()), run_time=0.5)
            self.add(land)
"""


@pytest.fixture
def drawable(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    (studio.scenes / "one.py").write_text(LANDSCAPE)
    return studio


def draw(studio: Studio, *words: str) -> int:
    return main(["clips", "--transparent", *words, *studio.options, "--quality=tiny"])


def names(studio: Studio) -> list[str]:
    folder = studio.plan().film.parent / "overlays"
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_a_beat_stands_on_nothing_and_has_no_captions(drawable: Studio) -> None:
    """No film is needed for it."""
    assert draw(drawable, "--beat=first") == 0
    assert names(drawable) == ["01-one-first.mov", "01-one-first.png", "01-one-first.webm"]
    still = drawable.plan().film.parent / "overlays" / "01-one-first.png"
    with Image.open(still) as picture:
        opacity = np.asarray(picture)[..., 3]
    assert opacity.max() > 150  # the dot, a few pixels wide
    assert (opacity > 0).mean() < 0.01
    assert not opacity[int(0.86 * TINY.height) :].any()


def test_a_beat_with_a_landscape_is_refused_and_leaves_no_file(
    drawable: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draw(drawable, "--beat=second") == 1
    told = capsys.readouterr().err
    assert told.startswith("mnemo: beat “second” shows a landscape")
    assert told.count("\n") == 1
    assert names(drawable) == []


def test_of_a_whole_scene_the_beats_with_a_landscape_are_left_out(
    drawable: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draw(drawable, "One", "--format=png") == 0
    assert names(drawable) == ["01-one-first.png"]
    assert "Left out: beat “second” shows a landscape" in capsys.readouterr().out


def test_a_beat_of_a_spoken_film_lasts_as_long_as_it_is_spoken(drawable: Studio) -> None:
    takes = drawable.folder.parent / "takes"
    write_wav(takes / "first.wav", babble(4.0))
    assert draw(drawable, "--beat=first", "--format=mov", f"--voice=recorded:{takes}") == 0
    (film,) = drawable.folder.rglob("01-one-first.mov")
    with av.open(str(film)) as overlay:
        assert overlay.streams.video[0].frames >= 4 * TINY.fps
