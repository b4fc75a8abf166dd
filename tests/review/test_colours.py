"""Colours that look alike and sizes that cannot be read are found, from both sides."""

from dataclasses import replace

import pytest
from coloraide.everything import ColorAll as Color

from mnemo_anim.palettes import NIGHT, Palette
from mnemo_anim.review.colours import colour_findings, distance, theme_findings
from mnemo_anim.review.limits import COLOUR_DISTANCE
from mnemo_anim.review.rules import Rule
from mnemo_anim.theme import TYPE, TypeScale

# Colours that nobody confuses; the greys say what the distance of two of them is.
APART = replace(
    NIGHT,
    uphill="#000000",
    downhill="#393939",
    x_part="#0000ff",
    y_part="#0080ff",
    level="#00ff00",
    loss="#808000",
    z_part="#ffffff",
)


def alike(palette: Palette) -> set[str]:
    return {finding.what for finding in colour_findings(palette)}


def grey_at(apart: float) -> str:
    """Return the darkest grey that looks this far from black, by its own search."""
    return next(
        colour
        for colour in (f"#{level:02x}{level:02x}{level:02x}" for level in range(256))
        if Color("#000000").delta_e(colour, method="2000") >= apart
    )


def test_colours_that_are_far_apart_are_fine() -> None:
    assert alike(APART) == set()


def test_colours_are_far_apart_from_the_limit_on() -> None:
    assert grey_at(COLOUR_DISTANCE) == "#393939" == APART.downhill
    too_near = "#383838"
    findings = list(colour_findings(replace(APART, downhill=too_near)))
    assert len(findings) == 4  # one for each vision: a grey looks alike to all
    for finding in findings:
        assert finding.rule == Rule.COLOURS
        assert finding.value == pytest.approx(distance("#000000", too_near, "normal"), abs=0.1)
        assert finding.limit == COLOUR_DISTANCE
        assert "uphill and downhill" in finding.what


def test_red_and_green_are_told_apart_only_by_those_who_see_both() -> None:
    confused = alike(replace(APART, uphill="#d03030", downhill="#4a7a20"))
    assert "uphill and downhill look alike to deutanopic eyes." in confused
    assert "uphill and downhill look alike to normal eyes." not in confused


@pytest.mark.parametrize("other", ["x_part", "y_part"])
def test_a_third_input_is_told_from_the_other_two(other: str) -> None:
    looking_like = replace(APART, z_part=getattr(APART, other))
    assert any(f"{other} and z_part" in what for what in alike(looking_like))


@pytest.mark.parametrize(
    ("fine", "bad", "limit"),
    [
        ({"body": 40.0}, {"body": 39.9}, 40),
        ({"body": 60.0, "heading": 90.0, "title": 90.0}, {"body": 60.1}, 60),
        ({"heading": 66.0}, {"heading": 65.9}, 66),
        ({"title": 66.0}, {"title": 65.9}, 66),
        ({"tick": 28.0}, {"tick": 27.9}, 28),
        ({"caption": 28.0}, {"caption": 27.9}, 28),
    ],
)
def test_sizes_keep_their_limits(
    fine: dict[str, float], bad: dict[str, float], limit: float
) -> None:
    assert theme_findings(APART, replace(TYPE, **fine)) == ()
    large = {"heading": 95.0, "title": 95.0} if "body" in bad else {}
    (finding,) = theme_findings(APART, replace(TYPE, **large | bad))
    assert finding.rule == Rule.TYPE_SCALE
    assert finding.limit == limit
    assert finding.value == next(iter(bad.values()))


def test_the_sizes_of_the_theme_are_fine() -> None:
    assert theme_findings(APART, TypeScale()) == ()
