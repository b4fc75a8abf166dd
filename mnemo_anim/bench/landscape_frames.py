"""How long a frame takes: a landscape, beside Manim's own surface under the same camera move.

It is a process of its own, ``python -m mnemo_anim.bench.landscape_frames``, which prints the
milliseconds of each as JSON.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from math import pi
from statistics import median
from time import perf_counter

import numpy as np
from manim import Camera, Mobject, Surface, ThreeDCamera

from mnemo_anim.bench.landscape import SURFACE
from mnemo_anim.landscape import (
    CuttingPlane,
    Landscape,
    LandscapeCamera,
    Lantern,
    LevelPlane,
    View,
)
from mnemo_anim.maths import VALLEYS

_SIZE = {"pixel_width": 1920, "pixel_height": 1080}
_RESOLUTION = 64
_TURN = 0.8  # radians, in all
_LANDSCAPE_FRAMES = 60
_SURFACE_FRAMES = 6


def time_frames(frame: Callable[[float], None], count: int) -> float:
    """Return the median of the milliseconds of ``frame(t)``, t from 0 to 1, once it is warm."""
    frame(0.0)
    times = []
    for t in np.linspace(0.0, 1.0, count):
        start = perf_counter()
        frame(float(t))
        times.append(1000.0 * (perf_counter() - start))
    return median(times)


def _capture(camera: Camera, mobject: Mobject) -> None:
    camera.reset()
    camera.capture_mobjects([mobject])


def time_landscape(landscape: Landscape) -> float:
    """Time a landscape as the camera goes round it: drawn, read back and painted by Cairo."""
    camera = LandscapeCamera(**_SIZE)
    start = landscape.view

    def frame(t: float) -> None:
        landscape.set_view(replace(start, azimuth=start.azimuth + _TURN * t))
        _capture(camera, landscape)

    return time_frames(frame, _LANDSCAPE_FRAMES)


def time_surface(landscape: Landscape) -> float:
    """Time Manim's surface of the same field, as large, under the same move of the camera."""
    terrain, view = landscape.terrain, landscape.view

    def point(x: float, y: float) -> np.ndarray:
        return terrain.world((x, y)) - view.focus

    surface = Surface(
        point,
        u_range=terrain.x_range,
        v_range=terrain.y_range,
        resolution=(_RESOLUTION, _RESOLUTION),
    )
    camera = ThreeDCamera(
        focal_distance=1.0 / view.perspective,
        phi=pi / 2 - view.elevation,
        zoom=view.scale,
        **_SIZE,
    )

    def frame(t: float) -> None:
        camera.set_theta(view.azimuth + _TURN * t - pi / 2)
        _capture(camera, surface)

    return time_frames(frame, _SURFACE_FRAMES)


def time_all() -> dict[str, float]:
    """Return the milliseconds of a frame: of Manim's surface as `SURFACE`, and of landscapes."""
    lantern = Lantern((0.9, 1.8), 1.5, 1.0)
    landscapes = {
        "landscape": Landscape(VALLEYS, resolution=_RESOLUTION),
        "landscape from straight above": Landscape(
            VALLEYS, resolution=_RESOLUTION, view=View.overhead(1.3)
        ),
        "landscape in fog, lantern": Landscape(
            VALLEYS, resolution=_RESOLUTION, fog=1.0, lantern=lantern
        ),
        "landscape, lantern, grid, three planes": Landscape(
            VALLEYS,
            resolution=_RESOLUTION,
            grid=1.0,
            lantern=lantern,
            cut_x=CuttingPlane(1.8, (1.0, 0.4, 0.8), 1.0),
            cut_y=CuttingPlane(0.9, (0.4, 1.0, 0.8), 1.0),
            level_planes=(LevelPlane(1.2, (1.0, 1.0, 1.0)),),
        ),
    }
    surface = time_surface(landscapes["landscape"])
    drawn = {name: time_landscape(landscape) for name, landscape in landscapes.items()}
    return {SURFACE: surface, **drawn}


if __name__ == "__main__":
    print(json.dumps(time_all()))
