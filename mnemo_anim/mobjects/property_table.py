"""The table of the gradient's properties: row by row beside the stage, then over all of it."""

from collections.abc import Sequence

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    Square,
    VGroup,
)
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.glide import Glide
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.prose import Prose
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_TEXT = 4.35  # width of the text, in screen units; what is longer is wrapped
_LINE_GAP = 0.17  # between a property and what it means
_CELL_GAP = 0.26  # between a cell and its text
_CELL = 0.87  # side of a cell over the distance of two rows
_PADDING = 0.06  # of the plate behind the row in focus
_COLUMNS = 2  # of the whole table when it is complete
_LARGE_CELL = 0.78  # side of a cell then, over the distance of two rows


class PropertyTable(VGroup):
    """Rows of a property, what it means, and a square cell for a picture at their left.

    Args:
        rows: Property and meaning of each.

    Attributes:
        rows: The text of each row: the property above what it means.
        slots: The places of the pictures, empty.
        focus: The plate behind the row that is spoken of.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.rows = [
            VGroup(
                Prose(name, size=TYPE.body, width=_TEXT),
                Prose(meaning, size=TYPE.label, color=PALETTE.ink_soft, width=_TEXT),
            ).arrange(DOWN, buff=_LINE_GAP, aligned_edge=LEFT)
            for name, meaning in rows
        ]
        self.pitch = (STAGE.top - STAGE.bottom) / len(self.rows)
        for index, row in enumerate(self.rows):
            x, y, side = self.cell(index)
            row.next_to([x + side / 2, y, 0], RIGHT, buff=_CELL_GAP)
        self.slots = VGroup(
            *(
                Square(
                    self.cell(index)[2], stroke_color=PALETTE.rule, stroke_width=STROKES.level
                ).move_to([*self.cell(index)[:2], 0])
                for index in range(len(self.rows))
            )
        )
        width = STAGE.right - self.left + 2 * _PADDING
        self.focus = Plate(
            width, self.pitch * _CELL + 2 * _PADDING, opacity=1.0, border=PALETTE.panel
        )
        self.focus.move_to(self._middle(0)).set_z_index(-2)
        self.slots.set_z_index(-1)
        self.add(self.focus, self.slots, *self.rows)

    @property
    def left(self) -> float:
        """X of the left edge of the cells while the table grows."""
        x, _, side = self.cell(0)
        return float(x - side / 2)

    def cell(self, index: int) -> NDArray[np.float64]:
        """Return x and y of the middle, and the side, of a cell while the table grows."""
        side = _CELL * self.pitch
        x = STAGE.right - _TEXT - _CELL_GAP - side / 2
        return np.array([x, STAGE.top - (index + 0.5) * self.pitch, side])

    @property
    def first_column(self) -> range:
        """The rows that stand on the left when the table fills the stage."""
        return range(-(-len(self.rows) // _COLUMNS))

    def final_cell(self, index: int) -> NDArray[np.float64]:
        """Return the same for the table that fills the stage: first one column, then the next."""
        column, row = divmod(index, len(self.first_column))
        pitch = (STAGE.top - STAGE.bottom) / len(self.first_column)
        side = _LARGE_CELL * pitch
        room = STAGE.right - STAGE.left - (side + _CELL_GAP + _TEXT)
        left = STAGE.left + column * room / (_COLUMNS - 1)
        return np.array([left + side / 2, STAGE.top - (row + 0.5) * pitch, side])

    def open(self) -> LaggedStart:
        """Return the animation in which the empty places appear, one below the other."""
        return LaggedStart(*(FadeIn(slot, shift=0.15 * DOWN) for slot in self.slots), lag_ratio=0.2)

    def look_at(self, index: int) -> AnimationGroup:
        """Return the animation in which a row gets the focus, and its property appears."""
        name = self.rows[index][0]
        arrival: Animation = (
            FadeIn(self.focus) if index == 0 else Glide(self.focus, self._middle(index))
        )
        return AnimationGroup(arrival, FadeIn(name, shift=0.15 * UP))

    def explain(self, index: int) -> FadeIn:
        """Return the animation in which it appears what a property means."""
        return FadeIn(self.rows[index][1])

    def move_text(self, index: int, cell: ArrayLike) -> Glide:
        """Return the animation in which a row's text goes beside a cell: x, y and side."""
        x, y, side = np.asarray(cell, float)
        row = self.rows[index]
        return Glide(row, [x + side / 2 + _CELL_GAP + row.width / 2, y, 0])

    def _middle(self, index: int) -> NDArray[np.float64]:
        """Return the screen point (3,) in the middle of a row."""
        return np.array([(self.left + STAGE.right) / 2, self.cell(index)[1], 0.0])
