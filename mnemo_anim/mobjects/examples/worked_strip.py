"""The maths of the examples, below their code: one line at a time."""

from collections.abc import Mapping, Sequence

from manim import RIGHT, UP, VGroup, VMobject

from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.examples.worked_lines import (
    WorkedLine,
    chain,
    evaluation,
    gradient_of,
    learning_rate,
    linear_layer,
    mean_squared_error,
    update,
    update_of_weights,
)
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_APART = 1.8 * STAGE.gap  # between lines side by side


class WorkedStrip:
    """What the lines of the examples compute. It is no mobject: its lines come and go.

    Args:
        above: The panel of code, above the middle of each line that it has room for.
        example: What is computed.
        words: By id: ``inputs``, ``outputs``, ``targets``, and ``loss`` for that of the layer.

    Attributes:
        value: f and its value, in three stages.
        chains: The chain rule for each input.
        gradient: ∇f with numbers, then in symbols.
        rate: The learning rate.
        updates: Of each input, in two stages.
        layer: What it makes of the inputs.
        loss: Its words, and its formula.
        rule: Of the optimiser.
    """

    def __init__(
        self, above: VMobject, example: WorkedExample, *, words: Mapping[str, str]
    ) -> None:
        indices = range(example.field.dimension)
        self.value = evaluation(example)
        self.chains = _side_by_side([chain(example, index) for index in indices])
        self.gradient = gradient_of(example)
        self.rate = learning_rate(example)
        self.updates = _side_by_side([update(example, index) for index in indices])
        inputs, outputs, targets = (words[name] for name in ("inputs", "outputs", "targets"))
        self.layer = linear_layer(inputs, outputs)
        name = Words(words["loss"], size=TYPE.label, color=PALETTE.loss)
        error = mean_squared_error(example, outputs, targets)
        self.loss = VGroup(name, error).arrange(RIGHT, buff=STAGE.gap)
        self.rule = update_of_weights()
        middle = (above.get_bottom()[1] + STAGE.bottom) / 2
        first = (self.value, self.chains, self.gradient, self.rate, self.updates)
        for line in (*first, self.layer, self.loss, self.rule):
            line.move_to([above.get_x(), middle, 0])
            line.shift(max(0.0, STAGE.left - line.get_left()[0]) * RIGHT)  # a long one begins there


def _side_by_side(lines: Sequence[WorkedLine]) -> VGroup:
    """Return lines that end in a number, on one baseline."""
    row = VGroup(*lines).arrange(RIGHT, buff=_APART)
    level, *_ = (line.family_members_with_points()[-1].get_bottom()[1] for line in lines)
    for line in lines:
        line.shift((level - line.family_members_with_points()[-1].get_bottom()[1]) * UP)
    return row
