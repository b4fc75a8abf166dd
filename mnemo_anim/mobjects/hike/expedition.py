"""A descent as a walk in the dark: feel the gradient, turn it round, step along it."""

from dataclasses import replace
from math import pi

from manim import (
    Animation,
    AnimationGroup,
    Group,
    ManimColor,
    VGroup,
    VMobject,
    there_and_back,
)

from mnemo_anim.landscape import Landscape, LevelPlane, View
from mnemo_anim.maths import Walk
from mnemo_anim.maths.quantities import Value
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.ground.felt_slopes import FeltSlopes
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE

Shot = tuple[float, float, float, float]  # azimuth, elevation, perspective, scale: see `View`

_FADED = 0.4  # how much of an arrow stays while the hiker steps the other way
_SWELL = 1.8  # of the mark on a map, at its most
_SHEET = 0.13  # opacity of the plane at the hiker's height


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
        self._trails = [self.trail]

        def go_along(land: Landscape) -> None:
            land.carry_lantern(self.spot.coords)
            planes = tuple(replace(p, level=self.height.value) for p in land.state.level_planes)
            land.set_state(level_planes=planes)

        landscape.add_updater(go_along, call_updater=True)

    @property
    def height(self) -> Value:
        """The value of f where the hiker is."""
        return Value(self.walk.field, self.spot.at)

    # ---- what is seen of it --------------------------------------------------------------------

    def view(
        self,
        since: int,
        stop: int,
        shot: Shot,
        centre: tuple[float, float],
    ) -> View:
        """Return a view of the hiker's way from one stop to another.

        Args:
            since: Number of the first stop.
            stop: Number of the last, the same for a view of the hiker alone.
            shot: Where the camera is.
            centre: Screen point of the middle between both, at the height of the hiker's waist.
        """
        ends = self.landscape.world(self.stops[[since, stop]], self.hiker.size / 2)
        x, y, height = (float(part) for part in ends.mean(axis=0))
        return View(*shot, focus=(x, y, height), centre=(*centre, 0.0))

    def gradient(
        self, chart: Chart | Landscape, at: int | Spot, *, scale: float | None = None
    ) -> GradientArrow:
        """Return ∇f on a chart, at a stop or wherever a spot is.

        Args:
            chart: A map, or the landscape.
            at: The number of a stop, or the spot.
            scale: As for `GradientArrow`; by default the learning rate, so that ∇f turned round
                is the step.
        """
        where = self.stops[at] if isinstance(at, int) else at
        return GradientArrow(chart, where, scale=scale or self.walk.learning_rate)

    def on(self, chart: Chart) -> "OnMap":
        """Return trail and hiker as they are on a map; they go along from now on."""
        trail = Trail(chart, self.descent, progress=self.trail.progress)
        self._trails.append(trail)
        return OnMap(trail, PointMark(chart, self.spot))

    def kindle(self, strength: float, radius: float | None = None) -> Animation:
        """Return the animation of the lantern to another strength, and radius in the world."""
        lantern = replace(self.landscape.state.lantern, strength=strength)
        if radius is not None:
            lantern = replace(lantern, radius=radius)
        return self.landscape.to(lantern=lantern)

    def raise_plane(self) -> Animation:
        """Return the animation that lays a level plane at the hiker's height; it stays there."""
        red, green, blue = (float(part) for part in ManimColor(PALETTE.loss).to_rgb())
        plane = LevelPlane(self.height.value, (red, green, blue), sheet=_SHEET)
        return self.landscape.to(level_planes=(plane,))

    # ---- the way down --------------------------------------------------------------------------

    def feel_around(self, length: float, names: tuple[VMobject, ...] = ()) -> FeltSlopes:
        """Return the slopes along both axes under the hiker's feet.

        Args:
            length: Of the bars, in units of coords.
            names: Of both, if any.
        """
        return FeltSlopes(self.landscape, self.spot, names=names, length=length)

    def feel(self, stop: int) -> GradientArrow:
        """Return ∇f at a stop, which the hiker is about to feel."""
        self.arrows.append(self.gradient(self.landscape, stop))
        return self.arrows[-1]

    @property
    def step(self) -> GradientArrow:
        """The arrow −α∇f that the hiker has turned to, and is going to walk along.

        Raises:
            RuntimeError: The hiker has not turned.
        """
        if self._step is None:
            raise RuntimeError("there is no step to take: play `turn` before it")
        return self._step

    def turn(self, stop: int) -> AnimationGroup:
        """Return the animation in which hiker and arrow turn round; what was felt dims."""
        self._step = self.gradient(self.landscape, stop)
        return together(
            self._step.vary(turn=-pi),  # clockwise on the map, like the hiker
            self.hiker.face(self.descent.steps[stop]),
            self.arrows[-1].vary(shown=_FADED),
        )

    def walk_to(self, stop: int) -> AnimationGroup:
        """Return the animation in which the hiker walks on to a stop, and leaves a trail."""
        gone = [] if self._step is None else [self._step.vanish(), self.arrows[-1].vanish()]
        self._step = None
        return together(
            self.hiker.go_to(self.stops[stop]),
            *(trail.vary(progress=float(stop)) for trail in self._trails),
            *gone,
        )

    def walk_back(self) -> Animation:
        """Return the animation in which the hiker goes all the way back, and the trail goes."""
        return _Retrace(self.spot, self._trails)


class OnMap(VGroup):
    """A descent on a map.

    Args:
        trail: The way so far.
        mark: Where it has come to.
    """

    def __init__(self, trail: Trail, mark: PointMark) -> None:
        super().__init__(trail, mark)
        self.mark = mark

    def pulse(self) -> Animation:
        """Return the animation in which the mark swells, and is as before."""
        return Vary(self.mark, {"radius": _SWELL * self.mark.radius}, rate_func=there_and_back)


class _Retrace(Animation):
    """Take a spot back along its trails to where they start."""

    def __init__(self, spot: Spot, trails: list[Trail]) -> None:
        super().__init__(Group(spot, *trails), suspend_mobject_updating=False)
        self._spot, self._trails, self._start = spot, trails, trails[0].progress

    def interpolate_mobject(self, alpha: float) -> None:
        """Go back to where the spot has been when ``1 − alpha`` of the steps were taken."""
        for trail in self._trails:
            trail.progress = (1 - self.rate_func(alpha)) * self._start
            trail.redraw()
        self._spot.coords = self._trails[0].head
