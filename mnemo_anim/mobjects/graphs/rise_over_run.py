"""Rise over run: the triangle under a tangent, with its numbers."""

from typing import ClassVar

import numpy as np
from manim import VGroup

from mnemo_anim.maths.quantities import Given, Product
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.graphs.slice_parts import Paper
from mnemo_anim.mobjects.lettering.text import Words, baseline, halo
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number, Source
from mnemo_anim.mobjects.numbers.ticks import decimals_for
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE, units

_GAP = 0.14  # between a side and its label, in screen units
_BEYOND = 0.05  # by which the run's label may begin before the point, in screen units
_SPACE = 0.3 * units(TYPE.tick)  # between a word and its number
_CLEAR = 1.1 * STAGE.gap  # between the two labels
_TALL = 0.698 * units(TYPE.tick)  # height of a numeral


class RiseOverRun(Live):
    """The triangle between the point of a cut, a run of 1, and its tangent.

    The rise for a run of 1 is the slope.

    Args:
        paper: The cut, and where it is drawn.
        run: In units of the variable; negative leads to the left.
        decimals: Of the rise.
        words: Names of run and rise, written before their numbers; None for numbers alone.

    Attributes:
        drawn: How much there is: the run up to a half, then the rise.
    """

    shared: ClassVar[tuple[str, ...]] = ("paper",)

    def __init__(
        self,
        paper: Paper,
        *,
        run: float = 1.0,
        decimals: int = 2,
        words: tuple[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.paper, self.run, self.drawn = paper, run, 1.0
        names = words or ("", "")
        self.run_side = CasedLine(color=PALETTE.level, width=STROKES.axis)
        self.rise_side = CasedLine(color=paper.color, width=STROKES.curve)
        self.run_label = _Label(
            names[0], lambda: Given("run", run), decimals_for([run]), PALETTE.level
        )
        self.rise_label = _Label(
            names[1], lambda: Product(run, paper.slope), decimals, paper.color, signed=True
        )
        self.add(self.run_side, self.rise_side, self.run_label, self.rise_label)
        self.come_alive()

    def trace(self) -> Vary:
        """Return the animation that draws the run, then the rise, each with its number."""
        return self.vary(drawn=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the triangle where the spot is now."""
        s, f, slope = self.paper.here
        start, corner, end = self.paper.corners.point(
            [(s, f), (s + self.run, f), (s + self.run, f + self.run * slope)]
        )
        runs, rises = np.clip([2 * self.drawn, 2 * self.drawn - 1], 0, 1)
        self.run_side.draw([np.stack([start, start + runs * (corner - start)])])
        self.rise_side.draw([np.stack([corner, corner + rises * (end - corner)])])
        self.run_side.presence = self.shown * float(runs > 0)
        self.rise_side.presence = self.shown * float(rises > 0)

        # The run's number stands outside the triangle, the rise's beyond its far side.
        outside = -np.sign(end[1] - corner[1]) or -1.0
        middle = (start + corner) / 2 + [0, outside * (_GAP + _TALL / 2), 0]
        side = float(np.sign(self.run))
        # A word longer than the run begins at the point: beyond it, it would meet the tangent.
        beyond = (self.run_label.width - abs(corner[0] - start[0])) / 2
        middle[0] += side * max(0.0, beyond - _BEYOND)
        self.run_label.put(middle, 0.0, self.shown * runs)
        beside = (corner + end) / 2
        self._make_room(beside, middle, side, outside)
        self.rise_label.put(beside, side, self.shown * rises)

    def _make_room(self, beside: Points, middle: Points, side: float, outside: float) -> None:
        """Move the place of the rise's label from its side, until it clears the run's.

        Args:
            beside: Screen point (3,) on the middle of the side; it is changed.
            middle: Of the run's label (3,).
            side: Where the rise's label is to be, 1 to the right or −1 to the left.
            outside: Where the run's label is, 1 above or −1 below.
        """
        above = max(0.0, abs(beside[1] - middle[1]) - _TALL)
        edge = self.run_label.get_right() if side > 0 else self.run_label.get_left()
        reach = side * (edge[0] - beside[0])
        across = _GAP - reach
        if above < _CLEAR:
            across = max(across, np.sqrt(_CLEAR**2 - above**2))
        if side > 0:  # long words stay on the stage, and move away in height
            across = min(across, STAGE.right - self.rise_label.width - edge[0])
        beside[0] += side * (reach + across)
        lacking = np.sqrt(max(0.0, _CLEAR**2 - max(0.0, across) ** 2)) - above
        beside[1] -= outside * max(0.0, lacking)


class _Label(VGroup):
    """A number, with a word before it where there is one."""

    def __init__(
        self,
        word: str,
        source: Source,
        decimals: int,
        color: str,
        *,
        signed: bool = False,
    ) -> None:
        super().__init__()
        self.number = Number(
            source=source,
            decimals=decimals,
            color=color,
            size=TYPE.tick,
            signed=signed,
        )
        self.add(halo(self.number))
        if word:
            words = Words(word, size=TYPE.tick, color=color, track_baselines=True)
            words.shift([-words.get_right()[0] - _SPACE, -baseline(words), 0.0])
            self.number.place([0.0, 0.0, 0.0])
            self.add_to_back(halo(words))
        read_as_one(self)

    def put(self, point: Points, side: float, opacity: float) -> None:
        """Stand beside ``point``: to its right (1), left (−1), or centred on it (0)."""
        middle = self.number.origin[1] + _TALL / 2
        left, right = self.get_left()[0], self.get_right()[0]
        self.shift(point - [left + (1 - side) / 2 * (right - left), middle, 0.0])
        self.set_opacity(opacity)
