"""How steep is the steepest climb, and a walk at right angles to it?"""

from collections.abc import Iterator
from math import atan2, pi

import numpy as np
from manim import DOWN, ORIGIN, RIGHT, Animation, FadeIn, FadeOut

from mnemo_anim.maths import unit_directions
from mnemo_anim.maths.gallery import HILLSIDE
from mnemo_anim.maths.quantities import PartialDerivative, Slope, as_coord_tuple
from mnemo_anim.mobjects.compass import Compass
from mnemo_anim.mobjects.contour_map import ContourMap
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.lettering import Formula, halo
from mnemo_anim.mobjects.level_ring import LevelRing
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.mobjects.right_angle import RightAngle
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_HERE = (0.0, 0.0)  # where the gradient of the hillside is what the question says
_SCALE = 0.2  # length on the map of a slope of 1
_UNIT = 1.8
_RADIUS = 0.62  # of the compass, in units of x
_RAY = 0.045  # length of its ray of slope 1
_TAG = 0.5  # from the ring to the number outside it, in units of x


class HowSteep(ReviewPicture):
    """A hillside on a map: its gradient, and the slope in a direction that turns."""

    def __init__(self) -> None:
        self.spot = Spot(_HERE)
        self.chart = ContourMap(HILLSIDE, unit=_UNIT, centre=CENTRE, plain=True)
        self.ground = self.chart.backing(opacity=0.0)
        self.arrow = GradientArrow(self.chart, self.spot, scale=_SCALE)
        self.names = [self._part_name(index) for index in (0, 1)]
        self.steepest = atan2(*reversed(self.arrow.gradient))
        self.compass = Compass(
            self.chart, self.spot, radius=_RADIUS, scale=_RAY, heading=self.steepest
        )
        self.compass.felt = 0.0
        self.mark = PointMark(self.chart, self.spot).set_z_index(1)
        self.slope = Tag(self._slope(), self._outside, ORIGIN, gap=0.0)
        self.level = LevelRing(self.chart, self.spot, color=PALETTE.level)
        self.corner = RightAngle(self.chart, self.spot, size=0.16)
        x, y = (PartialDerivative(HILLSIDE, _HERE, index) for index in (0, 1))
        self.reason = Formula(
            "{{norm(nabla f) : name}} &= sqrt(#x^2 + #y^2) \\ &= #norm",
            parts={"name": PALETTE.uphill},
            numbers={"x": x, "y": y, "norm": Slope(HILLSIDE, _HERE, (x.value, y.value))},
        )

    def pose(self) -> Iterator[Animation]:
        """Draw the map and the gradient with its parts; look uphill, and along the slope."""
        yield together(self.ground.to(opacity=1.0), self.chart.trace())
        parts = self.arrow.components
        yield together(
            self.mark.appear(),
            self.arrow.grow(),
            parts.x_part.grow(),
            parts.y_part.grow(),
            *(FadeIn(name) for name in self.names),
        )
        yield self.arrow.pulse()
        yield self.corner.appear()

    def answer(self) -> Iterator[Animation]:
        """Turn a direction from the steepest to the level one, and read its slope all the way."""
        parts = self.arrow.components
        yield together(
            FadeOut(*self.names),
            parts.x_part.vanish(),
            parts.y_part.vanish(),
            self.corner.vanish(),
            self.compass.appear(),
            self.slope.appear(),
        )
        yield together(self.compass.vary(heading=self.steepest))
        yield together(
            self.compass.vary(heading=self.steepest + pi / 2, felt=0.25), self.corner.appear()
        )
        yield together(self.level.appear())

    def _outside(self) -> np.ndarray:
        reach = _RADIUS + _RAY * max(0.0, self.compass.slope) + _TAG
        heading = self.compass.heading
        if heading <= self.steepest + 1e-9:
            reach += 0.0
        return self.chart.step(_HERE, reach * unit_directions(heading))

    def _slope(self) -> Number:
        compass, spot = self.compass, self.spot
        number = Number(
            source=lambda: Slope(
                HILLSIDE,
                as_coord_tuple(spot.coords),
                as_coord_tuple(unit_directions(compass.heading)),
            ),
            decimals=1,
            size=TYPE.heading,
            color=PALETTE.ink,
            family=FONTS.maths,
        )
        halo(number)
        return number

    def _part_name(self, index: int) -> Number:
        number = Number(
            source=lambda: PartialDerivative(HILLSIDE, _HERE, index),
            decimals=0,
            size=TYPE.formula,
            color=PALETTE.part(index),
            family=FONTS.maths,
        )
        part = (self.arrow.components.x_part, self.arrow.components.y_part)[index]
        number.next_to((part.tail + part.tip) / 2, (DOWN, RIGHT)[index], buff=0.18)
        halo(number)
        return number
