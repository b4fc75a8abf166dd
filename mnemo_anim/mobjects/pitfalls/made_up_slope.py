"""The ground that is made up from one arrow: straight on, as steep everywhere."""

from math import pi

from manim import Mobject
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape, LandscapeChange, Lantern
from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE

_ROOM = (5.6, 3.9)  # width and height of the room for it, in screen units
_AZIMUTH, _ELEVATION = -pi / 4 + 0.55, 0.5
_WEST, _EAST = 2.4, 1.6  # how far it goes from the point, down and up, in units of coords
_LANTERN = (0.8, 1.0)  # radius and strength
_SPOT = 0.3  # part of the ground that is there at first
_HIKER = 0.58  # height, in units of coords
_ASIDE = (-0.25, 0.25)  # from the arrow to the hiker
_SCALE = 0.6  # length, in units of coords, of an arrow of magnitude 1


class MadeUpSlope:
    """A plane with a hiker and ∇f at a point, from which it spreads.

    Args:
        plane: A function of constant gradient.
        at: The point, coords (2,).
        centre: Screen point of the middle of the ground when it has spread.

    Attributes:
        land: The ground.
        arrow: ∇f.
        hiker: Beside it.
    """

    def __init__(self, plane: ScalarField, at: tuple[float, ...], *, centre: ArrayLike) -> None:
        x, y = at
        self.land = Landscape(
            plane,
            x_range=(x - _WEST, x + _EAST),
            y_range=(y - _WEST, y + _EAST),
            haze=PALETTE.panel,
            origin=(x, y),
            extent=(_SPOT, _SPOT),
            lantern=Lantern((x, y), *_LANTERN),
        )
        self.land.set_view(
            self.land.fitting_view(
                azimuth=_AZIMUTH,
                elevation=_ELEVATION,
                width=_ROOM[0],
                height=_ROOM[1],
                centre=centre,
            )
        )
        self.arrow = GradientArrow(self.land, at, scale=_SCALE)
        self.hiker = Walker(
            self.land, (x + _ASIDE[0], y + _ASIDE[1]), height=_HIKER, bearing=pi / 4
        )

    @property
    def parts(self) -> tuple[Mobject, ...]:
        """All of it."""
        return self.land, self.arrow, self.hiker

    def extend(self) -> LandscapeChange:
        """Return the animation in which the ground spreads from the point."""
        return self.land.to(extent=(1.0, 1.0))

    def pulse(self) -> Vary:
        """Return the animation in which the arrow swells."""
        return self.arrow.pulse()
