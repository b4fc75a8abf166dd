import numpy as np
import pytest

from mnemo_anim.maths.network_gallery import small_network_run
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.training.board import BoardWords, TrainingBoard
from mnemo_anim.theme import STAGE

WORDS = BoardWords("loss", "training step", "more", "less", "weights", "rate")
TRAINED, IDLE = 30, 20


@pytest.fixture(scope="module")
def board() -> TrainingBoard:
    run = small_network_run()
    return TrainingBoard(run, WORDS, trained=TRAINED, idle=IDLE, samples=(0.02, 0.3))


def advance(board: TrainingBoard, updates: float, idle: float = 0.0) -> None:
    board.progress.updates, board.progress.idle = updates, idle
    for part in (board.network, board.bank, board.curve, board.loss, *board.numbers):
        part.update()


def test_every_knob_stands_at_its_weight_and_its_arrow_points_down_the_slope(
    board: TrainingBoard,
) -> None:
    advance(board, 12.0)
    knobs, corners = board.bank.knobs, board.bank.corners
    slopes = np.concatenate([layer.ravel() for layer in board.progress.derivatives()])
    bars = knobs.bars.points.reshape(len(slopes), -1, 3)
    arrows = knobs.chevrons.points.reshape(len(slopes), -1, 3)
    for slot, (weight, slope) in enumerate(zip(board.progress.weights, slopes, strict=True)):
        middle = bars[slot][[0, -1]].mean(axis=0)
        assert corners.coords(middle) == pytest.approx([slot, weight])
        base, tip = arrows[slot][0, 1], arrows[slot][3, 1]
        assert np.sign(tip - base) == -np.sign(slope)


def test_a_chevron_is_the_longer_the_larger_the_derivative(board: TrainingBoard) -> None:
    advance(board, 0.0)
    slopes = np.concatenate([layer.ravel() for layer in board.progress.derivatives()])
    arrows = board.bank.knobs.chevrons.points.reshape(len(slopes), -1, 3)
    lengths = np.ptp(arrows[:, :, 1], axis=1)[np.argsort(np.abs(slopes))]
    assert (np.diff(lengths) > -1e-9).all()
    assert lengths[-1] > 2 * lengths[0]


def test_knobs_drop_into_their_places_one_after_the_other(board: TrainingBoard) -> None:
    advance(board, 0.0)
    knobs = board.bank.knobs
    knobs.landed = 3.5
    knobs.redraw()
    bars = knobs.bars.points.reshape(4, -1, 3)[:, [0, -1]].mean(axis=1)
    assert bars[:3] == pytest.approx(knobs.places[:3])
    assert bars[3, 1] > knobs.places[3, 1]
    knobs.landed = float(len(knobs.places))
    knobs.redraw()


def test_the_loss_falls_as_in_the_run_and_then_stays(board: TrainingBoard) -> None:
    run = small_network_run()
    advance(board, 10.0)
    assert board.curve.tip == pytest.approx(board.graph.point(10.0, run.losses[10]))
    advance(board, float(TRAINED), float(IDLE))
    end = board.graph.point(float(TRAINED + IDLE), run.losses[TRAINED])
    assert board.curve.tip == pytest.approx(end)


def test_the_widest_edges_carry_their_derivatives(board: TrainingBoard) -> None:
    advance(board, 0.0)
    largest = sorted(
        (abs(w) for layer in board.progress.derivatives() for w in layer.flat), reverse=True
    )
    shown = [claim for number in board.numbers for claim in claims(number)]
    assert [abs(claim.quantity.value) for claim in shown] == pytest.approx(largest[: len(shown)])
    assert all(claim.holds() for claim in shown)
    for index, number in zip(board.widest, board.numbers, strict=True):
        assert number.get_center() == pytest.approx(board.network.middle(index))


def test_the_key_shows_the_widths_that_edges_have(board: TrainingBoard) -> None:
    for line, number in board.key.widths[1:]:
        assert isinstance(number, Number)
        assert line.get_stroke_width() == board.network.stroke(number.value)


def test_everything_stands_on_the_stage(board: TrainingBoard) -> None:
    line = board.line
    for part in (board.network, board.graph, board.loss, board.bank, board.key, line.gradient):
        assert part.get_left()[0] >= STAGE.left - 1e-6
        assert part.get_right()[0] <= STAGE.right + 1e-6
        assert part.get_top()[1] <= STAGE.top + 1e-6
        assert part.get_bottom()[1] >= STAGE.bottom - 1e-6


def test_what_is_lost_leaves_an_empty_place(board: TrainingBoard) -> None:
    lost = board.line.rule.part("gradient")
    assert board.line.slot.get_center() == pytest.approx(lost.get_center())
    assert not set(lost.get_family()) & set(board.line.empty_rule.get_family()) - {lost}
