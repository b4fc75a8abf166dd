"""A picture of what was found: how far from its limit each number lies, on one scale for all."""

from collections.abc import Sequence
from math import ceil, floor, log2
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mnemo_anim.bench.findings import Finding, Verdict
from mnemo_anim.bench.report import figure
from mnemo_anim.palettes import DEFAULT_THEME, PALETTES
from mnemo_anim.paths import FONTS

_WIDTH, _LEFT, _RIGHT = 1920, 760, 420  # pixels: all; what the names take, and the numbers
_TOP, _ROW, _BOTTOM = 150, 62, 90
_BAR, _PAD, _ROUND = 26, 48, 5
_TITLE, _TEXT, _SMALL = 40, 24, 19  # em heights
_SHORTEST = 1.0  # doublings that the scale shows on either side of the limit, at least
_MOST_TICKS = 9


def plot(found: Sequence[Finding]) -> Image.Image:
    """Return a bar for each finding that has a number, from its limit to where it lies.

    The scale is logarithmic: once more as good as the limit is as far as half as good.
    """
    shown = [(finding, finding.margin) for finding in found if finding.margin is not None]
    height = _TOP + _ROW * len(shown) + _BOTTOM
    colours = PALETTES[DEFAULT_THEME]
    picture = Image.new("RGB", (_WIDTH, height), colours.ground)
    pen = ImageDraw.Draw(picture)
    doublings = [log2(margin) for _, margin in shown]
    low = min([-_SHORTEST, *(floor(d) for d in doublings)])
    high = max([_SHORTEST, *(ceil(d) for d in doublings)])

    def across(doubling: float) -> float:
        share = (doubling - low) / (high - low)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    pen.text(
        (_PAD, 36), "How many times better than its limit", colours.ink, _face(_TITLE, strong=True)
    )
    meaning = "Blue keeps the limit, orange misses it; further to the right is better."
    pen.text((_PAD, 92), meaning, colours.ink_soft, _face(_SMALL))
    bottom = height - _BOTTOM
    step = ceil((high - low) / _MOST_TICKS)
    for tick in range(ceil(low), floor(high) + 1):
        if tick % step and tick:
            continue
        x, is_limit = across(tick), tick == 0
        pen.line((x, _TOP - 8, x, bottom), colours.ink if is_limit else colours.rule, 1 + is_limit)
        name = "limit" if is_limit else f"{2.0**tick:g} ×"
        pen.text((x, bottom + 14), name, colours.ink_soft, _face(_SMALL), anchor="ma")
    for number, ((finding, _), doubling) in enumerate(zip(shown, doublings, strict=True)):
        middle = _TOP + _ROW * (number + 0.5)
        is_ok = finding.verdict(full=True) is Verdict.OK
        start, end = sorted((across(0), across(doubling)))
        box = (start, middle - _BAR / 2, max(end, start + 2), middle + _BAR / 2)
        pen.rounded_rectangle(box, _ROUND, colours.downhill if is_ok else colours.uphill)
        _write(pen, middle, finding, is_ok=is_ok)
    return picture


def _write(pen: ImageDraw.ImageDraw, middle: float, finding: Finding, *, is_ok: bool) -> None:
    """Write what a bar is, to its left, and its numbers, to its right."""
    colours, limit = PALETTES[DEFAULT_THEME], finding.limit
    above, below = middle - 13, middle + 14
    pen.text((_PAD, above), finding.what, colours.ink, _face(_TEXT), anchor="lm")
    against = f"against {finding.against}" if finding.against else f"on {finding.where}"
    pen.text((_PAD, below), against, colours.ink_soft, _face(_SMALL), anchor="lm")
    x = _WIDTH - _RIGHT + _PAD
    value = figure(finding.value, limit.unit)
    pen.text((x, above), value, colours.ink, _face(_TEXT, strong=True), anchor="lm")
    kept = "ok" if is_ok else "missed"
    told = f"{kept}: {limit.bound} {limit.value:g} {limit.unit}"
    pen.text((x, below), told, colours.ink_soft, _face(_SMALL), anchor="lm")


def _face(height: float, *, strong: bool = False) -> ImageFont.FreeTypeFont:
    name = "IBMPlexSans-SemiBold.ttf" if strong else "IBMPlexSans-Regular.ttf"
    return ImageFont.truetype(Path(FONTS) / name, height)
