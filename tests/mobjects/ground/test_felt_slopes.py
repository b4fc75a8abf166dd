import pytest
from manim import Animation

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.ground.felt_slopes import FeltSlopes
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from tests.mobjects.moments import show

AT = (0.9, 1.8)


@pytest.fixture
def felt() -> FeltSlopes:
    return FeltSlopes(Landscape(VALLEYS, view=View.side()), AT, names=(Words("x"), Words("y")))


def play(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def test_both_bars_become_level_and_then_tilt_into_the_ground(felt: FeltSlopes) -> None:
    play(felt.grow())
    assert [slope.bar.tilt for slope in felt.along] == [0.0, 0.0]
    play(felt.feel())
    assert [slope.bar.tilt for slope in felt.along] == [1.0, 1.0]


def test_each_name_stands_beyond_the_end_of_its_own_bar(felt: FeltSlopes) -> None:
    (x_bar, y_bar), (x_name, y_name) = (slope.bar for slope in felt.along), felt.names
    assert x_name.get_left()[0] > x_bar.points[-1][0]
    assert y_name.get_right()[0] < y_bar.points[0][0]


def test_only_the_arrow_is_left_of_the_bars_that_became_it(felt: FeltSlopes) -> None:
    land = felt.along[0].bar.landscape
    arrow = GradientArrow(land, AT, scale=0.1)
    play(felt.become(arrow))
    assert arrow.tip == pytest.approx(land.step(AT, 0.1 * VALLEYS.gradient(AT)))
    assert [slope.level.shown for slope in felt.along] == [0.0, 0.0]


def test_slopes_need_no_names() -> None:
    assert FeltSlopes(Landscape(VALLEYS), AT).names == []
