"""The gradient on its way back through a deep chain."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from manim import VGroup
from manim.utils.rate_functions import linear, smooth

from mnemo_anim.maths import Array
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.glow import Glow
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.theme import PALETTE, STROKES

if TYPE_CHECKING:
    from mnemo_anim.mobjects.training.chain_panel import ChainPanel


_DARK, _BRIGHT, _DAZZLING = 1e-7, 1.0, 1e5  # norms of no light, of full light, of the largest halo
_BEAD = (0.03, 0.068)  # radius of the light on a layer that is dark, and bright
_HALO = (0.0, 0.3)  # radius of the halo round one that is bright, and dazzling
_SHELLS, _HALO_LIGHT = 14, 0.037  # layers of the halo, and the opacity of each
_DOT = 0.05  # radius of a point of the graph
_FALL = 3.0  # how many layers the light goes on while a point comes down to its place
_GLOW = (0.06, 0.25, 1.0)  # radius at the front of the light: dark, bright, dazzling


class ChainSignal(Live):
    """The gradient as it goes back through a chain, and the graph of its norms.

    Light and halo of a layer go with log ‖∇L‖: where it has vanished, a layer stays dark.

    Attributes:
        swept: Through how many layers it has come, from the loss; then some more, until the last
            point is in its place.
    """

    shared: ClassVar[tuple[str, ...]] = ("panel",)

    def __init__(self, panel: "ChainPanel") -> None:
        super().__init__()
        self.panel = panel
        self.swept = 0.0
        self.norms = panel.gradient_norms
        self._lights = np.log10([_DARK, _BRIGHT, _DAZZLING])
        self.line = CasedLine(color=PALETTE.uphill, width=0.8 * STROKES.curve, casing=0.0)
        self.dots = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        layers = range(panel.layers)
        self.beads = VGroup(
            *(Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0) for _ in layers)
        )
        self.halo = VGroup(
            *(
                Veiled(fill_color=PALETTE.uphill, fill_opacity=_HALO_LIGHT, stroke_width=0)
                for _ in range(_SHELLS)
            )
        )
        self.glow = Glow(1.0, color=PALETTE.uphill, opacity=0.7)
        self.add(self.glow, self.line, self.dots, self.halo, self.beads)
        read_as_one(self.line, self.dots)
        self.set_z_index(1)  # over the chain, whenever that is added
        self.come_alive()

    def run_back(self) -> Vary:
        """Return the animation in which the gradient runs from the loss to the first layer."""
        return Vary(self, {"swept": (0.0, self.panel.layers + _FALL)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw the light on the chain, and the points that it has left behind."""
        panel = self.panel
        layers = np.arange(panel.layers)
        decades = np.log10(self.norms)
        since = self.swept - (panel.layers - 1 - layers)  # the light came by so many layers ago
        reached = since > 0
        there = np.clip(since, 0, 1)
        nodes = panel.node(layers)
        light = np.interp(decades, self._lights, (0, 1, 1))
        radii = there * (_BEAD[0] + light * (_BEAD[1] - _BEAD[0]))
        for bead, node, radius, presence in zip(self.beads, nodes, radii, light, strict=True):
            bead.set_points(circle(node, radius))
            bead.presence = self.shown * presence
        halos = there * np.interp(decades, self._lights, (0, *_HALO))
        flaring = halos > 0
        for shell, part in enumerate(self.halo, 1):
            part.set_points(_circles(nodes[flaring], halos[flaring] * shell / _SHELLS))

        fallen = np.array([smooth(float(part)) for part in np.clip(since / _FALL, 0, 1)])
        ends = panel.norms.point(layers + 1, self.norms)
        points = nodes + fallen[:, None] * (ends - nodes)
        self.dots.set_points(_circles(points[reached], np.full(reached.sum(), _DOT)))
        self.line.draw([ends[fallen >= 1]])

        front = float(np.clip(panel.layers - self.swept, 0, panel.layers))
        here = float(np.interp(front, layers, decades))
        self.glow.radius = float(np.interp(here, self._lights, _GLOW))
        self.glow.place(panel.node(front))
        on_its_way = np.clip(self.swept, 0, 1) * np.clip(panel.layers + 1 - self.swept, 0, 1)
        self.glow.veil(self.shown * float(on_its_way))
        for part in (self.line, self.dots, *self.halo):
            part.presence = self.shown


def _circles(at: Array, radii: Array) -> Array:
    """Return the outlines of circles, one after the other: filled as one they do not add up."""
    parts = [circle(point, radius) for point, radius in zip(at, radii, strict=True)]
    return np.concatenate([np.zeros((0, 3)), *parts])
