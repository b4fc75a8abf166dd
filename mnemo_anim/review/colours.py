"""The theme against its rules: meanings that can be told apart, and sizes that can be read.

Colour vision is simulated in full, not in part: protanopia, deuteranopia, tritanopia.
"""

from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations

from coloraide.everything import ColorAll as Color

from mnemo_anim.palettes import Palette
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.limits import BODY_EM, COLOUR_DISTANCE, TICK_EM, TITLE_OVER_BODY
from mnemo_anim.review.rules import Rule
from mnemo_anim.theme import TypeScale

VISIONS = ("normal", "protan", "deutan", "tritan")

PAIRS = (
    *combinations(("uphill", "downhill", "level"), 2),
    *combinations(("x_part", "y_part", "z_part"), 2),
)
"""The opposite meanings: where a direction leads, and to which input a thing belongs."""


def theme_findings(palette: Palette, scale: TypeScale) -> tuple[Finding, ...]:
    """Return what a theme misses: colours that look alike, and sizes."""
    return *colour_findings(palette), *_size_findings(scale)


def colour_findings(palette: Palette) -> Iterator[Finding]:
    """Yield the pairs of meanings that look alike, once for each vision in which they do."""
    for one, other in PAIRS:
        for vision in VISIONS:
            apart = distance(getattr(palette, one), getattr(palette, other), vision)
            if apart < COLOUR_DISTANCE:
                sight = "normal" if vision == "normal" else f"{vision}opic"
                what = f"{one} and {other} look alike to {sight} eyes."
                yield _finding(Rule.COLOURS, apart, COLOUR_DISTANCE, what)


def distance(one: str, other: str, vision: str) -> float:
    """Return how far apart (ΔE2000) two colours look in one of `VISIONS`."""
    return float(_seen(one, vision).delta_e(_seen(other, vision), method="2000"))


def _seen(colour: str, vision: str) -> Color:
    plain = Color(colour)
    return plain if vision == "normal" else plain.filter(vision, 1).clip()


def _size_findings(scale: TypeScale) -> Iterator[Finding]:
    least, most = BODY_EM
    if scale.body < least:
        yield _finding(Rule.TYPE_SCALE, scale.body, least, "Body text is too small.")
    if scale.body > most:
        yield _finding(Rule.TYPE_SCALE, scale.body, most, "Body text is too large.")
    for name in ("display", "title", "heading"):
        size, limit = getattr(scale, name), TITLE_OVER_BODY * scale.body
        if size < limit:
            what = f"The size “{name}” is less than {TITLE_OVER_BODY:g} times that of the body."
            yield _finding(Rule.TYPE_SCALE, size, limit, what)
    for name in (field.name for field in fields(scale)):
        size = getattr(scale, name)
        if size < TICK_EM:
            yield _finding(Rule.TYPE_SCALE, size, TICK_EM, f"The size “{name}” is too small.")


def _finding(rule: Rule, value: float, limit: float, what: str) -> Finding:
    return Finding(rule, "", "", 0.0, value, limit, what)
