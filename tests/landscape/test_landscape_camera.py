"""The camera's colours: as Manim's own, in less time."""

from collections.abc import Sequence

import numpy as np
import pytest
from manim import BLUE, RED, WHITE, Camera, Circle, ManimColor, Mobject
from numpy.typing import NDArray

from mnemo_anim.landscape import LandscapeCamera


def shape(colours: Sequence[ManimColor], opacity: float) -> Circle:
    drawn = Circle(fill_color=colours, fill_opacity=opacity, stroke_color=colours, stroke_width=9)
    drawn.set_sheen_direction((1.0, 0.5, 0.0))
    return drawn


def pixels(camera: Camera, mobject: Mobject) -> NDArray[np.uint8]:
    camera.capture_mobjects([mobject])
    drawn: NDArray[np.uint8] = camera.pixel_array
    return drawn


@pytest.mark.parametrize("opacity", [1.0, 0.5, 0.31])
@pytest.mark.parametrize(
    "colours", [[WHITE], [RED, RED], [BLUE, BLUE, BLUE], [RED, BLUE], [RED, RED, BLUE]], ids=len
)
def test_colours_are_laid_on_as_by_manim(colours: list[ManimColor], opacity: float) -> None:
    size = {"pixel_width": 160, "pixel_height": 90}
    stock = pixels(Camera(**size), shape(colours, opacity))
    assert len(np.unique(stock.reshape(-1, 4), axis=0)) > 2
    assert np.array_equal(pixels(LandscapeCamera(**size), shape(colours, opacity)), stock)


def test_where_a_gradient_runs_is_not_asked_if_all_of_it_is_one_colour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Circle, "get_gradient_start_and_end_points", None)
    pixels(LandscapeCamera(pixel_width=160, pixel_height=90), shape([RED, RED], 1.0))
    with pytest.raises(TypeError):
        pixels(LandscapeCamera(pixel_width=160, pixel_height=90), shape([RED, BLUE], 1.0))
