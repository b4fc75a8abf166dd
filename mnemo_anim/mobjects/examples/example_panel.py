"""The panel of the lecture's own listings: a gradient, one update, and a linear layer."""

from collections.abc import Sequence

from manim import UL

from mnemo_anim.maths.network_quantities import Extent, Tensor
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.code.code_panel import CodePanel
from mnemo_anim.theme import PALETTE, STAGE

_OVER = 0.2  # by which the plate stands out over the safe edge: its text does not


class ExamplePanel(CodePanel):
    """The listings at the left of the stage, with all that they print.

    Args:
        listings: Their code, in order.
        language: For the tokeniser.
        example: What they compute.

    Attributes:
        slopes: What the first prints: the partial derivatives.
        moved: What the second prints: the inputs after the update.
        shapes: What the third prints: of the gradients of weights and bias.
    """

    def __init__(
        self,
        listings: Sequence[str],
        *,
        language: str,
        example: WorkedExample,
    ) -> None:
        field, training = example.field, example.training
        parts = {name: PALETTE.part(index) for index, name in enumerate(field.variables)}
        losses = dict.fromkeys((field.name, "loss"), PALETTE.loss)
        gradients = dict.fromkeys(("grad", "backward"), PALETTE.uphill)
        super().__init__(listings, language=language, names=parts | losses | gradients)
        self.shift([STAGE.left - _OVER, STAGE.top, 0] - self.plate.get_corner(UL))
        inputs = list(enumerate(field.variables))
        self.slopes = [
            self.promise(f"{name}.grad.item", example.slope(index), color=parts[name])
            for index, name in inputs
        ]
        self.moved = [
            self.promise(f"{name}.item", example.updated(index), color=parts[name])
            for index, name in inputs
        ]
        weights = (Extent(training, Tensor.WEIGHTS_GRADIENT, axis) for axis in (0, 1))
        self.shapes = [
            self.promise("weight.grad", *weights),
            self.promise("bias.grad", Extent(training, Tensor.BIASES_GRADIENT, 0)),
        ]
