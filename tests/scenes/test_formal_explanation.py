"""What only the formal explanation promises: what goes round and about stays in the picture."""

from collections.abc import Iterable

import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.slope_panel import HEADROOM
from scenes.formal_explanation import FormalExplanation as Scene

LOW, HIGH = np.array(Scene.places.window).T


def way_of(start: tuple[float, float], stops: Iterable[tuple[float, float]]) -> np.ndarray:
    """Return the coords (k, 2) of a wandering point."""
    spot = Spot(start)
    wander = spot.wander(np.array(list(stops)))
    wander.begin()
    way = []
    for alpha in np.linspace(0.0, 1.0, 101):
        wander.interpolate(alpha)
        way.append(spot.coords)
    return np.array(way)


@pytest.fixture(scope="module")
def tour() -> np.ndarray:
    return way_of(Scene.places.here, Scene.tour)


def test_the_circle_round_the_point_stays_on_the_map(tour: np.ndarray) -> None:
    assert (tour - 1.0 >= LOW).all()
    assert (tour + 1.0 <= HIGH).all()


def test_every_slope_on_the_tour_fits_on_the_graph(tour: np.ndarray) -> None:
    steepest = np.hypot(2 * tour[:, 0], 4 * tour[:, 1]).max()
    assert steepest <= HEADROOM * np.sqrt(68)


def test_the_peak_never_jumps_from_one_end_of_the_graph_to_the_other(tour: np.ndarray) -> None:
    assert (tour[:, 1] > 0).all()  # so the gradient's angle stays between 0° and 180°


def test_the_arrow_stays_on_the_map_wherever_the_point_goes(tour: np.ndarray) -> None:
    detour = way_of(Scene.places.first, Scene.detour)
    slides = np.array([Scene.places.first, *Scene.across, *Scene.along, Scene.places.here])
    for way in (tour, detour, slides):
        tips = way + Scene.scale * way * [2, 4]
        assert (tips >= LOW).all()
        assert (tips <= HIGH).all()
