"""Only those pixels are cleared and read back that a landscape may touch, and none is missed."""

from typing import Any

import numpy as np
import pytest

from mnemo_anim.boxes import Box
from mnemo_anim.landscape import (
    CuttingPlane,
    Landscape,
    LandscapeCamera,
    Lantern,
    LevelPlane,
    View,
)
from mnemo_anim.landscape.camera import LandscapePicture
from mnemo_anim.maths import ELLIPTIC_BOWL, HILL, SADDLE, VALLEYS, ScalarField

RED = (1.0, 0.2, 0.2)
LANTERN = Lantern((1.6, -1.0), radius=0.8, strength=1.0)
STEEP = ScalarField("8*exp(-4*x**2-4*y**2)", domain=((-1.0, 1.0), (-1.0, 1.0)))
SMALL = View(scale=0.6)

LANDSCAPES: dict[str, tuple[ScalarField, dict[str, Any]]] = {
    "as it is": (VALLEYS, {}),
    "far away": (VALLEYS, {"view": View(scale=0.02)}),
    "half outside": (VALLEYS, {"view": View(scale=1.4, centre=(6.0, 3.0, 0.0))}),
    "outside": (VALLEYS, {"view": View(centre=(40.0, 0.0, 0.0))}),
    "near": (HILL, {"view": View(perspective=0.15, scale=3.0)}),
    "steep": (STEEP, {"view": View(elevation=0.1, scale=0.9, perspective=0.05)}),
    "from the side": (SADDLE, {"view": View.side(0.7)}),
    "on a map": (ELLIPTIC_BOWL, {"view": View.overhead(0.8, (0.3, 0.2))}),
    "on a map, at the edge": (ELLIPTIC_BOWL, {"view": View.overhead(0.8, (5.9, 3.1))}),
    "flat": (VALLEYS, {"flatness": 1.0, "view": SMALL}),
    "a curve": (VALLEYS, {"extent": (1.0, 0.0), "view": SMALL}),
    "growing": (VALLEYS, {"extent": (0.6, 0.3), "view": SMALL}),
    "cut": (VALLEYS, {"cut_x": CuttingPlane(0.5, RED, 0.7), "view": SMALL}),
    "cut twice": (
        HILL,
        {"cut_x": CuttingPlane(0, RED, 1), "cut_y": CuttingPlane(0.3, RED, 1), "view": SMALL},
    ),
    "with a level": (VALLEYS, {"level_planes": (LevelPlane(2.5, RED),), "view": SMALL}),
    "with a level high above": (VALLEYS, {"level_planes": (LevelPlane(9.0, RED),), "view": SMALL}),
    "in a fog": (VALLEYS, {"fog": 0.9, "lantern": LANTERN}),
    "in a full fog": (VALLEYS, {"fog": 1.0, "lantern": LANTERN}),
    "in a full fog, cut": (
        VALLEYS,
        {"fog": 1.0, "lantern": LANTERN, "cut_y": CuttingPlane(0, RED, 1), "view": SMALL},
    ),
}


def drawn(field: ScalarField, state: dict[str, Any], size: tuple[int, int]) -> LandscapePicture:
    width, height = size
    camera = LandscapeCamera(pixel_width=width, pixel_height=height)
    return camera.picture_of(Landscape(field, **state), (height, width)).copy()


def in_frame(part: LandscapePicture, size: tuple[int, int]) -> Any:
    width, height = size
    frame = np.zeros((height, width, 4), np.uint8)
    rows, columns = part.pixels.shape[:2]
    frame[part.upper : part.upper + rows, part.left : part.left + columns] = part.pixels
    return frame


@pytest.mark.parametrize("size", [(640, 360), (214, 120), (1920, 1080)], ids=str)
@pytest.mark.parametrize("name", LANDSCAPES)
def test_nothing_is_missing(
    name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = in_frame(drawn(*LANDSCAPES[name], size), size)
    monkeypatch.setattr(
        "mnemo_anim.landscape.renderer.drawn_box", lambda *_, **__: Box(0, 0, *size)
    )
    whole = drawn(*LANDSCAPES[name], size)
    assert whole.pixels.shape[1::-1] == size
    assert np.array_equal(part, whole.pixels)
    assert whole.pixels.any() == (name != "outside")


@pytest.mark.parametrize("name", [name for name in LANDSCAPES if "full fog" not in name])
def test_not_much_is_drawn_in_vain(name: str) -> None:
    part = drawn(*LANDSCAPES[name], (640, 360))
    touched = part.pixels[..., 3] > 0
    rows, columns = (np.flatnonzero(touched.any(axis=axis)) for axis in (1, 0))
    if name == "outside":
        assert not touched.size
    else:
        used = (np.ptp(rows) + 9) * (np.ptp(columns) + 9)
        assert touched.size <= 1.5 * used


def test_no_picture_shows_what_was_drawn_before_it() -> None:
    size = (640, 360)
    names = [*LANDSCAPES, *reversed(LANDSCAPES)]
    first: dict[str, Any] = {}
    for name in names:
        frame = in_frame(drawn(*LANDSCAPES[name], size), size)
        assert np.array_equal(frame, first.setdefault(name, frame)), name
