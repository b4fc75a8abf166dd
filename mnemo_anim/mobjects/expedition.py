"""A descent as a walk in the dark: feel the gradient, turn it round, step along it."""

from dataclasses import replace
from math import pi

from manim import Animation, AnimationGroup, ManimColor

from mnemo_anim.landscape import Landscape, LevelPlane
from mnemo_anim.maths import Walk
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.trail import Trail
from mnemo_anim.mobjects.walker import Walker
from mnemo_anim.theme import PALETTE

_FADED = 0.4  # how much of an arrow stays where the hiker has left
_SHEET = 0.4  # opacity of the plane at the hiker's height


class Expedition:
    """A hiker on a landscape, who carries its lantern down the way of a descent.

    Every arrow is drawn to the scale of the learning rate: turned round, it is the step −α∇f.

    Args:
        walk: The descent.
        landscape: Of the same field.
        height: Of the hiker, in units of coords.
        bearing: As of a `Walker`.

    Attributes:
        descent: What is walked.
        stops: Its iterates, shape (k, 2).
        last: The number of the last stop.
        spot: Where the hiker is.
        hiker: The figure.
        trail: The way so far.
        arrows: What has been felt: the gradient at each stop, until now.
    """

    def __init__(
        self, walk: Walk, landscape: Landscape, *, height: float, bearing: float = 0.0
    ) -> None:
        self.walk, self.landscape = walk, landscape
        self.descent = walk.descent()
        self.stops = self.descent.iterates
        self.last = len(self.stops) - 1
        self.spot = Spot(self.stops[0])
        self.hiker = Walker(landscape, self.spot, height=height, bearing=bearing)
        self.trail = Trail(landscape, self.descent)
        self.arrows: list[GradientArrow] = []
        self._step: GradientArrow | None = None

        def go_along(land: Landscape) -> None:
            land.carry_lantern(self.spot.coords)
            planes = tuple(replace(p, level=self.height) for p in land.state.level_planes)
            land.set_state(level_planes=planes)

        landscape.add_updater(go_along, call_updater=True)

    @property
    def height(self) -> float:
        """The value of f where the hiker is."""
        return float(self.walk.field.value(self.spot.coords))

    def kindle(self, strength: float, radius: float | None = None) -> Animation:
        """Return the animation of the lantern to another strength, and radius in the world."""
        lantern = replace(self.landscape.state.lantern, strength=strength)
        if radius is not None:
            lantern = replace(lantern, radius=radius)
        return self.landscape.to(lantern=lantern)

    def raise_plane(self) -> Animation:
        """Return the animation that lays a level plane at the hiker's height; it stays there."""
        red, green, blue = ManimColor(PALETTE.loss).to_rgb()
        colour = (float(red), float(green), float(blue))
        return self.landscape.to(level_planes=(LevelPlane(self.height, colour, sheet=_SHEET),))

    def gradient(self, stop: int) -> GradientArrow:
        """Return ∇f at a stop, which the hiker is going to feel."""
        self.arrows.append(self._arrow(stop))
        return self.arrows[-1]

    def turn(self, stop: int) -> AnimationGroup:
        """Return the animation in which hiker and arrow turn round; what was felt stays, dim."""
        self._step = self._arrow(stop)
        return together(
            self._step.vary(turn=-pi),  # clockwise on the map, like the hiker
            self.hiker.face(self.descent.steps[stop]),
            self.arrows[-1].vary(shown=_FADED),
        )

    @property
    def step(self) -> GradientArrow:
        """The step −α∇f that the hiker has turned to.

        Raises:
            RuntimeError: Nobody has turned yet.
        """
        if self._step is None:
            raise RuntimeError("the hiker has no step to take: play `turn` first")
        return self._step

    def walk_to(self, stop: int) -> AnimationGroup:
        """Return the animation in which the hiker walks along the step, and leaves a trail."""
        return together(
            self.hiker.go_to(self.stops[stop]), self.trail.take_step(), self.step.vanish()
        )

    def _arrow(self, stop: int) -> GradientArrow:
        return GradientArrow(self.landscape, self.stops[stop], scale=self.walk.learning_rate)
