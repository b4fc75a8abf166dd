"""The steps of an argument at the side of the frame, so that one never loses the place."""

from collections.abc import Sequence

import numpy as np
from manim import RIGHT, UP, ManimColor, interpolate_color

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle, polyline
from mnemo_anim.mobjects.lettering.glyphs import glyph_sheet
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT, Words, baseline
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_RADIUS = 0.25  # of the disc of a number, in Manim units
_RING = 0.34  # of the ring round the disc of the step in hand
_GAP = 0.3  # between disc and words
_PITCH = 0.94  # from step to step
_TICK = np.array([[-0.11, 0.0, 0.0], [-0.03, -0.08, 0.0], [0.12, 0.09, 0.0]])
_LINE = 1.2  # em: more than the height of one line of words


class StepRail(Live):
    """Numbered steps below each other: ticked when done, lit in hand, in soft ink when to come.

    Args:
        steps: A few words for each, in order.
        width: Of the words before they are wrapped, in Manim units.

    Attributes:
        place: The step in hand, counted from 0; −1 before the first, the number of steps when all
            are done. Between two whole numbers the light is on its way.

    Raises:
        ValueError: There are no steps.

    """

    def __init__(self, steps: Sequence[str], *, width: float = 3.0) -> None:
        super().__init__()
        if not steps:
            raise ValueError("A rail needs at least one step; give a few words for each.")
        self.place = -1.0
        centres = [np.array([0.0, -_PITCH * index, 0.0]) for index in range(len(steps))]
        self.line = Veiled(stroke_color=PALETTE.rule, stroke_width=STROKES.axis)
        self.line.set_points(polyline(np.stack([centres[0], centres[-1]])))
        self.way = Veiled(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.axis)
        self.ring = Veiled(stroke_color=PALETTE.lantern, stroke_width=STROKES.curve)
        self.discs = [_disc(centre) for centre in centres]
        self.numerals = [_numeral(index + 1, centre) for index, centre in enumerate(centres)]
        self.ticks = [_tick(centre) for centre in centres]
        self.words = [
            _words(text, centre, width) for text, centre in zip(steps, centres, strict=True)
        ]
        self.add(self.line, self.way, *self.discs, self.ring)
        self.add(*self.numerals, *self.ticks, *self.words)
        self.move_to((0, 0, 0))
        self.redraw()

    def go_to(self, step: int) -> Vary:
        """Return the animation in which ``step`` is lit, and those before it are ticked."""
        return self.vary(place=float(step))

    def redraw(self) -> None:
        """Light and tick the steps as far as the place says."""
        centres = [disc.get_center() for disc in self.discs]
        last = len(centres) - 1
        place = float(self.place)
        at = float(np.clip(place, 0, last))
        index = min(int(at), max(last - 1, 0))
        spot = centres[index] + (at - index) * (centres[min(index + 1, last)] - centres[index])
        scale = self.discs[0].width / (2 * _RADIUS)
        self.ring.set_points(circle(spot, _RING * scale))
        self.ring.presence = self.shown * float(np.clip(min(place + 1, last + 1 - place), 0, 1))
        self.way.set_points(polyline(np.stack([centres[0], spot])))
        self.way.presence = self.line.presence = self.shown
        for step in range(len(centres)):
            self._light(step, lit=max(0.0, 1 - abs(place - step)), done=_clip(place - step))

    def _light(self, step: int, *, lit: float, done: float) -> None:
        self.discs[step].presence = self.shown
        self.numerals[step].presence = self.shown * (1 - done)
        self.ticks[step].presence = self.shown * done
        known = max(lit, 0.6 * done)
        color = interpolate_color(ManimColor(PALETTE.ink_soft), ManimColor(PALETTE.ink), known)
        self.numerals[step].set_fill(color)
        self.words[step].set_fill(color)


def _clip(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _disc(centre: Points) -> Veiled:
    disc = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1,
        stroke_color=PALETTE.rule,
        stroke_width=STROKES.axis,
    )
    disc.set_points(circle(centre, _RADIUS))
    return disc


def _numeral(number: int, centre: Points) -> Veiled:
    sheet, text, em = glyph_sheet("0123456789", FONTS.strong), str(number), units(TYPE.tick)
    start = centre - em * np.array([sheet.width(text) / 2, CAP_HEIGHT / 2, 0])
    outline = np.concatenate([em * outline + start for outline in sheet.outlines(text)])
    numeral = Veiled(fill_opacity=1, stroke_width=0)
    numeral.set_points(outline)
    return numeral


def _tick(centre: Points) -> Veiled:
    tick = Veiled(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.curve)
    tick.set_points(polyline(centre + _TICK))
    return tick


def _words(text: str, centre: Points, width: float) -> Words:
    words = Words(text, size=TYPE.label, width=width, track_baselines=True)
    words.next_to(centre + _RADIUS * RIGHT, RIGHT, buff=_GAP)
    em = units(TYPE.label)
    if words.height < _LINE * em:  # a single line: its capitals, not its descenders, are centred
        words.shift((centre[1] - CAP_HEIGHT / 2 * em - baseline(words)) * UP)
    return words
