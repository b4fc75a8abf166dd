from itertools import pairwise

import numpy as np
import pytest

from mnemo_anim.maths import linear_layer_run
from mnemo_anim.mobjects.claims import claims
from mnemo_anim.mobjects.examples.batch_pass import BatchPass
from mnemo_anim.mobjects.examples.parameter_table import ParameterTable
from mnemo_anim.theme import PALETTE

RUN = linear_layer_run()


def test_the_batch_has_the_shapes_of_the_listing_and_its_loss() -> None:
    batch = BatchPass(RUN)
    assert batch.inputs.values.shape == (10, 3)
    assert batch.outputs.values.shape == batch.targets.values.shape == (10, 1)
    assert batch.errors.values.mean() == pytest.approx(RUN.losses[0])
    assert [claim.shown for claim in claims(batch)] == ["10", "3", "10", "1"]
    assert all(claim.holds() for claim in claims(batch))


def test_the_batch_runs_from_left_to_right() -> None:
    batch = BatchPass(RUN)
    parts = (batch.inputs, batch.network, batch.outputs, batch.targets, batch.loss)
    for one, other in pairwise(parts):
        assert one.get_right()[0] < other.get_left()[0]


def test_the_large_layer_steps_back_to_its_place() -> None:
    batch = BatchPass(RUN)
    before = batch.network.get_center(), batch.network.width
    batch.grow_network()
    assert batch.network.width > before[1]
    back = batch.step_back()
    back.begin()
    back.interpolate(1.0)
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


def test_the_arrows_point_against_the_gradient_and_are_longer_where_it_is_steeper(
    table: ParameterTable,
) -> None:
    (gradient,) = RUN.epochs[0].gradient
    slopes = np.append(gradient.weights, gradient.biases)
    ways = [arrow.tip[1] - arrow.tail[1] for arrow in table.arrows]
    assert (np.sign(ways) == -np.sign(slopes)).all()
    assert (np.argsort(np.abs(ways)) == np.argsort(np.abs(slopes))).all()


def test_gradients_have_the_colour_of_the_way_that_they_point(table: ParameterTable) -> None:
    (gradient,) = RUN.epochs[0].gradient
    for square, slope in zip(table.gradients[0].squares, gradient.weights[0], strict=True):
        color = PALETTE.uphill if slope > 0 else PALETTE.downhill
        assert square.get_stroke_color().to_hex().lower() == color
