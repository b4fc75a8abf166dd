"""The outline of a line of text as one shape: for captions, of which hundreds are set once each."""

import numpy as np
from manim.utils.typst_file_writing import TYPST_COMPILATION_FONT_SIZE, typst_to_svg_file

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT, literal, preamble
from mnemo_anim.mobjects.lettering.typefaces import check_characters, faces
from mnemo_anim.mobjects.lettering.typeset import glyphs_in
from mnemo_anim.theme import FONTS


def line_outline(text: str, family: str = FONTS.text) -> Points:
    """Return the cubics (4n, 3) of a line of text, in ems; it stands on y = 0.

    Its glyphs are those of :class:`~mnemo_anim.mobjects.lettering.text.Words`, and stand as there,
    but none becomes a mobject.

    Args:
        text: Set as it is, in one line.
        family: A family of :data:`mnemo_anim.theme.FONTS`.

    Raises:
        FontError: The project's faces lack a character of the text.
    """
    check_characters(text)
    file = typst_to_svg_file(literal(text), preamble=preamble(family), font_paths=faces())
    glyphs = glyphs_in(file)
    assert glyphs  # nothing else comes of a text that is not blank
    x, y = (np.concatenate([g.outline for g in glyphs]) / TYPST_COMPILATION_FONT_SIZE).T
    # The picture hangs from the cap height, as the preamble has it, and its y points down.
    return np.stack([x, CAP_HEIGHT - y, np.zeros_like(x)], axis=1)
