"""What is special to the hike: every arrow is a step of the descent, every view a true one."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.maths import VALLEYS_WALK, Outcome
from mnemo_anim.section_scene import BeatClock
from scenes.intuition_first import IntuitionFirst

DESCENT = VALLEYS_WALK.descent()
DARK = (
    "night-walk",
    "the-question",
    "feel-left-right",
    "feel-front-back",
    "one-arrow",
    "turn-and-step",
    "again-and-again",
    "level-ground",
)


class Watched(IntuitionFirst):
    """The scene, with notes on its state at the end of each beat."""

    @contextmanager
    def beat(self, beat_id: str, *, on_rail: bool = True) -> Iterator[BeatClock]:
        with super().beat(beat_id, on_rail=on_rail) as clock:
            yield clock
        state = self.land.state
        self.notes = getattr(self, "notes", {})
        self.notes[beat_id] = {
            "state": state,
            "spot": np.array(self.hike.spot.coords),
            "hiker": np.array(self.hiker.point),
            "ground": self.land.point(self.hike.spot.coords),
            "felt": [np.diff(arrow.displacements(), axis=0)[0] for arrow in self.hike.arrows],
            "walked": float(self.hike.trail.progress),
            "coincides": float(
                np.abs(self.land.point(DESCENT.iterates) - self.map.point(DESCENT.iterates)).max()
            ),
        }


@pytest.fixture(scope="module")
def played() -> Watched:
    with tempconfig({"format": "none", "frame_rate": 15, "progress_bar": "none"}):
        scene = Watched(skip_animations=True)
        scene.render()
    return scene


def test_the_walk_is_a_descent_that_arrives() -> None:
    assert DESCENT.outcome is Outcome.CONVERGED
    steps = np.linalg.norm(DESCENT.steps, axis=1)
    assert (np.diff(steps) < 0).all(), "“your steps grow shorter”"


def test_what_is_felt_at_each_stop_is_the_step_turned_round(played: Watched) -> None:
    felt = played.notes["level-ground"]["felt"]
    assert len(felt) == len(DESCENT.steps)
    for arrow, step in zip(felt, DESCENT.steps, strict=True):
        assert arrow == pytest.approx(-step, abs=1e-12)


@pytest.mark.parametrize(
    ("beat", "stop"), [("one-arrow", 0), ("turn-and-step", 1), ("again-and-again", 10)]
)
def test_the_hiker_is_where_the_words_say(played: Watched, beat: str, stop: int) -> None:
    note = played.notes[beat]
    assert note["spot"] == pytest.approx(DESCENT.iterates[stop])
    assert note["walked"] == stop


def test_the_hiker_always_stands_on_the_surface(played: Watched) -> None:
    for note in played.notes.values():
        assert note["hiker"] == pytest.approx(note["ground"])


def test_only_the_lanterns_ground_is_seen_until_the_fog_lifts(played: Watched) -> None:
    for beat in DARK:
        state = played.notes[beat]["state"]
        assert state.fog >= 0.9
        assert state.lantern.coords == pytest.approx(played.notes[beat]["spot"])
        assert state.lantern.strength == pytest.approx(1.0)
    assert played.notes["fog-lifts"]["state"].fog == 0


def test_from_above_the_landscape_coincides_with_the_map(played: Watched) -> None:
    for beat in ("from-above", "the-gradient"):
        assert played.notes[beat]["coincides"] == pytest.approx(0, abs=1e-12)


def test_each_curve_of_the_map_is_one_of_the_landscape(played: Watched) -> None:
    drawn = np.array(played.land.palette.levels)
    for level in played.map.levels:
        assert np.abs(drawn - level).min() == pytest.approx(0, abs=1e-12)


def test_the_plane_of_the_loss_comes_down_with_the_weights(played: Watched) -> None:
    for beat, stop in (("loss-surface", 0), ("flip-it", -1)):
        note = played.notes[beat]
        assert note["spot"] == pytest.approx(DESCENT.iterates[stop])
        (plane,) = note["state"].level_planes
        assert plane.level == pytest.approx(DESCENT.values[stop])
