"""The outline of an arrow: a slim shaft, and a head that is solid uphill and open downhill."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import circle, polygon

UPHILL_FORM = 0.0
DOWNHILL_FORM = 1.0


@dataclass(frozen=True, slots=True)
class ArrowShape:
    """Proportions of an arrow, in thicknesses of its shaft.

    Attributes:
        head: Length of the solid head.
        barb: Half the width of the solid head.
        notch: Length of the solid head along the shaft: less than ``head`` sweeps the barbs back.
        open_head: Length of the open head.
        open_barb: Half the width of the open head.
        stroke: Thickness of the open head's two strokes.
        dot: Radius of the round tail, all that is left of an arrow of length 0.
        full: Length of the shortest arrow that has its full head.
    """

    head: float = 4.6
    barb: float = 1.95
    notch: float = 3.7
    open_head: float = 3.3
    open_barb: float = 2.5
    stroke: float = 0.95
    dot: float = 0.62
    full: float = 12.6

    def outline(
        self,
        tail: Points,
        tip: Points,
        width: float,
        form: float,
        *,
        head: float = 1.0,
        swell: float = 1.0,
    ) -> Points:
        """Return the cubics (52, 3) of an arrow from ``tail`` to ``tip``, both (3,).

        Args:
            tail: Where it starts.
            tip: Where it ends, exactly.
            width: Thickness of the shaft; that of a short arrow is less.
            form: From the solid head, ``UPHILL_FORM``, to the open one, ``DOWNHILL_FORM``.
            head: How much of the head there is: 0 leaves a bar.
            swell: Thickness over that at rest; a short arrow swells too.
        """
        reach = tip - tail
        length = float(np.hypot(reach[0], reach[1]))
        along = reach / length if length > 0 else np.array([1.0, 0.0, 0.0])
        across = np.array([-along[1], along[0], 0.0])
        # A short arrow is a full one made small: its head never takes more of its length, and it
        # shrinks into its dot without a jump.
        thickness = swell * width * min(1.0, length / (self.full * width))
        side = self._half(length / max(thickness, 1e-12), form, head) * thickness
        both = np.concatenate([side, side[-2::-1] * [1.0, -1.0]])
        vertices = tip + both[:, :1] * along + both[:, 1:] * across
        return np.concatenate([circle(tail, self.dot * swell * width), polygon(vertices[::-1])])

    def _half(self, length: float, form: float, grown: float) -> Points:
        """Return the left vertices, tail to tip, as (along, across) from the tip, shape (5, 2)."""
        solid, opened = _heads(self)
        half = np.zeros((5, 2))
        half[0] = -length, 0.5
        half[1:4] = grown * ((1 - form) * solid + form * opened)
        half[1:4, 1] += (1 - grown) * 0.5
        return half


@cache
def _heads(shape: ArrowShape) -> tuple[Points, Points]:
    """Return the left vertices of the solid head and of the open one, each (3, 2)."""
    solid = [(-shape.notch, 0.5), (-shape.head, shape.barb), (-shape.head, shape.barb)]
    # The inner edge of an open head runs parallel to the outer one, a stroke's thickness away.
    slant = float(np.hypot(shape.open_head, shape.open_barb))
    inset = shape.stroke * slant / shape.open_barb
    outer = np.array([-shape.open_head, shape.open_barb])
    inner = outer - shape.stroke / slant * np.array([shape.open_barb, shape.open_head])
    joint = (-inset - shape.open_head * 0.5 / shape.open_barb, 0.5)
    return np.array(solid), np.array([joint, inner, outer])


ARROW_SHAPE = ArrowShape()
