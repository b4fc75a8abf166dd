"""The outline of a line of text as one shape: for captions, of which hundreds are set once each."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, parse

import numpy as np
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from manim.utils.typst_file_writing import TYPST_COMPILATION_FONT_SIZE, typst_to_svg_file
from numpy.typing import NDArray

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT, literal, preamble
from mnemo_anim.mobjects.lettering.typefaces import check_characters, faces
from mnemo_anim.theme import FONTS

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_ROUNDING = 1e-4  # of a point: what is added up from rounded steps

Matrix = NDArray[np.float64]
"""Of an affine map of the plane, shape (3, 3)."""


def line_outline(text: str, family: str = FONTS.text) -> Points:
    """Return the cubics (4n, 3) of a line of text, in ems; it stands on y = 0.

    Its glyphs are those of :class:`~mnemo_anim.mobjects.lettering.text.Words`, and stand as there;
    but each is read off Typst's picture once in a process, and none becomes a mobject.

    Args:
        text: Set as it is, in one line.
        family: A family of :data:`mnemo_anim.theme.FONTS`.

    Raises:
        FontError: The project's faces lack a character of the text.
    """
    check_characters(text)
    file = typst_to_svg_file(literal(text), preamble=preamble(family), font_paths=faces())
    picture = parse(file).getroot()
    symbols = picture.iter(_SVG + "symbol")
    paths = {f"#{symbol.get('id')}": symbol[0].get("d", "") for symbol in symbols}
    glyphs = [_glyph(paths[name]) @ place[:2].T for name, place in _placed(picture, np.eye(3))]
    x, y = (np.concatenate(glyphs) / TYPST_COMPILATION_FONT_SIZE).T
    # The picture hangs from the cap height, as the preamble has it, and its y points down.
    return np.stack([x, CAP_HEIGHT - y, np.zeros_like(x)], axis=1)


def _placed(element: Element, outer: Matrix) -> Iterator[tuple[str, Matrix]]:
    """Yield the name and the place of each glyph in an element of a picture."""
    for part in element:
        if part.tag == _SVG + "g":
            a, b, c, d, e, f = map(float, part.get("transform", "")[len("matrix(") : -1].split())
            yield from _placed(part, outer @ [[a, c, e], [b, d, f], [0, 0, 1]])
        elif part.tag == _SVG + "use":
            x, y = float(part.get("x", 0)), float(part.get("y", 0))
            yield part.get(_LINK, ""), outer @ [[1, 0, x], [0, 1, y], [0, 0, 1]]


@cache
def _glyph(path: str) -> NDArray[np.float64]:
    """Return the cubics (4n, 3) of a path of SVG, homogeneous."""
    pen = _Cubics()
    parse_path(path, pen)
    return np.insert(np.array(pen.points).reshape(-1, 2), 2, 1.0, axis=1)


class _Cubics(BasePen):
    """Draws contours as Manim has them: closed cubics of four points each."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[Any] = []
        self._first: Any = None

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 - as its elder calls it
        self._first = pt

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        start, end = np.array(self._getCurrentPoint()), np.array(pt)
        self._curveToOne((2 * start + end) / 3, (start + 2 * end) / 3, pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self.points += [self._getCurrentPoint(), pt1, pt2, pt3]

    def _closePath(self) -> None:  # noqa: N802
        if np.allclose(self._getCurrentPoint(), self._first, atol=_ROUNDING):
            self.points[-1] = self._first
        else:
            self._lineTo(self._first)
