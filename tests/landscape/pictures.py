"""Pictures of landscapes, and what can be measured in them."""

from typing import Any

import numpy as np
from manim import Mobject
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from mnemo_anim.landscape import Landscape, LandscapeCamera

Picture = NDArray[np.uint8]


def picture(*mobjects: Mobject, height: int = 360, **camera: Any) -> Picture:
    """Return what Manim's camera makes of mobjects: RGBA, premultiplied, on nothing."""
    settings: dict[str, Any] = {"background_opacity": 0.0, **camera}
    shot = LandscapeCamera(pixel_width=height * 16 // 9, pixel_height=height, **settings)
    shot.capture_mobjects(mobjects)
    pixels: Picture = shot.pixel_array
    return pixels


def brightness(pixels: Picture) -> NDArray[np.float64]:
    """Return the sum of the three colours, shape (height, width)."""
    total: NDArray[np.float64] = pixels[..., :3].sum(axis=-1, dtype=float)
    return total


def pixel_positions(points: NDArray[np.float64], height: int) -> NDArray[np.float64]:
    """Return column and row, shape (…, 2), of screen points; pixel centres are whole numbers."""
    unit = height / 8.0
    columns = points[..., 0] * unit + height * 8 / 9 - 0.5
    rows = -points[..., 1] * unit + height / 2 - 0.5
    return np.stack([columns, rows], axis=-1)


def profiles(
    image: NDArray[np.float64], path: NDArray[np.float64], offsets: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the image across a path of pixel positions (m, 2), at ``offsets`` (k); (m − 2, k)."""
    along = path[2:] - path[:-2]
    across = np.stack([-along[:, 1], along[:, 0]], axis=-1)
    across /= np.linalg.norm(across, axis=-1, keepdims=True)
    where = path[1:-1, None, :] + offsets[None, :, None] * across[:, None, :]
    sampled: NDArray[np.float64] = map_coordinates(
        image, [where[..., 1], where[..., 0]], order=1, mode="constant"
    )
    return sampled


def widths(across: NDArray[np.float64], offsets: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the full width at half height of each profile, shape (m,)."""
    half = across >= 0.5 * across.max(axis=1, keepdims=True)
    spread: NDArray[np.float64] = half.sum(axis=1) * (offsets[1] - offsets[0])
    return spread


def curve_alone(landscape: Landscape, height: int, **without: Any) -> NDArray[np.float64]:
    """Return how much brighter the picture is than one with some of the state changed."""
    bare = landscape.copy().set_state(**without)
    return brightness(picture(landscape, height=height)) - brightness(picture(bare, height=height))
