import pytest
from manim import Animation

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.gradient_pair import GradientPair
from tests.mobjects.moments import show

AT = (0.9, 1.8)


def play(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def test_both_arrows_turn_round_and_go_together() -> None:
    spot = Spot(AT)
    charts = ContourMap(VALLEYS, plain=True), Landscape(VALLEYS)
    pair = GradientPair(*(GradientArrow(chart, spot, scale=0.1) for chart in charts))
    play(pair.flip())
    for arrow in pair:
        assert arrow.displacements()[1] == pytest.approx(-0.1 * VALLEYS.gradient(AT))
    play(pair.vanish())
    assert [arrow.shown for arrow in pair] == [0.0, 0.0]
