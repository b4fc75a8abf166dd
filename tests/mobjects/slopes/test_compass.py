from math import cos, pi, sin

import numpy as np
import pytest
from manim import ManimColor

from mnemo_anim.maths import SADDLE, VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.compass import Compass
from mnemo_anim.theme import PALETTE
from tests.mobjects.moments import show

AT = np.array([1.1, 0.3])
MAP = ContourMap(VALLEYS, unit=0.9, plain=True)


def ray_lengths(compass: Compass) -> list[float]:
    """Return how far each ray leads outwards from the ring, in coords."""
    foot = MAP.point(compass.spot.coords)
    found = []
    for ray in compass.rays:
        ends = np.linalg.norm(ray.points[[0, -1]] - foot, axis=1) if len(ray.points) else [0, 0]
        found.append(float(ends[1] - ends[0]) / MAP.unit)
    return found


def test_each_ray_is_as_long_as_the_slope_in_its_direction() -> None:
    compass = Compass(MAP, AT, radius=0.8, scale=0.4)
    gx, gy = VALLEYS.gradient(AT)
    angles = np.arange(len(compass.rays)) * 2 * pi / len(compass.rays)
    assert ray_lengths(compass) == pytest.approx(0.4 * (gx * np.cos(angles) + gy * np.sin(angles)))


def test_uphill_rays_lead_outwards_in_the_colour_of_uphill() -> None:
    compass = Compass(MAP, AT)
    lengths = ray_lengths(compass)
    steepest, lowest = (compass.rays[int(k)] for k in (np.argmax(lengths), np.argmin(lengths)))
    for ray, color in ((steepest, PALETTE.uphill), (lowest, PALETTE.downhill)):
        drawn, wanted = ray.get_stroke_color().to_rgb(), ManimColor(color).to_rgb()
        assert drawn == pytest.approx(wanted, abs=0.01)  # the ray nearest to ∇f is not along it


@pytest.mark.parametrize("heading", [0.0, 1.0, pi, 5.5])
def test_the_needle_points_to_its_heading_and_tells_the_slope(heading: float) -> None:
    compass = Compass(MAP, AT, heading=heading)
    reach = compass.needle.tip - compass.needle.tail
    assert reach / np.linalg.norm(reach) == pytest.approx([cos(heading), sin(heading), 0])
    h = 1e-6
    ahead, behind = AT + h * reach[:2] / np.linalg.norm(reach), AT
    difference = float(VALLEYS.value(ahead) - VALLEYS.value(behind)) / h
    assert compass.slope == pytest.approx(difference, abs=1e-4)


def test_a_sweep_feels_only_what_lies_behind_the_needle() -> None:
    compass = Compass(MAP, AT, heading=0.0)
    sweep = compass.sweep()
    sweep.begin()
    show(sweep, 0.5)  # half a turn, by symmetry of the easing
    felt = [bool(len(ray.points)) for ray in compass.rays]
    half = len(felt) // 2
    assert all(felt[1 : half - 3])
    assert not any(felt[half + 1 :])
    sweep.finish()
    assert compass.heading == pytest.approx(2 * pi)
    assert all(len(ray.points) for ray in compass.rays)


def test_every_ray_that_was_passed_grows_on_to_its_full_length() -> None:
    """Also those that the needle passes first, and last."""
    compass = Compass(MAP, AT, heading=0.1)
    full = np.abs(ray_lengths(compass))
    sweep = compass.sweep()
    sweep.begin()
    before = np.zeros(len(full))
    for alpha in np.linspace(0, 1, 201):
        show(sweep, float(alpha))
        now = np.abs(ray_lengths(compass))
        assert (now >= before - 1e-9).all()
        passed = (np.arange(len(full)) * 2 * pi / len(full) - 0.1) % (2 * pi) / (2 * pi)
        behind = compass.felt - passed
        assert now[behind > 0.06] == pytest.approx(full[behind > 0.06])
        assert (now - before).max() < 0.75 * full.max()
        before = now
    assert before == pytest.approx(full)


def test_a_staff_has_the_colour_of_no_slope() -> None:
    up, down = (Compass(MAP, AT, heading=angle, staff=True).needle for angle in (0.3, 3.4))
    assert up.get_fill_color() == down.get_fill_color() == ManimColor(PALETTE.ink)


def test_where_it_is_level_the_ring_is_bare() -> None:
    compass = Compass(ContourMap(SADDLE, plain=True), (0.0, 0.0))
    assert not any(len(ray.points) for ray in compass.rays)
    assert compass.slope == 0.0
