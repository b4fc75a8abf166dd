"""The gradient goes with its spot, on the ground and on the panel."""

import numpy as np
import pytest
from manim import Animation

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import VALLEYS
from mnemo_anim.maths.walks import stroll
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.survey.gradient_tour import GradientTour
from tests.mobjects.moments import show

HERE, SCALE = (0.5, 0.5), 0.8


def play(animation: Animation) -> None:
    animation.begin()
    show(animation, 0.5)
    show(animation, 1.0)
    animation.finish()


@pytest.fixture
def tour() -> GradientTour:
    return GradientTour(
        Landscape(VALLEYS, resolution=16),
        Spot(HERE),
        stroll(VALLEYS, HERE, 3.0),
        scale=SCALE,
        x=4.0,
        uphill="uphill",
        magnitude="magnitude",
        arrow_scale="arrow scale",
    )


def test_arrows_and_tracks_come_to_each_place_with_the_spot(tour: GradientTour) -> None:
    for index in (tour.way.gentlest, tour.way.steepest):
        play(tour.walk_to(index))
        place = tour.way.coords[index]
        assert tour.spot.coords == pytest.approx(place)
        assert [track.progress for track in tour.tracks] == [index, index]
        for arrow in (tour.arrow, tour.panel.arrow):
            arrow.update()
            assert arrow.displacements()[1] == pytest.approx(SCALE * VALLEYS.gradient(place))


def test_the_words_stay_with_the_arrow(tour: GradientTour) -> None:
    for coords in (HERE, (-1.0, 1.4)):
        tour.spot.coords = np.array(coords)
        for part in (tour.arrow, tour.uphill, tour.name):
            part.update()
        corner = tour.uphill.get_corner(np.array([1.0, -1.0, 0.0]))
        assert np.linalg.norm(corner - tour.arrow.tip) < 0.5
        middle = (tour.arrow.tail + tour.arrow.tip) / 2
        assert (tour.name.get_center() - middle)[:2].min() > 0


def test_the_way_ends_where_the_ground_is_level(tour: GradientTour) -> None:
    play(tour.walk_to_end())
    assert tour.spot.coords == pytest.approx(tour.way.coords[-1])
    assert np.linalg.norm(VALLEYS.gradient(tour.spot.coords)) < 1e-5


def test_rings_spread_from_the_spot_on_ground_and_map(tour: GradientTour) -> None:
    rings = tour.point_out()
    rings.begin()
    show(rings, 0.5)
    for ring, chart in zip(rings.group, (tour.mark.chart, tour.panel.map), strict=True):
        middle = chart.point(tour.spot.coords)
        assert ring.get_center() == pytest.approx(middle, abs=1e-2)
        assert ring.width > 0.1
