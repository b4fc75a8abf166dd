"""A neural network, drawn neuron by neuron: its edges are its weights."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import ClassVar

import numpy as np
from manim import AnimationGroup, Circle, Create, FadeIn, LaggedStart, VGroup, VMobject
from manim.utils.rate_functions import linear

from mnemo_anim.maths import Array
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.theme import DIM, PALETTE, STROKES

Derivatives = Callable[[], Sequence[Array]]

FULL = 24.0  # stroke of the edge with the largest derivative
_SLIMMEST = 1.0  # of a light, so that every edge shows its colour
_CASING = 4.0
_WEIGHT_BY_WEIGHT = 0.12  # how much later each edge sets out than the one before


class NetworkDiagram(VGroup):
    """A dense network from left to right, and at its end the loss.

    Every edge is one weight. Light on it tells what the loss does when that weight is increased: it
    has the colour of a way uphill where ∂L/∂w > 0, else that of a way downhill, and its width goes
    with the square root of |∂L/∂w|, so that small ones can be seen beside large ones.

    Args:
        sizes: The number of inputs, then of neurons in each layer, as ``Network.sizes``.
        derivatives: Gives ∂L/∂w of each layer, (out, in), anew for every frame.
        largest: The |∂L/∂w| of the widest light.
        width: From the inputs to the loss, or to the outputs, in Manim units.
        height: Of the largest layer.
        radius: Of a neuron.
        loss: What stands in the node of the loss; None for no such node.

    Raises:
        ValueError: There are fewer than two sizes, or a derivative of the wrong shape.

    Attributes:
        neurons: The inputs and neurons, a group for each layer.
        edges: The weights, layer by layer, row by row, as in ``Network.parameters``.
        outlets: From the outputs to the loss.
        loss: The node of the loss; an empty group without one.
        lights: What ∂L/∂w says about each edge.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        derivatives: Derivatives,
        *,
        largest: float,
        width: float = 6.0,
        height: float = 3.6,
        radius: float = 0.27,
        loss: VMobject | None = None,
    ) -> None:
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"A network has inputs and outputs: two sizes, not {list(sizes)}.")
        self.sizes, self.largest = tuple(sizes), largest
        columns = len(sizes) + (loss is not None)
        xs = np.linspace(-width / 2, width / 2, columns)
        pitch = height / max(1, max(sizes) - 1)
        self.neurons = VGroup(
            *(
                VGroup(*(_node([x, y, 0], radius) for y in _spread(size, pitch)))
                for x, size in zip(xs, sizes, strict=False)
            )
        )
        self.edges = VGroup(
            *(
                _edge(source, target)
                for before, after in pairwise(self.neurons)
                for target in after
                for source in before
            )
        )
        self.loss, self.outlets = VGroup(), VGroup()
        if loss is not None:
            node = _node([xs[-1], 0, 0], 1.25 * radius, PALETTE.loss)
            self.loss.add(node, loss.move_to(node))
            self.outlets.add(*(_edge(output, node) for output in self.neurons[-1]))
        self.neurons.set_z_index(1)  # over the light on their edges, whenever that is added
        self.loss.set_z_index(1)
        self.lights = EdgeLights(self, derivatives)
        self.add(self.edges, self.outlets, self.lights, self.neurons, self.loss)

    @property
    def layer_count(self) -> int:
        """How many layers have weights."""
        return len(self.sizes) - 1

    def layer_of(self, index: int) -> int:
        """Return the layer, from 0, of the weight ``index``."""
        return int(np.searchsorted(self._starts[1:], index, side="right"))

    def place_of(self, index: int) -> tuple[int, int, int]:
        """Return layer, row and column of the weight ``index``, all from 0."""
        layer = self.layer_of(index)
        row, column = divmod(index - self._starts[layer], self.sizes[layer])
        return layer, row, column

    def middle(self, index: int, part: float = 0.5) -> Points:
        """Return the screen point (3,) on the edge ``index``, ``part`` of the way along it."""
        start, end = self.edges[index].points[[0, -1]]
        return np.asarray(start + part * (end - start))

    def grow(self) -> AnimationGroup:
        """Return the animation in which the network is drawn, layer by layer, up to the loss."""
        steps = [FadeIn(self.neurons[0])]
        for layer, neurons in enumerate(self.neurons[1:]):
            edges = self.edges[self._starts[layer] : self._starts[layer + 1]]
            steps.append(LaggedStart(*map(Create, edges), lag_ratio=_WEIGHT_BY_WEIGHT))
            steps.append(FadeIn(neurons))
        if len(self.loss):
            loss = FadeIn(self.loss, run_time=0.7)  # to be read as soon as all is drawn
            steps.append(AnimationGroup(*map(Create, self.outlets), loss))
        return LaggedStart(*steps, lag_ratio=0.6)

    def stroke(self, derivative: float) -> float:
        """Return the width of an edge of this ∂L/∂w, in Manim's stroke unit."""
        part = float(np.sqrt(abs(derivative) / self.largest))
        return max(_SLIMMEST, FULL * part)

    def derivative(self, stroke: float) -> float:
        """Return the |∂L/∂w| that an edge of this width, in Manim's stroke unit, stands for."""
        return self.largest * (stroke / FULL) ** 2

    @property
    def _starts(self) -> list[int]:
        """The index of each layer's first weight, and that behind the last."""
        counts = [before * after for before, after in pairwise(self.sizes)]
        return [0, *np.cumsum(counts).tolist()]


class EdgeLights(Live):
    """Back-propagation as light: it runs from the loss to the inputs and stays on the edges.

    Args:
        diagram: The network.
        derivatives: As for it.

    Raises:
        ValueError: There are not as many derivatives as weights.

    Attributes:
        swept: How many layers it has come through, from the loss; one more when the diagram shows
            the way from the outputs to the loss.
        focus: How far all edges but the ``chosen`` step back, 0 to 1.
        chosen: Indices of the edges in focus.
    """

    shared: ClassVar[tuple[str, ...]] = ("diagram", "derivatives")

    def __init__(self, diagram: NetworkDiagram, derivatives: Derivatives) -> None:
        super().__init__()
        self.diagram, self.derivatives = diagram, derivatives
        self.swept, self.focus = 0.0, 0.0
        self.chosen: tuple[int, ...] = ()
        self.rays = VGroup(*(CasedLine(width=_SLIMMEST) for _ in diagram.edges))
        self.ways_out = VGroup(
            *(CasedLine(color=PALETTE.loss, width=STROKES.curve) for _ in diagram.outlets)
        )
        self.add(self.rays, self.ways_out)
        self.come_alive()

    @property
    def stages(self) -> int:
        """The value of ``swept`` at which all edges are lit."""
        return self.diagram.layer_count + (1 if len(self.diagram.outlets) else 0)

    @property
    def values(self) -> Array:
        """∂L/∂w of every edge, now, shape (edges,)."""
        return np.concatenate([np.asarray(layer, float).ravel() for layer in self.derivatives()])

    def sweep(self) -> Vary:
        """Return the animation in which the light runs back to the inputs."""
        return Vary(self, {"swept": (0.0, float(self.stages))}, rate_func=linear)

    def go_out(self) -> Vary:
        """Return the animation in which the light fades."""
        return self.vary(shown=0.0)

    def widest(self, count: int) -> tuple[int, ...]:
        """Return the indices of the ``count`` edges with the largest |∂L/∂w|, in that order."""
        return tuple(int(index) for index in np.argsort(-np.abs(self.values))[:count])

    def point_out(self, chosen: Sequence[int]) -> Vary:
        """Return the animation in which all edges but the ``chosen`` step back."""
        self.chosen = tuple(chosen)
        return self.vary(focus=1.0)

    def redraw(self) -> None:
        """Light the edges as far as the light has come."""
        diagram, values = self.diagram, self.values
        if len(values) != len(diagram.edges):
            raise ValueError(
                f"A network of sizes {diagram.sizes} has {len(diagram.edges)} weights, "
                f"but {len(values)} derivatives were given."
            )
        for index, (ray, edge) in enumerate(zip(self.rays, diagram.edges, strict=True)):
            value = float(values[index])
            width = diagram.stroke(value)
            ray.set_stroke(PALETTE.uphill if value > 0 else PALETTE.downhill, width)
            ray.set_stroke(PALETTE.ground, width + _CASING, background=True)
            lit = self.swept - (self.stages - 1 - diagram.layer_of(index))
            stepped_back = 0.0 if index in self.chosen else self.focus
            self._light(ray, edge, lit, 1 - (1 - DIM) * stepped_back)
        for way, outlet in zip(self.ways_out, diagram.outlets, strict=True):
            self._light(way, outlet, self.swept, 1 - (1 - DIM) * self.focus)

    def _light(self, ray: CasedLine, edge: VMobject, lit: float, presence: float) -> None:
        """Light an edge from its end backwards, ``lit`` of it."""
        end, start = edge.points[[-1, 0]]
        reach = end + min(max(lit, 0.0), 1.0) * (start - end)
        ray.draw([np.stack([end, reach])])
        ray.presence = self.shown * presence if lit > 0 else 0.0


def _spread(count: int, pitch: float) -> Array:
    """Return the heights (count,) of nodes, from above, about 0."""
    return np.asarray(pitch * ((count - 1) / 2 - np.arange(count)))


def _node(centre: Sequence[float], radius: float, color: str = PALETTE.ink_soft) -> Circle:
    return Circle(
        radius=radius,
        fill_color=PALETTE.panel,
        fill_opacity=1,
        stroke_color=color,
        stroke_width=STROKES.axis,
    ).move_to(centre)


def _edge(source: Circle, target: Circle) -> VMobject:
    """Return the line from rim to rim."""
    start, end = source.get_center(), target.get_center()
    along = (end - start) / np.linalg.norm(end - start)
    line = VMobject(stroke_color=PALETTE.rule, stroke_width=STROKES.level)
    rims = [start + along * source.width / 2, end - along * target.width / 2]
    return line.set_points(polyline(np.stack(rims)))
