from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import RIGHT, ValueTracker

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.machine.dial import Dial
from tests.mobjects.moments import show
from tests.mobjects.sources import number, tracked


def pointed(dial: Dial) -> float:
    """Return the angle of the needle, as drawn, in radians."""
    start, end = dial.pointer.needle.points[[0, -1]]
    x, y, _ = end - start
    return float(np.arctan2(y, x))


@settings(max_examples=25, deadline=None)
@given(value=st.floats(-2, 2))
def test_the_angle_of_the_needle_is_proportional_to_the_value(value: float) -> None:
    dial = Dial(number(value), -2.0, 2.0, label="x_1")
    turned = (pi * 5 / 4 - pointed(dial)) % (2 * pi)
    share = (value + 2) / 4
    assert np.exp(1j * turned) == pytest.approx(np.exp(1j * share * 1.5 * pi))


def test_the_needle_and_the_arc_follow_the_value_and_the_dial() -> None:
    tracker = ValueTracker(0.0)
    dial = Dial(tracked(tracker), -1.0, 1.0, label="x").shift(3 * RIGHT).scale(2)
    assert pointed(dial) == pytest.approx(pi / 2)  # the middle of the scale points up
    tracker.set_value(1.0)
    dial.update()
    assert pointed(dial) == pytest.approx(-pi / 4)
    centre = dial.anchor.origin
    radii = np.linalg.norm(dial.pointer.arc.get_anchors() - centre, axis=1)
    assert radii == pytest.approx(np.full(len(radii), 0.87 * 0.6 * 2), rel=1e-3)


def test_the_number_is_the_value() -> None:
    tracker = ValueTracker(0.0)
    dial = Dial(tracked(tracker), -1.0, 1.0, label="x_1")
    tracker.set_value(-0.456)
    dial.update()
    (claim,) = claims(dial)
    assert claim.shown == "−0.46"
    assert claim.holds()


def test_the_lock_shows_that_an_input_is_held() -> None:
    dial = Dial(number(0.0), -1.0, 1.0, label="x")
    assert dial.lock.body.get_fill_opacity() == 0
    for animation, opacity in ((dial.hold(), 1.0), (dial.release(), 0.0)):
        animation.begin()
        show(animation, 1.0)
        assert dial.lock.body.get_fill_opacity() == pytest.approx(opacity)


def test_an_empty_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="low < high"):
        Dial(number(0.0), 1.0, 1.0, label="x")
