"""Contrast is measured on what is drawn, and agrees with WCAG's formula as others compute it."""

import numpy as np
import pytest
from coloraide import Color
from manim import Mobject, Square
from numpy.typing import NDArray

from mnemo_anim.landscape import LandscapeCamera
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Glance
from mnemo_anim.review.standing_out import StandingOut

HEIGHT = 1080


def frame(*mobjects: Mobject, ground: str = "#000000") -> NDArray[np.uint8]:
    camera = LandscapeCamera(
        pixel_width=HEIGHT * 16 // 9, pixel_height=HEIGHT, background_color=ground
    )
    camera.capture_mobjects(mobjects)
    pixels: NDArray[np.uint8] = camera.pixel_array
    return pixels


def found(
    *mobjects: Mobject, ground: str = "#000000", at_rest: bool = True
) -> list[tuple[Rule, float]]:
    picture = frame(*mobjects, ground=ground)
    sights = StandingOut().texts(Glance([*mobjects]), picture, at_rest=at_rest)
    return [(sight.rule, sight.value) for sight in sights]


@pytest.mark.parametrize(("grey", "enough"), [("#757575", True), ("#7a7a7a", False)])
def test_text_on_bare_ground_has_the_contrast_of_its_colours(grey: str, enough: bool) -> None:
    expected = Color(grey).contrast("#ffffff", method="wcag21")
    assert (expected >= 4.5) is enough
    measured = found(Words("level curve", color=grey), ground="#ffffff")
    if enough:
        assert measured == []
    else:
        ((rule, value),) = measured
        assert rule == Rule.CONTRAST
        assert value == pytest.approx(expected, abs=0.02)


def test_large_text_needs_less() -> None:
    grey = "#8c8c8c"  # 3.4 : 1
    assert found(Words("level", color=grey, size=44), ground="#ffffff")
    assert not found(Words("level", color=grey, size=66), ground="#ffffff")


def test_what_counts_is_what_is_really_behind() -> None:
    words = Words("level curve", color="#ffffff")
    light = Square(4.0, fill_color="#f0f0f0", fill_opacity=1.0, stroke_width=0)
    assert found(light, words)
    assert not found(light, halo(words.copy(), color="#000000", width=8.0))
    assert not found(words)


def test_dimmed_text_is_not_judged_but_half_dimmed_is() -> None:
    assert not found(Words("level curve", color="#ffffff").set_opacity(0.28))
    assert found(Words("level curve", color="#ffffff").set_opacity(0.42))


@pytest.mark.parametrize(("words", "judged"), [("2.0", False), ("3.0", True)])
def test_a_copy_that_leaves_from_its_original_need_not_stand_out_from_it(
    words: str, judged: bool
) -> None:
    original = Words("2", color="#ffffff").scale(3.0)
    copy = Words(words, color="#ffffff").scale(0.5).move_to(original)
    assert ((Rule.CONTRAST, 1.0) in found(original, copy, at_rest=False)) is judged
    assert (Rule.CONTRAST, 1.0) in found(original, copy)
