"""A landscape of which only one point is known: its height and its gradient there."""

from math import pi

from manim import DOWN, LEFT, AnimationGroup, Mobject, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape, Lantern
from mnemo_anim.maths import Walk
from mnemo_anim.maths.quantities import PartialDerivative, Value
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.gradient_row import GradientRow
from mnemo_anim.mobjects.pitfalls.wayfarer import Wayfarer
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

_ROOM = (6.2, 4.4)  # width and height of the room for it, in screen units
_AZIMUTH, _ELEVATION = -pi / 4, 0.72  # it is seen corner on, from low x and low y
_LANTERN = (0.8, 1.0)  # radius and strength
_BRIGHT = (1.3, 1.0)  # of the lantern that is pointed out
_HIKER = 0.58  # height, in units of coords
_ASIDE = 0.32  # from the arrow to the hiker who has not set out, in units of coords
_SCALE = 0.6  # length, in units of coords, of an arrow of magnitude 1
_MINIMUM = units(6.0)  # radius of the mark at the minimum


class Twin:
    """A landscape in the dark, lit at one point, with the descent that starts there.

    Args:
        walk: The descent.
        centre: Screen point of the middle of the landscape.
        side: On which side of the arrow the hiker waits: 1 for the right, −1 for the left.

    Attributes:
        land: The landscape, in fog.
        arrow: ∇f at the point.
        trail: The descent; its first mark comes to light with the ground.
        hiker: At its head; add it after the trail.
        minimum: The mark of the minimum, which comes to light with the ground.
        facts: f and ∇f at the point, in numbers.
    """

    def __init__(self, walk: Walk, *, centre: ArrayLike, side: int) -> None:
        field, start = walk.field, walk.start
        self._start = (start[0], start[1])
        self.land = Landscape(
            field,
            haze=PALETTE.panel,
            fog=1.0,
            rim=0.0,
            lantern=Lantern(self._start, *_LANTERN),
        )
        view = self.land.fitting_view(
            azimuth=_AZIMUTH,
            elevation=_ELEVATION,
            width=_ROOM[0],
            height=_ROOM[1],
            centre=centre,
        )
        self.land.set_view(view)
        self.minimum = PointMark(
            self.land, field.critical_points()[0].point, color=PALETTE.loss, radius=_MINIMUM
        )
        self.minimum.shown = 0.0
        self.arrow = GradientArrow(self.land, start, scale=_SCALE)
        self.trail = Trail(self.land, walk.descent(), color=PALETTE.downhill)
        self.trail.shown = 0.0
        across = side * _ASIDE / 2**0.5
        self.hiker = Wayfarer(self.land, self.trail, height=_HIKER, aside=(across, -across))
        height = Formula(
            f"{{{{{field.name} : name}}}} = #value",
            size=TYPE.body,
            parts={"name": PALETTE.loss},
            numbers={"value": Value(field, start)},
        )
        gradient = GradientRow(
            ["#x", "#y"],
            value=field.name,
            size=TYPE.body,
            numbers={
                name: PartialDerivative(field, start, index)
                for index, name in enumerate(field.variables)
            },
        )
        self.facts = VGroup(height, gradient).arrange(DOWN, buff=STAGE.gap, aligned_edge=LEFT)

    @property
    def parts(self) -> tuple[Mobject, ...]:
        """What stands on the card before the hiker sets out."""
        return self.land, self.minimum, self.arrow, self.trail, self.hiker

    def lift_fog(self) -> AnimationGroup:
        """Return the animation in which all of the ground comes to light."""
        return together(
            self.land.to(fog=0.0, rim=1.0), late(self.minimum.appear(), self.trail.appear())
        )

    def point_out(self) -> AnimationGroup:
        """Return the animation in which the arrow swells, and the light around it grows."""
        lantern = Lantern(self._start, *_BRIGHT)
        return together(self.land.to(lantern=lantern), self.arrow.pulse())
