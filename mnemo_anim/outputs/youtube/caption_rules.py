"""Rules for the captions: those of `mnemo_anim.captions`, with what the worst caption has."""

from collections.abc import Callable, Sequence
from functools import partial

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.rules import FASTEST, MOST_LINES, CaptionRule, caption_faults, characters
from mnemo_anim.outputs.youtube.material import Material
from mnemo_anim.outputs.youtube.rule import Reading, Rule, Subject
from mnemo_anim.phrasing import LONGEST_CAPTION, LONGEST_LINE, SHORTEST_CAPTION

_MEND = "Change the words of that beat in the document, then run {render}"

_Worst = Callable[[Sequence[Subtitle]], str]


def _measured(rules: tuple[CaptionRule, ...], worst: _Worst | None, material: Material) -> Reading:
    """Measure all captions by some rules: the value of the worst, or of how many miss them."""
    faults = [
        fault
        for fault in caption_faults(*material.passages, language=material.metadata.language)
        if fault.rule in rules
    ]
    if faults:
        return Reading(f"missed by {len(faults)}, first: {faults[0].what.rstrip('.')}", False)
    subtitles = [subtitle for passage in material.passages for subtitle in passage]
    return Reading(worst(subtitles) if worst and subtitles else "none", True)


def _rule(name: str, asks: str, worst: _Worst | None, *rules: CaptionRule) -> Rule:
    measure = partial(_measured, rules, worst)
    return Rule(f"captions-{name}", Subject.CAPTIONS, asks, measure, _MEND)


CAPTION_RULES = (
    Rule(
        "captions-there",
        Subject.CAPTIONS,
        "captions",
        lambda material: Reading(
            f"{sum(map(len, material.passages))} captions", any(material.passages)
        ),
        _MEND,
    ),
    _rule(
        "lines",
        f"at most {MOST_LINES} lines",
        lambda all_: f"{max(len(one.lines) for one in all_)} lines",
        CaptionRule.LINES,
    ),
    _rule(
        "characters",
        f"at most {LONGEST_LINE} characters a line",
        lambda all_: f"{max(characters(line) for one in all_ for line in one.lines)} characters",
        CaptionRule.CHARACTERS,
    ),
    _rule(
        "seconds",
        f"{SHORTEST_CAPTION:g} to {LONGEST_CAPTION:g} seconds",
        lambda all_: (
            f"{float(min(one.seconds for one in all_)):.2f} to "
            f"{float(max(one.seconds for one in all_)):.2f} s"
        ),
        CaptionRule.SHORT,
        CaptionRule.LONG,
    ),
    _rule(
        "speed",
        f"at most {FASTEST} characters a second",
        lambda all_: f"{max(characters(one.text) / float(one.seconds) for one in all_):.1f}",
        CaptionRule.SPEED,
    ),
    _rule(
        "order",
        "one after the other, none of them empty",
        None,
        CaptionRule.ORDER,
        CaptionRule.OVERLAP,
        CaptionRule.EMPTY,
    ),
    _rule(
        "articles", "no line that ends between an article and its noun", None, CaptionRule.ARTICLE
    ),
)
