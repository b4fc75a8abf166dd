import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.drawing.spline import bend, closed_curve, joined, limb, open_curve, ribbon

VERTICES = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 0.0], [1.0, -1.0]])


def test_a_closed_curve_passes_through_its_vertices_and_closes_smoothly() -> None:
    cubics = closed_curve(VERTICES).reshape(-1, 4, 2)
    assert cubics[:, 0] == pytest.approx(VERTICES)
    following = np.roll(cubics, -1, axis=0)
    assert cubics[:, 3] == pytest.approx(following[:, 0])
    assert cubics[:, 3] - cubics[:, 2] == pytest.approx(following[:, 1] - following[:, 0])


def test_an_open_curve_runs_from_the_first_vertex_to_the_last() -> None:
    cubics = open_curve(VERTICES)
    assert cubics.shape == (12, 2)
    assert cubics[0] == pytest.approx(VERTICES[0])
    assert cubics[-1] == pytest.approx(VERTICES[-1])


def test_sides_are_joined_to_a_closed_outline() -> None:
    outline = joined(polyline(VERTICES[:2]), polyline(VERTICES[2:])).reshape(-1, 4, 2)
    assert len(outline) == 4
    assert outline[:, 3] == pytest.approx(np.roll(outline, -1, axis=0)[:, 0])


def test_a_straight_limb_is_as_wide_as_asked() -> None:
    path = np.array([[0.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
    outline = limb(path, np.array([0.2, 0.2, 0.2]))[::4]
    assert np.abs(outline[:, 0]).max() == pytest.approx(0.2)
    assert outline[:, 1].min() == pytest.approx(-0.2)
    assert outline[:, 1].max() == pytest.approx(2.2)


def test_a_joint_is_at_the_length_of_its_bones() -> None:
    start, end = np.zeros(2), np.array([1.0, 0.5])
    joint = bend(start, end, 0.7, 0.8, side=1.0)
    assert np.linalg.norm(joint - start) == pytest.approx(0.7)
    assert np.linalg.norm(joint - end) == pytest.approx(0.8)
    assert joint[1] > 0.5 * joint[0]  # to the left of the way
    mirrored = bend(start, end, 0.7, 0.8, side=-1.0)
    assert (joint + mirrored) / 2 == pytest.approx((joint + mirrored) @ end / 2 / 1.25 * end)


def test_bones_that_are_too_short_are_stretched_straight() -> None:
    joint = bend(np.zeros(2), np.array([3.0, 0.0]), 1.0, 1.0, side=1.0)
    assert joint == pytest.approx([1.5, 0.0])


def test_a_ribbon_keeps_its_width_and_begins_at_both_corners_of_its_start() -> None:
    path = np.array([[0.0, 0.0], [0.0, 1.0], [0.0, 1.1]])
    outline = ribbon(path, 0.2).reshape(-1, 4, 2)
    assert np.abs(outline[:, 0, 0]) == pytest.approx(np.full(6, 0.2))
    assert outline[:, 0].min(axis=0)[1] == pytest.approx(0)
    assert outline[0, 0] + outline[-1, 0] == pytest.approx([0, 0])
    assert outline[-1, 3] == pytest.approx(outline[0, 0])


def test_a_ribbon_may_turn_back_on_itself() -> None:
    outline = ribbon(np.array([[0.0, 0.0], [0.0, 1.0], [0.0, 0.5]]), 0.2)
    assert np.isfinite(outline).all()
    assert np.abs(outline[:, 0]).max() == pytest.approx(0.2)
