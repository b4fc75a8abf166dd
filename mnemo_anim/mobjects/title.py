"""The film's title and the headings of its sections."""

import numpy as np
from manim import (
    DOWN,
    ORIGIN,
    RIGHT,
    UP,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    VGroup,
    VMobject,
)

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS, ScalarField, level_curves
from mnemo_anim.mobjects.lettering import Words, halo
from mnemo_anim.mobjects.spline import open_curve
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_SAMPLES = 121  # of the profile
_RELIEF = 0.55  # from its lowest to its highest ground, in Manim units
_OVERHANG = 0.9  # by which it is longer than the title, on either side
_LEVELS = (0.9, 0.6, 0.35)  # of the curves round a number, as shares of the value at the rim
_EMBLEM = 1.35  # width of the outermost, in Manim units
_GAP = 0.35
_RISE = 0.25  # way of letters that come, in Manim units


class Title(VGroup):
    """The title of the film, over the profile of a landscape.

    Args:
        text: The title.
        series: What the film belongs to, set small above it.
        field: A field of two variables. Its ground, cut along x through the middle, is the line
            below the title.

    """

    def __init__(
        self, text: str, *, series: str | None = None, field: ScalarField = VALLEYS
    ) -> None:
        super().__init__()
        self.words = halo(Words(text, size=TYPE.display, family=FONTS.strong))
        self.profile = _profile(field, self.words.width + 2 * _OVERHANG)
        self.profile.next_to(self.words, DOWN, buff=_GAP)
        self.series = VGroup()
        if series is not None:
            self.series.add(halo(Words(series, size=TYPE.body, color=PALETTE.ink_soft)))
            self.series.next_to(self.words, UP, buff=_GAP)
        self.add(self.profile, self.words, self.series)
        self.move_to(ORIGIN)

    def appear(self) -> AnimationGroup:
        """Return the animation in which the ground is drawn and the letters rise from it."""
        letters = (FadeIn(letter, shift=_RISE * UP) for letter in self.words)
        return AnimationGroup(
            Create(self.profile),
            LaggedStart(*letters, lag_ratio=0.15),
            FadeIn(self.series),
        )


class SectionHeading(VGroup):
    """The number of a section, encircled by level curves, and its name.

    Args:
        number: Of the section, from 1.
        name: Of the section.
        field: A field of two variables with a minimum that its level curves close around.

    """

    def __init__(self, number: int, name: str, *, field: ScalarField = ELLIPTIC_BOWL) -> None:
        super().__init__()
        self.curves = _encircling_curves(field)
        self.number = Words(str(number), size=TYPE.body, family=FONTS.strong)
        self.words = halo(Words(name, size=TYPE.heading, family=FONTS.strong))
        self.number.move_to(self.curves)
        self.words.next_to(self.curves, RIGHT, buff=_GAP)
        self.add(self.curves, halo(self.number), self.words)
        self.move_to(ORIGIN)

    def appear(self) -> AnimationGroup:
        """Return the animation in which the curves close, and the name comes out of them."""
        return AnimationGroup(
            LaggedStart(*(Create(curve) for curve in self.curves), lag_ratio=0.3),
            FadeIn(self.number),
            FadeIn(self.words, shift=_RISE * RIGHT),
        )


def _profile(field: ScalarField, width: float) -> VMobject:
    """Return the ground along x through the middle of the field's domain, ``width`` units long."""
    (x0, x1), (y0, y1) = field.domain
    x = np.linspace(x0, x1, _SAMPLES)
    heights = field.value(np.stack([x, np.full(_SAMPLES, (y0 + y1) / 2)], axis=-1))
    relief = (heights - heights.min()) / np.ptp(heights)
    points = np.zeros((_SAMPLES, 3))
    points[:, 0], points[:, 1] = np.linspace(0, width, _SAMPLES), relief * _RELIEF
    line = VMobject(stroke_color=PALETTE.level, stroke_width=STROKES.level)
    return line.set_points(open_curve(points))


def _encircling_curves(field: ScalarField) -> VGroup:
    """Return closed level curves of the field round its minimum, the outermost first."""
    rim = float(field.value([field.domain[0][1], 0.0]))
    levels = sorted(share * rim for share in _LEVELS)
    curves = VGroup()
    for curve in reversed(level_curves(field, levels)):
        points = np.zeros((len(curve.coords), 3))
        points[:, :2] = curve.coords
        line = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.hairline)
        curves.add(line.set_points(open_curve(points)))
    return curves.scale_to_fit_width(_EMBLEM)
