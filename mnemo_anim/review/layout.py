"""Rules about where things stand: pure functions of a screen.

Each yields what misses its rule as a `Sight`: a finding that does not know its scene and time yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from mnemo_anim.mobjects.lettering.text import X_HEIGHT
from mnemo_anim.review import limits
from mnemo_anim.review.findings import Box
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Line, Screen, Text, around, in_frame
from mnemo_anim.theme import BACKING, DIM, STAGE

SPOKEN_OF = 1.25 * DIM
"""Opacity above which a thing is not dimmed."""

_SETTLED = 0.6  # opacity from which a text counts as there: of two that change places, one
_INSET = 0.1  # of a glyph's box, on each side: what lies within runs through the glyph
_ISLAND = 0.5  # units of bare ground around a separate idea


@dataclass(frozen=True, slots=True)
class Sight:
    """A rule missed on one screen; see `Finding` for the attributes."""

    rule: Rule
    value: float
    limit: float
    what: str
    box: Box | None


def settled(screen: Screen) -> list[Text]:
    """Return the texts that are there, neither dimmed nor on their way in or out."""
    return [text for text in screen.texts if text.presence >= _SETTLED]


def outside_margin(screen: Screen) -> Iterator[Sight]:
    """Yield the texts that stand nearer to the edge of the frame than they may."""
    for text in settled(screen):
        sides = {
            "left": text.box.left + STAGE.width / 2 - limits.MARGIN_X,
            "right": STAGE.width / 2 - text.box.right - limits.MARGIN_X,
            "upper": STAGE.height / 2 - text.box.top - limits.MARGIN_Y,
        }
        side, room = min(sides.items(), key=lambda item: item[1])
        limit = limits.MARGIN_Y if side == "upper" else limits.MARGIN_X
        if room < -limits.RESOLUTION:
            what = f"“{text.words}” stands too near the {side} edge"
            yield Sight(Rule.MARGIN, limit + room, limit, what, text.box)


def too_small(screen: Screen) -> Iterator[Sight]:
    """Yield the texts whose letters are too low."""
    for text in screen.texts:
        if text.em is None or text.presence < SPOKEN_OF:
            continue
        x_height = X_HEIGHT * text.em
        if x_height < limits.X_HEIGHT - 0.05:
            what = f"“{text.words}” is too small"
            yield Sight(Rule.SIZE, x_height, limits.X_HEIGHT, what, text.box)


def crowded(screen: Screen, *, at_rest: bool = True) -> Iterator[Sight]:
    """Yield the pairs of texts that overlap or stand too close together.

    Args:
        screen: What stands there.
        at_rest: Whether nothing moves. Texts on the move may pass close by each other, and a copy
            leaves from where its original stands.
    """
    for one, other in combinations(settled(screen), 2):
        if one.whole == other.whole or (not at_rest and say_the_same(one.words, other.words)):
            continue
        gap = distance(one.box, other.box)
        if gap > (limits.GAP - limits.RESOLUTION if at_rest else 0.0):
            continue
        both = around((one.box, other.box))
        if any(_overlap(a, b) for a in one.glyphs for b in other.glyphs):
            what = f"“{one.words}” and “{other.words}” overlap"
            yield Sight(Rule.OVERLAP, gap, 0.0, what, both)
        elif at_rest:
            what = f"“{one.words}” and “{other.words}” stand too close together"
            yield Sight(Rule.GAP, gap, limits.GAP, what, both)


def crossed(screen: Screen) -> Iterator[Sight]:
    """Yield the texts that a line runs through, where nothing keeps the two apart."""
    for text in settled(screen):
        for line in screen.lines:
            if line.presence < SPOKEN_OF:
                continue
            length = _length_within(line, text)
            if length > 2 * limits.RESOLUTION and not _is_backed(screen, text, line):
                what = f"a line runs through “{text.words}”"
                yield Sight(Rule.CROSSED, length, 0.0, what, text.box)
                break


def ideas(screen: Screen) -> Iterator[Sight]:
    """Yield a sight where more separate ideas are on the screen than can be held in mind."""
    islands = islands_of([box for box, presence in screen.inks if presence >= SPOKEN_OF])
    if len(islands) > limits.IDEAS:
        what = f"{len(islands)} things stand apart from each other"
        yield Sight(Rule.IDEAS, len(islands), limits.IDEAS, what, None)


def off_screen(screen: Screen) -> Iterator[Sight]:
    """Yield what is drawn where nobody sees it."""
    frame = Box(-STAGE.width / 2, -STAGE.height / 2, STAGE.width / 2, STAGE.height / 2)
    for name, box in screen.things:
        if not in_frame(box):
            yield Sight(
                Rule.OFF_SCREEN, distance(box, frame), 0.0, f"{name} is off the screen", box
            )


def say_the_same(one: str, other: str) -> bool:
    """Return whether two texts have the same words, or are the same number: 8 and 8.0."""
    try:
        return one == other or _as_number(one) == _as_number(other)
    except ValueError:
        return False


def _as_number(words: str) -> float:
    return float(words.replace("−", "-").replace(",", "."))


def distance(one: Box, other: Box) -> float:
    """Return the distance of two boxes; where they overlap, minus the depth to which they do."""
    across = max(one.left, other.left) - min(one.right, other.right)
    up = max(one.bottom, other.bottom) - min(one.top, other.top)
    if across > 0 and up > 0:
        return float(np.hypot(across, up))
    return max(across, up)


def islands_of(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes around what stands together, with bare ground between them."""
    islands: list[Box] = []
    for box in filter(in_frame, boxes):
        apart: list[Box] = []
        joined = [box]
        for island in islands:
            (joined if distance(box, island) < _ISLAND else apart).append(island)
        islands = [*apart, around(joined)]
    if len(islands) < len(boxes):
        return islands_of(islands)  # what has grown together may touch others now
    return islands


def _overlap(one: Box, other: Box) -> bool:
    return distance(one, other) < -limits.RESOLUTION


def _length_within(line: Line, text: Text) -> float:
    """Return the length of the part of a line that lies within the glyphs of a text."""
    x, y = line.points.T
    box = text.box
    near = (x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)
    if not near.any():
        return 0.0
    inside = np.zeros(len(x), bool)
    for left, bottom, right, top in text.glyphs:
        dx, dy = _INSET * (right - left), _INSET * (top - bottom)
        inside |= (x > left + dx) & (x < right - dx) & (y > bottom + dy) & (y < top - dy)
    steps = np.hypot(np.diff(x), np.diff(y))
    return float(steps[inside[1:] & inside[:-1]].sum()) + limits.RESOLUTION * int(inside.sum())


def _is_backed(screen: Screen, text: Text, line: Line) -> bool:
    """Return whether a line lies below a text, with a plate or a dark edge between them."""
    if line.order > text.order:
        return False
    if text.haloed:
        return True
    return any(
        line.order < area.order < text.order
        and area.presence >= BACKING * min(1.0, text.presence) - 0.01
        and _holds(area.box, text.box)
        for area in screen.areas
    )


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left
        and outer.right >= inner.right
        and outer.bottom <= inner.bottom
        and outer.top >= inner.top
    )
