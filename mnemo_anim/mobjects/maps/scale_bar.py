"""The scale that the arrows on a map are drawn to: a bar, as on any map."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.maths.quantities import Distance, Given, Ratio, as_coord_tuple
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.ticks import decimals_for
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_PADDING = 0.14  # of the plate
_GAP = 0.18  # between words, bar and number, in screen units
_TICK = 0.1  # from the bar to either end of a tick


class ScaleBar(VGroup):
    """What it measures, a bar as long as an arrow of a known magnitude, and that; on a plate.

    Args:
        chart: A flat map.
        at: Coords (2,) of the lower left corner.
        scale: As for the arrows: length, in units of coords, of a magnitude of 1.
        words: What it measures.
        magnitude: Of the arrow that the bar is as long as.
        size: Of the lettering, an em in pixels at 1080p.

    Attributes:
        bar: With a tick at both ends.
        number: The magnitude.
    """

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike,
        *,
        scale: float,
        words: str,
        magnitude: float = 1.0,
        size: float = TYPE.label,
    ) -> None:
        super().__init__()
        start = as_coord_tuple(np.asarray(at, float))
        end = (start[0] + scale * magnitude, start[1])
        left, right = chart.step(at, np.array([[0.0, 0.0], [scale * magnitude, 0.0]]))
        self.bar = VMobject(stroke_color=PALETTE.ink, stroke_width=STROKES.axis)
        ends = [np.stack([foot + _TICK * DOWN, foot + _TICK * UP]) for foot in (left, right)]
        strokes = (polyline(stroke) for stroke in (np.stack([left, right]), *ends))
        self.bar.set_points(np.concatenate(list(strokes)))
        said = Words(words, size=size, color=PALETTE.ink_soft, track_baselines=True)
        self.number = Number(
            source=lambda: Ratio(Distance(start, end), Given("scale", scale)),
            decimals=decimals_for([magnitude]),
            size=size,
            live=False,
        )
        said.next_to(self.bar, LEFT, buff=_GAP)
        self.number.next_to(self.bar, RIGHT, buff=_GAP)
        self.number.shift((baseline(said) - self.number.origin[1]) * UP)
        self.add(said, self.bar, self.number)
        self.submobjects.insert(0, Plate.behind(self, padding=_PADDING))
        self.move_to(left, aligned_edge=DOWN + LEFT)
