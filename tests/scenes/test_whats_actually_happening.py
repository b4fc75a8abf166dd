"""What the scene of the two cuts shows is true at every beat."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.maths import CriticalKind
from mnemo_anim.section_scene import BeatClock
from scenes.whats_actually_happening import WhatsActuallyHappening


class Watched(WhatsActuallyHappening):
    """The scene, with notes taken at the end of every beat."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.places: dict[str, np.ndarray] = {}
        self.grounds: dict[str, np.ndarray] = {}
        self.azimuths: dict[str, float] = {}

    @contextmanager
    def beat(self, beat_id: str, *, on_rail: bool = True) -> Iterator[BeatClock]:
        with super().beat(beat_id, on_rail=on_rail) as beat:
            yield beat
        self.update_mobjects(0)
        self.places[beat_id] = self.spot.coords
        self.azimuths[beat_id] = self.land.view.azimuth
        self.grounds[beat_id] = np.array(self.land.domain)


@pytest.fixture(scope="module")
def scene() -> Watched:
    with tempconfig({"format": "none", "frame_rate": 15, "progress_bar": "none"}):
        scene = Watched(skip_animations=True)
        scene.render()
    return scene


def test_each_cut_goes_through_the_point_and_keeps_the_rest(scene: Watched) -> None:
    (west, east), (south, north) = scene.field.domain
    x, y = scene.here
    assert scene.grounds["slope-in-x"] == pytest.approx(np.array([(west, east), (y, north)]))
    assert scene.grounds["slope-in-y"] == pytest.approx(np.array([(west, x), (south, north)]))
    assert scene.grounds["each-knows-one"] == pytest.approx(np.array([(west, x), (y, north)]))
    assert scene.grounds["two-slopes-one-arrow"] == pytest.approx(np.array(scene.field.domain))


def test_each_cut_is_seen_squarely_while_its_slope_is_measured(scene: Watched) -> None:
    assert scene.azimuths["slope-in-x"] == pytest.approx(0.0, abs=0.05)
    assert scene.azimuths["slope-in-y"] == pytest.approx(np.pi / 2, abs=0.05)


def test_hill_and_map_stay_turned_alike_while_the_point_wanders(scene: Watched) -> None:
    turns = [scene.azimuths[beat] for beat in list(scene.azimuths)[-4:]]
    assert np.ptp(turns) < np.radians(5)
    assert np.abs(turns).max() < np.radians(20)


def test_the_lantern_goes_with_the_hiker(scene: Watched) -> None:
    assert scene.land.state.lantern.strength == 0.0


def test_the_point_stays_until_it_wanders_and_comes_to_rest_at_a_bottom(scene: Watched) -> None:
    order = list(scene.places)
    before = order[: order.index("arrow-follows")]
    assert all((scene.places[beat] == scene.here).all() for beat in before)
    bottoms = [
        point.point for point in scene.field.critical_points() if point.kind is CriticalKind.MINIMUM
    ]
    end = scene.places["steeper-is-longer"]
    assert min(np.linalg.norm(end - bottom) for bottom in bottoms) < 1e-5


def test_the_arrow_grows_where_it_is_steeper_and_nothing_is_left_at_the_bottom(
    scene: Watched,
) -> None:
    way = scene.survey.way
    gentle, steep = way.steepness[way.gentlest], way.steepness[way.steepest]
    assert gentle < way.steepness[0] < steep
    assert steep > 2 * gentle
    assert scene.tour.arrow.magnitude < 1e-5
    assert np.linalg.norm(scene.tour.arrow.tip - scene.tour.arrow.tail) < 1e-5


def test_ground_and_map_show_the_arrow_to_one_scale(scene: Watched) -> None:
    assert scene.tour.arrow.drawn_to == scene.tour.panel.arrow.drawn_to == scene.scale
    assert scene.tour.arrow.components.x_part.drawn_to == scene.scale


def test_both_slopes_are_clear_and_of_opposite_sign(scene: Watched) -> None:
    x_slope, y_slope = scene.field.gradient(scene.here)
    assert x_slope < -0.5 < 0.5 < y_slope
