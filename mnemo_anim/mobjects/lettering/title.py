"""The film's title."""

import numpy as np
from manim import (
    DOWN,
    ORIGIN,
    UP,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    VGroup,
    VMobject,
)

from mnemo_anim.maths import VALLEYS, ScalarField
from mnemo_anim.mobjects.drawing.spline import open_curve
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_SAMPLES = 121  # of the profile
_RELIEF = 0.55  # from its lowest to its highest ground, in Manim units
_OVERHANG = 0.9  # by which it is longer than the title, on either side
_GAP = 0.35
_RISE = 0.25  # way of letters that come, in Manim units


class Title(VGroup):
    """The title of the film, over the profile of the hiker's landscape, cut along x.

    Args:
        text: The title.
        series: What the film belongs to, set small above it.

    """

    def __init__(self, text: str, *, series: str | None = None) -> None:
        super().__init__()
        self.words = halo(Words(text, size=TYPE.display, family=FONTS.strong))
        self.profile = _profile(VALLEYS, self.words.width + 2 * _OVERHANG)
        self.profile.next_to(self.words, DOWN, buff=_GAP)
        self.series = VGroup()
        if series is not None:
            self.series.add(halo(Words(series, size=TYPE.body, color=PALETTE.ink_soft)))
            self.series.next_to(self.words, UP, buff=_GAP)
        self.add(self.profile, self.words, self.series)
        read_as_one(self)
        self.move_to(ORIGIN)

    def appear(self) -> AnimationGroup:
        """Return the animation in which the ground is drawn and the letters rise from it."""
        letters = (FadeIn(letter, shift=_RISE * UP) for letter in self.words)
        return AnimationGroup(
            Create(self.profile),
            LaggedStart(*letters, lag_ratio=0.15),
            FadeIn(self.series),
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
