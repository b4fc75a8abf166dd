"""One update of all parameters of a layer: the tables and the loss take their new sizes."""

from typing import ClassVar

from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.examples.batch_pass import BatchPass
from mnemo_anim.mobjects.examples.parameter_table import ParameterTable


class LayerUpdate(Live):
    """The first update of a training, as the pass of its examples and its parameters show it.

    Args:
        run: The training.
        batch: The pass of its examples.
        table: The parameters.

    Attributes:
        made: How much of the update has been made, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ("run", "batch", "table")

    def __init__(self, run: TrainingRun, batch: BatchPass, table: ParameterTable) -> None:
        super().__init__()
        self.run, self.batch, self.table = run, batch, table
        self.made = 0.0
        self.add(batch.outputs, batch.errors, batch.mean, *table.parameters)

    def make(self) -> Vary:
        """Return the animation in which all parameters move, and the loss with them."""
        return self.vary(made=1.0)

    def redraw(self) -> None:
        """Show the layer as far as it has been updated."""
        network = self.run.underway(self.made)
        self.batch.made = float(self.made)
        self.batch.show(network)
        self.table.show(network)
