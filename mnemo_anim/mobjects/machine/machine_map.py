"""The map of two inputs of a machine, with the gradient on it, while the others are held."""

from collections.abc import Sequence
from math import cos
from typing import TypeAlias

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, AnimationGroup, FadeIn, FadeOut, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.maths import hold
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import PartOfSpot, Spot, Wander
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.guide_lines import GuideLines
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.numbers.held_note import HeldNote
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.slope_ring import SlopeRing
from mnemo_anim.theme import PALETTE, STAGE, TYPE

Window: TypeAlias = tuple[tuple[float, float], tuple[float, float]]

_UNIT = 0.96  # of the map, in screen units
_WIDER = 0.03  # than that of an input is the name of a weight, in Manim units
_KNOWN = 5.0  # the magnitude that the scale shows
_REACH = 0.3  # radius of the ring of directions, in units of coords
_REACHES = (1.0, 1.5, -1.5)  # of the arrow and of its names on both sides: kept clear, in arrows
_ROUND, _HALF_ROUND = 60, 30  # waypoints on the ring
_GUIDE_STOPS = 9  # places along each guide line that are kept clear
_KEY_GAP = 0.2  # from the note to the key, in Manim units
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
        scale: Length, in units of coords, of a slope of 1.
        words: That the third input is held constant, and what the scale of the arrow is.

    Attributes:
        inputs: As given.
        held: The input that the map holds constant, from 0.
        chart: The map itself.
        ground: Its tints, not to be seen yet.
        here: The machine's spot on the map.
        foot: The spot at which the gradient is taken, on the map.
        guides: From the mark to both axes.
        mark: At ``here``.
        arrow: The gradient at ``foot``.
        note: What is held, and where, below the map.
        key: The scale of the arrow, below the note.
        ring: The directions round ``foot``.
        trail: The descent, as far as it has come.
    """

    def __init__(
        self,
        machine: DialMachine,
        felt: Spot,
        path: ArrayLike,
        *,
        inputs: tuple[int, int],
        window: Window,
        scale: float,
        words: tuple[str, str],
    ) -> None:
        self.inputs = inputs
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
            unit=_UNIT,
            names=(f"x_{inputs[0] + 1}", f"x_{inputs[1] + 1}"),
            keep_clear=np.concatenate([path, tips, guides]),
        )
        chart.align_to([0, STAGE.top, 0], UP).align_to([STAGE.right - _WIDER, 0, 0], RIGHT)
        self.ground = chart.backing(opacity=0.0)
        self.here, self.foot = (PartOfSpot(at, inputs) for at in (machine.spot, felt))
        self.guides, self.mark = GuideLines(chart, self.here), PointMark(chart, self.here)
        self.arrow = GradientArrow(chart, self.foot, scale=scale)
        (self.held,) = (index for index in range(machine.field.dimension) if index not in inputs)
        self.note = HeldNote(machine.field, machine.spot, self.held, words[0])
        self.note.next_to(chart, DOWN, buff=STAGE.gap)
        self.key = ScaleBar(chart, path[0], scale=scale, words=words[1], magnitude=_KNOWN)
        self.key.next_to(self.note, DOWN, buff=_KEY_GAP)
        self.ring = SlopeRing(chart, self.foot, radius=_REACH)
        self.trail = Trail(chart, path)
        arrow = (self.arrow.components, self.arrow)
        stack: tuple[VMobject, ...] = (self.guides, self.ring, self.trail, *arrow, self.mark)
        for layer, part in enumerate(stack, start=1):
            part.set_z_index(layer)

    def trace(self) -> tuple[Animation, Animation]:
        """Return the animations in which the ground appears, and the map is drawn on it."""
        return self.ground.to(opacity=1.0), self.chart.trace()

    def mark_point(self) -> FadeIn:
        """Return the animation in which the point appears, with what is held, and the key."""
        return FadeIn(self.mark, self.guides, self.note, self.key)

    def name_arrow(self) -> FadeIn:
        """Return the animation in which the arrow gets its name: ∇f uphill, −∇f downhill."""
        uphill = cos(self.arrow.turn) > 0
        name, color = ("nabla f", PALETTE.uphill) if uphill else ("-nabla f", PALETTE.downhill)
        written = halo(Formula(name, size=TYPE.body, color=color))
        self.tag = Tag.beyond(self.arrow, written, gap=_TAG_GAP + written.width / 2)
        self.tag.set_z_index(self.mark.z_index + 1)  # above lines that come while it goes
        return FadeIn(self.tag)

    def unname_arrow(self) -> AnimationGroup:
        """Return the animation in which the name goes, and the key with it."""
        return together(self.tag.vanish(), FadeOut(self.key))

    def step_out(self) -> Vary:
        """Return the animation in which the point goes to where the arrow leaves the ring."""
        return self.here.go_to(self.ring.along(0.0))

    def go_round(self) -> AnimationGroup:
        """Return the animation in which the point goes once round, and draws the ring."""
        return together(
            self._along(np.linspace(0, 2 * np.pi, _ROUND)), self.ring.vary(felt=(0.0, 1.0))
        )

    def turn_round(self) -> Wander:
        """Return the animation in which the point goes to the opposite of the gradient."""
        return self._along(np.linspace(0, np.pi, _HALF_ROUND))

    def swing(self, angle: float) -> Wander:
        """Return the animation in which it swings there, by an angle to both sides, in radians."""
        return self._along(np.pi + angle * np.sin(np.linspace(0, 2 * np.pi, _ROUND)))

    def come_back(self) -> Vary:
        """Return the animation in which the point comes back to the middle of the ring."""
        return self.here.go_to(self.foot.coords)

    def clear(self) -> AnimationGroup:
        """Return the animation in which all goes that is true of one held value alone.

        Another value shifts the values on the level curves: only their shapes stay.
        """
        chart = self.chart
        shapes = ContourMap(chart.field, unit=chart.unit, centre=chart.centre, plain=True).lines
        return together(
            FadeOut(self.note, self.ring, self.tag, chart.lines, chart.labels), FadeIn(shapes)
        )

    def rename(self, names: Sequence[str]) -> AnimationGroup:
        """Return the animation in which the axes get new names, one for each input given."""
        x, y = self.inputs
        return self.chart.axes.rename((names[x], names[y]))

    def _along(self, turns: ArrayLike) -> Wander:
        return self.here.wander(self.ring.along(turns))
