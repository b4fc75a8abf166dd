"""A computation graph from above downwards: values run down it, derivatives run back up."""

from collections.abc import Iterable

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    FadeOut,
    ManimColor,
    Mobject,
    VGroup,
    VMobject,
    interpolate_color,
    linear,
)
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.quantities import as_coord_tuple
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.glow import Glow
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.networks.graph_node import RADIUS, GraphNode
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_APART = 0.3  # from the result to the names of the ways, in Manim units
_WAY = 0.6  # length of the arrows at these names
_LIGHT = 0.34  # radius of the light that runs along an edge
_RECORD = 1.0  # of the levels: that much has to be computed to be called a graph
_APPEARS = 0.3  # of a stage, in which what the light brings becomes visible
_AHEAD = 0.4  # of a stage: so long before the light is there it begins to


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
        ways: As given, each beside the result once the light goes that way; the first is in
            softer ink then.
        nodes: In the order of the graph.
    """

    def __init__(
        self,
        graph: ComputationGraph,
        at: ArrayLike,
        *,
        width: float = 2.3,
        height: float = 4.15,
        decimals: int = 0,
        heading: str,
        ways: tuple[str, str],
    ) -> None:
        super().__init__()
        self.graph = graph
        self.computed, self.returned = 0.0, 0.0
        point, centres = as_coord_tuple(np.asarray(at, float)), _laid_out(graph, width, height)
        places = range(len(graph.nodes))
        self.nodes = [GraphNode(graph, i, point, centres, decimals=decimals) for i in places]
        self.edges = [CasedLine(color=PALETTE.ink_soft, width=STROKES.axis) for _ in places[:-1]]
        self.ways_back = [CasedLine(color=PALETTE.uphill) for _ in places[:-1]]
        self.lights = [Glow(_LIGHT, color=PALETTE.ink) for _ in places[:-1]]
        self.lights_back = [Glow(_LIGHT, color=PALETTE.uphill) for _ in places[:-1]]
        self.heading = Words(heading, size=TYPE.label, color=PALETTE.ink_soft)
        self.heading.next_to(self.nodes[0].disc, UP, buff=STAGE.gap).set_x(0.0)
        self.ways = (
            self._way(ways[0], PALETTE.ink, LEFT, DOWN),
            self._way(ways[1], PALETTE.uphill, RIGHT, UP),
        )
        self.add(self.heading, *self.ways)
        self.add(*self.edges, *self.ways_back, *self.lights, *self.lights_back, *self.nodes)
        self.redraw()

    # ---- what happens ----------------------------------------------------------------------

    def receive(self, inputs: Iterable[Mobject]) -> list[Animation]:
        """Return the animations in which the inputs, in order, become the first nodes."""
        arrivals = (
            FadeOut(one, target_position=node.disc.get_center(), scale=0.6)
            for one, node in zip(inputs, self.nodes, strict=False)
        )
        return [self.appear(), *arrivals]

    def compute(self, levels: float | None = None) -> Vary:
        """Return the animation in which the light runs down to a level, by default the last."""
        to = float(self.graph.depth if levels is None else levels)
        return Vary(self, {"computed": to}, rate_func=linear)

    def way_back(self, index: int) -> list[VMobject]:
        """Return what stands at the edges from the result back to an input, in that order."""
        way = self.graph.way_back(index)[1:]
        return [self.nodes[node].local_derivative for node in way]

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
        past = interpolate_color(ManimColor(PALETTE.ink), ManimColor(PALETTE.ink_soft), turned)
        self.ways[0].set_color(past).set_opacity(self.shown * _emerged(self.computed))
        self.ways[1].set_opacity(self.shown * turned)
        for index, node in enumerate(self.nodes):
            user = self._level_of_user(index)
            there = _emerged(self.computed - self.graph.nodes[index].level + _AHEAD)
            back = self.returned - (self.graph.depth - user) - 1
            shown = (there, _emerged(back - 1 + _AHEAD), _emerged(back - _APPEARS))
            node.show(*(self.shown * part for part in shown), ink=past)
            if index < len(self.edges):
                self._draw_edge(index, _share(self.computed - user + 1), _share(back))

    def _draw_edge(self, index: int, part: float, back: float) -> None:
        """Draw ``part`` of the edge that leads on from a node, and ``back`` of the way back."""
        start, end = self._ends(index)
        for line, light, tail, way, share in (
            (self.edges[index], self.lights[index], start, end - start, part),
            (self.ways_back[index], self.lights_back[index], end, start - end, back),
        ):
            head = tail + share * way
            line.draw([np.stack([tail, head])] if share > 0 else [])
            line.presence = self.shown
            light.place(head).veil(self.shown * _passing(share))

    def _level_of_user(self, index: int) -> int:
        """Return the level of the node that uses this one; below the result, one more."""
        user = self.graph.user(index)
        return self.graph.depth + 1 if user is None else self.graph.nodes[user].level

    def _ends(self, index: int) -> tuple[Points, Points]:
        """Return both ends of the edge that leads on from a node, rim to rim."""
        user = self.graph.user(index)
        node, other = self.nodes[index], self.nodes[-1 if user is None else user]
        start, end = (np.asarray(one.disc.get_center()) for one in (node, other))
        along = RADIUS * (end - start) / np.linalg.norm(end - start)
        return start + along, end - along

    def _way(self, words: str, color: str, side: Points, towards: Points) -> VGroup:
        result, shaft = self.nodes[-1], _WAY / 2 * towards
        name = Words(words, size=TYPE.label, color=color)
        name.next_to(result.value, side, buff=_APART)
        middle = np.array([name.get_x(), result.disc.get_y(), 0.0])
        arrow = Arrow(middle - shaft, middle + shaft, color=color, thickness=STROKES.curve)
        return VGroup(name, arrow)


def _laid_out(graph: ComputationGraph, width: float, height: float) -> NDArray[np.float64]:
    """Return the centre (k, 3) of every node: inputs side by side, others below their operands."""
    inputs = sum(node.operation is None for node in graph.nodes)
    xs = np.linspace(-width / 2, width / 2, inputs).tolist() if inputs > 1 else [0.0]
    for node in graph.nodes[inputs:]:
        xs.append(float(np.mean([xs[operand] for operand in node.operands])))
    ys = [height * (0.5 - node.level / max(1, graph.depth)) for node in graph.nodes]
    return np.stack([xs, ys, np.zeros(len(xs))], axis=1)


def _share(part: float) -> float:
    return float(min(max(part, 0.0), 1.0))


def _emerged(part: float) -> float:
    """Return how visible something is that began to appear ``part`` of a stage ago."""
    return _share(part / _APPEARS)


def _passing(part: float) -> float:
    """Return the brightness of a light that has come ``part`` of its way: none at the ends."""
    return float(np.sqrt(np.sin(np.pi * part)))
