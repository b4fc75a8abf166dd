import numpy as np
import pytest
from manim import ManimColor

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.slope_ring import SlopeRing
from mnemo_anim.theme import PALETTE

AT = (0.6, 1.2)


@pytest.fixture(scope="module")
def ring() -> SlopeRing:
    return SlopeRing(ContourMap(VALLEYS, unit=0.5, plain=True), AT, radius=0.6)


def in_direction(ring: SlopeRing, direction: np.ndarray) -> ManimColor:
    """Return the colour of the segment that lies in a direction from the spot."""
    target = ring.chart.point(np.array(AT) + 0.6 * direction / np.linalg.norm(direction))
    nearest = min(
        ring.segments, key=lambda segment: float(np.linalg.norm(segment.get_center() - target))
    )
    return nearest.get_stroke_color()


def distance(one: ManimColor, other: str) -> float:
    return float(np.linalg.norm(one.to_rgb() - ManimColor(other).to_rgb()))


def test_it_is_most_uphill_along_the_gradient_and_most_downhill_against_it(
    ring: SlopeRing,
) -> None:
    gradient = VALLEYS.gradient(AT)
    assert distance(in_direction(ring, gradient), PALETTE.uphill) < 0.02
    assert distance(in_direction(ring, -gradient), PALETTE.downhill) < 0.02


def test_it_is_level_at_right_angles_to_the_gradient(ring: SlopeRing) -> None:
    gx, gy = VALLEYS.gradient(AT)
    for across in (np.array([-gy, gx]), np.array([gy, -gx])):
        assert distance(in_direction(ring, across), PALETTE.level) < 0.06


def test_it_is_a_circle_about_the_spot(ring: SlopeRing) -> None:
    centre = ring.chart.point(AT)
    radii = np.linalg.norm(ring.casing.get_anchors() - centre, axis=1)
    np.testing.assert_allclose(radii, 0.6 * 0.5, rtol=1e-9)


def test_its_coords_are_counted_from_the_steepest_ascent(ring: SlopeRing) -> None:
    gradient = VALLEYS.gradient(AT)
    uphill, downhill = ring.along([0.0, np.pi])
    np.testing.assert_allclose(uphill, AT + 0.6 * gradient / np.linalg.norm(gradient))
    np.testing.assert_allclose(downhill, AT - 0.6 * gradient / np.linalg.norm(gradient))
    left = ring.along(np.pi / 2) - AT
    assert gradient[0] * left[1] - gradient[1] * left[0] > 0  # counter-clockwise


def test_it_is_drawn_as_far_as_it_is_felt() -> None:
    ring = SlopeRing(ContourMap(VALLEYS, unit=0.5, plain=True), AT, radius=0.6)
    ring.felt = 0.5
    ring.update()
    end = ring.casing.points[-1]
    np.testing.assert_allclose(end, ring.chart.point(ring.along(np.pi)), atol=1e-9)


def test_a_ring_may_begin_at_a_given_angle() -> None:
    chart = ContourMap(ELLIPTIC_BOWL)
    ring = SlopeRing(chart, (1.0, 2.0), radius=1.0, start=0.0)
    ring.felt = 0.25
    ring.redraw()
    way = chart.coords(ring.casing.points[[0, -1]]) - (1.0, 2.0)
    np.testing.assert_allclose(way, [[1.0, 0.0], [0.0, 1.0]], atol=1e-9)
