import numpy as np
import pytest

from mnemo_anim.maths.gallery import FORGOTTEN_MINUS, VALLEYS
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.pitfalls.outing import Outing
from mnemo_anim.mobjects.pitfalls.plus_or_minus import PlusOrMinus

WAYS = ("up", "down")


@pytest.fixture
def both() -> PlusOrMinus:
    card = Card("Signs", ("wrong", "right"), place=0, count=1)
    return PlusOrMinus(card, FORGOTTEN_MINUS, azimuth=-0.3, words=("step", "loss", *WAYS))


def go(outing: Outing, progress: float) -> None:
    outing.trail.progress = progress
    for part in (outing.trail, outing.hiker, outing.arrow, outing.curve):
        part.update(0)


@pytest.mark.parametrize(("way", "sign"), [("up", 1.0), ("down", -1.0)])
def test_each_step_is_the_gradient_times_the_learning_rate(
    both: PlusOrMinus, way: str, sign: float
) -> None:
    outing: Outing = getattr(both, way)
    steps = np.diff(outing.trail.iterates, axis=0)
    for at, step in zip(outing.trail.iterates, steps, strict=False):
        felt = np.array(
            [(VALLEYS.value(at + h) - VALLEYS.value(at - h)) / 2e-5 for h in 1e-5 * np.eye(2)]
        )
        assert step == pytest.approx(sign * FORGOTTEN_MINUS.learning_rate * felt, abs=1e-8)


@pytest.mark.parametrize("way", WAYS)
def test_the_arrow_is_the_next_step(both: PlusOrMinus, way: str) -> None:
    outing: Outing = getattr(both, way)
    for stop in range(outing.trail.steps):
        go(outing, stop)
        step = outing.trail.iterates[stop + 1] - outing.trail.iterates[stop]
        assert outing.arrow.displacements()[1] == pytest.approx(step, abs=1e-9)


@pytest.mark.parametrize("way", WAYS)
def test_the_curve_has_come_as_far_as_the_hiker(both: PlusOrMinus, way: str) -> None:
    outing: Outing = getattr(both, way)
    for stop in (1, 4):
        go(outing, stop)
        loss = float(VALLEYS.value(outing.trail.spot.coords))
        assert outing.curve.tip == pytest.approx(both.graph.point(stop, loss))
        assert outing.hiker.point == pytest.approx(both.land.point(outing.trail.iterates[stop]))


@pytest.mark.parametrize("way", WAYS)
def test_the_hiker_looks_ahead_and_ends_on_both_feet(both: PlusOrMinus, way: str) -> None:
    outing: Outing = getattr(both, way)
    go(outing, 0.5)
    step = outing.trail.iterates[1] - outing.trail.iterates[0]
    ahead = np.array([np.cos(outing.hiker.bearing), np.sin(outing.hiker.bearing)])
    assert ahead == pytest.approx(step / np.linalg.norm(step))
    go(outing, outing.trail.steps)
    assert outing.hiker.stride == pytest.approx(round(outing.hiker.stride))
    assert outing.hiker.stride >= 1


def test_both_set_out_from_one_start_and_part_ways(both: PlusOrMinus) -> None:
    assert both.up.trail.iterates[0] == pytest.approx(both.down.trail.iterates[0])
    first = [np.diff(o.trail.iterates, axis=0)[0] for o in (both.up, both.down)]
    assert first[0] == pytest.approx(-first[1])
