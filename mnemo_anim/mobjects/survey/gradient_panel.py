"""The gradient at a spot in three more ways: on a flat map, on a meter, as a column."""

from dataclasses import replace
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
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.landscape.landscape import LandscapeChange
from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.map_axes import MapAxes
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.column import ComponentColumn
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.gradient_column import partial_derivative
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

_BESIDE = 0.12  # from the numbers of the map to the name of its upward axis, in Manim units
_ARROW = 5.0  # thickness on the map, in Manim's stroke unit
_MARK = units(4.5)  # radius of the spot on the map
_KEY = 0.15  # from the foot of the map to the key, in screen units
_GAP = 0.2  # in screen units
_METER = (3.9, 0.3)  # length and thickness, in screen units
_WIDEST = -1.0  # the widest component to come: a sign, and one digit before the point


class GradientPanel:
    """A map of a landscape, ‖∇f‖ on a meter, and ∇f as a column, below each other.

    It is no mobject: its parts come one by one.

    Args:
        landscape: What is mapped.
        spot: Where the gradient is taken.
        scale: Length of the arrow of magnitude 1, in units of coords.
        steepest: The largest magnitude to come.
        words: What the meter shows, and what the scale of the arrows is.
        x: Of the middle, in screen units.
        side: Of the map, in screen units.

    Attributes:
        map: The landscape again, small, to be seen from straight above.
        axes: Of the map.
        key: The scale of its arrows.
        mark: The spot on it.
        arrow: ∇f on it.
        symbols: ∇f = [∂f/∂x, ∂f/∂y].
        numbers: The same in numbers, live.
        meter: ‖∇f‖.
        word: The word beside its number.
    """

    def __init__(
        self,
        landscape: Landscape,
        spot: Spot,
        *,
        scale: float,
        steepest: float,
        words: tuple[str, str],
        x: float,
        side: float = 3.0,
    ) -> None:
        field = landscape.field
        self.landscape = landscape
        (west, east), (south, north) = field.domain
        middle = (x + _GAP, STAGE.top - side / 2)
        self._overhead = View.overhead(
            side / max(east - west, north - south),
            middle,
            ((west + east) / 2, (south + north) / 2),
        )
        self.map = Landscape(field, view=self._overhead, flatness=1.0)
        self.axes = MapAxes(self.map.point, *field.domain, ticks=4)
        self.axes.names[1].next_to(self.axes.numbers, LEFT, buff=_BESIDE)
        self.axes.names[1].align_to(self.axes.border, UP)
        self.key = ScaleBar(self.map, (west, south), scale=scale, words=words[1], size=TYPE.tick)
        self.key.next_to(self.axes.border.get_bottom(), UP, buff=_KEY)
        self.mark = PointMark(self.map, spot, radius=_MARK)
        self.arrow = GradientArrow(self.map, spot, scale=scale, thickness=_ARROW)
        self.arrow.components.set_z_index(1)  # they are the thinner ones
        self.map.set_state(
            view=self.map.fitting_view(width=1.2 * side, height=side, centre=middle),
            flatness=0.0,
            opacity=0.0,
        )

        self.symbols = ComponentColumn(
            [rf"partial {field.name} \/ partial {name}" for name in field.variables],
            size=TYPE.body,
        )
        self.numbers = ComponentColumn(
            [
                partial_derivative(field, spot, index, decimals=2, size=TYPE.body, widest=_WIDEST)
                for index in range(field.dimension)
            ],
            size=TYPE.body,
            row_height=max(entry.height for entry in self.symbols.entries),
        )
        self.name = Formula(
            f"{{{{ nabla {field.name} : name }}}} =",
            size=TYPE.body,
            parts={"name": PALETTE.uphill},
        )
        self.equals = Formula("=", size=TYPE.body)
        self.meter = Meter(
            lambda: Magnitude(field, spot.at),
            0.0,
            steepest,
            label=f"norm(nabla {field.name})",
            color=PALETTE.uphill,
            horizontal=True,
            length=_METER[0],
            thickness=_METER[1],
        )
        self.meter.next_to(self.axes, DOWN, buff=STAGE.gap).set_x(x)
        self.word = Words(words[0], size=TYPE.label, color=PALETTE.ink_soft)
        self.word.align_to(self.meter.header, DOWN).align_to(self.meter.track, RIGHT)
        row = VGroup(self.name, self.symbols, self.equals, self.numbers).arrange(RIGHT, buff=_GAP)
        row.next_to(self.meter, DOWN, buff=STAGE.gap).set_x(x)

    def unfold(self, view: View) -> LandscapeChange:
        """Return the animation in which a small landscape appears, and becomes the map.

        Args:
            view: Where the landscape itself is seen from: so is the small one at first.
        """
        self.map.set_view(replace(self.map.view, azimuth=view.azimuth, elevation=view.elevation))
        return self.map.to(view=self._overhead, opacity=1.0, flatness=1.0)

    def write(self, *slopes: Readout) -> AnimationGroup:
        """Return the animation in which the column is written, its entries out of ``slopes``."""
        arrivals: list[Animation] = []
        # On their way the lines come as close together as the entries that they become.
        read_as_one(*(slope.label for slope in slopes), self.symbols)
        read_as_one(*(slope.number for slope in slopes), self.numbers)
        for slope, symbol, number in zip(
            slopes, self.symbols.entries, self.numbers.entries, strict=True
        ):
            equals = slope.label[-1]
            slope.label.remove(equals)  # sign by sign, each becomes its like
            arrivals += [
                soon(FadeOut(equals)),
                ReplacementTransform(slope.label, symbol),
                ReplacementTransform(slope.number, number),
            ]
        frames = [self.name, self.symbols.brackets, self.equals, self.numbers.brackets]
        frame = late(*map(FadeIn, frames))
        return AnimationGroup(*arrivals, frame, self.mark.appear())

    def show_meter(self) -> AnimationGroup:
        """Return the animation in which the meter appears, empty but for its number."""
        parts = [part for part in self.meter if part is not self.meter.bar]
        return AnimationGroup(*map(FadeIn, (*parts, self.word)))

    def lay_down(self) -> "Lay":
        """Return the animation in which a copy of the arrow lies down along the meter."""
        meter = self.meter
        self._copy = self.arrow.copy().clear_updaters()
        return Lay(self._copy, meter.at(meter.low), meter.at(meter.value))

    def fill(self) -> AnimationGroup:
        """Return the animation in which that copy becomes the bar, and the arrows get a scale."""
        return AnimationGroup(FadeIn(self.meter.bar, self.key), FadeOut(self._copy))


class Lay(Animation):
    """Move an arrow to another place, as the arrow that it is.

    Args:
        arrow: The arrow.
        tail: Screen point (3,) of its tail at the end.
        tip: Screen point (3,) of its tip at the end.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(self, arrow: Arrow, tail: Points, tip: Points, **kwargs: Any) -> None:
        self._from, self._to = np.stack([arrow.tail, arrow.tip]), np.stack([tail, tip])
        super().__init__(arrow, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the arrow where it is at ``alpha`` in 0..1."""
        t = self.rate_func(alpha)
        self.mobject.put(*((1 - t) * self._from + t * self._to))
