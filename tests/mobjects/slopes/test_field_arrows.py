import numpy as np
import pytest
from manim import Scene

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.field_arrows import FieldArrows, scattered
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from tests.mobjects.moments import show

MAP = ContourMap(VALLEYS, unit=0.9, plain=True)


def test_each_arrow_is_the_slope_of_its_place_to_one_scale() -> None:
    field = FieldArrows(MAP, count=20, scale=0.3, parts=(0, 1, None))
    for k, (place, arrow) in enumerate(zip(field.places, field.arrows, strict=True)):
        slope = VALLEYS.gradient(place) * [(1, 0), (0, 1), (1, 1)][k % 3]
        assert arrow.tail == pytest.approx(MAP.point(place))
        assert (arrow.tip - arrow.tail)[:2] == pytest.approx(0.9 * 0.3 * slope)


def test_places_are_spread_over_the_domain_and_keep_apart() -> None:
    places = scattered(64, ((0.0, 2.0), (-1.0, 1.0)))
    assert (places > [0, -1]).all()
    assert (places < [2, 1]).all()
    east, north = (places > [1, 0]).T
    quarters = np.bincount(2 * east + north)
    assert np.abs(quarters - 16).max() <= 4
    gaps = np.linalg.norm(places[:, None] - places, axis=2) + 9 * np.eye(64)
    assert gaps.min() > 0.3 * 2 / 8


def test_gathered_arrows_have_become_their_goal_and_leave_it_in_the_scene() -> None:
    scene = Scene()
    field = FieldArrows(MAP, count=12, parts=(0, 1))
    scene.add(field)
    goal = GradientArrow(MAP, (1.0, 0.5), scale=0.8)
    gather = field.gather_into(goal)
    gather.begin()
    gather.finish()
    for k, arrow in enumerate(field.arrows):
        part = goal.components[k % 2]
        assert arrow.points == pytest.approx(part.points)
    gather.clean_up_from_scene(scene)
    assert scene.mobjects == list(goal.components)


def test_arrows_of_the_whole_gradient_gather_into_the_arrow_itself() -> None:
    field = FieldArrows(MAP, count=5, parts=(None,))
    goal = GradientArrow(MAP, (1.0, 0.5), scale=0.8)
    field.gather_into(goal)
    assert field.goals == [goal]


def test_before_they_grow_none_is_seen() -> None:
    field = FieldArrows(MAP, count=12)
    grow = field.grow()
    grow.begin()
    show(grow, 0.0)
    assert all(arrow.presence == 0.0 for arrow in field.arrows)
    show(grow, 0.5)
    assert 0 < sum(arrow.presence for arrow in field.arrows) < 12
    grow.finish()
    assert all(arrow.presence == 1.0 for arrow in field.arrows)


def test_they_grow_first_next_to_the_place_that_they_spread_from() -> None:
    field = FieldArrows(MAP, count=30, spread_from=(1.0, 0.5))
    field.grown = 0.5
    field.redraw()
    away = np.linalg.norm(field.places - [1.0, 0.5], axis=1)
    there = np.array([arrow.presence > 0 for arrow in field.arrows])
    assert 0 < there.sum() < 30
    assert away[there].max() < away[~there].min()


def test_an_arrow_that_has_hardly_grown_is_no_dot() -> None:
    field = FieldArrows(MAP, count=12)
    grown = [arrow.width + arrow.height for arrow in field.arrows]
    field.grown = 0.02
    field.redraw()
    for arrow, whole in zip(field.arrows, grown, strict=True):
        assert arrow.width + arrow.height < 0.1 * whole
