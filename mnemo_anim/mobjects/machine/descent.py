"""A machine in training: its dials are weights, and all of them go downhill at once."""

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    Indicate,
    Succession,
    VGroup,
    linear,
)

from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.machine.gradient import MachineGradient
from mnemo_anim.mobjects.machine.workbench import Workbench
from mnemo_anim.mobjects.networks.update_rule import UpdateRule
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_BESIDE = 0.4  # from the meter's number to words, in Manim units


class MachineDescent:
    """The rule of gradient descent below the map, and its steps on dials, map and meter.

    It is no mobject: its parts come and go one by one.

    Args:
        bench: The machine, at the start of the walk.
        gradient: Of it, flipped.

    Attributes:
        rule: w ← w − α∇L.
        turns: On each dial, what is left of its step.
        ghost: Where the meter stood first.
        last: The number of the last step.
    """

    def __init__(self, bench: Workbench, gradient: MachineGradient) -> None:
        self._bench, self._gradient, self._map = bench, gradient, gradient.map
        self._rate, self._path = bench.walk.learning_rate, bench.walk.descent().iterates
        self.rule = UpdateRule(
            self._rate, weights=bench.word("weights"), rate=bench.word("learning-rate")
        )
        self.rule.next_to(self._map.chart, DOWN, buff=STAGE.gap)
        self.turns = bench.machine.steps(bench.felt, self._rate)
        self.ghost = bench.machine.ghost()
        self.last = len(self._path) - 1

    def let_go(self) -> AnimationGroup:
        """Return the animation in which nothing is held: the map keeps shapes, not values."""
        return together(self._map.clear(), self._gradient.release())

    def rename_inputs(self) -> AnimationGroup:
        """Return the animation in which the inputs get the names of weights."""
        weights = [f"w_{index + 1}" for index in range(len(self._path[0]))]
        column = self._gradient.column
        lower = column.get_bottom()  # below the amounts of the steps
        return together(
            column.animate.scale(TYPE.body / TYPE.formula).move_to(lower, DOWN).build(),
            self._bench.machine.rename(weights),
            self._map.rename(weights),
        )

    def gather_weights(self) -> Succession:
        """Return the animation in which the names of all weights become one w, with its word."""
        self.rule.set_apart(self._map.chart.get_x())
        names = [dial.label for dial in self._bench.machine.dials]
        letters = VGroup(*(name[:1].copy() for name in names)).arrange(RIGHT, buff=STAGE.gap)
        letters.move_to(self.rule.part("weights"))
        pulses = (Indicate(name, color=name.get_fill_color()) for name in names)
        return Succession(
            together(*pulses, FadeIn(*letters, shift=0.15 * DOWN)),
            together(*self.rule.gather(letters), FadeIn(self.rule.weights)),
        )

    def name_loss(self) -> AnimationGroup:
        """Return the animation in which the meter shows the loss."""
        meter = self._bench.machine.meter
        loss = Words(self._bench.word("loss"), size=TYPE.label, color=PALETTE.loss)
        loss.next_to(meter.header, RIGHT, buff=_BESIDE)
        return together(meter.rename("L"), FadeIn(loss))

    def rename_gradient(self) -> Animation:
        """Return the animation in which the column becomes that of the loss."""
        return self._gradient.column.rename("-nabla L")

    def write_gradient(self) -> AnimationGroup:
        """Return the animation in which −∇L is pointed out, and comes into the rule."""
        step = VGroup(*self.rule.part("minus"), *self.rule.part("gradient"))
        name = self._gradient.column.label[: len(step)]
        return together(
            Indicate(name, scale_factor=1.15, color=PALETTE.downhill),
            FadeIn(step, shift=0.15 * LEFT),
        )

    def write_rate(self) -> AnimationGroup:
        """Return the animation in which α makes steps: in the rule, on the map, on the dials."""
        amounts = self._bench.machine.amounts(self._bench.felt, self._rate)
        return together(
            FadeIn(self.rule.part("rate"), shift=0.1 * DOWN),
            self._map.arrow.vary(drawn_to=self._rate),
            FadeIn(self.turns, *amounts),
        )

    def take_step(self, number: int) -> AnimationGroup:
        """Return the animation in which the dials turn, and the point goes, to an iterate."""
        return together(
            self._map.trail.walk_to(number),
            self._bench.spot.go_to(self._path[number], rate_func=linear),
            self._map.arrow.vary(shown=0.0),
        )

    def feel(self, number: int) -> AnimationGroup:
        """Return the animation in which the gradient is felt anew, at an iterate."""
        self._bench.felt.coords = self._path[number]
        return together(
            self._map.arrow.vary(stretch=(0.0, 1.0), shown=(1.0, 1.0)),
            *(turn.grow() for turn in self.turns),
        )
