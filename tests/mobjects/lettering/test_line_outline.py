"""A line set as one shape is that which Manim reads glyph by glyph."""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from mnemo_anim.mobjects.lettering.line_outline import line_outline
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.mobjects.lettering.typefaces import FontError
from mnemo_anim.theme import FONTS, units


@pytest.mark.parametrize(
    "line",
    [
        "“Feel the ground,” it says: AVATAR fi ffl, Étage.",  # kerned, ligatures, accents
        "∇f = [∂f/∂x₁, …, ∂f/∂xₙ] = 5·10⁻³",  # letters below the line, another face
        "#let $x$ *y*",  # no markup
    ],
)
@pytest.mark.parametrize("family", [FONTS.text, FONTS.strong])
def test_glyphs_stand_where_those_of_words_do(line: str, family: str) -> None:
    words = Words(line, size=100, family=family, track_baselines=True)
    read = np.concatenate([glyph.points for glyph in words.family_members_with_points()])
    expected = (read - [read[:, 0].min(), baseline(words), 0.0]) / units(100)
    outline = line_outline(line, family)
    found = outline - [outline[:, 0].min(), 0.0, 0.0]
    assert len(outline) % 4 == 0
    for some, others in ((found, expected), (expected, found)):
        distances, _ = cKDTree(some).query(others)
        assert np.max(distances) < 2e-5


def test_every_contour_is_closed() -> None:
    outline = line_outline("i8")  # two contours, and three
    starts, ends = outline[0::4], outline[3::4]
    breaks = np.flatnonzero((ends[:-1] != starts[1:]).any(axis=1)) + 1
    begins, lasts = [0, *breaks], [*(breaks - 1), len(ends) - 1]
    assert len(begins) == 5
    assert (starts[begins] == ends[lasts]).all()


def test_a_character_that_no_face_has_is_an_error() -> None:
    with pytest.raises(FontError, match="U\\+6F22"):
        line_outline("漢")
