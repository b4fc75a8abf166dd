"""The gradient on its way back through a deep chain."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from manim.utils.rate_functions import linear, smooth
from numpy.typing import NDArray

from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.glow import Glow
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.theme import PALETTE, STROKES

if TYPE_CHECKING:
    from mnemo_anim.mobjects.training.chain_panel import ChainPanel

Array = NDArray[np.float64]

_BEAD = (0.025, 0.085)  # radius of its light, at the lower and the upper end of the axis
_DOT = 0.05  # radius of a point of the graph
_FALL = 3.0  # how many layers the light goes on while a point comes down to its place
_GLOW = (0.1, 0.85)  # radius at the front of the light


class ChainSignal(Live):
    """The gradient as it goes back through a chain, and the graph of its norms.

    Attributes:
        swept: Through how many layers it has come, from the loss; then some more, until the last
            point is in its place.
    """

    shared: ClassVar[tuple[str, ...]] = ("panel",)

    def __init__(self, panel: "ChainPanel") -> None:
        super().__init__()
        self.panel = panel
        self.swept = 0.0
        self.norms = panel.run.gradient_norms[0]
        self.line = CasedLine(color=PALETTE.uphill, width=0.8 * STROKES.curve)
        self.dots = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        self.beads = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        self.glow = Glow(1.0, color=PALETTE.uphill, opacity=0.7)
        self.add(self.glow, self.line, self.dots, self.beads)
        self.set_z_index(1)  # over the chain, whenever that is added
        self.come_alive()

    def run_back(self) -> Vary:
        """Return the animation in which the gradient runs from the loss to the first layer."""
        return Vary(self, {"swept": (0.0, self.panel.layers + _FALL)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw the light on the chain, and the points that it has left behind."""
        panel = self.panel
        layers = np.arange(panel.layers)
        heights = panel.norms.heights(self.norms)
        share = np.interp(heights, panel.norms.height_range, (0.0, 1.0))
        since = self.swept - (panel.layers - 1 - layers)  # the light came by so many layers ago
        reached = since > 0
        nodes = panel.node(layers)
        radii = np.interp(share, (0, 1), _BEAD) * np.clip(since, 0, 1)
        self.beads.set_points(_circles(nodes[reached], radii[reached]))

        fallen = np.array([smooth(float(part)) for part in np.clip(since / _FALL, 0, 1)])
        ends = panel.norms.point(layers + 1, self.norms)
        points = nodes + fallen[:, None] * (ends - nodes)
        self.dots.set_points(_circles(points[reached], np.full(reached.sum(), _DOT)))
        self.line.draw([ends[fallen >= 1]])

        front = float(np.clip(panel.layers - self.swept, 0, panel.layers))
        strength = float(np.interp(front, layers, share))
        self.glow.radius = float(np.interp(strength, (0, 1), _GLOW))
        self.glow.place(panel.node(front))
        on_its_way = np.clip(self.swept, 0, 1) * np.clip(panel.layers + 1 - self.swept, 0, 1)
        self.glow.veil(self.shown * float(on_its_way))
        for part in (self.line, self.dots, self.beads):
            part.presence = self.shown


def _circles(at: Array, radii: Array) -> Array:
    parts = [circle(point, radius) for point, radius in zip(at, radii, strict=True)]
    return np.concatenate([np.zeros((0, 3)), *parts])
