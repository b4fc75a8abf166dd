"""The maths of the examples, below their code: one line at a time."""

from manim import RIGHT, VGroup, VMobject

from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.network_quantities import Training
from mnemo_anim.maths.quantities import Coord
from mnemo_anim.mobjects.lettering import Words
from mnemo_anim.mobjects.worked_lines import (
    chain,
    evaluation,
    gradient_of,
    mean_squared_error,
    update,
    update_of_weights,
)
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_APART = 2 * STAGE.gap  # between lines side by side


class WorkedStrip:
    """What the lines of the examples compute. It is no mobject: its lines come and go.

    Args:
        above: The panel of code, above the middle of each line.
        graph: Of the function.
        at: Its inputs.
        learning_rate: Of the update.
        training: Of the layer.
        loss: Words for its loss.

    Attributes:
        value: f and its value, in three stages.
        chains: The chain rule for each input.
        gradient: ∇f with numbers, then in symbols.
        updates: Of each input, in two stages.
        loss: Its words, and its formula.
        rule: Of the optimiser.
    """

    def __init__(
        self,
        above: VMobject,
        graph: ComputationGraph,
        at: Coord,
        *,
        learning_rate: float,
        training: Training,
        loss: str,
    ) -> None:
        field, inputs = graph.field, range(graph.field.dimension)
        self.value = evaluation(graph, at)
        self.chains = VGroup(*(chain(graph, index, at) for index in inputs))
        self.gradient = gradient_of(field, at)
        self.updates = VGroup(*(update(field, at, index, learning_rate) for index in inputs))
        words = Words(loss, size=TYPE.label, color=PALETTE.loss)
        self.loss = VGroup(words, mean_squared_error(training))
        self.rule = update_of_weights()
        middle = (above.get_bottom()[1] + STAGE.bottom) / 2
        for row in (self.chains, self.updates, self.loss):
            row.arrange(RIGHT, buff=_APART)
        for line in (self.value, self.chains, self.gradient, self.updates, self.loss, self.rule):
            line.move_to([above.get_x(), middle, 0])
