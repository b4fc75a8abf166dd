"""Glyphs in Typst's pictures. Each is read once in a process, however often it occurs."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, parse

import numpy as np
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from numpy.typing import NDArray

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_ROUNDING = 1e-4  # of a point: what is added up from rounded steps

Array = NDArray[np.float64]


class Glyph(NamedTuple):
    """A glyph where it stands.

    Attributes:
        outline: Cubics (4n, 2) in points of Typst's, from the upper left corner; y points down.
        fill: Its colour, as ``#rrggbb``.
    """

    outline: Array
    fill: str


def glyphs_in(file: Path) -> list[Glyph] | None:
    """Return the glyphs of a picture of Typst's, in order; None if there is anything else in it."""
    picture = parse(file).getroot()
    symbols = picture.iter(_SVG + "symbol")
    paths = {f"#{symbol.get('id')}": symbol[0].get("d", "") for symbol in symbols}
    placed = list(_placed(picture, np.eye(3)))
    if any(use is None for use, _ in placed):
        return None
    return [
        Glyph(_outline(paths[use.get(_LINK, "")]) @ place[:2].T, use.get("fill", ""))
        for use, place in placed
        if use is not None
    ]


def _placed(element: Element, outer: Array) -> Iterator[tuple[Element | None, Array]]:
    """Yield each use of a glyph in an element with its map to the picture, (3, 3).

    None stands for what is no glyph.
    """
    for part in element:
        if part.tag == _SVG + "g" and part.get("transform", "").startswith("matrix("):
            a, b, c, d, e, f = map(float, part.get("transform", "")[len("matrix(") : -1].split())
            yield from _placed(part, outer @ [[a, c, e], [b, d, f], [0, 0, 1]])
        elif part.tag == _SVG + "use":
            x, y = float(part.get("x", 0)), float(part.get("y", 0))
            yield part, outer @ [[1, 0, x], [0, 1, y], [0, 0, 1]]
        elif part.tag != _SVG + "defs":
            yield None, outer


@cache
def _outline(path: str) -> Array:
    """Return the cubics (4n, 3) of a path of SVG, homogeneous."""
    pen = _Cubics()
    parse_path(path, pen)
    return np.insert(np.array(pen.points).reshape(-1, 2), 2, 1.0, axis=1)


class _Cubics(BasePen):
    """Draws contours as Manim has them: closed, of cubics of four points each."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[Any] = []
        self._first: Any = None

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 - as its elder calls it
        self._first = pt

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        start, end = np.array(self._getCurrentPoint()), np.array(pt)
        if np.abs(end - start).max() > _ROUNDING:
            self._curveToOne((2 * start + end) / 3, (start + 2 * end) / 3, pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self.points += [self._getCurrentPoint(), pt1, pt2, pt3]

    def _closePath(self) -> None:  # noqa: N802
        self.points[-1] = self._first  # the reader has drawn a line to it, if it was far
