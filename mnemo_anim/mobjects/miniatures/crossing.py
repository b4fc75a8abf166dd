"""∇f ⟂ level curves: a point that slides along one, with the right angle that stays right."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, level_curves, nice_levels
from mnemo_anim.maths.quantities import Value
from mnemo_anim.maths.walks import evenly_spaced
from mnemo_anim.mobjects.drawing.chart import Coords
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.maps.track import Track
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.right_angle import RightAngle
from mnemo_anim.theme import PALETTE

_LEVELS = 12  # about as many round ones as the map has
_SAMPLES = 361  # of the curve
_CALM = 0.45  # opacity of the other level curves


class CrossingMiniature(Miniature):
    """The gradient on a closed level curve.

    Args:
        field: What is mapped.
        near: Coords (2,); the curve is the level curve of the map that is nearest to this point.
        extent: Of the map, in units of coords; the curve is in its middle.
        scale: Length of the arrow of magnitude 1, in units of coords.
        corner: Size of the mark of the right angle.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        curve: Coords (k, 2) of the level curve, evenly spaced; the last is the first again.
        spot: The point.
        arrow: ∇f there.
        ring: The curve, drawn.
        corner: The mark of the right angle.
    """

    def __init__(
        self,
        field: ScalarField,
        near: ArrayLike,
        *,
        extent: float,
        scale: float,
        corner: float,
        box: ArrayLike,
        pace: float = 0.06,
    ) -> None:
        levels = nice_levels(field, _LEVELS)
        self.curve = _closed_curve(field, levels, np.asarray(near, float))
        middle = (self.curve.min(axis=0) + self.curve.max(axis=0)) / 2
        small_map = SmallMap(
            field, middle=middle, extent=extent, levels=levels, calm=_CALM, still=True
        )
        super().__init__(small_map, box, pace=pace)
        chart = self.map.chart
        self.spot = Spot(self.curve[0])
        self.ring = Track(chart, self.spot, self.curve, color=PALETTE.level)
        self.ring.progress = float(len(self.curve) - 1)
        self.corner = RightAngle(chart, self.spot, size=corner, solid=True)
        self.arrow = GradientArrow(self.map.chart, self.spot, scale=scale)
        mark = PointMark(self.map.chart, self.spot)
        self.stand(self.ring, self.corner, self.arrow, mark)

    @property
    def value(self) -> Value:
        """The value of f at the point."""
        return Value(self.map.field, self.spot.at)

    def go_round(self) -> Vary:
        """Return the animation in which the point goes once round the curve."""
        return self.vary(phase=self.phase + 1.0)

    def pose(self, phase: float) -> None:
        """Put the point on the curve."""
        index = phase * (len(self.curve) - 1)
        whole = int(index)
        self.spot.coords = self.curve[whole] + (index - whole) * (
            self.curve[whole + 1] - self.curve[whole]
        )


def _closed_curve(field: ScalarField, levels: Sequence[float], near: Coords) -> Coords:
    """Return the closed level curve that comes nearest to a point, evenly spaced.

    Raises:
        ValueError: None of the levels has a closed curve.
    """
    closed = [curve.coords for curve in level_curves(field, levels) if curve.closed]
    if not closed:
        raise ValueError(f"no level curve of {field.name} closes within its domain")
    nearest = min(closed, key=lambda coords: np.linalg.norm(coords - near, axis=1).min())
    return evenly_spaced(nearest, _SAMPLES)
