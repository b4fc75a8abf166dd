"""The map of two inputs of a machine, with the gradient on it, while the others are held."""

import numpy as np
from manim import DOWN, RIGHT, UP, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import hold
from mnemo_anim.mobjects.contour_map import ContourMap
from mnemo_anim.mobjects.dial_machine import DialMachine
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.guide_lines import GuideLines
from mnemo_anim.mobjects.held_note import HeldNote
from mnemo_anim.mobjects.lettering import Formula, halo
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.scale_key import ScaleKey
from mnemo_anim.mobjects.slope_ring import SlopeRing
from mnemo_anim.mobjects.spot import PartOfSpot, Spot
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import STAGE, TYPE

_REACHES = (1.0, 1.5, -1.5)  # of the arrow and of its names on both sides: kept clear, in arrows
_GUIDE_STOPS = 9  # places along each guide line that are kept clear
_KEY_GAP = 0.15  # from the note to the key, in Manim units
_TAG_GAP = 0.2  # from the arrow's tip to its name


class MachineMap:
    """Level curves over two inputs of a machine with three, and what stands on them.

    It is no mobject: its parts come one by one, the map in the upper right corner of the stage.

    Args:
        machine: Its spot is marked on the map.
        felt: The spot, coords (3,), at which the gradient is taken.
        path: Coords (k, 3) of the descent to come: the map is that where it begins.
        inputs: The two that are shown, from 0.
        window: Their ranges.
        unit: Screen units per unit of each.
        scale: Length, in units of coords, of a slope of 1.
        known: The slope whose arrow is the key of that scale.
        reach: Radius of the ring of directions, in units of coords.
        words: That the third input is held constant.

    Attributes:
        held: The input that the map holds constant, from 0.
        chart: The map itself.
        here: The machine's spot on the map.
        foot: The spot at which the gradient is taken, on the map.
        guides: From the mark to both axes.
        mark: At ``here``.
        arrow: The gradient at ``foot``.
        note: What is held, and where, below the map.
        key: The scale of the arrow, below the note.
        ring: The directions round ``foot``.
    """

    def __init__(
        self,
        machine: DialMachine,
        felt: Spot,
        path: ArrayLike,
        *,
        inputs: tuple[int, int],
        window: tuple[tuple[float, float], tuple[float, float]],
        unit: float,
        scale: float,
        known: float,
        reach: float,
        words: str,
    ) -> None:
        iterates = np.asarray(path, float)
        seen = hold(machine.field, iterates[0], inputs)
        path = iterates[:, inputs]
        tips = path[0] + np.outer(_REACHES, scale * seen.gradient(path[0]))
        crossed = np.linspace(np.array(window)[:, 0], path[0], _GUIDE_STOPS)
        guides = [
            *((path[0][0], y) for y in crossed[:, 1]),
            *((x, path[0][1]) for x in crossed[:, 0]),
        ]
        self.chart = chart = ContourMap(
            seen,
            x_range=window[0],
            y_range=window[1],
            unit=unit,
            names=(f"x_{inputs[0] + 1}", f"x_{inputs[1] + 1}"),
            keep_clear=np.concatenate([path, tips, guides]),
        )
        chart.align_to([0, STAGE.top, 0], UP).align_to([STAGE.right, 0, 0], RIGHT)
        self.here, self.foot = (PartOfSpot(at, inputs) for at in (machine.spot, felt))
        self.guides, self.mark = GuideLines(chart, self.here), PointMark(chart, self.here)
        self.arrow = GradientArrow(chart, self.foot, scale=scale)
        (self.held,) = (index for index in range(machine.field.dimension) if index not in inputs)
        self.note = HeldNote(machine.field, machine.spot, self.held, words)
        self.note.next_to(chart, DOWN, buff=STAGE.gap)
        self.key = ScaleKey(chart, path[0], scale=scale, magnitude=known)
        self.key.next_to(self.note, DOWN, buff=_KEY_GAP)
        self.ring = SlopeRing(chart, self.foot, radius=reach)

    def tag(self, name: str, color: str) -> Tag:
        """Return a name of the arrow, in Typst's maths notation, beyond its tip."""
        written = halo(Formula(name, size=TYPE.body, color=color))
        return Tag.beyond(self.arrow, written, gap=_TAG_GAP + written.width / 2)

    def unnumbered(self) -> VGroup:
        """Return the level curves alone, all alike: their shapes hold, their values do not."""
        chart = self.chart
        return ContourMap(chart.field, unit=chart.unit, centre=chart.centre, plain=True).lines
