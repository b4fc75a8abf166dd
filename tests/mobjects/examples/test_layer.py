from itertools import combinations, pairwise

import numpy as np
import pytest

from mnemo_anim.maths import linear_layer_run
from mnemo_anim.mobjects.examples.batch_pass import BatchPass
from mnemo_anim.mobjects.examples.layer_update import LayerUpdate
from mnemo_anim.mobjects.examples.parameter_table import ParameterTable
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.theme import PALETTE
from tests.mobjects.moments import show

RUN = linear_layer_run()
NAMES, SIGNS = ("inputs", "outputs", "targets"), ("positive", "negative")


@pytest.fixture(name="batch")
def examples() -> BatchPass:
    return BatchPass(RUN, names=NAMES, signs=SIGNS)


def test_the_batch_has_the_shapes_of_the_listing_and_its_loss(batch: BatchPass) -> None:
    assert batch.inputs.values.shape == (10, 3)
    assert batch.outputs.values.shape == batch.targets.values.shape == (10, 1)
    assert batch.errors.values.mean() == pytest.approx(RUN.losses[0])
    shapes = [[claim.shown for claim in claims(heading)] for heading in batch.headings]
    assert shapes == [["10", "3"], ["10", "1"], ["10", "1"]]
    assert [claim.shown for claim in claims(batch.loss)] == ["1.22"]
    assert all(claim.holds() for claim in claims(batch))


def test_the_batch_runs_from_left_to_right_and_ends_in_the_mean_of_the_errors(
    batch: BatchPass,
) -> None:
    parts = (batch.inputs, batch.network, batch.outputs, batch.targets, batch.around)
    for one, other in pairwise(parts):
        assert one.get_right()[0] < other.get_left()[0]
    assert batch.mean.get_x() == pytest.approx(batch.errors.get_x())
    assert batch.mean.get_top()[1] < batch.around.get_bottom()[1]


def test_errors_and_their_mean_are_drawn_to_one_scale(batch: BatchPass) -> None:
    sides = np.array([square.width for square in batch.errors.squares])
    large = batch.errors.values.ravel() > 0.2  # smaller ones are drawn so that they are seen
    areas = sides[large] ** 2 / batch.errors.values.ravel()[large]
    assert areas == pytest.approx(areas[0])
    assert batch.mean.squares.width**2 / RUN.losses[0] == pytest.approx(areas[0])


def test_nothing_written_touches_anything_else(batch: BatchPass) -> None:
    written = [part for heading in batch.headings for part in heading]
    others = [batch.inputs, batch.network, batch.outputs, batch.targets, batch.around, batch.mean]
    words = [*written, *batch.key, batch.loss]
    for one, other in combinations([*words, *others], 2):
        if one in words:
            apart = np.abs(one.get_center() - other.get_center())[:2]
            room = np.array([one.width + other.width, one.height + other.height]) / 2
            assert (apart > room).any()


def test_the_large_layer_steps_back_to_its_place(batch: BatchPass) -> None:
    before = batch.network.get_center(), batch.network.width
    batch.grow_network()
    assert batch.network.width > before[1]
    back = batch.step_back()
    back.begin()
    show(back, 1.0)
    back.finish()
    assert batch.network.get_center() == pytest.approx(before[0])
    assert batch.network.width == pytest.approx(before[1])


@pytest.fixture(name="table")
def parameters() -> ParameterTable:
    return ParameterTable(RUN.epochs[0], names=("weight", "bias"), headings=("parameter", ".grad"))


def test_every_gradient_has_the_shape_of_its_parameter(table: ParameterTable) -> None:
    assert [block.values.shape for block in table.parameters] == [(1, 3), (1, 1)]
    assert [block.values.shape for block in table.gradients] == [(1, 3), (1, 1)]
    for block, gradient in zip(table.parameters, table.gradients, strict=True):
        assert block.get_y() == pytest.approx(gradient.get_y())


def test_the_marks_are_the_signs_of_the_moves(table: ParameterTable) -> None:
    before, after = (epoch.network.parameters() for epoch in RUN.epochs)
    grown = [mark.expression == "+" for mark in table.marks]
    assert grown == (after > before).tolist()
    cells = [cell for block in table.parameters for cell in block.frame]
    for mark, cell in zip(table.marks, cells, strict=True):
        assert mark.get_x() == pytest.approx(cell.get_x(), abs=1e-6)
        assert mark.get_bottom()[1] > cell.get_top()[1]


@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
def test_an_update_shows_the_layer_as_far_as_it_has_come(
    part: float, batch: BatchPass, table: ParameterTable
) -> None:
    update = LayerUpdate(RUN, batch, table)
    update.made = part
    update.redraw()
    (before,), (after,) = (epoch.network.layers for epoch in RUN.epochs)
    weights = before.weights + part * (after.weights - before.weights)
    biases = before.biases + part * (after.biases - before.biases)
    errors = (RUN.inputs @ weights.T + biases - RUN.targets) ** 2
    assert table.parameters[0].values == pytest.approx(weights)
    assert batch.errors.values == pytest.approx(errors)
    batch.loss.update()
    (claim,) = claims(batch.loss)
    assert claim.shown == f"{errors.mean():.2f}"
    assert claim.holds()


def test_gradients_have_the_colour_of_the_way_that_they_point(table: ParameterTable) -> None:
    (gradient,) = RUN.epochs[0].gradient
    for square, slope in zip(table.gradients[0].squares, gradient.weights[0], strict=True):
        color = PALETTE.uphill if slope > 0 else PALETTE.downhill
        assert square.get_stroke_color().to_hex().lower() == color
