import pytest
from manim import linear

from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.motion.staging import late, soon
from tests.mobjects.moments import show


def test_what_goes_has_gone_before_what_comes_arrives() -> None:
    going, coming = Spot((0.0,)), Spot((0.0,))
    plays = [
        stage(spot.go_to((1.0,), rate_func=linear))
        for stage, spot in ((soon, going), (late, coming))
    ]
    for play in plays:
        play.begin()
    seen = []
    for alpha in (0.0, 0.1, 0.5, 0.8, 1.0):
        for play in plays:
            show(play, alpha)
        seen.append((going.coords[0], coming.coords[0]))
    assert seen[0] == (0.0, 0.0)
    assert 0.0 < seen[1][0] < 1.0
    assert seen[2] == pytest.approx((1.0, 0.0))
    assert 0.0 < seen[3][1] < 1.0
    assert seen[4] == pytest.approx((1.0, 1.0))
