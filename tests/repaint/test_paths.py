"""A path is the very one that Manim's camera makes, number for number."""

from collections.abc import Callable
from functools import partial

import cairo
import numpy as np
import pytest
from manim import Annulus, Camera, Circle, Dot, FunctionGraph, Line, Square, Text, VMobject
from numpy.typing import NDArray

from mnemo_anim.repaint.paths import trace

Points = NDArray[np.float64]


def cubics(*ends: tuple[float, float]) -> Points:
    """Return straight cubics from each point to the next."""
    starts, stops = np.array(ends[:-1]), np.array(ends[1:])
    shares = np.linspace(0.0, 1.0, 4)[None, :, None]
    flat = (starts[:, None] * (1 - shares) + stops[:, None] * shares).reshape(-1, 2)
    return np.pad(flat, ((0, 0), (0, 1)))


def shape(points: Points) -> VMobject:
    made = VMobject()
    made.points = points
    return made


def noise(number: int) -> VMobject:
    """Return curves of which some meet, some nearly meet, and some do not."""
    random = np.random.default_rng(number)
    points = random.normal(size=(4 * 40, 3)) * 10.0 ** random.integers(-3, 3)
    gaps = random.choice([0.0, 1e-7, 9e-7, 1.1e-6, 1e-4, 1.0], size=39)
    points[4::4] = points[3:-1:4] + gaps[:, None] * random.choice([-1.0, 1.0], size=(39, 3))
    return shape(points)


NEARLY_CLOSED = cubics((0, 0), (1, 0), (1, 1), (0, 5e-7))
SHAPES: dict[str, Callable[[], VMobject]] = {
    "circle": Circle,
    "square": Square,
    "dot": Dot,
    "line": Line,
    "ring": lambda: Annulus(0.5, 1.0),
    "graph": lambda: FunctionGraph(np.sin),
    "letters": lambda: Text("8g").submobjects[0],
    "nearly closed": lambda: shape(NEARLY_CLOSED),
    "nearly closed, far away": lambda: shape(NEARLY_CLOSED + 900.0),
    "not closed": lambda: shape(cubics((0, 0), (1, 0), (1, 1), (0, 1e-4))),
    "one curve": lambda: shape(cubics((0, 0), (1, 1))),
    "a point more": lambda: shape(np.concatenate([cubics((0, 0), (1, 1)), np.ones((1, 3))])),
    "two points": lambda: shape(np.ones((2, 3))),
    "not finite": lambda: shape(np.full((4, 3), np.nan)),
    "infinite": lambda: shape(np.full((4, 3), np.inf)),
    **{f"noise {number}": partial(noise, number) for number in range(20)},
}


@pytest.fixture(scope="module")
def camera() -> Camera:
    return Camera(pixel_width=320, pixel_height=180)


@pytest.mark.parametrize("name", SHAPES)
def test_the_path_is_manims(name: str, camera: Camera) -> None:
    made = SHAPES[name]()
    context = cairo.Context(cairo.ImageSurface(cairo.FORMAT_ARGB32, 320, 180))
    context.move_to(1.0, 2.0)  # what was there before goes
    camera.set_cairo_context_path(context, made)
    theirs = list(context.copy_path())
    context.move_to(1.0, 2.0)
    trace(context, made, camera)
    assert list(context.copy_path()) == theirs
