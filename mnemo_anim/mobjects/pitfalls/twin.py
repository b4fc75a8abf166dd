"""A landscape of which only one point is known: its height and its gradient there."""

from math import pi

from manim import DOWN, LEFT, AnimationGroup, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape, Lantern
from mnemo_anim.maths import Walk
from mnemo_anim.maths.quantities import PartialDerivative, Value
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.gradient_row import GradientRow
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.pitfalls.tangent_plane import TangentPlane
from mnemo_anim.mobjects.pitfalls.wayfarer import Wayfarer
from mnemo_anim.mobjects.staging import late
from mnemo_anim.mobjects.trail import Trail
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_ROOM = (6.2, 4.4)  # width and height of the room for it, in screen units
_AZIMUTH, _ELEVATION = -pi / 4, 0.72  # it is seen corner on, from low x and low y
_LANTERN = (0.8, 1.0)  # radius and strength
_PLANE = 0.82  # of the way to the edges of the domain
_HIKER = 0.4  # height, in units of coords
_SCALE = 0.6  # length, in units of coords, of an arrow of magnitude 1


class Twin:
    """A landscape in the dark, lit at one point, with the descent that starts there.

    Args:
        walk: The descent.
        centre: Screen point of the middle of the landscape.

    Attributes:
        land: The landscape, in fog.
        plane: The plane that touches it at the point.
        arrow: ∇f there.
        trail: The descent.
        hiker: At its head; add it after the trail.
        facts: f and ∇f at the point, in numbers.
    """

    def __init__(self, walk: Walk, *, centre: ArrayLike) -> None:
        field, start = walk.field, walk.start
        self.land = Landscape(
            field,
            night=PALETTE.panel,
            fog=1.0,
            rim=0.0,
            lantern=Lantern((start[0], start[1]), *_LANTERN),
        )
        view = self.land.fitting_view(
            azimuth=_AZIMUTH,
            elevation=_ELEVATION,
            width=_ROOM[0],
            height=_ROOM[1],
            centre=centre,
        )
        self.land.set_view(view)
        self.plane = TangentPlane(self.land, start, reach=_PLANE)
        self.arrow = GradientArrow(self.land, start, scale=_SCALE)
        self.arrow.set_z_index(1)  # over the plane, which comes later
        self.trail = Trail(self.land, walk.descent(), color=PALETTE.downhill)
        self.hiker = Wayfarer(self.land, self.trail, height=_HIKER)
        VGroup(self.trail, self.hiker).set_z_index(2)
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

    def lift_fog(self) -> AnimationGroup:
        """Return the animation in which all of the ground comes to light, and the hiker on it."""
        show = (self.trail.appear(), self.hiker.appear())
        return together(self.land.to(fog=0.0, rim=1.0), self.plane.vanish(), late(*show))
