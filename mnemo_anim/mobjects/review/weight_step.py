"""One weight, its slope and the learning rate: how does the update move it?"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, FadeIn, VGroup, there_and_back

from mnemo_anim.maths.gallery import ONE_WEIGHT
from mnemo_anim.maths.quantities import Change, Given, PartialDerivative, Product
from mnemo_anim.mobjects.drawing.arrow_shape import DOWNHILL_FORM
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.theme import DIM, FONTS, PALETTE, STAGE, STROKES, TYPE, units

_START = 0.5  # the weight at which the slope is what the question says
_RATE = 0.1  # the learning rate of the question
_RANGES = (0.0, 2.6), (0.0, 4.5)
_WIDTH, _HEIGHT = 4.7, 4.7
_TANGENT = 2.6  # length of the tangent, in screen units
_BREATH = 1.25  # of that length, at most
_KNOWN = (0.62, 0.8)  # where slope and rate are written, in parts of the graph
_DOT = units(11.0)


class WeightOnLoss(Live):
    """A weight on the graph of its loss: the point, its tangent, and lines to both axes.

    Args:
        graph: Where the loss is drawn.
        spot: The weight, coords (1,).

    Attributes:
        tangent_drawn: Part of the tangent at the start that is drawn, from its middle.
        step: How far it is to move, in units of the weight: the arrow on the axis.
        step_drawn: Part of that arrow that is drawn.
        fall_shown: How much is seen of the loss that has gone since the start, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ("graph", "spot")

    def __init__(self, graph: Graph, spot: Spot, step: float) -> None:
        super().__init__()
        self.graph, self.spot, self.step = graph, spot, step
        self.start = float(spot.coords[0])
        self.tangent_drawn, self.step_drawn, self.fall_shown = 0.0, 0.0, 0.0
        self.plumb, self.before, self.levels = (
            CasedLine(color=PALETTE.ink_soft, width=STROKES.level) for _ in range(3)
        )
        self.tangent = CasedLine(color=PALETTE.ink, width=STROKES.curve)
        self.fall = CasedLine(color=PALETTE.loss, width=STROKES.arrow)
        self.arrow = Arrow(color=PALETTE.downhill, form=DOWNHILL_FORM)
        self.ghost, self.dot = (
            Veiled(
                fill_color=PALETTE.hiker,
                fill_opacity=opacity,
                stroke_width=0.0,
                background_stroke_color=PALETTE.ground,
                background_stroke_width=STROKES.casing,
            )
            for opacity in (2 * DIM, 1.0)
        )
        self.add(self.before, self.plumb, self.levels, self.fall, self.tangent)
        self.add(self.ghost, self.arrow, self.dot)
        self.set_z_index(2)  # over the curve, whenever that is added
        self.come_alive()

    def on_curve(self, weight: float) -> Points:
        """Return the screen point (3,) of the loss at a weight."""
        return self.graph.point(weight, ONE_WEIGHT.value([weight]))

    def on_axis(self, weight: float) -> Points:
        """Return the screen point (3,) of a weight on its axis."""
        return self.graph.point(weight, self.graph.y_range[0])

    def on_height(self, weight: float) -> Points:
        """Return the screen point (3,) on the other axis of the loss at a weight."""
        return self.graph.point(self.graph.x_range[0], ONE_WEIGHT.value([weight]))

    def redraw(self) -> None:
        """Draw the weight where it is now."""
        (now,) = (float(c) for c in self.spot.coords)
        here, there = self.on_curve(now), self.on_curve(self.start)
        along = self.graph.corners.vector([1.0, float(ONE_WEIGHT.gradient([self.start])[0])])
        along *= self.tangent_drawn * _TANGENT / 2 / np.linalg.norm(along)
        self.tangent.draw([np.stack([there - along, there + along])])
        self.plumb.draw([np.stack([here, self.on_axis(now)])])
        self.before.draw([np.stack([there, self.on_axis(self.start)])])
        heights = self.on_height(self.start), self.on_height(now)
        self.levels.draw([np.stack(pair) for pair in zip((there, here), heights, strict=True)])
        self.fall.draw([np.stack(heights)] if now != self.start else [])
        self.ghost.set_points(circle(there, _DOT))
        self.dot.set_points(circle(here, _DOT))
        foot, tip = self.on_axis(self.start), self.on_axis(self.start + self.step)
        self.arrow.put(foot, foot + self.step_drawn * (tip - foot))
        for part in (self.plumb, self.before, self.tangent, self.ghost, self.dot):
            part.presence = self.shown
        self.levels.presence = self.fall.presence = self.shown * self.fall_shown
        self.arrow.presence = self.shown if self.step_drawn > 0 else 0.0


class WeightStep(ReviewPicture):
    """A loss of one weight: its slope, and the step −α ∂L/∂w."""

    def __init__(self) -> None:
        slope = PartialDerivative(ONE_WEIGHT, (_START,), 0)
        rate, step = Given("learning rate", _RATE), Product(-_RATE, slope)
        self.spot, self.end = Spot([_START]), _START + step.value
        self.graph = _empty_graph()
        weights = np.linspace(*_RANGES[0], 121)
        self.curve = self.graph.curve(weights, ONE_WEIGHT.value(weights[:, np.newaxis]))
        self.weight = WeightOnLoss(self.graph, self.spot, step.value)
        self.slope, self.rate = (
            Readout(name, source, decimals=decimals, size=TYPE.formula)
            for name, source, decimals in (
                ("(partial L)/(partial w)", lambda: slope, 0),
                ("alpha", lambda: rate, 1),
            )
        )
        known = VGroup(self.slope, self.rate).arrange(DOWN, buff=0.35, aligned_edge=LEFT)
        known.move_to(self.graph.point(*(p * r[1] for p, r in zip(_KNOWN, _RANGES, strict=True))))
        self.amount, self.fall = (
            Number(
                source=source,
                decimals=1,
                size=TYPE.formula,
                color=color,
                signed=True,
                family=FONTS.maths,
            )
            for source, color in (
                (lambda: step, PALETTE.downhill),
                (lambda: Change(ONE_WEIGHT, (_START,), (step.value,)), PALETTE.loss),
            )
        )
        weight = self.weight
        self.amount.next_to(weight.on_axis(self.end), UP + RIGHT, buff=0.18)
        heights = weight.on_height(_START), weight.on_height(self.end)
        self.fall.next_to(sum(heights) / 2, LEFT, buff=0.25)
        halo(self.amount)
        self.reason = Formula(
            "-#rate dot (#slope) = {{+#step : step}}",
            parts={"step": PALETTE.downhill},
            numbers={"rate": rate, "slope": slope, "step": step},
            decimals={"rate": 1, "step": 1},
        )

    def pose(self) -> Iterator[Animation]:
        """Draw the loss; mark the weight and its slope; give the learning rate."""
        yield together(FadeIn(self.graph), self.curve.trace())
        yield together(
            self.curve.head.animate.set_opacity(0.0),  # it has drawn the curve: no weight is there
            self.weight.vary(shown=(0.0, 1.0), tangent_drawn=(0.0, 1.0)),
            FadeIn(self.slope),
        )
        yield FadeIn(self.rate)

    def ponder(self) -> Sequence[Animation]:
        """Let the tangent breathe."""
        breath = {"tangent_drawn": (1.0, _BREATH)}
        return (Vary(self.weight, breath, rate_func=there_and_back),)

    def answer(self) -> Iterator[Animation]:
        """Draw the step on the axis; take it; mark how much less the loss is."""
        yield self.weight.vary(step_drawn=1.0)
        yield FadeIn(self.amount)
        yield together(self.spot.go_to([self.end]), self.weight.vary(fall_shown=1.0))
        yield FadeIn(self.fall)


def _empty_graph() -> Graph:
    """Return the axes of the weight and its loss."""
    names = (
        Formula("w", size=TYPE.body, color=PALETTE.x_part),
        Formula("L", size=TYPE.body, color=PALETTE.loss),
    )
    graph = Graph(*_RANGES, width=_WIDTH, height=_HEIGHT, names=names, y_ticks=0)
    graph.set_y(CENTRE[1]).align_to([STAGE.right, 0.0, 0.0], RIGHT)
    return graph
