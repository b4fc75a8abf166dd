import numpy as np
import pytest

from mnemo_anim.mobjects.cards.thinking_ring import ThinkingRing
from tests.mobjects.moments import show


def length(points: np.ndarray) -> float:
    """Return the length of the polygon through the anchors of some cubics."""
    anchors = np.concatenate([points[::4], points[-1:]])
    return float(np.linalg.norm(np.diff(anchors, axis=0), axis=1).sum())


@pytest.mark.parametrize("left", [0.9, 0.5, 0.2])
def test_what_is_left_of_the_ring_is_what_is_left_of_the_time(left: float) -> None:
    ring = ThinkingRing("think", centre=(1.0, 2.0, 0.0))
    ring.left = left
    ring.redraw()
    assert length(ring.arc.points) == pytest.approx(left * 2 * np.pi * ring.radius, rel=1e-3)
    assert np.linalg.norm(ring.arc.points[::4] - [1.0, 2.0, 0.0], axis=1) == pytest.approx(
        ring.radius
    )
    assert ring.arc.points[-1] == pytest.approx([1.0, 2.0 + ring.radius, 0.0])  # ends at the top


def test_it_empties_at_an_even_pace_until_nothing_is_left() -> None:
    ring = ThinkingRing("think")
    empty = ring.empty()
    empty.begin()
    lengths = []
    for alpha in (0.0, 0.25, 0.5):
        show(empty, alpha)
        lengths.append(length(ring.arc.points))
    assert lengths[0] - lengths[1] == pytest.approx(lengths[1] - lengths[2], rel=1e-3)
    show(empty, 1.0)
    assert not len(ring.arc.points)
    assert ring.head.presence == 0.0


def test_it_is_large_enough_for_its_word() -> None:
    ring = ThinkingRing("contemplation")
    assert ring.word.width < 2 * ring.radius


def test_it_goes_where_it_is_moved() -> None:
    ring = ThinkingRing("think")
    ring.shift([2.0, 0.0, 0.0]).scale(0.5, about_point=[2.0, 0.0, 0.0])
    ring.redraw()
    assert ring.track.get_center() == pytest.approx([2.0, 0.0, 0.0], abs=1e-9)
    assert ring.track.width == pytest.approx(ring.radius)
