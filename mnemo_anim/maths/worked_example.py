"""What the lecture's listings compute: a gradient and one update, then the same for a layer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.network_quantities import Training
from mnemo_anim.maths.quantities import (
    Coord,
    Coordinate,
    Difference,
    PartialDerivative,
    Product,
)
from mnemo_anim.maths.scalar_field import ScalarField
from mnemo_anim.maths.training import TrainingRun


@dataclass(frozen=True, eq=False)
class WorkedExample:
    """A function at a point with a learning rate, and a layer with its examples.

    Attributes:
        field: f.
        at: Its inputs.
        learning_rate: α of the one update.
        run: The training of the layer, of which only the first epoch counts.
    """

    field: ScalarField
    at: Coord
    learning_rate: float
    run: TrainingRun

    @cached_property
    def graph(self) -> ComputationGraph:
        """How f is computed."""
        return ComputationGraph(self.field)

    @cached_property
    def training(self) -> Training:
        """The training of the layer, as plain data."""
        return Training.of(self.run)

    def slope(self, index: int) -> PartialDerivative:
        """Return ∂f/∂xᵢ at the inputs."""
        return PartialDerivative(self.field, self.at, index)

    def updated(self, index: int) -> Difference:
        """Return what the update makes of an input: xᵢ − α ∂f/∂xᵢ."""
        return Difference(
            Coordinate(self.at, index), Product(self.learning_rate, self.slope(index))
        )
