"""What the film of the gradient's reading does: one weight at a time, by −α times its entry."""

from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.mobjects.lettering.text import Words
from scenes.reading_the_gradient import ReadingTheGradient


class Watched(ReadingTheGradient):
    """The scene, with the weights noted after each play."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.visited: list[np.ndarray] = []

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        self.visited.append(np.array(self.spot.coords))


@pytest.fixture(scope="module")
def scene() -> Watched:
    with tempconfig({"format": "none", "frame_rate": 15, "progress_bar": "none"}):
        watched = Watched(skip_animations=True)
        watched.render()
    return watched


def test_the_entries_that_are_looked_at_are_what_the_scene_says(scene: Watched) -> None:
    gradient, sizes = scene.fit.gradient, np.abs(scene.fit.gradient)
    assert gradient[scene.large_plus] > 0 > gradient[scene.large_minus]
    assert sizes[scene.small] < min(sizes[scene.large_plus], sizes[scene.large_minus])


def test_one_weight_moves_at_a_time_until_in_the_end_all_move_at_once(scene: Watched) -> None:
    moves = np.diff(scene.visited, axis=0)
    moved = np.count_nonzero(np.abs(moves) > 1e-12, axis=1)
    *alone, together = moved[moved > 0]
    assert set(alone) == {1}
    assert together == len(scene.fit.start)


def test_each_probe_is_the_same_small_nudge_from_the_start_and_back(scene: Watched) -> None:
    away = np.array(scene.visited) - np.array(scene.fit.start)
    small = [row for row in away if 0 < np.abs(row).max() < 2 * scene.probe]
    np.testing.assert_allclose(small, -scene.probe * np.diag(np.sign(scene.fit.gradient)))
    assert np.count_nonzero(~away.any(axis=1)) > len(small)


def test_the_loss_answers_the_probes_in_proportion_to_the_entries(scene: Watched) -> None:
    falls = []
    for answer in scene.answers.answers:
        answer.grown = 1.0
        falls.append(answer.fall)
    np.testing.assert_allclose(falls / np.abs(scene.fit.gradient), scene.probe, rtol=0.01)


def test_the_loss_rises_with_a_positive_entry_and_falls_with_a_negative_one(
    scene: Watched,
) -> None:
    start = np.array(scene.fit.start)
    for index, sign in ((scene.large_plus, 1), (scene.large_minus, -1)):
        for far in np.linspace(0.05, scene.far, 9):
            there = scene.fit.loss.value(start + far * np.eye(len(start))[index])
            assert np.sign(there - scene.fit.loss.value(start)) == sign


def test_the_last_weights_are_the_start_and_all_nudges(scene: Watched) -> None:
    expected = np.array(scene.fit.start) - scene.fit.learning_rate * scene.fit.gradient
    np.testing.assert_allclose(scene.visited[-1], expected)


def test_each_sentence_stands_in_the_row_of_its_entry(scene: Watched) -> None:
    for row, entry in zip(scene.table.rows, scene.fit.gradient, strict=True):
        said = [
            "increase" if entry < 0 else "decrease",
            "a lot" if abs(entry) > 0.5 else "a little",
        ]
        assert [part.text for part in row.sentence if isinstance(part, Words)] == said
        assert row.sentence in row.submobjects


def test_in_the_end_the_gradient_is_felt_where_the_weights_are(scene: Watched) -> None:
    there = scene.fit.loss.gradient(scene.spot.coords)
    np.testing.assert_allclose([row.number.value for row in scene.table.rows], there)
    assert (np.abs(there) < np.abs(scene.fit.gradient)).all()
