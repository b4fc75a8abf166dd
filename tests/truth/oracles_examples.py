"""Oracles for the shapes of a layer's tables: counted, and the gradients' taken by autograd."""

from __future__ import annotations

import numpy as np

from mnemo_anim.maths.network_quantities import Extent, Tensor
from tests.truth.oracles_networks import trained
from tests.truth.recompute import recompute


@recompute.register
def _(quantity: Extent) -> float:
    training = quantity.training
    if quantity.of in {Tensor.INPUTS, Tensor.TARGETS}:
        rows = training.inputs if quantity.of is Tensor.INPUTS else training.targets
        return len(rows) if quantity.axis == 0 else len(rows[0])
    weights, biases = trained(training, 0)[1][0]
    table = weights if quantity.of is Tensor.WEIGHTS_GRADIENT else biases
    return float(np.shape(table)[quantity.axis])
