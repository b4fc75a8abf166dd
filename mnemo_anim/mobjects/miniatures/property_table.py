"""The table of the gradient's properties: row by row beside the stage, then over all of it."""

from collections.abc import Sequence
from math import ceil
from typing import Any

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
    ManimColor,
    MoveToTarget,
    Rectangle,
    Square,
    VGroup,
)
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.prose import Prose
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.motion.glide import Glide
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_TEXT = 4.35  # width of the text, in screen units; what is longer is wrapped
_LINE_GAP = 0.17  # between a property and what it means
_CELL_GAP = 0.26  # between a cell and its text
_CELL = 0.87  # side of a cell over the distance of two rows
_PADDING = 0.06  # of the plate behind the row in focus
_ACCENT = 0.07  # width of the bar at its left edge
_FOOT = 0.2  # between the last row and the captions
_COLUMNS = 2  # of the whole table when it is complete
_LARGE_CELL = 0.8  # side of a cell then, over the distance of two rows


class PropertyTable(VGroup):
    """Rows of a property, what it means, and a square cell for a picture at their left.

    Args:
        rows: Property and meaning of each.

    Attributes:
        rows: The text of each row: the property above what it means.
        slots: The places of the pictures, empty.
        focus: The plate behind the row that is spoken of, with a bright bar at its left.
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
        self.pitch = (STAGE.top - STAGE.bottom - _FOOT) / len(self.rows)
        for index, row in enumerate(self.rows):
            x, y, side = self.cell(index)
            row.next_to([x + side / 2, y, 0], RIGHT, buff=_CELL_GAP)
            read_as_one(*row)
        self.slots = VGroup(
            *(
                Square(
                    self.cell(index)[2], stroke_color=PALETTE.rule, stroke_width=STROKES.level
                ).move_to([*self.cell(index)[:2], 0])
                for index in range(len(self.rows))
            )
        )
        width = STAGE.right - self.left + 2 * _PADDING
        height = self.pitch * _CELL + 2 * _PADDING
        plate = Plate(width, height, opacity=1.0, border=PALETTE.panel)
        accent = Rectangle(
            width=_ACCENT,
            height=height,
            stroke_width=0,
            fill_color=PALETTE.ink_soft,
            fill_opacity=1,
        ).next_to(plate, LEFT, buff=0.0)
        self.focus = VGroup(plate, accent)
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

    def final_cell(self, index: int) -> NDArray[np.float64]:
        """Return the same for the table that fills the stage: row by row, from left to right."""
        row, column = divmod(index, _COLUMNS)
        pitch = (STAGE.top - STAGE.bottom - _FOOT) / ceil(len(self.rows) / _COLUMNS)
        side = _LARGE_CELL * pitch
        room = STAGE.right - STAGE.left - (side + _CELL_GAP + _TEXT)
        left = STAGE.left + column * room / (_COLUMNS - 1)
        return np.array([left + side / 2, STAGE.top - side / 2 - row * pitch, side])

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

    def step_back(self, index: int) -> MoveToTarget:
        """Return the animation in which a row is not in focus any more, but can still be read."""
        return self._ink(index, PALETTE.ink, PALETTE.ink_soft)

    def come_forward(self) -> AnimationGroup:
        """Return the animation in which all rows but the last, which step back, are as before."""
        others = range(len(self.rows) - 1)
        return AnimationGroup(
            *(self._ink(index, PALETTE.ink_soft, PALETTE.ink) for index in others)
        )

    def moves_left(self, index: int) -> bool:
        """Whether a row goes to the left part of the stage when the table fills it."""
        return bool(self.final_cell(index)[0] < self.left)

    def move_text(self, index: int, cell: ArrayLike, **kwargs: Any) -> Glide:
        """Return the animation in which a row's text goes beside a cell: x, y and side."""
        x, y, side = np.asarray(cell, float)
        row = self.rows[index]
        return Glide(row, [x + side / 2 + _CELL_GAP + row.width / 2, y, 0], **kwargs)

    def _ink(self, index: int, old: str, new: str) -> MoveToTarget:
        """Return the animation in which a property changes its ink; formulas keep their colours."""
        name = self.rows[index][0]
        target = name.generate_target()
        for glyph in target.family_members_with_points():
            if glyph.get_fill_color() == ManimColor(old):
                glyph.set_fill(new)
        return MoveToTarget(name)

    def _middle(self, index: int) -> NDArray[np.float64]:
        """Return the screen point (3,) in the middle of a row."""
        return np.array([(self.left - _ACCENT + STAGE.right) / 2, self.cell(index)[1], 0.0])
