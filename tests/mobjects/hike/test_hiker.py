from itertools import pairwise
from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import ValueTracker

from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.hike.hiker import Hiker
from mnemo_anim.mobjects.hike.hiker_rig import LIFT, Body, Part, Pose
from tests.mobjects.moments import show

SLOPES = st.floats(-1.5, 1.5)
HEADINGS = st.floats(0, 2 * pi)


def part(hiker: Hiker, name: str) -> np.ndarray:
    """Return the outline (n, 3) of a part, as it stands on the screen."""
    points: np.ndarray = layer(hiker, name).points
    return points


def layer(hiker: Hiker, name: str) -> Veiled:
    names = [part.name for part in hiker._body().parts()]
    return hiker._layers[names.index(name)]


def above_ground(hiker: Hiker, points: np.ndarray) -> np.ndarray:
    """Return the heights of points over the ground line through the hiker's place."""
    across, up, _ = (points - hiker.point).T
    heights: np.ndarray = up - hiker.slope * across
    return heights


@settings(max_examples=30, deadline=None)
@given(slope=SLOPES, heading=HEADINGS, probe=st.floats(-1, 1), steps=st.integers(0, 3))
def test_both_soles_lie_on_the_ground(
    slope: float, heading: float, probe: float, steps: int
) -> None:
    hiker = Hiker((2.0, -1.0, 0.0), slope, height=1.3)
    hiker.heading, hiker.probe, hiker.stride = heading, probe, float(steps)
    hiker.redraw()
    for side in ("right", "left"):
        heights = above_ground(hiker, part(hiker, f"{side} sole"))
        assert heights.min() == pytest.approx(0, abs=1e-9)
        lowest = part(hiker, f"{side} sole")[np.abs(heights) < 1e-9]
        assert np.ptp(lowest[:, 0]) > 0.05  # a whole edge, not a corner
    assert above_ground(hiker, np.array(hiker.feet)) == pytest.approx([0, 0], abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(slope=SLOPES, heading=HEADINGS)
def test_the_staff_stands_on_the_ground(slope: float, heading: float) -> None:
    hiker = Hiker(slope=slope)
    hiker.heading = heading
    hiker.redraw()
    foot = part(hiker, "staff")[[0, -5]].mean(axis=0)  # between the corners of its lower end
    assert above_ground(hiker, foot[np.newaxis]) == pytest.approx([0], abs=1e-9)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_foot_that_feels_goes_out_on_its_own_side(side: str) -> None:
    sign = 1 if side == "right" else -1
    standing, feeling = Hiker(slope=0.4), Hiker(slope=0.4)
    feeling.probe = float(sign)
    reach = [max(sign * foot[0] for foot in hiker.feet) for hiker in (standing, feeling)]
    assert reach[1] > reach[0] + 0.1
    other = [min(sign * foot[0] for foot in hiker.feet) for hiker in (standing, feeling)]
    assert other[1] < 0  # the other foot stays on its side


@pytest.mark.parametrize("heading", [0.0, pi])
def test_a_step_leaves_one_foot_where_it_is_and_lifts_the_other(heading: float) -> None:
    """The body moves on by twice the stance in one step, evenly."""
    forwards = np.sign(np.cos(heading))
    length = 2 * 0.105
    for step in (0, 1):
        moments = np.linspace(0, 0.999, 7)
        feet = np.array([Body(Pose(heading=heading, stride=step + t)).feet for t in moments])
        feet[:, :, 0] += forwards * length * moments[:, np.newaxis]
        travelled = np.ptp(feet[:, :, 0], axis=0)
        assert sorted(travelled) == pytest.approx([0, 2 * length], abs=2e-3)
        assert feet[:, np.argmin(travelled), 1] == pytest.approx(np.zeros(7))
        assert feet[3, np.argmax(travelled), 1] == pytest.approx(LIFT, rel=1e-2)


def test_the_legs_reach_the_feet_on_every_ground() -> None:
    for slope in np.linspace(-1.5, 1.5, 7):
        body = Body(Pose(slope=float(slope), probe=1.0))
        for foot in body.feet:
            assert np.linalg.norm(body.hips - foot) < 2 * 0.215 + 0.09


def test_turning_mirrors_the_outline_of_the_head() -> None:
    def outline(heading: float) -> np.ndarray:
        (hood,) = (p for p in Body(Pose(heading=heading)).parts() if p.name == "hood")
        cubics: np.ndarray = hood.cubics
        return cubics

    assert outline(pi) == pytest.approx(outline(0.0) * [-1, 1], abs=1e-9)


@pytest.mark.parametrize("heading", [0.0, pi / 2, pi, 3 * pi / 2])
def test_every_outline_is_finite_and_closed(heading: float) -> None:
    for shape in Body(Pose(heading=heading)).parts():
        assert np.isfinite(shape.cubics).all(), shape.name
        assert shape.cubics[0] == pytest.approx(shape.cubics[-1]), shape.name


def test_a_turn_goes_through_the_front_without_a_jump() -> None:
    def named(heading: float) -> dict[str, Part]:
        return {p.name: p for p in Body(Pose(heading=heading)).parts()}

    headings = np.linspace(0, pi, 400)
    for before, after in pairwise(headings):
        first, second = named(before), named(after)
        for name in ("coat", "staff", "right boot", "band"):
            low = first[name].cubics.min(axis=0) - second[name].cubics.min(axis=0)
            assert np.abs(low).max() < 0.02, name


def test_the_lantern_hangs_ahead_and_moves_over_as_the_hiker_turns() -> None:
    right, left = Hiker(facing="right"), Hiker(facing="left")
    assert right.flame[0] > 0.2
    assert left.flame[0] < -0.2
    assert right.flame[1] == pytest.approx(left.flame[1])


def test_the_hiker_leans_into_the_slope() -> None:
    def top(slope: float) -> float:
        hiker = Hiker(slope=slope)
        return float(part(hiker, "hood")[:, 0].mean())

    assert top(-0.6) < top(0.0) < top(0.6)


def test_the_hiker_is_as_tall_as_asked() -> None:
    hiker = Hiker((0, 1, 0), height=1.3)
    top = part(hiker, "hood")[:, 1].max() - 1
    assert top == pytest.approx(1.3, rel=0.02)


def test_walking_arrives_in_whole_steps() -> None:
    hiker = Hiker((0, 0, 0))
    walk = hiker.walk_to((2.0, 1.0, 0.0), slope=0.5)
    walk.begin()
    show(walk, 0.3)
    assert 0 < hiker.point[0] < 2
    show(walk, 1.0)
    assert hiker.point == pytest.approx([2, 1, 0])
    assert hiker.slope == pytest.approx(0.5)
    assert float(hiker.stride) == hiker.steps(5**0.5)
    assert above_ground(hiker, np.array(hiker.feet)) == pytest.approx([0, 0], abs=1e-9)


def test_turn_and_feel_reach_their_poses() -> None:
    hiker = Hiker()
    for animation in (hiker.turn("left"), hiker.feel("right")):
        animation.begin()
        show(animation, 1.0)
    assert hiker.heading == pytest.approx(pi)
    assert hiker.probe == pytest.approx(1.0)


def test_the_hiker_follows_the_ground_it_is_given() -> None:
    tracker = ValueTracker(0.0)
    hiker = Hiker(ground=lambda: (np.array([tracker.get_value(), 1.0, 0.0]), 0.25))
    tracker.set_value(3.0)
    hiker.update()
    assert hiker.point == pytest.approx([3, 1, 0])
    assert np.mean([foot[0] for foot in hiker.feet]) == pytest.approx(3)


def test_a_hiker_who_is_not_there_is_not_seen() -> None:
    hiker = Hiker()
    hiker.shown = 0.0
    hiker.redraw()
    assert all(member.get_fill_opacity() == 0 for member in hiker.family_members_with_points())


def test_a_lantern_that_is_out_sheds_no_light() -> None:
    hiker = Hiker()
    hiker.light = 0.0
    hiker.redraw()
    assert all(ring.get_fill_opacity() == 0 for ring in hiker._glow)
    assert layer(hiker, "coat").get_fill_opacity() == 1


def test_near_parts_are_drawn_last_though_no_mobject_changes_its_place() -> None:
    """The arm with the staff is near as the hiker faces right, and far as it faces left."""
    right, left = Hiker(facing="right"), Hiker(facing="left")
    for hiker, near in ((right, True), (left, False)):
        order = hiker._layers.index
        arm, coat = layer(hiker, "staff arm"), layer(hiker, "coat")
        assert (order(arm) > order(coat)) == near
    family = list(right.get_family())
    right.heading = pi
    right.redraw()
    assert list(right.get_family()) == family
    for mine, other in zip(right._layers, left._layers, strict=True):
        assert mine.points == pytest.approx(other.points)
