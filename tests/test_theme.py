"""The palette keeps the contrasts and the distances that quality asks for."""

from dataclasses import fields
from itertools import combinations

import pytest
from coloraide.everything import ColorAll as Color

from mnemo_anim.review.colours import VISIONS, distance
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

SURFACES = ("ground", "panel")
X_HEIGHT = 0.516  # of the em, IBM Plex Sans


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("name", ["ink", "ink_soft", "uphill", "downhill", "x_part", "y_part"])
def test_text_colours_stand_out_from_what_is_behind_them(name: str, surface: str) -> None:
    assert Color(getattr(PALETTE, name)).contrast(getattr(PALETTE, surface)) >= 4.5


@pytest.mark.parametrize("name", ["uphill", "downhill", "x_part", "y_part", "level", "loss"])
def test_marks_stand_out_from_every_casing(name: str) -> None:
    assert Color(getattr(PALETTE, name)).contrast(PALETTE.ground) >= 3


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("one", "other"),
    [("uphill", "downhill"), ("x_part", "y_part"), ("y_part", "z_part"), ("uphill", "level")],
)
def test_opposite_meanings_stay_apart_in_every_vision(one: str, other: str, vision: str) -> None:
    assert distance(getattr(PALETTE, one), getattr(PALETTE, other), vision) >= 15


@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_meanings_look_alike(vision: str) -> None:
    names = ("uphill", "downhill", "x_part", "y_part", "level", "loss")
    alike = {
        (one, other): round(distance(getattr(PALETTE, one), getattr(PALETTE, other), vision), 1)
        for one, other in combinations(names, 2)
        if distance(getattr(PALETTE, one), getattr(PALETTE, other), vision) < 11
    }
    assert not alike


def test_the_check_can_fail_on_red_and_green() -> None:
    assert distance("#d03030", "#4a7a20", "deutan") < 15 < distance("#d03030", "#4a7a20", "normal")


def test_higher_ground_is_never_darker() -> None:
    luminance = [Color(tint).luminance() for tint in PALETTE.hypsometric]
    assert luminance == sorted(luminance)


def test_no_type_size_is_below_the_readable_one() -> None:
    for field in fields(TYPE):
        assert getattr(TYPE, field.name) * X_HEIGHT >= 16, field.name
    assert TYPE.heading >= 1.5 * TYPE.body


def test_the_stage_leaves_the_rail_and_the_margins_free() -> None:
    assert STAGE.bottom == pytest.approx(-4 + 0.14 * 8)
    assert STAGE.top == pytest.approx(4 - units(54))
    assert STAGE.right == pytest.approx(64 / 9 - units(96))
    assert STAGE.left == -STAGE.right
