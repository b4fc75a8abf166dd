from itertools import combinations
from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ELLIPTIC_BOWL, RAVINE, SADDLE, THREE_DIALS, VALLEYS, ScalarField
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.maps.contour_map import ContourMap

BOWL_MAP = ContourMap(ELLIPTIC_BOWL, unit=1.0, centre=(-3.5, 0.4))
VALLEY_MAP = ContourMap(VALLEYS, unit=0.9, centre=(2.0, -0.5))
MAPS = [BOWL_MAP, VALLEY_MAP, ContourMap(SADDLE, plain=True), ContourMap(RAVINE, plain=True)]


@pytest.mark.parametrize("chart", MAPS)
def test_every_vertex_of_a_curve_is_on_its_level(chart: ContourMap) -> None:
    low_high = [float(chart.field.value(corner)) for corner in np.array(chart.field.domain).T]
    spread = max(np.ptp(low_high), np.ptp(chart.levels))
    for line in chart.lines:
        values = chart.field.value(chart.coords(line.path))
        assert np.abs(values - line.level).max() <= 1e-6 * spread


@pytest.mark.parametrize("chart", MAPS)
def test_between_its_vertices_a_curve_leaves_its_level_by_less_than_a_tenth_of_a_pixel(
    chart: ContourMap,
) -> None:
    worst = 0.0
    for line in chart.lines:
        a, b, c, d = (line.points[k::4] for k in range(4))
        middles = chart.coords((a + 3 * b + 3 * c + d) / 8)
        slopes = np.linalg.norm(chart.field.gradient(middles), axis=1)
        steep = slopes > 0.05 * slopes.max()
        away = np.abs(chart.field.value(middles) - line.level)[steep] / slopes[steep]
        worst = max(worst, float(away.max()) * chart.unit * 135)
    assert worst < 0.1


@pytest.mark.parametrize("unit", [(1.0, 1.0, 2.0), (1.0, 2.0), 0.0, -1.0, float("nan"), ()])
def test_a_unit_that_is_not_one_number_above_zero_is_refused(unit: float) -> None:
    with pytest.raises(ValueError, match="unit"):
        ContourMap(ELLIPTIC_BOWL, unit=unit, plain=True)


def test_a_map_cannot_be_stretched_or_turned() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, plain=True)
    with pytest.raises(ValueError, match="wrong angle"):
        chart.stretch(2.0, 0)
    with pytest.raises(ValueError, match="cannot be turned"):
        chart.rotate(0.3)


def test_a_field_of_three_variables_is_refused() -> None:
    with pytest.raises(ValueError, match="two variables"):
        ContourMap(THREE_DIALS)


def test_both_axes_have_the_unit_asked_for_and_the_middle_is_in_the_centre() -> None:
    chart = ContourMap(RAVINE, unit=0.8, centre=(1.0, 2.0), plain=True)
    assert chart.point((0.0, 0.0)) == pytest.approx([1.0, 2.0, 0.0])
    assert chart.point((1.0, 0.0)) - chart.point((0, 0)) == pytest.approx([0.8, 0.0, 0.0])
    assert chart.point((0.0, 1.0)) - chart.point((0, 0)) == pytest.approx([0.0, 0.8, 0.0])


@given(st.tuples(st.floats(-3, 3), st.floats(-3, 3)))
def test_coords_and_points_are_inverse(coords: tuple[float, float]) -> None:
    assert VALLEY_MAP.coords(VALLEY_MAP.point(coords)) == pytest.approx(coords, abs=1e-12)


def test_what_is_asked_of_a_moved_and_scaled_map_is_true_of_it() -> None:
    chart = ContourMap(VALLEYS, unit=0.5, plain=True)
    chart.scale(1.6).shift([1.0, 2.0, 0.0])
    line = chart.lines[0]
    vertex = line.points[0]
    assert chart.unit == pytest.approx(0.8)
    assert VALLEYS.value(chart.coords(vertex)) == pytest.approx(line.level, abs=1e-6)


def test_a_landscape_seen_as_the_map_says_covers_it_exactly() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=VALLEY_MAP.view)
    coords = np.random.default_rng(1).uniform(-3, 3, (50, 2))
    assert landscape.point(coords) == pytest.approx(VALLEY_MAP.point(coords), abs=1e-9)
    backing = VALLEY_MAP.backing(resolution=16)
    assert backing.point(coords) == pytest.approx(VALLEY_MAP.point(coords), abs=1e-9)


@pytest.mark.parametrize("chart", [BOWL_MAP, VALLEY_MAP])
def test_numbers_tell_the_level_of_the_curve_they_stand_on(chart: ContourMap) -> None:
    assert len(chart.labels) >= 3
    made = claims(chart.labels)
    assert len(made) == len(chart.labels)
    assert all(claim.holds() for claim in made)
    for label in chart.labels:
        away = [
            np.linalg.norm(line.path - label.get_center(), axis=1).min()
            for line in chart.lines
            if line.level == label.level
        ]
        assert min(away) < 0.1


@pytest.mark.parametrize("chart", [BOWL_MAP, VALLEY_MAP])
def test_curves_leave_room_for_their_numbers(chart: ContourMap) -> None:
    for label in chart.labels:
        reach = label.width / 2 * 0.8
        for line in chart.lines:
            if line.level == label.level:
                assert np.linalg.norm(line.points - label.get_center(), axis=1).min() > reach / 2


@pytest.mark.parametrize("chart", [BOWL_MAP, VALLEY_MAP])
def test_numbers_keep_apart_and_inside_the_border(chart: ContourMap) -> None:
    low, high = chart.point(np.array(chart.field.domain).T)
    for label in chart.labels:
        assert (label.get_corner([-1, -1, 0]) > low - 1e-9)[:2].all()
        assert (label.get_corner([1, 1, 0]) < high + 1e-9)[:2].all()
    for one, other in combinations(chart.labels, 2):
        assert np.linalg.norm(one.get_center() - other.get_center()) > 0.3 + one.width / 2


def test_numbers_keep_away_from_where_something_will_stand() -> None:
    crowd = VALLEY_MAP.labels[0].get_center()
    chart = ContourMap(VALLEYS, unit=0.9, centre=(2.0, -0.5), keep_clear=[VALLEY_MAP.coords(crowd)])
    assert min(np.linalg.norm(label.get_center() - crowd) for label in chart.labels) > 0.5


def test_numbers_are_upright() -> None:
    from mnemo_anim.mobjects.maps.level_labels import _place_at
    from mnemo_anim.mobjects.maps.level_line import arc_lengths

    for line in BOWL_MAP.lines:
        lengths = arc_lengths(line.path)
        for middle in np.linspace(0.3, lengths[-1] - 0.3, 30):
            place, _ = _place_at(line, lengths, float(middle), 0.2)
            assert -pi / 2 <= place.angle <= pi / 2


def test_a_plain_map_has_curves_and_a_border_only() -> None:
    plain = ContourMap(ELLIPTIC_BOWL, unit=0.3, plain=True)
    assert len(plain.labels) == len(plain.axes.numbers) == len(plain.axes.names) == 0
    assert len(plain.lines) == len(BOWL_MAP.lines)


def test_index_curves_are_thicker() -> None:
    widths = {line.index: line.get_stroke_width() for line in BOWL_MAP.lines}
    assert widths[True] > widths[False]


def test_only_the_part_asked_for_is_mapped() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, x_range=(0, 2), y_range=(1, 3), plain=True)
    coords = chart.coords(np.concatenate([line.path for line in chart.lines]))
    assert coords.min(axis=0) == pytest.approx([0, 1], abs=0.1)
    assert coords.max(axis=0) == pytest.approx([2, 3], abs=0.1)


def test_a_field_without_gaps_between_levels_still_gets_index_curves() -> None:
    chart = ContourMap(ScalarField("x"), levels=(0.5,), plain=True)
    assert chart.index_levels == (0.5,)


def test_every_second_curve_of_its_landscape_is_one_of_the_map() -> None:
    drawn = VALLEY_MAP.landscape(resolution=16).palette.levels
    assert tuple(drawn[::2]) == pytest.approx(VALLEY_MAP.levels)
    assert len(drawn) == 2 * len(VALLEY_MAP.levels)


def test_a_moving_backing_stays_under_a_map_that_is_moved_and_scaled() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, plain=True)
    ground = chart.moving_backing(resolution=16)
    chart.scale(0.5).shift([1, 2, 0])
    ground.update()
    at = np.array([0.3, -0.4])
    assert ground.point(at)[:2] == pytest.approx(chart.point(at)[:2])
