"""An arrow on the screen: slim, with a dark edge, and a head that tells up from down."""

import numpy as np
from manim import LineJointType, ManimColor, interpolate_color
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.arrow_shape import ARROW_SHAPE, DOWNHILL_FORM, UPHILL_FORM
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.theme import PALETTE, STROKES

_LEAST_CASING = 0.6  # of the theme's: a thinner edge would not part a thin arrow from a picture


class Arrow(Veiled):
    """An arrow from ``tail`` to ``tip``; of length 0 it is a dot.

    Args:
        tail: Screen point (3,).
        tip: Screen point (3,), at which the head ends exactly.
        color: A colour of the palette.
        thickness: Of the shaft, in Manim's stroke unit.
        form: From ``UPHILL_FORM``, a solid head, to ``DOWNHILL_FORM``, an open one.
    """

    def __init__(
        self,
        tail: ArrayLike = (0.0, 0.0, 0.0),
        tip: ArrayLike = (0.0, 0.0, 0.0),
        *,
        color: str = PALETTE.uphill,
        thickness: float = STROKES.arrow,
        form: float = UPHILL_FORM,
    ) -> None:
        super().__init__(
            fill_color=color,
            fill_opacity=1.0,
            stroke_width=0.0,
            background_stroke_color=PALETTE.ground,
            background_stroke_width=STROKES.casing * max(_LEAST_CASING, thickness / STROKES.arrow),
            joint_type=LineJointType.ROUND,
        )
        self.thickness, self.form = thickness, form
        self.put(tail, tip)

    def put(
        self, tail: ArrayLike, tip: ArrayLike, *, swell: float = 1.0, head: float = 1.0
    ) -> None:
        """Put the arrow between two screen points (3,).

        Args:
            tail: Where it starts.
            tip: Where it ends.
            swell: Its thickness over that at rest.
            head: How much of its head there is: 0 leaves a bar.
        """
        self.tail, self.tip = np.asarray(tail, float), np.asarray(tip, float)
        width = self.thickness / 100
        outline = ARROW_SHAPE.outline(self.tail, self.tip, width, self.form, head=head, swell=swell)
        self.set_points(outline)

    def tell(self, rise: float) -> None:
        """Take the colour and the head of a direction, by its slope over the steepest, −1 to 1."""
        self.form = UPHILL_FORM + (DOWNHILL_FORM - UPHILL_FORM) * (1 - rise) / 2
        self.set_fill(slope_color(rise))


def slope_color(slope: float) -> ManimColor:
    """Return the colour of a direction, by its slope over the steepest: −1 down, 0 level, 1 up."""
    towards = PALETTE.uphill if slope > 0 else PALETTE.downhill
    return interpolate_color(ManimColor(PALETTE.level), ManimColor(towards), min(1.0, abs(slope)))
