"""What each nudge takes off the loss, as a stack of bars beside the meter."""

from typing import ClassVar

import numpy as np
from manim import LEFT, RIGHT, FadeIn, VGroup

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import Change, as_coord_tuple
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.live import Live, Veiled
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import polygon
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_OFF = 0.12  # from the track to the bars, in Manim units
_BAR = 0.28  # width of a bar
_SEAM = 0.02  # between two bars
_LEADER = 0.2  # from the bars to their labels
_PITCH = 0.62  # least distance of two labels
_GAP = 0.13


class LossDrops(Live):
    """A bar for each nudge, from the loss before it to the loss after it, as far as it has fallen.

    Args:
        fit: Its nudges are made one by one, from the first weight on.
        spot: The weights as they are now.
        meter: The meter of the loss, upright; the bars stand left of it, on its scale.

    Attributes:
        labels: For each weight its name and the change of the loss, to be shown by :meth:`label`.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot", "meter")

    def __init__(self, fit: CurveFit, spot: Spot, meter: Meter) -> None:
        super().__init__()
        self.fit, self.spot, self.meter = fit, spot, meter
        stations = fit.stations
        self.levels = np.asarray(fit.loss.value(stations))
        self.bars = VGroup(
            *(
                Veiled(fill_color=PALETTE.downhill, fill_opacity=1.0, stroke_width=0.0)
                for _ in fit.start
            )
        )
        self.leaders = VGroup(
            *(CasedLine(color=PALETTE.downhill, width=STROKES.hairline) for _ in fit.start)
        )
        self.add(self.leaders, self.bars)
        self.labels = [self._labelled(index) for index in range(len(fit.start))]
        below = np.inf
        for label, bar_end in zip(self.labels, self._middles, strict=True):
            y = min(float(bar_end[1]), below - _PITCH)
            label.next_to([bar_end[0] - _LEADER, y, 0.0], LEFT, buff=_GAP)
            below = y
        self.come_alive()

    def label(self, index: int) -> FadeIn:
        """Return the animation in which the label of one bar comes out of it."""
        return FadeIn(self.labels[index], shift=0.15 * LEFT)

    @property
    def _middles(self) -> list[Points]:
        """The left ends (3,) of the bars, at half their final height."""
        left = (self.meter.thickness / 2 + _OFF + _BAR) * LEFT
        return [
            self.meter.at(float(before + after) / 2) + left
            for before, after in zip(self.levels[:-1], self.levels[1:], strict=True)
        ]

    def _labelled(self, index: int) -> VGroup:
        fit = self.fit
        by = np.zeros(len(fit.start))
        by[index] = fit.nudges[index]
        change = Change(fit.loss, as_coord_tuple(fit.stations[index]), as_coord_tuple(by))
        number = Number(
            source=lambda: change,
            decimals=2,
            size=TYPE.label,
            color=PALETTE.downhill,
            signed=True,
            family=FONTS.maths,
        )
        name = Formula(f"w_{index + 1}", size=TYPE.label, color=PALETTE.ink)
        return VGroup(name, number).arrange(RIGHT, buff=_GAP)

    def redraw(self) -> None:
        """Fill the bars down to the loss as it is now."""
        meter, now = self.meter, float(self.fit.loss.value(self.spot.coords))
        right = (meter.thickness / 2 + _OFF) * LEFT
        for index, (bar, leader) in enumerate(zip(self.bars, self.leaders, strict=True)):
            top, bottom = self.levels[index], self.levels[index + 1]
            end = float(np.clip(now, bottom, top))
            upper, lower = meter.at(top) + right, meter.at(end) + right
            upper[1] -= min(_SEAM, (upper[1] - lower[1]) / 2)
            across = _BAR * LEFT
            bar.set_points(polygon(np.stack([upper, lower, lower + across, upper + across])))
            fallen = float(top - end) / float(top - bottom)
            bar.presence = self.shown * float(fallen > 0)
            start = self._middles[index]
            stop = self.labels[index].get_right() + 0.5 * _GAP * RIGHT
            leader.draw([np.stack([start, stop])])
            leader.presence = self.shown * float(np.clip(10 * fallen - 9, 0, 1))
