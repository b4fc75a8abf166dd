"""The palette keeps the contrasts and the distances that quality asks for."""

from dataclasses import fields
from itertools import combinations

import pytest
from coloraide.everything import ColorAll as Color

from mnemo_anim.palettes import NIGHT, PALETTES, PAPER, Palette
from mnemo_anim.review.colours import VISIONS, colour_findings, distance
from mnemo_anim.theme import STAGE, TYPE, units

SURFACES = ("ground", "panel")
MEANINGS = ("uphill", "downhill", "x_part", "y_part", "level", "loss")
X_HEIGHT = 0.516  # of the em, IBM Plex Sans

in_both_themes = pytest.mark.parametrize("palette", [NIGHT, PAPER], ids=["night", "paper"])


@in_both_themes
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("name", ["ink", "ink_soft", *MEANINGS, "z_part"])
def test_text_colours_stand_out_from_what_is_behind_them(
    name: str, surface: str, palette: Palette
) -> None:
    assert Color(getattr(palette, name)).contrast(getattr(palette, surface)) >= 4.5


@in_both_themes
@pytest.mark.parametrize("name", MEANINGS)
def test_marks_stand_out_from_every_casing(name: str, palette: Palette) -> None:
    assert Color(getattr(palette, name)).contrast(palette.ground) >= 3


@in_both_themes
def test_opposite_meanings_stay_apart_in_every_vision(palette: Palette) -> None:
    assert list(colour_findings(palette)) == []


@in_both_themes
@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_meanings_look_alike(vision: str, palette: Palette) -> None:
    alike = {
        (one, other): round(distance(getattr(palette, one), getattr(palette, other), vision), 1)
        for one, other in combinations(MEANINGS, 2)
        if distance(getattr(palette, one), getattr(palette, other), vision) < 11
    }
    assert not alike


def test_the_themes_mean_the_same_and_look_different() -> None:
    assert set(PALETTES) == {"night", "paper"}
    assert Color(NIGHT.ground).luminance() < 0.05
    assert Color(PAPER.ground).luminance() > 0.9


def test_the_check_can_fail_on_red_and_green() -> None:
    assert distance("#d03030", "#4a7a20", "deutan") < 15 < distance("#d03030", "#4a7a20", "normal")


@in_both_themes
def test_higher_ground_is_never_darker(palette: Palette) -> None:
    luminance = [Color(tint).luminance() for tint in palette.hypsometric]
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
