"""Two tall square brackets, as round a column."""

import numpy as np
from manim import VGroup, VMobject

from mnemo_anim.mobjects.outline import polyline
from mnemo_anim.theme import PALETTE

_FOOT = 0.16  # length of a bracket's horizontal ends, in Manim units
_LINE = 5.0  # its thickness, in Manim's stroke unit


def square_brackets(left: float, right: float, top: float, bottom: float) -> VGroup:
    """Return two square brackets between two x and two y, in screen units."""
    brackets = VGroup()
    for back, inwards in ((left, 1), (right, -1)):
        tip = back + inwards * _FOOT
        corners = [[tip, top, 0], [back, top, 0], [back, bottom, 0], [tip, bottom, 0]]
        bracket = VMobject(stroke_color=PALETTE.ink, stroke_width=_LINE)
        brackets.add(bracket.set_points(polyline(np.array(corners))))
    return brackets
