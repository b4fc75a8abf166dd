"""The landscape as a Manim mobject, drawn by `LandscapeCamera` in order with all others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, Self

import numpy as np
from manim import ORIGIN, Animation, ManimColor, Mobject, smooth

from mnemo_anim.landscape import occlusion
from mnemo_anim.landscape.frame import Palette
from mnemo_anim.landscape.state import (
    CuttingPlane,
    LandscapeState,
    Rgb,
    blend,
)
from mnemo_anim.landscape.terrain import terrain_of
from mnemo_anim.landscape.view import View, vector3
from mnemo_anim.maths import ScalarField, nice_levels
from mnemo_anim.theme import PALETTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from manim.typing import ParsableManimColor
    from numpy.typing import ArrayLike, NDArray

    from mnemo_anim.palettes import Light

_RELIEF = 0.32  # height of the ground over its longer side, where no height_scale is given
_LEVELS = 28
_INDEX_EVERY = 5


class Landscape(Mobject):
    """The graph of a scalar field, seen as a landscape.

    Every animatable quantity is part of `state`.  `set_state` changes some of them at once, `to`
    returns an animation that does so.

    Args:
        field: A field of two variables.
        x_range: Smallest and largest x; by default those of the field's domain.
        y_range: Smallest and largest y.
        height_scale: World height per unit of f; by default the relief is a third of the width.
        view: Where it is seen from; by default at a slant, filling most of the frame.
        levels: Values of f whose curves are drawn; by default about two dozen round ones.
        index_levels: Those that are drawn stronger; by default each fifth.
        tints: Colours from the lowest to the highest ground.
        haze: Colour that the far distance fades into.
        light: How the ground is lit, and how lines are drawn on it.
        grid_step: Distance of the coordinate grid's lines in x and y.
        origin: The coords from which the ground grows, when its extent does.
        resolution: Cells of the mesh along the longer side.
        state: Any field of `LandscapeState`.

    Raises:
        LandscapeError: A range is empty, or the field is not finite somewhere on it.
    """

    def __init__(
        self,
        field: ScalarField,
        *,
        x_range: tuple[float, float] | None = None,
        y_range: tuple[float, float] | None = None,
        height_scale: float | None = None,
        view: View | None = None,
        levels: Sequence[float] | None = None,
        index_levels: Sequence[float] | None = None,
        tints: Sequence[ParsableManimColor] = PALETTE.hypsometric,
        haze: ParsableManimColor = PALETTE.ground,
        light: Light = PALETTE.light,
        grid_step: tuple[float, float] = (1.0, 1.0),
        origin: tuple[float, float] = (0.0, 0.0),
        resolution: int = 64,
        **state: Any,
    ) -> None:
        super().__init__()
        domain = (x_range or field.domain[0], y_range or field.domain[1])
        if domain != field.domain:
            field = field.within(domain)
        scale = 1.0 if height_scale is None else height_scale
        self.terrain = terrain_of(field, scale, resolution)
        low, high = self.terrain.value_range
        if height_scale is None:
            scale = _RELIEF * self.terrain.size / max(high - low, 1e-9)
            self.terrain = terrain_of(field, scale, resolution)
        self.origin = (float(origin[0]), float(origin[1]))
        if levels is None:
            levels = nice_levels(field, _LEVELS)
        if index_levels is None:
            index_levels = each_fifth(levels)
        self.palette = Palette(
            tints=tuple(as_rgb(tint) for tint in tints),
            haze=as_rgb(haze),
            light=light,
            levels=tuple(float(level) for level in levels),
            index_levels=tuple(float(level) for level in index_levels),
            grid_step=(float(grid_step[0]), float(grid_step[1])),
        )
        self._state = LandscapeState(view=view or self.fitting_view(), **state)
        self._place_points()

    @property
    def field(self) -> ScalarField:
        """The function that gives the height."""
        return self.terrain.field

    @property
    def state(self) -> LandscapeState:
        """What the landscape looks like now."""
        return self._state

    @property
    def view(self) -> View:
        """Where the landscape is seen from now."""
        return self._state.view

    def fitting_view(
        self,
        *,
        azimuth: float = -0.6,
        elevation: float = 0.62,
        perspective: float = 0.35,
        width: float = 12.6,
        height: float = 6.6,
        centre: ArrayLike = (0.0, 0.0),
        extent: tuple[float, float] = (1.0, 1.0),
    ) -> View:
        """Return the view in which the ground just fits into a box on the screen.

        Args:
            azimuth: As in `View`.
            elevation: As in `View`.
            perspective: Size of the ground over the distance of the camera.
            width: Of the box, in screen units.
            height: Of the box, in screen units.
            centre: Middle of the box, a screen point.
            extent: Part of the x- and of the y-range that has to fit, as in `LandscapeState`.
        """
        whole = extent == (1.0, 1.0)
        mesh = self.terrain.mesh if whole else self.terrain.grown_mesh(extent, self.origin)
        ground = mesh[..., :3].astype(float).reshape(-1, 3)
        ground[:, 2] *= self.terrain.height_scale
        low, high = ground.min(axis=0), ground.max(axis=0)
        view = View(
            azimuth,
            elevation,
            perspective / self.terrain.size,
            1.0,
            vector3(0.5 * (low + high)),
        )
        points = view.project(ground)[:, :2]
        left_bottom, right_top = points.min(axis=0), points.max(axis=0)
        box = right_top - left_bottom
        scale = float(min(width / box[0], height / box[1]))
        middle = np.asarray(centre, float)[:2] - scale * 0.5 * (left_bottom + right_top)
        return replace(view, scale=scale, centre=vector3(middle))

    # -- changing the state ---------------------------------------------------------------------

    def set_state(self, **changes: Any) -> Self:
        """Change fields of the state at once; names as in `LandscapeState`."""
        self._state = replace(self._state, **changes)
        self._place_points()
        return self

    def to(
        self,
        *,
        run_time: float = 1.0,
        rate_func: Callable[[float], float] = smooth,
        **changes: Any,
    ) -> LandscapeChange:
        """Return the animation to other values of some fields of the state.

        It begins with the state at the moment of playing and touches no other field, so several may
        be played at once: ``play(landscape.to(fog=0), landscape.to(view=above, run_time=3))``.
        """
        return LandscapeChange(self, changes, run_time=run_time, rate_func=rate_func)

    def cut(
        self,
        along: Literal["x", "y"],
        through: ArrayLike,
        colour: ParsableManimColor,
        *,
        run_time: float = 1.0,
        rate_func: Callable[[float], float] = smooth,
    ) -> LandscapeChange:
        """Return the animation that draws the cutting plane along an axis, through coords (2,)."""
        x, y = (float(c) for c in np.asarray(through, float))
        plane = CuttingPlane(at=y if along == "x" else x, colour=as_rgb(colour), reveal=1.0)
        changes = {"cut_x" if along == "x" else "cut_y": plane}
        return LandscapeChange(self, changes, run_time=run_time, rate_func=rate_func)

    def set_view(self, view: View) -> Self:
        """Look from another view, at once."""
        return self.set_state(view=view)

    def set_opacity(self, opacity: float) -> Self:
        """Set the opacity of the whole drawing, in 0..1."""
        return self.set_state(opacity=float(opacity))

    def fade(self, darkness: float = 0.5, family: bool = True) -> Self:
        """Take a part of the opacity away, as Manim's fades ask for."""
        super().fade(darkness, family)
        return self.set_opacity(self._state.opacity * (1.0 - darkness))

    def carry_lantern(self, coords: ArrayLike) -> Self:
        """Put the lantern at other coords (2,) of the ground, at once."""
        x, y = (float(c) for c in np.asarray(coords, float))
        return self.set_state(lantern=replace(self._state.lantern, coords=(x, y)))

    # -- where things are -----------------------------------------------------------------------

    def world(self, coords: ArrayLike, lift: ArrayLike = 0.0) -> NDArray[np.float64]:
        """Return the world points, shape (…, 3), ``lift`` above the ground at coords (…, 2)."""
        points = self.terrain.world(coords, self._state.flatness)
        points[..., 2] += np.asarray(lift, float)
        return points

    def project(self, x: float, y: float, lift: float = 0.0) -> NDArray[np.float64]:
        """Return the screen point, shape (3,), of the ground at (x, y), or ``lift`` above it."""
        return self.point((x, y), lift)

    def point(self, coords: ArrayLike, lift: ArrayLike = 0.0) -> NDArray[np.float64]:
        """Return the screen points, shape (…, 3), of the ground at coords (…, 2)."""
        return self.view.project(self.world(coords, lift))

    def slopes(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return the slopes of the ground as it is drawn, along x and y; shape (…, 2)."""
        return self.terrain.slopes(coords, self._state.flatness)

    def normal(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return the unit normals of the ground as it is drawn, in the world; shape (…, 3)."""
        return self.terrain.normals(coords, self._state.flatness)

    def step(self, at: ArrayLike, displacement: ArrayLike) -> NDArray[np.float64]:
        """Return where straight steps along the tangent plane lead, as screen points (…, 3).

        Args:
            at: Where the tangent plane touches, shape (…, 2).
            displacement: The step over the map, shape (…, 2).
        """
        across = np.asarray(displacement, float)
        rise = np.sum(self.slopes(at) * across, axis=-1, keepdims=True)
        return self.view.project(self.world(at) + np.concatenate([across, rise], axis=-1))

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return 1 for each of the coords (…, 2) that can be seen, 0 for those behind a ridge."""
        return self.visible(coords).astype(float)

    def visible(self, coords: ArrayLike, lift: ArrayLike = 0.0) -> NDArray[np.bool_]:
        """Return whether points ``lift`` above the ground at coords (…, 2) can be seen; (…)."""
        return occlusion.visible(self.terrain, self._state, self.domain, coords, lift)

    def surface_curve(self, coords: ArrayLike, lift: float = 0.0) -> list[NDArray[np.float64]]:
        """Return the parts of a path that can be seen, each as screen points (k, 3).

        Args:
            coords: The path over the map, shape (m, 2), dense enough to follow the ground.
            lift: World height of the path above the ground.
        """
        parts = occlusion.visible_parts(self.terrain, self._state, self.domain, coords, lift)
        return [self.point(part, lift) for part in parts]

    @property
    def domain(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The x-range and the y-range that the ground has grown to."""
        return self.terrain.domain(self._state.extent, self.origin)

    # -- what Manim asks of a mobject -----------------------------------------------------------

    def shift(self, *vectors: Any) -> Self:
        """Move the landscape over the screen."""
        centre = np.asarray(self.view.centre) + np.sum(np.asarray(vectors, float), axis=0)
        return self.set_view(replace(self.view, centre=vector3(centre)))

    def scale(
        self, scale_factor: float, *, about_point: Any = None, about_edge: Any = ORIGIN
    ) -> Self:
        """Make the landscape larger on the screen, about a screen point or an edge of its own."""
        pivot = self.get_critical_point(about_edge) if about_point is None else about_point
        centre = pivot + scale_factor * (np.asarray(self.view.centre) - pivot)
        view = replace(self.view, scale=scale_factor * self.view.scale, centre=vector3(centre))
        return self.set_view(view)

    def interpolate_color(self, mobject1: Mobject, mobject2: Mobject, alpha: float) -> Self:
        """Take the state between those of two landscapes, as Manim's transforms ask for."""
        if isinstance(mobject1, Landscape) and isinstance(mobject2, Landscape):
            self._state = blend(mobject1.state, mobject2.state, alpha)
            self._place_points()
        return self

    def _place_points(self) -> None:
        """Put the mobject's points at the corners of the box that the ground lies in."""
        (x0, x1), (y0, y1) = self.domain
        low, high = (
            float(self.terrain.height(value, self._state.flatness))
            for value in self.terrain.value_range
        )
        box = [(x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (low, high)]
        self.points = self.view.project(box)


class LandscapeChange(Animation):
    """Takes some fields of a landscape's state to other values.

    Args:
        landscape: What changes.
        changes: The new values, by name of the field.
        **kwargs: As for Manim's `Animation`.
    """

    def __init__(self, landscape: Landscape, changes: dict[str, Any], **kwargs: Any) -> None:
        replace(landscape.state, **changes)  # a misspelt name is an error here, not in mid-play
        self._changes = changes
        self._start: dict[str, Any] = {}
        super().__init__(landscape, suspend_mobject_updating=False, **kwargs)

    def begin(self) -> None:
        """Remember the state to start from."""
        self._start = {name: getattr(self.mobject.state, name) for name in self._changes}
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Set the state for the moment ``alpha`` of the animation."""
        t = self.rate_func(alpha)
        self.mobject.set_state(
            **{name: blend(self._start[name], end, t) for name, end in self._changes.items()}
        )


def each_fifth(levels: Sequence[float]) -> tuple[float, ...]:
    """Return each fifth of evenly spaced levels, counted from 0."""
    step = min(np.diff(levels), default=1.0)
    return tuple(level for level in levels if round(level / step) % _INDEX_EVERY == 0)


def as_rgb(colour: ParsableManimColor) -> Rgb:
    """Return a colour as red, green and blue in 0..1."""
    red, green, blue = (float(channel) for channel in ManimColor(colour).to_rgb())
    return (red, green, blue)
