"""The oracle of shapes agrees with shapes that one knows."""

import pytest

from mnemo_anim.maths import linear_layer_run
from mnemo_anim.maths.network_quantities import Extent, Tensor, Training
from tests.truth.recompute import recompute

TRAINING = Training.of(linear_layer_run())
SHAPES = {
    Tensor.INPUTS: (10, 3),
    Tensor.TARGETS: (10, 1),
    Tensor.WEIGHTS_GRADIENT: (1, 3),
    Tensor.BIASES_GRADIENT: (1,),
}


@pytest.mark.parametrize("tensor", SHAPES)
def test_the_shapes_are_those_of_the_listing(tensor: Tensor) -> None:
    extents = [Extent(TRAINING, tensor, axis) for axis in range(len(SHAPES[tensor]))]
    assert tuple(extent.value for extent in extents) == SHAPES[tensor]
    assert tuple(recompute(extent) for extent in extents) == SHAPES[tensor]
