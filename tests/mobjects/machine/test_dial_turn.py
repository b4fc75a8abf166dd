import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.machine.dial import Dial
from mnemo_anim.mobjects.machine.dial_turn import DialTurn
from tests.mobjects.sources import number


def bearing(dial: Dial, point: np.ndarray) -> float:
    x, y, _ = point - dial.anchor.origin
    return float(np.arctan2(y, x))


def turned(start: float, end: float) -> tuple[Dial, DialTurn]:
    dial = Dial(number(start), -3.0, 3.0, label="x_1").shift([2.0, -1.0, 0.0])
    return dial, DialTurn(dial, lambda: start, lambda: end)


@pytest.mark.parametrize(("start", "end"), [(0.6, 1.1), (1.1, 0.6), (-2.0, 2.5)])
def test_the_arrow_ends_where_the_pointer_will_point(start: float, end: float) -> None:
    dial, turn = turned(start, end)
    centre = dial.anchor.origin
    middle = 1.14 * dial.anchor.unit
    on_arc = np.abs(np.linalg.norm(turn.arrow.points - centre, axis=1) - middle) < 1e-9
    bearings = [bearing(dial, point) for point in turn.arrow.points[on_arc]]
    assert min(abs(angle - dial.angle(end)) for angle in bearings) < 1e-9


def test_the_sector_spans_the_turn() -> None:
    dial, turn = turned(0.6, 1.1)
    rim = turn.sector.points[4:-4]
    bearings = [bearing(dial, point) for point in rim]
    assert max(bearings) == pytest.approx(dial.angle(0.6))
    assert min(bearings) == pytest.approx(dial.angle(1.1))


def test_it_follows_its_values_and_grows_from_its_start() -> None:
    spot = Spot([0.0])
    dial = Dial(number(0.0), -3.0, 3.0, label="x_1")
    turn = DialTurn(dial, lambda: 0.0, lambda: float(spot.coords[0]))
    assert turn.sector.width == pytest.approx(0.0, abs=1e-9)
    spot.coords = np.array([2.0])
    turn.stretch = 0.5
    turn.update()
    assert bearing(dial, turn.sector.points[-4]) == pytest.approx(dial.angle(1.0))


def test_a_turn_of_nothing_draws_nothing_that_can_be_seen() -> None:
    _, turn = turned(1.0, 1.0)
    assert np.isfinite(turn.arrow.points).all()
    assert turn.arrow.width < 1e-6
