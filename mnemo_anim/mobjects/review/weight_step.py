"""One weight, its slope and the learning rate: how does the update move it?"""

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, UP, Animation, Create, FadeIn, VGroup

from mnemo_anim.maths.gallery import ONE_WEIGHT
from mnemo_anim.maths.quantities import (
    Given,
    PartialDerivative,
    Product,
)
from mnemo_anim.mobjects.arrow_shape import DOWNHILL_FORM
from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Formula, halo
from mnemo_anim.mobjects.live import Live, Veiled, together
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_START = 0.5  # the weight at which the slope is what the question says
_RATE = 0.1  # the learning rate of the question
_RANGES = (0.0, 2.6), (0.0, 4.5)
_WIDTH, _HEIGHT = 5.0, 4.3
_TANGENT = 2.4  # length of the tangent, in screen units


class OnCurve(Live):
    """A point on the graph of a field of one variable, its tangent, and its plumb line.

    Args:
        graph: Where the field is drawn.
        spot: The point, coords (1,).

    Attributes:
        stretch: Part of the tangent that is drawn, from the middle.
    """

    shared: ClassVar[tuple[str, ...]] = ("graph", "spot")

    def __init__(self, graph: Graph, spot: Spot) -> None:
        super().__init__()
        self.graph, self.spot, self.stretch = graph, spot, 0.0
        self.plumb = CasedLine(color=PALETTE.ink_soft, width=STROKES.level)
        self.tangent = CasedLine(color=PALETTE.ink, width=STROKES.curve)
        self.dot = Veiled(
            fill_color=PALETTE.hiker,
            fill_opacity=1.0,
            stroke_width=0.0,
            background_stroke_color=PALETTE.ground,
            background_stroke_width=STROKES.casing,
        )
        self.add(self.plumb, self.tangent, self.dot)
        self.come_alive()

    @property
    def point(self) -> np.ndarray:
        """The screen point (3,) on the curve."""
        (w,) = self.spot.coords
        return self.graph.point(w, ONE_WEIGHT.value([w]))

    def redraw(self) -> None:
        """Draw the point where its spot is now."""
        (w,) = self.spot.coords
        along = self.graph.corners.vector([1.0, float(ONE_WEIGHT.gradient([w])[0])])
        along *= self.stretch * _TANGENT / 2 / np.linalg.norm(along)
        self.tangent.draw([np.stack([self.point - along, self.point + along])])
        self.plumb.draw([np.stack([self.point, self.graph.point(w, self.graph.y_range[0])])])
        self.dot.set_points(circle(self.point, units(11.0)))
        for part in (self.plumb, self.tangent, self.dot):
            part.presence = self.shown


class WeightStep(ReviewPicture):
    """A loss of one weight: its slope, and the step −α ∂L/∂w."""

    def __init__(self) -> None:
        self.spot = Spot([_START])
        self.slope = PartialDerivative(ONE_WEIGHT, (_START,), 0)
        self.rate = Given("learning rate", _RATE)
        self.step = Product(-_RATE, self.slope)
        self.graph = Graph(
            *_RANGES,
            width=_WIDTH,
            height=_HEIGHT,
            names=(
                Formula("w", size=TYPE.body, color=PALETTE.x_part),
                Formula("L", size=TYPE.body, color=PALETTE.loss),
            ),
            y_ticks=0,
        )
        self.graph.move_to(CENTRE)
        weights = np.linspace(*_RANGES[0], 121)
        self.curve = self.graph.curve(weights, ONE_WEIGHT.value(weights[:, np.newaxis]))
        self.here = OnCurve(self.graph, self.spot)
        self.grad = Readout(
            "(partial L)/(partial w)", lambda: self.slope, decimals=0, size=TYPE.formula
        )
        self.alpha = Readout("alpha", lambda: self.rate, decimals=1, size=TYPE.formula)
        VGroup(self.grad, self.alpha).arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to(
            self.graph.point(1.75, 3.4)
        )
        foot = self.graph.point(_START, self.graph.y_range[0])
        tip = self.graph.point(_START + self.step.value, self.graph.y_range[0])
        self.arrow = Arrow(foot, tip, color=PALETTE.downhill, form=DOWNHILL_FORM)
        self.amount = Number(
            source=lambda: self.step,
            decimals=1,
            size=TYPE.formula,
            color=PALETTE.downhill,
            signed=True,
            family=FONTS.maths,
        )
        self.amount.next_to(self.arrow, UP, buff=0.2)
        halo(self.amount)
        self.reason = Formula(
            "-#rate dot (#slope) = {{#step : step}}",
            parts={"step": PALETTE.downhill},
            numbers={"rate": self.rate, "slope": self.slope, "step": self.step},
            decimals={"rate": 1, "step": 1},
        )

    def pose(self) -> Iterator[Animation]:
        """Draw the loss; mark the weight and its slope; give the learning rate."""
        yield together(FadeIn(self.graph), self.curve.trace())
        yield together(self.here.vary(shown=(0.0, 1.0), stretch=(0.0, 1.0)), FadeIn(self.grad))
        yield FadeIn(self.alpha)

    def answer(self) -> Iterator[Animation]:
        """Draw the step on the axis; take it; the loss is less."""
        yield together(Create(self.arrow), FadeIn(self.amount))
        yield self.spot.go_to([_START + self.step.value])
