"""The map on which a gradient is taken, and one update made, one input at a time."""

from collections.abc import Iterable

import numpy as np
from manim import (
    DL,
    DOWN,
    DR,
    RIGHT,
    UL,
    UP,
    UR,
    Animation,
    FadeIn,
    FadeOut,
    TransformFromCopy,
    VGroup,
    VMobject,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval
from mnemo_anim.maths.quantities import (
    Coordinate,
    as_coord_tuple,
)
from mnemo_anim.maths.typst_name import typst_name
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.examples.update_notes import UpdateNotes
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.guide_lines import GuideLines
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.components import Components
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_FOOT = 0.295  # from the numbers of the map to the readouts, in Manim units
_REACHES = (1.0, 1.4, -1.0, -1.4)  # in arrows: what the numbers on the map keep clear of
_STOPS = 9  # places along each guide line that are kept clear too
_BESIDE = (0.2, 0.35, 0.5, 0.65)  # in x: where notes stand beside gradient and step
_GAP = 0.2  # from what is named to its name, in Manim units
_INSET = 0.15  # from the border of the map to the key in its corner
_ON_TOP = 5  # the mark


class UpdateMap:
    """Level curves, the point at which the inputs stand, the gradient there, and the step.

    It is no mobject: its parts come one by one. The gradient is drawn to the scale at which it is
    as long as the step: one update at the learning rate.

    Args:
        example: What is mapped, where the inputs stand, and the learning rate.
        window: The ranges of both inputs on the map.
        unit: Screen units per unit of the inputs.
        corner: Screen point (3,) of the upper right corner of all that belongs to the map.
        known: The magnitude that the scale shows.
        words: For where the inputs were before the update, for where they are after it, and for
            the scale.

    Attributes:
        chart: The map itself.
        ground: What lies under it.
        spot: Where the inputs are now.
        mark: At the spot.
        start: Where they were at first.
        guides: From the mark to both axes.
        readouts: The inputs, below the map.
        arrow: The gradient at the start.
        step: The parts of the update, tip to tail.
        key: The scale of the arrows.
        notes: What is written at gradient and step.
        before: The words at the start.
        after: The words at the mark.
    """

    def __init__(
        self,
        example: WorkedExample,
        *,
        window: tuple[Interval, Interval],
        unit: float,
        corner: ArrayLike,
        known: float,
        words: tuple[str, str, str],
    ) -> None:
        field, learning_rate, (x_range, y_range) = example.field, example.learning_rate, window
        self.at = example.at
        gradient = field.gradient(self.at)
        self._step = -learning_rate * gradient
        tips = self.at + np.outer(_REACHES, learning_rate * gradient)
        x, y = self.at
        across, along = (np.linspace(*r, _STOPS) for r in window)
        guides = [*((x, part) for part in along if part < y), *((part, y) for part in across)]
        beside = [
            (x + part, y + sign * learning_rate * gradient[1] / 2)
            for part in _BESIDE
            for sign in (1, -1)
        ]
        self.chart = chart = ContourMap(
            field, x_range=x_range, y_range=y_range, unit=unit, keep_clear=[*guides, *beside, *tips]
        )
        chart.shift(np.asarray(corner, float) - chart.get_corner(UR))
        self.ground = chart.backing(opacity=0.0)
        self.spot = Spot(self.at)
        self.mark, self.start = PointMark(chart, self.spot), PointMark(chart, self.at)
        self.guides = GuideLines(chart, self.spot)
        self.arrow = GradientArrow(chart, self.at, scale=learning_rate)
        self.step = Components(chart, self.at, scale=-learning_rate)
        border = chart.axes.border
        self.readouts = VGroup(*(self._readout(index) for index in range(2)))
        self.readouts.arrange(RIGHT, buff=2 * STAGE.gap).next_to(
            chart.axes.numbers, DOWN, buff=_FOOT
        )
        self.readouts.set_x(border.get_x())
        first, *others = self.readouts
        for other in others:  # on one baseline
            other.shift((first.number.origin[1] - other.number.origin[1]) * UP)
        self.key = ScaleBar(chart, self.at, scale=learning_rate, words=words[2], magnitude=known)
        self.key.shift(border.get_corner(DR) + _INSET * UL - self.key.get_corner(DR))
        self.notes = UpdateNotes(chart, self.at, learning_rate)
        self.before = self._beside(self.start, words[0], RIGHT)
        self.after = self._beside(self.mark, words[1], DL)
        for layer, parts in enumerate(
            ((self.key,), (*self.arrow.components, *self.step), (self.arrow,), (self.start,))
        ):
            for part in parts:
                part.set_z_index(layer + 1)
        self.mark.set_z_index(_ON_TOP)

    # ---- what happens ----------------------------------------------------------------------

    def enter_x(self) -> list[Animation]:
        """Return the animations in which the first input puts the mark on its axis."""
        self.spot.coords = np.array([self.at[0], self.chart.y_range[0]])
        return [self.mark.appear(), self.guides.appear(), FadeIn(self.readouts[0])]

    def enter_y(self) -> list[Animation]:
        """Return the animations in which the second input takes the mark to its place."""
        return [self.spot.go_to(self.at), late(FadeIn(self.readouts[1]))]

    def leave(self) -> list[Animation]:
        """Return the animations in which the map goes; the inputs are left."""
        gone = (self.mark.vanish(), self.guides.vanish(), FadeOut(self.chart))
        return [self.ground.to(opacity=0.0), *gone]

    def take_back(self, values: Iterable[VMobject]) -> list[Animation]:
        """Return the animations in which the inputs return to their readouts from elsewhere."""
        numbers = (readout.number for readout in self.readouts)
        arrived = (TransformFromCopy(*pair) for pair in zip(values, numbers, strict=False))
        return [*arrived, *(FadeIn(readout.label) for readout in self.readouts)]

    def come_back(self) -> list[Animation]:
        """Return the animations in which the map is there again, with the mark on it."""
        shown = (FadeIn(self.chart), FadeIn(self.key), self.mark.appear())
        return [self.ground.to(opacity=1.0), *shown]

    def measure(self) -> list[Animation]:
        """Return the animations in which the y-part is divided by the x-part."""
        return [*(FadeIn(notch) for notch in self.notes.notches), FadeIn(self.notes.times)]

    def turn_round(self) -> list[Animation]:
        """Return the animations in which the gradient becomes the step; what explained it goes."""
        parts = (part.vanish() for part in self.arrow.components)
        gone = soon(*parts, FadeOut(self.notes.notches, self.notes.times, self.key))
        return [self.arrow.flip(), gone, late(self.guides.appear())]

    def set_out(self, index: int) -> list[Animation]:
        """Return the animations before the first input moves: its place is marked."""
        return (
            [] if index else [FadeOut(self.notes.name), self.start.appear(), self.before.appear()]
        )

    def move(self, index: int) -> list[Animation]:
        """Return the animations in which one input makes its part of the step."""
        to = self.spot.coords + self._step * np.eye(2)[index]
        return [self.step[index].grow(), self.spot.go_to(to), late(FadeIn(self.notes.legs[index]))]

    def end(self) -> list[Animation]:
        """Return the animations in which everything goes."""
        marks = (self.arrow, self.start, self.mark, self.guides, *self.step)
        gone = (mark.vanish() for mark in (*marks, self.before, self.after))
        return [
            *gone,
            self.ground.to(opacity=0.0),
            FadeOut(self.chart, self.readouts, self.notes.legs),
        ]

    # ---- what there is -----------------------------------------------------------------------

    def _readout(self, index: int) -> Readout:
        return Readout(
            typst_name(self.chart.field.variables[index]),
            lambda: Coordinate(as_coord_tuple(self.spot.coords), index),
            decimals=1,
            color=PALETTE.part(index),
        )

    def _beside(self, mark: PointMark, words: str, direction: ArrayLike) -> Tag:
        written = halo(Words(words, size=TYPE.label, color=PALETTE.ink))
        return Tag(written, mark.get_center, direction, gap=_GAP)
