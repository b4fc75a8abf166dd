import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import LEFT, RIGHT, UP, Arc, Square, Star, VMobject, linear
from numpy.typing import NDArray

from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.numbers.ticks import decimals_for, nice_ticks
from tests.mobjects.moments import show


class Stick(Live, CasedLine):
    """A line of a given length."""

    def __init__(self) -> None:
        super().__init__()
        self.length = 1.0
        self.come_alive()

    def redraw(self) -> None:
        self.draw([np.array([[0.0, 0.0, 0.0], [self.length, 0.0, 0.0]])])
        self.presence = self.shown


def test_a_state_varies_from_what_it_is_when_the_animation_begins() -> None:
    stick = Stick()
    change = Vary(stick, {"length": 5.0}, rate_func=linear)
    stick.length = 3.0
    change.begin()
    show(change, 0.5)
    assert stick.points[-1][0] == pytest.approx(4.0)


def test_a_frame_does_not_depend_on_the_frames_before_it() -> None:
    """Backwards, forwards and at once: the same picture."""
    pictures = []
    for moments in ([0.7], [0.1, 0.3, 0.7], [0.9, 0.7]):
        stick = Stick()
        change = Vary(stick, {"length": (1.0, 2.0), "shown": (0.0, 1.0)})
        change.begin()
        for moment in moments:
            show(change, moment)
        pictures.append([*stick.points.ravel(), *stick.get_stroke_rgbas().ravel()])
    assert pictures[0] == pictures[1] == pictures[2]


def test_a_frame_draws_what_varies_once() -> None:
    stick = Stick()
    drawn = []
    stick.redraw = lambda: drawn.append(stick.length)  # type: ignore[method-assign]
    change = Vary(stick, {"length": (1.0, 2.0)}, rate_func=linear)
    change.begin()
    drawn.clear()
    show(change, 0.5)
    assert drawn == [1.5]
    change.finish()
    assert drawn[-1] == 2.0


def test_what_nothing_else_keeps_drawn_is_drawn_by_its_animation() -> None:
    stick = Stick()
    stick.suspend_updating()
    change = Vary(stick, {"length": (1.0, 2.0)}, rate_func=linear)
    change.begin()
    change.interpolate(0.5)
    assert stick.points[-1][0] == pytest.approx(1.5)


def test_appearing_and_vanishing_touch_no_colour() -> None:
    stick = Stick()
    before = stick.stroke_rgbas.copy()
    appear = stick.appear()
    appear.begin()
    show(appear, 0.0)
    assert stick.get_stroke_rgbas()[0, 3] == 0.0
    appear.finish()
    assert stick.stroke_rgbas == pytest.approx(before)
    assert stick.get_stroke_rgbas() == pytest.approx(before)


@pytest.mark.parametrize("direction", [RIGHT, UP + 0.3 * LEFT, np.zeros(3)], ids=str)
@pytest.mark.parametrize("shape", [Star(), Arc(angle=1.0), Square().shift(UP), VMobject()], ids=str)
def test_a_gradient_runs_where_manim_has_it(
    shape: VMobject, direction: NDArray[np.float64]
) -> None:
    veiled = Veiled().set_points(shape.points).set_sheen_direction(direction)
    for made in (veiled, Veiled().add(veiled)):
        found = made.get_gradient_start_and_end_points()
        assert np.array_equal(found, VMobject.get_gradient_start_and_end_points(made))


def test_a_spot_wanders_through_all_its_waypoints() -> None:
    spot = Spot((0.0, 0.0))
    waypoints = np.array([(1.0, 0.0), (1.0, 1.0), (2.0, 1.5)])
    wander = spot.wander(waypoints, rate_func=linear)
    wander.begin()
    track = []
    for t in np.linspace(0, 1, 801):
        show(wander, t)
        track.append(spot.coords)
    for waypoint in waypoints:
        assert np.linalg.norm(np.array(track) - waypoint, axis=1).min() < 0.01
    assert spot.coords == pytest.approx(waypoints[-1])


def test_a_spot_goes_straight() -> None:
    spot = Spot((0.0, 0.0, 0.0))
    move = spot.go_to((2.0, 4.0, 6.0))
    move.begin()
    show(move, 0.5)
    assert spot.coords == pytest.approx([1.0, 2.0, 3.0])


def test_corners_remember_where_a_picture_stands() -> None:
    corners = Corners((0, 4), (-1, 1), (0.5, 2.0), (1.0, 1.0))
    assert corners.point((2.0, 0.0)) == pytest.approx([1.0, 1.0, 0.0])
    corners.scale(2).shift([0.0, 3.0, 0.0])
    assert corners.units == pytest.approx([1.0, 4.0])
    assert corners.coords(corners.point((0.3, 0.7))) == pytest.approx([0.3, 0.7])


def test_an_anchor_moves_and_scales() -> None:
    anchor = Anchor((1.0, 2.0))
    anchor.scale(3, about_point=np.zeros(3)).shift([0.0, 1.0, 0.0])
    assert anchor.origin == pytest.approx([3.0, 7.0, 0.0])
    assert anchor.unit == pytest.approx(3.0)


@given(st.floats(-1e3, 1e3), st.floats(1e-3, 1e3), st.integers(2, 9))
def test_ticks_are_few_round_and_inside(low: float, length: float, at_most: int) -> None:
    ticks = nice_ticks(low, low + length, at_most)
    assert len(ticks) <= at_most
    assert all(low - 1e-9 * length <= tick <= low + length * (1 + 1e-9) for tick in ticks)
    if len(ticks) > 2:
        assert np.ptp(np.diff(ticks)) < 1e-9 * max(1.0, abs(low) + length)


def test_numbers_get_the_decimals_they_need() -> None:
    assert decimals_for([1, 2, -3]) == 0
    assert decimals_for([0.5, 1.0]) == 1
    assert decimals_for([0.25, 0.5]) == 2


@pytest.mark.parametrize(("low", "high", "at_most"), [(1.0, 1.0, 5), (2.0, 1.0, 5), (0.0, 1.0, 1)])
def test_an_axis_without_room_is_refused(low: float, high: float, at_most: int) -> None:
    with pytest.raises(ValueError, match="axis needs"):
        nice_ticks(low, high, at_most)
