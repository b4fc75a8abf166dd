"""A small framed map on its relief, with nothing written on it: for cards and table cells."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from manim import Group, ManimColor, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, nice_levels
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.theme import PALETTE

Carried = TypeVar("Carried", bound=VMobject)

_FULL = 4.5  # width in screen units from which on strokes have their full width
_FINEST = 0.35  # of their width is left to them on the smallest map
_CELLS = 40  # of the relief along a side: fine enough for a small one, and quickly drawn
_LEVELS = 9  # about as many curves as a small map can bear


class SmallMap(Group):
    """Level curves over their relief in a thin frame, without numbers or names.

    It may be moved, scaled and faded like any group. What stands on it is not part of it: that
    is made for ``chart``, added after the map, and follows it. Strokes become finer as the map
    becomes smaller, also those of whatever is handed to `carry`.

    Args:
        field: What is mapped.
        middle: Coords (2,) of its middle; by default that of the field's domain.
        extent: Width and height in units of coords; by default those of the domain.
        width: In screen units.
        levels: The values of the level curves, or about how many round ones there are to be. Where
            f has a saddle, give values that keep clear of it: curves that cross are not smooth.
        calm: Opacity of the level curves: less than 1 where something else is to be looked at.
        still: Whether it is moved by `place` alone, and so needs not be drawn anew in each frame.
        tints: Of the relief, from the lowest to the highest ground on the map.

    Raises:
        ValueError: The field has not two variables, or the extent is empty.

    Attributes:
        ground: The relief.
        chart: The level curves and their frame: what arrows and marks stand on.
    """

    def __init__(
        self,
        field: ScalarField,
        *,
        middle: ArrayLike | None = None,
        extent: ArrayLike | None = None,
        width: float = 3.0,
        levels: Sequence[float] | int = _LEVELS,
        calm: float = 1.0,
        still: bool = False,
        tints: Sequence[ManimColor | str] = PALETTE.hypsometric,
    ) -> None:
        super().__init__()
        domain = np.array(field.domain, float)
        centre = domain.mean(axis=1) if middle is None else np.asarray(middle, float)
        size = np.ptp(domain, axis=1) if extent is None else np.broadcast_to(extent, len(domain))
        corners = zip((centre - size / 2).tolist(), (centre + size / 2).tolist(), strict=True)
        seen = field.within(tuple(corners))
        self.chart = ContourMap(
            seen,
            unit=width / float(size[0]),
            levels=nice_levels(seen, levels) if isinstance(levels, int) else levels,
            plain=True,
        )
        for line in self.chart.lines.family_members_with_points():
            line.set_stroke(opacity=calm * line.stroke_opacity)
        strokes = (self.chart.lines, self.chart.axes.border)
        self._weights: list[Callable[[float], None]] = []
        if still:
            self.ground = self.chart.backing(resolution=_CELLS, tints=tints)
            self._weights = [
                _set_weight_of(part) for whole in strokes for part in whole.get_family()
            ]
        else:
            self.ground = self.chart.moving_backing(resolution=_CELLS, tints=tints)
            for part in strokes:
                self.carry(part)
        self.add(self.ground, self.chart)
        pieces = [piece for piece in self.chart.get_family() if piece.has_points()]
        self._drawn = [(piece, piece.points - self.chart.centre) for piece in pieces]
        self._opacities = [(piece, piece.stroke_opacity) for piece in pieces]
        self._unit = self.chart.unit

    @property
    def field(self) -> ScalarField:
        """What is mapped; its domain is the part that is seen."""
        return self.chart.field

    @property
    def weight(self) -> float:
        """Width of strokes over that on a large map, by the size that this one has now."""
        (left, right), _ = self.chart.field.domain
        part = self.chart.unit * (right - left) / _FULL
        return float(np.clip(np.sqrt(part), _FINEST, 1.0))

    def place(self, centre: ArrayLike, width: float) -> None:
        """Put the middle at a screen point (2,), at a width in screen units.

        Many small moves add up to no error: each starts from the map as it was made.
        """
        (left, right), _ = self.chart.field.domain
        scale = width / (right - left) / self._unit
        at = np.append(np.asarray(centre, float)[:2], 0.0)
        for piece, points in self._drawn:
            piece.set_points(at + scale * points)
        self.ground.set_view(self.chart.view)
        for set_weight in self._weights:
            set_weight(self.weight)

    def veil(self, presence: float) -> None:
        """Show the map at ``presence`` times its opacity, 0 to 1."""
        self.ground.set_opacity(presence)
        for piece, opacity in self._opacities:
            piece.set_stroke(opacity=presence * opacity)

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) at which ``coords`` (…, 2) appear."""
        return self.chart.point(coords)

    def carry(self, part: Carried) -> Carried:
        """Let the strokes of ``part`` become finer with the map, from now on; return it."""
        drawn = [_set_weight_of(piece) for piece in part.get_family()]

        def lighten(_: VMobject) -> None:
            for set_weight in drawn:
                set_weight(self.weight)

        part.add_updater(lighten, index=0, call_updater=True)  # before it draws itself
        return part


def _set_weight_of(piece: VMobject) -> Callable[[float], None]:
    """Return the function that sets what is thick of ``piece`` to a part of what it is now."""
    stroke, edge = piece.stroke_width, piece.background_stroke_width
    solid = {
        name: float(getattr(piece, name))
        for name in ("thickness", "radius")
        if hasattr(piece, name)
    }

    def set_weight(weight: float) -> None:
        piece.stroke_width, piece.background_stroke_width = weight * stroke, weight * edge
        for name, size in solid.items():
            setattr(piece, name, weight * size)

    return set_weight
