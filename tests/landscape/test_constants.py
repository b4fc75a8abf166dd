"""What the shaders are made for."""

from dataclasses import replace

import numpy as np
import pytest

from mnemo_anim.landscape.constants import shader_constants
from mnemo_anim.palettes import NIGHT, PAPER

TINTS = ((0.0, 0.1, 0.2), (1.0, 0.5, 0.0), (0.3, 0.3, 0.9))


def constants(**changes: object) -> dict[str, str]:
    arguments = {"light": NIGHT.light, "tints": TINTS, "haze": (0.2, 0.4, 0.6), "pixel_size": 0.5}
    made = shader_constants(**{**arguments, **changes})
    return dict(define.split(" ", maxsplit=1) for define in made)


def value(expression: str, **names: float) -> np.ndarray:
    """Return what an expression of the shaders is worth."""
    known = {
        "vec2": lambda *parts: np.array(parts),
        "vec3": lambda *parts: np.array(parts),
        "mix": lambda one, other, t: (1 - t) * one + t * other,
        "clamp": np.clip,
    }
    return np.asarray(eval(expression, {"__builtins__": {}}, {**known, **names}))


@pytest.mark.parametrize("t", [0.0, 0.1, 0.25, 0.5, 0.7, 1.0, -0.5, 1.5])
def test_tints_run_straight_from_the_lowest_to_the_highest(t: float) -> None:
    stops = np.linspace(0.0, 1.0, len(TINTS))
    expected = [np.interp(t, stops, channel) for channel in zip(*TINTS, strict=True)]
    assert value(constants()["TINT(t)"], t=t) == pytest.approx(expected)


def test_a_single_tint_is_everywhere() -> None:
    assert value(constants(tints=TINTS[:1])["TINT(t)"], t=0.3) == pytest.approx(TINTS[0])


def test_colours_are_mixed_as_squares() -> None:
    assert value(constants()["HAZE_COLOUR"]) == pytest.approx([0.04, 0.16, 0.36])


@pytest.mark.parametrize("light", [NIGHT.light, PAPER.light])
def test_amounts_of_light_come_as_they_are(light: object) -> None:
    made = constants(light=light)
    assert value(made["BEAM"]) == pytest.approx(light.beam)  # type: ignore[attr-defined]
    assert value(made["GRID_LIGHT"]) == pytest.approx(light.grid)  # type: ignore[attr-defined]


def test_the_smallest_amount_is_written_as_a_number() -> None:
    made = constants(light=replace(NIGHT.light, corner=-1e-12))
    assert value(made["CORNER"]) == pytest.approx(-1e-12)
