"""A computation graph from above downwards: values run down it, derivatives run back up."""

from collections.abc import Iterable

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, FadeOut, Mobject, VGroup, VMobject, linear
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.quantities import Quantity, as_coord_tuple
from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.glow import Glow
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.theme import FONTS, PALETTE, STAGE, STROKES, TYPE

_RADIUS = 0.44  # of a node, in Manim units
_BESIDE = 0.24  # between a node and its numbers
_OFF = 0.2  # between an edge and its local derivative
_APART = 0.3  # from the result to the names of the ways
_WAY = 0.6  # length of the arrows at these names
_LIGHT = 0.34  # radius of the light that runs along an edge
_RECORD = 1.0  # of the levels: that much has to be computed to be called a graph
_APPEARS = 0.3  # of a stage, in which what the light brings becomes visible


class GraphDiagram(Live):
    """The steps of a computation, its inputs on top and its result at the bottom.

    Args:
        graph: What is computed.
        at: The inputs.
        width: From the first input to the last, in Manim units.
        height: From the inputs to the result.
        decimals: Of values and derivatives.
        heading: What stands above it.
        ways: Names of the way from the inputs to the result, and of that back.

    Attributes:
        computed: How many levels have been computed, the inputs not counted.
        returned: How far the light is back: 1 at the result, 1 more for every level.
        heading: As given; it appears when the first operations have been recorded.
        ways: As given, each beside the result while the light goes that way.
        values: What each node is worth, beside it: below the result.
        derivatives: Of the result by each node, on its other side.
        local_derivatives: By each node but the result, at the edge that leads on from it.
    """

    def __init__(
        self,
        graph: ComputationGraph,
        at: ArrayLike,
        *,
        width: float = 2.3,
        height: float = 4.4,
        decimals: int = 0,
        heading: str,
        ways: tuple[str, str],
    ) -> None:
        super().__init__()
        self.graph, self.at, self._decimals = graph, as_coord_tuple(np.asarray(at, float)), decimals
        self.computed, self.returned = 0.0, 0.0
        places = range(len(graph.nodes))
        self._centres = self._laid_out(width, height)
        self._colors = [self._color(index) for index in places]
        self.discs = [_disc(self._centres[index]) for index in places]
        self.names = [self._name(index) for index in places]
        self.values = [self._value(index) for index in places]
        self.derivatives = [self._derivative(index) for index in places]
        self.local_derivatives = [self._local_derivative(index) for index in places[:-1]]
        self.edges = [CasedLine(color=PALETTE.ink_soft, width=STROKES.axis) for _ in places[:-1]]
        self.ways_back = [CasedLine(color=PALETTE.uphill) for _ in places[:-1]]
        self.lights = [Glow(_LIGHT, color=PALETTE.ink) for _ in places[:-1]]
        self.lights_back = [Glow(_LIGHT, color=PALETTE.uphill) for _ in places[:-1]]
        self.heading = Words(heading, size=TYPE.label, color=PALETTE.ink_soft)
        self.heading.next_to(self.discs[0], UP, buff=STAGE.gap).set_x(0.0)
        self.ways = (
            self._way(ways[0], PALETTE.ink, LEFT, DOWN),
            self._way(ways[1], PALETTE.uphill, RIGHT, UP),
        )
        self.add(self.heading, *self.ways)
        self.add(*self.edges, *self.ways_back, *self.lights, *self.lights_back, *self.discs)
        self.add(*self.names, *self.values, *self.derivatives, *self.local_derivatives)
        self.redraw()

    # ---- what happens ----------------------------------------------------------------------

    def receive(self, inputs: Iterable[Mobject]) -> list[Animation]:
        """Return the animations in which the inputs, in order, become the first nodes."""
        arrivals = (
            FadeOut(one, target_position=disc.get_center(), scale=0.6)
            for one, disc in zip(inputs, self.discs, strict=False)
        )
        return [self.appear(), *arrivals]

    def compute(self, levels: float | None = None) -> Vary:
        """Return the animation in which the light runs down to a level, by default the last."""
        to = float(self.graph.depth if levels is None else levels)
        return Vary(self, {"computed": to}, rate_func=linear)

    @property
    def stages(self) -> int:
        """The value of ``returned`` at which the inputs have their derivatives."""
        return self.graph.depth + 1

    def run_back(self, stages: float | None = None) -> Vary:
        """Return the animation in which the light runs back up, by default to the inputs."""
        to = float(self.stages if stages is None else stages)
        return Vary(self, {"returned": to}, rate_func=linear)

    def redraw(self) -> None:
        """Show what has been computed, and what the light has brought back."""
        self.heading.set_opacity(self.shown * _emerged(self.computed - _RECORD))
        turned = _emerged(self.returned)
        self.ways[0].set_opacity(self.shown * _emerged(self.computed) * (1 - turned))
        self.ways[1].set_opacity(self.shown * turned)
        for index, node in enumerate(self.graph.nodes):
            there = _emerged(self.computed - node.level + _APPEARS)
            back = self.returned - (self.graph.depth - self._level_of_user(index)) - 1
            self._show(index, there, _emerged(back - 1 + _APPEARS))
            if index < len(self.edges):
                self._draw_edge(index, _share(self.computed - self._level_of_user(index) + 1))
                self._draw_way_back(index, _share(back))

    def _show(self, index: int, there: float, back: float) -> None:
        self.discs[index].presence = self.shown * there
        self.names[index].set_opacity(self.shown * there)
        self.values[index].set_opacity(self.shown * there)
        self.derivatives[index].set_opacity(self.shown * back)
        lit = self._colors[index] if back > 0 else PALETTE.ink_soft
        self.discs[index].set_stroke(lit)

    def _draw_edge(self, index: int, part: float) -> None:
        start, end = self._ends(index)
        head = start + part * (end - start)
        self.edges[index].draw([np.stack([start, head])] if part > 0 else [])
        self.edges[index].presence = self.shown
        self.lights[index].place(head).veil(self.shown * _passing(part))

    def _draw_way_back(self, index: int, part: float) -> None:
        end, start = self._ends(index)
        head = start + part * (end - start)
        self.ways_back[index].draw([np.stack([start, head])] if part > 0 else [])
        self.ways_back[index].presence = self.shown
        self.lights_back[index].place(head).veil(self.shown * _passing(part))
        self.local_derivatives[index].set_opacity(self.shown * _emerged(part - 0.3))

    # ---- how it is laid out ------------------------------------------------------------------

    def _laid_out(self, width: float, height: float) -> NDArray[np.float64]:
        """Return the centre (k, 3) of every node: inputs side by side, others below operands."""
        graph = self.graph
        inputs = sum(node.operation is None for node in graph.nodes)
        xs = list(np.linspace(-width / 2, width / 2, inputs)) if inputs > 1 else [0.0]
        for node in graph.nodes[inputs:]:
            xs.append(float(np.mean([xs[operand] for operand in node.operands])))
        ys = [height * (0.5 - node.level / max(1, graph.depth)) for node in graph.nodes]
        return np.stack([xs, ys, np.zeros(len(xs))], axis=1)

    def _level_of_user(self, index: int) -> int:
        """Return the level of the node that uses this one; below the result, one more."""
        user = self.graph.user(index)
        return self.graph.depth + 1 if user is None else self.graph.nodes[user].level

    def _ends(self, index: int) -> tuple[Points, Points]:
        """Return both ends of the edge that leads on from a node, rim to rim."""
        user = self.graph.user(index)
        start, end = self._place(index), self._place(len(self.discs) - 1 if user is None else user)
        along = _RADIUS * (end - start) / np.linalg.norm(end - start)
        return start + along, end - along

    def _place(self, index: int) -> Points:
        return np.asarray(self.discs[index].get_center())

    def _outwards(self, index: int) -> Points:
        """Return the direction away from the middle; of what stands there, to the right."""
        return np.asarray(RIGHT if self._centres[index][0] >= 0 else LEFT)

    def _color(self, index: int) -> str:
        """Return the colour of a node: that of its input, where only one leads to it."""
        source = self.graph.nodes[index].result.expression
        names = sorted(symbol.name for symbol in source.free_symbols)
        if index == len(self.graph.nodes) - 1:
            return PALETTE.loss
        return PALETTE.part(self.graph.field.index_of(names[0])) if len(names) == 1 else PALETTE.ink

    def _name(self, index: int) -> Formula:
        node = self.graph.nodes[index]
        joins = node.operation is not None and len(node.operands) > 1
        text = "+" if joins else node.result.formula()
        color = PALETTE.ink if joins else self._colors[index]
        name = Formula(text, size=TYPE.body, color=color)
        name.move_to(self._centres[index])
        return name

    def _value(self, index: int) -> VMobject:
        quantity = self.graph.value(index, self.at)
        if index == len(self.graph.nodes) - 1:
            result = Formula(
                f"{self.graph.field.name} = #value",
                numbers={"value": quantity},
                decimals={"value": self._decimals},
                size=TYPE.formula,
                color=PALETTE.loss,
            )
            return result.next_to(self._centres[index] + _RADIUS * DOWN, DOWN, buff=_BESIDE)
        return self._beside(index, self._number(quantity, PALETTE.ink), 1.0)

    def _derivative(self, index: int) -> VMobject:
        node = self.graph.nodes[index]
        color = self._colors[index] if node.operation is None else PALETTE.uphill
        number = self._number(self.graph.derivative(index, self.at), color)
        is_result = index == len(self.graph.nodes) - 1
        return self._beside(index, number, 1.0 if is_result else -1.0)

    def _beside(self, index: int, number: VMobject, side: float) -> VMobject:
        direction = side * self._outwards(index)
        number.next_to(self._centres[index] + _RADIUS * direction, direction, buff=_BESIDE)
        return number

    def _local_derivative(self, index: int) -> Formula:
        label = Formula(
            "times #slope",
            numbers={"slope": self.graph.local_derivative(index, self.at)},
            decimals={"slope": self._decimals},
            size=TYPE.label,
            color=PALETTE.ink_soft,
        )
        user = self.graph.user(index)
        start, end = self._centres[index], self._centres[-1 if user is None else user]
        straight = abs(end[0] - start[0]) < 1e-9
        side = -self._outwards(index) if straight else self._outwards(index)
        label.next_to((start + end) / 2, side, buff=_OFF)
        return label

    def _way(self, words: str, color: str, side: Points, towards: Points) -> VGroup:
        result = self.values[-1]
        name = Words(words, size=TYPE.label, color=color)
        name.next_to(result, side, buff=_APART)
        shaft = _WAY / 2 * towards
        middle = np.array([name.get_x(), self.discs[-1].get_y(), 0.0])
        arrow = Arrow(middle - shaft, middle + shaft, color=color, thickness=STROKES.curve)
        return VGroup(name, arrow)

    def _number(self, quantity: Quantity, color: str) -> Number:
        return Number(
            source=lambda: quantity,
            live=False,
            decimals=self._decimals,
            size=TYPE.body,
            color=color,
            family=FONTS.maths,
        )


def _disc(centre: Points) -> Veiled:
    disc = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1.0,
        stroke_color=PALETTE.ink_soft,
        stroke_width=STROKES.axis,
    )
    disc.set_points(circle(centre, _RADIUS))
    return disc


def _share(part: float) -> float:
    return float(min(max(part, 0.0), 1.0))


def _emerged(part: float) -> float:
    """Return how visible something is that began to appear ``part`` of a stage ago."""
    return _share(part / _APPEARS)


def _passing(part: float) -> float:
    """Return the brightness of a light that has come ``part`` of its way: none at the ends."""
    return float(np.sqrt(np.sin(np.pi * part)))
