import numpy as np
import pytest

from mnemo_anim.mobjects.cards.progress_dots import ProgressDots
from tests.mobjects.moments import show


def filled(dots: ProgressDots) -> list[float]:
    return [dot.get_fill_opacity() for dot in dots.dots]


def test_dots_are_bright_up_to_the_one_in_hand() -> None:
    dots = ProgressDots(4)
    assert filled(dots) == [0.0] * 4
    assert dots.ring.presence == 0.0
    dots.place = 1.0
    dots.redraw()
    assert filled(dots) == [1.0, 1.0, 0.0, 0.0]
    assert dots.ring.get_center() == pytest.approx(dots.centres[1])


def test_the_ring_goes_from_dot_to_dot() -> None:
    dots = ProgressDots(3)
    dots.place = 0.0
    go = dots.go_to(1)
    go.begin()
    show(go, 0.5)
    assert dots.ring.get_center() == pytest.approx(dots.centres[:2].mean(axis=0), abs=1e-9)
    show(go, 1.0)
    assert dots.ring.get_center() == pytest.approx(dots.centres[1])


def test_the_row_stays_in_step_wherever_it_is_put() -> None:
    dots = ProgressDots(5)
    middle = dots.centres.mean(axis=0)
    dots.shift([3.0, 1.0, 0.0])
    dots.redraw()
    assert dots.centres.mean(axis=0) == pytest.approx(np.add(middle, [3.0, 1.0, 0.0]))
    assert np.ptp(np.diff(dots.centres[:, 0])) == pytest.approx(0.0, abs=1e-9)
    for dot, centre in zip(dots.dots, dots.centres, strict=True):
        assert dot.get_center() == pytest.approx(centre, abs=1e-9)


def test_a_row_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ProgressDots(0)
