"""Tables of numbers as blocks of cells: their shape is what one reads."""

from collections.abc import Sequence

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.theme import PALETTE, STROKES

_FILL = 0.82  # of the side of a cell: the square of the largest number
_LEAST = 0.16  # of it, so that a small number is still seen


class TensorBlock(VGroup):
    """A table of numbers: one cell for each, in it a square whose area goes with the number.

    A negative number is a square of outlines, as in a Hinton diagram.

    Args:
        values: Shape (rows, columns), or (columns,) for a single row.
        colors: Of the columns; one colour for all.
        cell: Side of a cell, in Manim units.
        largest: The absolute value that fills its cell; by default the largest of ``values``.

    Attributes:
        values: Shape (rows, columns).
        frame: The outlines of the cells.
        squares: The numbers, row by row.
    """

    def __init__(
        self,
        values: ArrayLike,
        *,
        colors: Sequence[str] = (PALETTE.ink,),
        cell: float = 0.26,
        largest: float | None = None,
    ) -> None:
        super().__init__()
        self.values: NDArray[np.float64] = np.atleast_2d(np.asarray(values, float))
        self.cell = cell
        self.largest = float(np.abs(self.values).max()) if largest is None else largest
        rows, columns = self.values.shape
        xs = cell * (np.arange(columns) - (columns - 1) / 2)
        ys = cell * ((rows - 1) / 2 - np.arange(rows))
        self.frame, self.squares = VGroup(), VGroup()
        for y, row in zip(ys, self.values, strict=True):
            for column, (x, value) in enumerate(zip(xs, row, strict=True)):
                centre = np.array([x, y, 0.0])
                self.frame.add(_cell(centre, cell))
                color = colors[column % len(colors)]
                self.squares.add(_square(centre, self.side(value), value, color))
        self.squares.set_z_index(1)  # also of squares that come before their cells
        self.add(self.frame, self.squares)

    @property
    def rows(self) -> list[VGroup]:
        """The squares of each row."""
        columns = self.values.shape[1]
        starts = range(0, len(self.squares), columns)
        return [VGroup(*self.squares[start : start + columns]) for start in starts]

    def show(self, values: ArrayLike) -> None:
        """Give the squares the sizes of other numbers, in the same order."""
        self.values = np.reshape(np.asarray(values, float), self.values.shape)
        for cell, square, value in zip(self.frame, self.squares, self.values.flat, strict=True):
            _set(square, np.asarray(cell.get_center()), self.side(value), value)

    def side(self, value: float) -> float:
        """Return the side of the square of a number, in Manim units."""
        part = float(np.sqrt(min(1.0, abs(value) / self.largest)))
        return self.cell * max(_LEAST, _FILL * part)


def _cell(centre: NDArray[np.float64], side: float) -> Veiled:
    cell = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1.0,
        stroke_color=PALETTE.rule,
        stroke_width=STROKES.hairline,
    )
    cell.set_points(_outline(centre, side))
    return cell


def _square(centre: NDArray[np.float64], side: float, value: float, color: str) -> Veiled:
    square = Veiled(fill_color=color, stroke_color=color)
    _set(square, centre, side, value)
    return square


def _set(square: Veiled, centre: NDArray[np.float64], side: float, value: float) -> None:
    """Draw a square, filled or, for a negative number, as an outline no larger than that."""
    filled, stroke = value >= 0, STROKES.axis
    square.set_fill(opacity=float(filled))
    square.set_stroke(width=0.0 if filled else stroke)
    square.set_points(_outline(centre, side if filled else max(side - stroke / 100, 0.01)))


def _outline(centre: NDArray[np.float64], side: float) -> NDArray[np.float64]:
    corners = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
    return polygon(centre + side / 2 * corners)
