"""How gaps make a loss: each becomes its share of the mean square, a block in the meter."""

from typing import ClassVar

import numpy as np
from manim import RIGHT, VGroup, smooth

from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.reading.fit_panel import FitPanel
from mnemo_anim.theme import PALETTE, STROKES

_STROKE = STROKES.axis / 100  # thickness of a gap, in Manim units
_AFTER = 2.0  # how much later the last block starts than the first, over the way of one
_NARROWER = 0.1  # of a block than the track of the meter, in Manim units


class GapPour(Live):
    """The gaps on their way into a meter, where they fill it together.

    Args:
        panel: Where the gaps are.
        meter: Upright, of the mean square of the gaps.

    Attributes:
        way: From the gaps, 0, to the full meter, 1.
        blocks: One for each gap.
    """

    shared: ClassVar[tuple[str, ...]] = ("panel", "meter")

    def __init__(self, panel: FitPanel, meter: Meter) -> None:
        super().__init__()
        self.panel, self.meter = panel, meter
        self.way = 0.0
        self.blocks = VGroup(
            *(
                Veiled(fill_color=PALETTE.loss, fill_opacity=1.0, stroke_width=0.0)
                for _ in panel.fit.inputs
            )
        )
        self.add(self.blocks)
        self.come_alive()

    def pour(self) -> Vary:
        """Return the animation in which the gaps go into the meter, one after the other."""
        return self.vary(way=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw each gap where it is on its way."""
        fit, spot = self.panel.fit, self.panel.spot
        residuals = fit.predictions(spot.coords, fit.inputs) - np.array(fit.targets)
        levels = np.cumsum([0.0, *residuals**2 / len(residuals)])
        half = (self.meter.thickness - _NARROWER) / 2 * RIGHT
        starts = np.linspace(0.0, _AFTER, len(residuals))
        for index, (block, gap) in enumerate(zip(self.blocks, self.panel.gap_ends, strict=True)):
            low, high = gap[np.argsort(gap[:, 1])]
            thin = _STROKE / 2 * RIGHT
            slim = np.stack([low - thin, low + thin, high + thin, high - thin])
            foot, top = (self.meter.at(level) for level in levels[index : index + 2])
            share = np.stack([foot - half, foot + half, top + half, top - half])
            part = smooth(float(np.clip(self.way * (1 + _AFTER) - starts[index], 0, 1)))
            block.set_points(polygon((1 - part) * slim + part * share))
            block.presence = self.shown * float(part > 0)
