"""How steep is the steepest climb, and a walk at right angles to it?"""

from collections.abc import Callable, Iterator, Sequence
from math import pi

from manim import DOWN, ORIGIN, RIGHT, Animation, FadeIn, FadeOut

from mnemo_anim.maths import gradient_angle, unit_directions
from mnemo_anim.maths.gallery import HILLSIDE
from mnemo_anim.maths.quantities import (
    Magnitude,
    PartialDerivative,
    Quantity,
    Slope,
    as_coord_tuple,
)
from mnemo_anim.maths.walks import level_walk
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.level_ring import LevelRing
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.mobjects.slopes.compass import Compass
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.right_angle import RightAngle
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_HERE = (0.0, 0.0)  # where the gradient of the hillside is what the question says
_SCALE = 0.2  # length on the map of a slope of 1
_UNIT = 1.85
_RADIUS = 0.62  # of the compass, in units of x
_RAY = 0.045  # length of its ray of slope 1
_TAG = (0.3, -0.24)  # of its number: from the pointer's end, in units of x; aside, in radians
_FAN = 0.4  # of the compass is left while somebody walks
_WALK = 1.25  # along the level curve, in units of x
_GAP = 0.18  # between an arrow and its number, in screen units


class HowSteep(ReviewPicture):
    """A hillside on a map: its gradient, and the slope in a direction that turns."""

    def __init__(self) -> None:
        self.spot = Spot(_HERE)
        self.chart = ContourMap(HILLSIDE, unit=_UNIT, centre=CENTRE, plain=True)
        self.ground = self.chart.backing(opacity=0.0)
        self.arrow = GradientArrow(self.chart, self.spot, scale=_SCALE)
        self.parts = self.arrow.components
        self.corner = RightAngle(self.chart, self.spot, size=0.16)
        self.steepest = float(gradient_angle(HILLSIDE, _HERE))
        self.compass = Compass(
            self.chart, self.spot, radius=_RADIUS, scale=_RAY, heading=self.steepest
        )
        self.compass.felt = self.compass.needle_shown = 0.0
        self.mark = PointMark(self.chart, self.spot).set_z_index(1)
        self.walker = PointMark(self.chart, Spot(_HERE)).set_z_index(1)
        self.level = LevelRing(self.chart, self.spot, color=PALETTE.level)
        x, y = (PartialDerivative(HILLSIDE, _HERE, index) for index in (0, 1))
        norm = Magnitude(HILLSIDE, _HERE)
        self.names = [self._entry(index, entry) for index, entry in enumerate((x, y))]
        turning = _number(self._slope, 0, PALETTE.ink, size=TYPE.heading)
        self.slope = Tag(turning, self._beyond, ORIGIN, gap=0.0)
        self.reason = Formula(
            "{{norm(nabla f) : name}} &= sqrt(#a^2 + #b^2) \\ &= #norm",
            parts={"name": PALETTE.uphill},
            numbers={"a": x, "b": y, "norm": norm},
        )

    def pose(self) -> Iterator[Animation]:
        """Draw the map and the gradient with its parts; look uphill, and at right angles to it."""
        yield together(self.ground.to(opacity=1.0), self.chart.trace())
        yield together(
            self.mark.appear(),
            self.arrow.grow(),
            *(part.grow() for part in self.parts),
            *(FadeIn(name) for name in self.names),
        )
        yield self.arrow.pulse()
        yield self.corner.appear()

    def ponder(self) -> Sequence[Animation]:
        """Let the gradient breathe."""
        return (self.arrow.pulse(),)

    def answer(self) -> Iterator[Animation]:
        """Turn a direction from the steepest to the level one, and read its slope all the way."""
        yield together(
            FadeOut(*self.names),
            *(part.vanish() for part in self.parts),
            self.corner.vanish(),
            self.compass.appear(),
        )
        yield together(self.arrow.pulse(), late(self.slope.appear()))
        quarter = self.steepest + pi / 2
        yield together(
            self.compass.vary(heading=quarter, felt=0.25, needle_shown=(1.0, 1.0)),
            late(self.corner.appear()),
        )
        way = level_walk(HILLSIDE, _HERE, _WALK)
        yield together(
            self.compass.vary(shown=_FAN, needle_shown=0.0),
            self.level.appear(),
            self.walker.appear(),
            self.walker.spot.wander(way),
        )

    def _slope(self) -> Slope:
        return Slope(HILLSIDE, _HERE, as_coord_tuple(unit_directions(self.compass.heading)))

    def _beyond(self) -> Points:
        """Return the screen point (3,) beyond the pointer: first ∇f itself, then the needle."""
        steepness = max(0.0, self.compass.slope) / self.arrow.magnitude
        reach = _RADIUS + steepness * (_SCALE * self.arrow.magnitude - _RADIUS) + _TAG[0]
        aside = (1 - steepness) * _TAG[1]  # clear of the level curve
        return self.chart.step(_HERE, reach * unit_directions(self.compass.heading + aside))

    def _entry(self, index: int, entry: PartialDerivative) -> Number:
        number = _number(lambda: entry, 0, PALETTE.part(index))
        part = self.parts[index]
        number.next_to((part.tail + part.tip) / 2, (DOWN, RIGHT)[index], buff=_GAP)
        return number


def _number(
    source: Callable[[], Quantity], decimals: int, color: str, size: float = TYPE.formula
) -> Number:
    number = Number(source=source, decimals=decimals, size=size, color=color, family=FONTS.maths)
    halo(number)
    return number
