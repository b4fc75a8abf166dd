"""What the film of the gradient's reading does: one weight at a time, by −α times its entry."""

from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.mobjects.lettering import Words
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


def test_never_more_than_one_weight_moves_at_a_time(scene: Watched) -> None:
    moves = np.diff(scene.visited, axis=0)
    assert (np.count_nonzero(np.abs(moves) > 1e-12, axis=1) <= 1).all()


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
    for row in scene.table.rows:
        assert isinstance(row.sentence, Words)
        way = "increase" if row.entry.entry < 0 else "decrease"
        much = "a lot" if abs(row.entry.entry) > 0.5 else "a little"
        assert row.sentence.text == f"{way} {much}"
        assert row.sentence in row.submobjects
