"""Which way x and y run: an arrow along the foot of a landscape."""

from typing import ClassVar, Literal

import numpy as np

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_AWAY = 0.05  # of the size of the ground, between its edge and the axis
_NAME = 0.3  # between the tip and the middle of the name, in screen units


class GroundAxis(Live):
    """An axis beside an edge of a landscape, with the name of its variable at the tip.

    It follows the edge when the ground is cut.

    Args:
        landscape: What it belongs to.
        index: 0 along x, 1 along y.
        side: Of the two edges along that variable, the one where the other is low, or high.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape",)

    def __init__(
        self, landscape: Landscape, index: int, side: Literal["low", "high"] = "low"
    ) -> None:
        super().__init__()
        color = PALETTE.part(index)
        self.landscape, self.index, self.side = landscape, index, side
        self.arrow = Arrow(color=color, thickness=STROKES.curve)
        name = landscape.field.variables[index]
        self.name = halo(Formula(name, size=TYPE.body, color=color))
        self.add(self.arrow, self.name)
        self.come_alive()

    def redraw(self) -> None:
        """Draw the axis along the edge as it is now."""
        ground = self.landscape
        low, high = ground.domain[1 - self.index]
        away = _AWAY * ground.terrain.size
        ends = np.empty((2, 3))
        ends[:, self.index] = ground.domain[self.index]
        ends[:, 1 - self.index] = low - away if self.side == "low" else high + away
        ends[:, 2] = ground.terrain.height(ground.terrain.value_range[0], ground.state.flatness)
        tail, tip = ground.view.project(ends)
        self.arrow.put(tail, tip)
        self.arrow.presence = self.shown
        self.name.move_to(tip + _NAME * (tip - tail) / np.linalg.norm(tip - tail))
        self.name.set_opacity(self.shown)
