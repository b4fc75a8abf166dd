"""What stands in a corner of a miniature while it is large: the numbers that belong to it."""

import numpy as np
from manim import DOWN, VGroup, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import in_text
from mnemo_anim.mobjects.miniatures.critical import CriticalMiniature
from mnemo_anim.mobjects.miniatures.crossing import CrossingMiniature
from mnemo_anim.mobjects.miniatures.directions import DirectionsMiniature
from mnemo_anim.mobjects.miniatures.entries import EntriesMiniature
from mnemo_anim.mobjects.miniatures.steepness import SteepnessMiniature
from mnemo_anim.mobjects.miniatures.steps import StepsMiniature
from mnemo_anim.mobjects.numbers.column import ComponentColumn
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.gradient_column import partial_derivative
from mnemo_anim.theme import PALETTE, TYPE

_INSET = 0.14  # of a plate from the edges of the map, in screen units
_BELOW = 0.5  # of the value of a level curve from its top
_PADDING = 0.17  # of a plate
_F = {"f": PALETTE.loss}


def entries_column(miniature: EntriesMiniature) -> ComponentColumn:
    """Return ∇f at the point as a column that is still empty."""
    field, spot = miniature.map.field, miniature.spot
    return ComponentColumn(
        [
            partial_derivative(field, spot, index, decimals=2, size=TYPE.body)
            for index in range(field.dimension)
        ],
        size=TYPE.body,
        name=f"nabla {field.name}",
        empty=True,
    )


def slope_readout(miniature: DirectionsMiniature, word: str) -> Readout:
    """Return the slope in the direction of the needle, under a name in words."""
    return Readout(in_text(word), lambda: miniature.slope, signed=True, widest=-1.0, haloed=False)


def loss_readout(miniature: StepsMiniature) -> Readout:
    """Return the value of f at the point."""
    return Readout("{{ f : f }}", lambda: miniature.value, parts=_F, haloed=False)


def level_tag(miniature: CrossingMiniature) -> Tag:
    """Return the value of f at the point, inside the level curve, below its top."""
    told = Readout("{{ f : f }}", lambda: miniature.value, parts=_F)
    top = miniature.curve[miniature.curve[:, 1].argmax()]
    return Tag(told, lambda: miniature.map.point(top), DOWN, gap=_BELOW)


def magnitude_readout(
    miniature: SteepnessMiniature | CriticalMiniature, size: float = TYPE.body
) -> Readout:
    """Return ‖∇f‖ at the point."""
    return Readout(
        "norm(nabla f)",
        lambda: miniature.magnitude,
        size=size,
        color=PALETTE.uphill,
        haloed=False,
    )


def in_corner(box: ArrayLike, aside: VMobject, corner: ArrayLike) -> VGroup:
    """Return ``aside`` on a plate in a corner of the map that fills ``box``: x, y and side."""
    x, y, side = np.asarray(box, float)
    inwards = side / 2 - _INSET
    plate = VGroup(Plate.behind(aside, padding=_PADDING, opacity=1.0), aside)
    plate.align_to(np.array([x, y, 0.0]) + inwards * np.asarray(corner, float), corner)
    return plate
