"""Whether the texts and the drawings of a scene stand out in a frame that has been drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from manim import ManimColor, VMobject
from numpy.typing import NDArray

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.lettering.text import X_HEIGHT
from mnemo_anim.mobjects.lettering.wholes import READS_WITH
from mnemo_anim.review import limits
from mnemo_anim.review.contrast import BESIDE, Canvas, Pixels, contrast
from mnemo_anim.review.findings import Box
from mnemo_anim.review.layout import SPOKEN_OF, Sight, distance, say_the_same
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Glance, TextMobject, around, box_of, in_frame, opacity, says

_THERE = 0.99  # opacity from which a thing has come, and has not begun to leave
_COME = 0.95  # opacity of a letter over that of its text, from which it is no longer on its way
_OWN = 0.98  # coverage of a pixel that is the drawing's own
_SAME = 12.0  # of 255: pixels of a colour differ less from it
_HIDDEN = 1.15  # contrast of what cannot be seen at all: something lies over it
_UNITS = 0.01  # of Manim's stroke widths


class StandingOut:
    """Looks at frame after frame; what looks as it did before is not measured again."""

    def __init__(self) -> None:
        self._before: dict[int, NDArray[np.uint8]] = {}

    def texts(self, glance: Glance, frame: Pixels, *, at_rest: bool) -> Iterator[Sight]:
        """Yield the texts that do not stand out.

        Args:
            glance: The scene as it was drawn.
            frame: The picture, without captions.
            at_rest: Whether nothing is on its way in or out, so that whatever is not dimmed counts.
        """
        for mobject, _ in glance.texts:
            glyphs = [part for part in mobject.get_family() if id(part) in glance.drawn]
            # One that comes letter by letter is there when the last of them is.
            shown = (max if at_rest else min)(map(opacity, glyphs), default=0.0)
            if shown < (SPOKEN_OF if at_rest else _THERE):
                continue
            box = around(map(box_of, glyphs))
            canvas = Canvas(frame, box)
            if in_frame(box) and self._is_new(id(mobject), canvas):
                come = [glyph for glyph in glyphs if opacity(glyph) >= _COME * shown]
                for sight in _of_text(mobject, come, glyphs, canvas, box, at_rest=at_rest):
                    if at_rest or not _is_a_copy(mobject, box, glance):
                        yield sight

    def drawings(self, glance: Glance, frame: Pixels) -> Iterator[Sight]:
        """Yield the arrows, curves and dots that do not stand out."""
        lettered = {id(part) for mobject, _ in glance.texts for part in mobject.get_family()}
        wholes = defaultdict(list)
        for leaf in glance.leaves:
            if hasattr(leaf, READS_WITH):
                wholes[getattr(leaf, READS_WITH)].append(leaf)
        for place, leaf in enumerate(glance.leaves):
            if id(leaf) in lettered or not isinstance(leaf, Arrow | CasedArea | CasedLine):
                continue
            box = _drawn_box(leaf)
            if opacity(leaf) < _THERE or not in_frame(box):
                continue
            canvas = Canvas(frame, box)
            if not self._is_new(id(leaf), canvas):
                continue
            cover = _cover(leaf, canvas)
            if not _is_on_top(leaf, canvas, cover):
                continue
            rest = np.zeros(cover.shape, bool)
            for part in wholes[getattr(leaf, READS_WITH, None)]:
                rest |= _cover(part, canvas) > 0.0
            value = contrast(canvas, cover, rest, worst=50.0, within=BESIDE)
            if value is not None and value < limits.GRAPHICS_CONTRAST:
                if _is_covered(glance.leaves[place + 1 :], canvas, cover):
                    continue
                what = f"a {type(leaf).__name__} does not stand out from what is around it"
                yield Sight(Rule.GRAPHICS, value, limits.GRAPHICS_CONTRAST, what, box)

    def _is_new(self, key: int, canvas: Canvas) -> bool:
        before = self._before.get(key)
        if before is not None and np.array_equal(before, canvas.pixels):
            return False
        self._before[key] = canvas.pixels.copy()
        return True


def _is_a_copy(mobject: TextMobject, box: Box, glance: Glance) -> bool:
    """Return whether a text lies over another that says the same, as one that leaves from it."""
    words = says(mobject)
    return any(
        other is not mobject
        and say_the_same(words, says(other))
        and distance(box, around(map(box_of, drawn))) < 0
        for other, _ in glance.texts
        if (drawn := [part for part in other.get_family() if id(part) in glance.drawn])
    )


def _stroke(leaf: VMobject) -> float:
    """Return the width in units of the stroke that a drawing consists of; 0 for an area."""
    return leaf.get_stroke_width() * _UNITS if isinstance(leaf, CasedLine) else 0.0


def _drawn_box(leaf: VMobject) -> Box:
    """Return the box around a drawing, with all of its stroke."""
    left, bottom, right, top = box_of(leaf)
    reach = _stroke(leaf) / 2
    return Box(left - reach, bottom - reach, right + reach, top + reach)


def _cover(leaf: VMobject, canvas: Canvas) -> NDArray[np.float64]:
    return canvas.cover([leaf.points], _stroke(leaf))


def _is_covered(later: Iterable[VMobject], canvas: Canvas, cover: NDArray[np.float64]) -> bool:
    """Return whether most of a drawing lies below one that is drawn later, of whatever colour."""
    own = cover >= _OWN
    return any(
        float((_cover(leaf, canvas)[own] >= _OWN).mean()) > 0.5
        for leaf in later
        if isinstance(leaf, Arrow | CasedArea | CasedLine) and opacity(leaf) >= _THERE
    )


def _is_on_top(leaf: VMobject, canvas: Canvas, cover: NDArray[np.float64]) -> bool:
    """Return whether most of a drawing's own pixels have its colour: nothing lies over it."""
    own = cover >= _OWN
    if not own.any():
        return False
    colour = leaf.get_stroke_color() if isinstance(leaf, CasedLine) else leaf.get_fill_color()
    return not _is_other(colour.to_hex(), canvas, cover)


def _is_other(colour: str, canvas: Canvas, cover: NDArray[np.float64]) -> bool:
    """Return whether most of a shape's own pixels have another colour than it was given."""
    rgb = ManimColor(colour).to_rgb()
    away = np.abs(canvas.pixels[cover >= _OWN].astype(float) - 255 * rgb).max(axis=-1)
    return bool(np.median(away) > _SAME)


def _of_text(
    mobject: TextMobject,
    come: list[VMobject],
    glyphs: list[VMobject],
    canvas: Canvas,
    box: Box,
    *,
    at_rest: bool,
) -> Iterator[Sight]:
    """Yield a sight if any of the colours of a text does not stand out.

    Args:
        mobject: The text.
        come: Its glyphs that are not on their way any more.
        glyphs: All that can be seen of it.
        canvas: The part of the frame around it.
        box: Around it.
        at_rest: As for `StandingOut.texts`.
    """
    em = getattr(mobject, "em", None)
    large = em is not None and X_HEIGHT * em >= limits.LARGE_X_HEIGHT
    limit = limits.LARGE_TEXT_CONTRAST if large else limits.TEXT_CONTRAST
    by_colour = defaultdict(list)
    for glyph in come:
        by_colour[glyph.get_fill_color().to_hex()].append(glyph.points)
    whole = canvas.cover([glyph.points for glyph in glyphs]) > 0.02
    value = limit
    for colour, outlines in by_colour.items():
        cover = canvas.cover(outlines)
        measured = contrast(canvas, cover, whole)
        if measured is None or measured >= value:
            continue
        # Of what is hidden, or is being covered right now, nothing has to stand out.
        if (measured >= _HIDDEN and at_rest) or not _is_other(colour, canvas, cover):
            value = measured
    if value < limit:
        what = f"“{says(mobject)}” does not stand out from what is behind it"
        yield Sight(Rule.CONTRAST, value, limit, what, box)
