"""Glyphs are read off Typst's pictures as Manim reads them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim.mobject.svg.svg_mobject import SVG_HASH_TO_MOB_MAP

from mnemo_anim.mobjects.lettering import text
from mnemo_anim.mobjects.lettering.line_outline import line_outline
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.mobjects.lettering.typefaces import FontError
from mnemo_anim.mobjects.lettering.typeset import glyphs_in
from mnemo_anim.theme import FONTS, PALETTE, units

LINES = [
    "“Feel the ground,” it says: AVATAR fi ffl, Étage.",  # kerned, ligatures, accents
    "∇f = [∂f/∂x₁, …, ∂f/∂xₙ] = 5·10⁻³",  # letters below the line, another face
    "#let $x$ *y*",  # no markup
]
STYLE = (
    "color fill_rgbas stroke_rgbas background_stroke_rgbas stroke_width background_stroke_width "
    "sheen_factor sheen_direction joint_type cap_style z_index"
)


@pytest.fixture
def by_manim(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Words]:
    """Return what sets words of which Manim has read the glyphs."""

    def words(*args: Any, **kwargs: Any) -> Words:
        SVG_HASH_TO_MOB_MAP.clear()
        with monkeypatch.context() as patch:
            patch.setattr(text, "glyphs_in", lambda file: None)
            made = Words(*args, **kwargs)
        SVG_HASH_TO_MOB_MAP.clear()
        return made

    return words


@pytest.mark.parametrize(
    ("line", "style"),
    [
        *((line, {"size": 100}) for line in LINES),
        (LINES[0], {"family": FONTS.strong, "track_baselines": True}),
        ("loss.backward()", {"family": FONTS.code, "color": PALETTE.downhill}),
        ("Two lines,\nthe second one longer", {"align": "center"}),
        ("Words that are wrapped into several lines", {"width": 2.0}),
    ],
)
def test_words_are_what_manim_makes_of_them(
    by_manim: Callable[..., Words], line: str, style: dict[str, Any]
) -> None:
    ours, theirs = Words(line, **style), by_manim(line, **style)
    assert len(ours) == len(theirs) > 0
    for one, other in zip(ours, theirs, strict=True):
        assert one.points.shape == other.points.shape
        assert np.abs(one.points - other.points).max() < 1e-9
        for name in STYLE.split():
            assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert ours.em == pytest.approx(theirs.em)
    if style.get("track_baselines"):
        assert baseline(ours) == pytest.approx(baseline(theirs))
        assert np.allclose(ours.baseline_frames, theirs.baseline_frames)


def test_a_picture_with_a_line_in_it_is_left_to_manim(tmp_path: Path) -> None:
    file = tmp_path / "underlined.svg"
    head = '<svg xmlns="http://www.w3.org/2000/svg"><g transform="matrix(1 0 0 -1 0 7)">'
    file.write_text(f'{head}<path d="M 0 0 L 9 0" stroke="#000000"/></g></svg>', encoding="utf-8")
    assert glyphs_in(file) is None


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("family", [FONTS.text, FONTS.strong])
def test_the_outline_of_a_line_is_that_of_its_words(
    by_manim: Callable[..., Words], line: str, family: str
) -> None:
    words = by_manim(line, size=100, family=family, track_baselines=True)
    read = np.concatenate([glyph.points for glyph in words])
    expected = (read - [read[:, 0].min(), baseline(words), 0.0]) / units(100)
    outline = line_outline(line, family)
    found = outline - [outline[:, 0].min(), 0.0, 0.0]
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() < 2e-5


def test_every_contour_is_closed() -> None:
    outline = line_outline("i8")  # two contours, and three
    starts, ends = outline[0::4], outline[3::4]
    breaks = np.flatnonzero((ends[:-1] != starts[1:]).any(axis=1)) + 1
    begins, lasts = [0, *breaks], [*(breaks - 1), len(ends) - 1]
    assert len(begins) == 5
    assert (starts[begins] == ends[lasts]).all()


def test_a_character_that_no_face_has_is_an_error() -> None:
    with pytest.raises(FontError, match=r"U\+6F22"):
        line_outline("漢")
