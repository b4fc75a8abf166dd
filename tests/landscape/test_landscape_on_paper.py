"""On paper the landscape is lit by day: light ground, dark level curves, white mist."""

from typing import Any

import numpy as np
from coloraide import Color
from numpy.typing import NDArray

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.palettes import PAPER
from tests.landscape.pictures import brightness, picture


def on_paper(**state: Any) -> Landscape:
    land = Landscape(
        VALLEYS, tints=PAPER.hypsometric, haze=PAPER.ground, light=PAPER.light, **state
    )
    land.set_view(View.overhead(land.fitting_view(width=10.0).scale))
    return land


def luminance(pixel: NDArray[np.uint8]) -> float:
    return float(Color("srgb", [float(level) / 255 for level in pixel[:3]]).luminance())


def test_the_ground_is_light_enough_for_every_meaning() -> None:
    bare = picture(on_paper(levels=(), rim=0.0))
    ground = bare[bare[..., 3] == 255]
    darkest = luminance(ground[np.argsort(ground[:, :3].sum(axis=1, dtype=int))[0]])
    for name in ("uphill", "downhill", "x_part", "y_part", "z_part", "level", "loss"):
        ink = Color(getattr(PAPER, name)).luminance()
        assert (darkest + 0.05) / (ink + 0.05) >= 3, name


def test_level_curves_are_darker_than_the_ground_beside_them() -> None:
    drawn, bare = (brightness(picture(on_paper(curves=shown))) for shown in (1.0, 0.0))
    assert (bare - drawn).max() > 100
    assert (drawn - bare).max() <= 6  # the noise against bands


def test_mist_hides_the_ground() -> None:
    hidden = picture(on_paper(fog=1.0))
    assert hidden[..., 3].max() == 0
