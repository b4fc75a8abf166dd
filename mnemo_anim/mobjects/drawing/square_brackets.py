"""Two tall square brackets, as round a column."""

import numpy as np
from manim import VGroup, VMobject

from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.theme import PALETTE


def square_brackets(
    left: float, right: float, top: float, bottom: float, *, foot: float, line_width: float
) -> VGroup:
    """Return two square brackets between two x and two y.

    Args:
        left: x of the upright of the left one, in Manim units.
        right: That of the right one.
        top: y of the upper ends.
        bottom: That of the lower ones.
        foot: Length of the horizontal ends, inwards.
        line_width: In Manim's stroke unit.
    """
    brackets = VGroup()
    for back, inwards in ((left, 1), (right, -1)):
        tip = back + inwards * foot
        corners = [[tip, top, 0], [back, top, 0], [back, bottom, 0], [tip, bottom, 0]]
        bracket = VMobject(stroke_color=PALETTE.ink, stroke_width=line_width)
        brackets.add(bracket.set_points(polyline(np.array(corners))))
    return brackets
