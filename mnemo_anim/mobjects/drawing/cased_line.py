"""Lines and areas with a dark edge, which read on any picture."""

from collections.abc import Sequence

import numpy as np
from manim import CapStyleType, LineJointType

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.theme import PALETTE, STROKES


class CasedLine(Veiled):
    """A line through points, in as many pieces as are given.

    Args:
        color: A colour of the palette.
        width: In Manim's stroke unit.
        opacity: Of the line; its dark edge has the same.
        casing: Width of the dark edge, both sides together; by default that of the theme, or less
            on a thin line.
    """

    def __init__(
        self,
        *,
        color: str = PALETTE.ink,
        width: float = STROKES.curve,
        opacity: float = 1.0,
        casing: float | None = None,
    ) -> None:
        if casing is None:
            casing = STROKES.casing * min(1.0, width / STROKES.curve)
        super().__init__(
            stroke_color=color,
            stroke_width=width,
            stroke_opacity=opacity,
            background_stroke_color=PALETTE.ground,
            background_stroke_width=width + casing,
            background_stroke_opacity=opacity,
            joint_type=LineJointType.ROUND,
            cap_style=CapStyleType.ROUND,
        )

    def draw(self, parts: Sequence[Points]) -> None:
        """Draw straight lines through the points (k, 3) of each part."""
        cubics = [polyline(part) for part in parts if len(part) > 1]
        self.set_points(np.concatenate([np.zeros((0, 3)), *cubics]))


class CasedArea(Veiled):
    """An area in one colour, of whatever outline its points are: a dot, many dots, a head.

    Args:
        color: A colour of the palette.
        opacity: Of the area; its dark edge is opaque.
    """

    def __init__(self, *, color: str = PALETTE.ink, opacity: float = 1.0) -> None:
        super().__init__(
            fill_color=color,
            fill_opacity=opacity,
            stroke_width=0.0,
            background_stroke_color=PALETTE.ground,
            background_stroke_width=STROKES.casing,
        )
