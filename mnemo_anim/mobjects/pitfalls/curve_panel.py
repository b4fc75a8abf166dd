"""A function of one variable: its graph, the tangent at a point, and the derivative there."""

import numpy as np
from manim import DOWN, RIGHT, UP, AnimationGroup, FadeIn, FadeOut, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.slice_graph import SliceGraph
from mnemo_anim.mobjects.graphs.slice_parts import SliceTangent
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.pitfalls.line_gradient import LineGradient
from mnemo_anim.mobjects.pitfalls.tangent_ends import tangent_ends
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_TANGENT = 0.5  # of the width of the graph
_ROOM = -8.0  # the derivative for which room is kept: no sign is wider
_ROUND = -0.95  # angle in radians of the way on which it moves, round the corner of the graph
_LARGE = TYPE.title / TYPE.formula  # how much larger the derivative is while it stands beside


class CurvePanel:
    """The graph of a function of one variable, and df/dx as a number, first beside it and large.

    At first graph and number stand at one height; later the graph makes room for the number below.

    Args:
        field: f, of one variable.
        at: The spot, one coordinate.
        size: Width and height of the graph, in screen units.
        centre: Screen point (3,) of its middle in the end.
        beside: Screen point (3,) of the middle of df/dx at first.
        below: Where df/dx and the word stand afterwards: the screen point (3,) of their middle.
        scale: Length, in units of x, of the gradient's arrow for a derivative of 1.
        word: What df/dx is.

    Attributes:
        axes: The axes.
        curve: The curve.
        tangent: The tangent at the spot, which ends at the axis.
        dot: The spot.
        triangle: A run of 1 and its rise, under the tangent.
        arrow: ∇f, along the axis of the input.
        derivative: df/dx = …, live.
        word: The word, under the number.
        word_below: The same, beside the number under the graph.
    """

    def __init__(
        self,
        field: ScalarField,
        at: Spot,
        *,
        size: tuple[float, float],
        centre: ArrayLike,
        beside: ArrayLike,
        below: ArrayLike,
        scale: float,
        word: str,
    ) -> None:
        ends = np.reshape(field.domain[0], (2, 1))
        graph = SliceGraph(
            field,
            at,
            0,
            centre=centre,
            width=size[0],
            height=size[1],
            f_range=(0.0, float(np.max(field.value(ends)))),
            same_unit=False,
            decimals=1,
        )
        self.axes, self.curve, self.dot = graph.axes, graph.curve, graph.dot
        self.triangle = graph.triangle
        self._frame = VGroup(graph.dot.paper.corners, graph.axes)
        self._up = np.asarray(centre, float) * UP - np.asarray(beside, float) * UP
        self._frame.shift(-self._up)
        for part in (self.curve, self.triangle, self.dot):
            part.update(0)
        self.tangent = FootedTangent(graph.dot.paper, _TANGENT * size[0])
        self.tangent.set_stroke(PALETTE.uphill)
        self.dot.set_z_index(1)  # over the triangle, which comes later
        self.arrow = LineGradient(graph.dot.paper, at, scale=scale)
        self.derivative = Readout(
            f"(d {field.name})/(d {field.variables[0]})",
            lambda: PartialDerivative(field, at.at, 0),
            decimals=1,
            size=TYPE.formula,
            color=PALETTE.x_part,
            signed=True,
            widest=_ROOM,
            haloed=False,
        )
        self.word = Words(word, size=TYPE.body, color=PALETTE.ink_soft)
        written = VGroup(self.derivative, self.word)
        written.arrange(RIGHT, buff=1.5 * STAGE.gap).move_to(below)
        self._below, self.word_below = self.derivative.get_center(), self.word.copy()
        self.derivative.scale(_LARGE).move_to(beside)
        self.word.next_to(self.derivative, DOWN, buff=1.5 * STAGE.gap)

    def fly_in(self) -> FadeOut:
        """Return the animation in which the rise for a run of 1 flies into the derivative."""
        rise = self.triangle.rise_label.copy().clear_updaters()
        return FadeOut(rise, target_position=self.derivative.number, scale=_LARGE)

    def write_below(self) -> AnimationGroup:
        """Return the animation in which number moves under the graph, and that up."""
        return together(
            self.derivative.animate(path_arc=_ROUND).scale(1 / _LARGE).move_to(self._below).build(),
            soon(FadeOut(self.word)),
            late(FadeIn(self.word_below)),
            self.triangle.vanish(),
            self._frame.animate.shift(self._up).build(),
        )


class FootedTangent(SliceTangent):
    """The tangent of a cut at the spot, which ends where it meets the axis below the graph."""

    def redraw(self) -> None:
        """Draw the tangent where the spot is now."""
        s, f, slope = self.paper.here
        corners = self.paper.corners
        along = corners.vector([1.0, slope])
        along *= self.stretch * self.length / 2 / np.linalg.norm(along)
        self.draw([tangent_ends(corners.point([s, f]), along, float(corners.point([s, 0.0])[1]))])
        self.presence = self.shown
