"""Captions are measured against each rule, from both sides of its limit."""

from fractions import Fraction

import pytest

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.rules import CaptionFault, CaptionRule, caption_faults, characters


def said(*lines: str, start: float = 0, seconds: float = 3) -> Subtitle:
    begin = Fraction(str(start))
    return Subtitle(lines, begin, begin + Fraction(str(seconds)))


def only(faults: list[CaptionFault]) -> CaptionFault:
    (fault,) = faults
    return fault


@pytest.mark.parametrize(
    ("fine", "bad", "rule", "value", "limit"),
    [
        (said("up"), said(" "), CaptionRule.EMPTY, 0, 1),
        (said("up", "down"), said("up", "down", "left"), CaptionRule.LINES, 3, 2),
        (said("x" * 42), said("x" * 43), CaptionRule.CHARACTERS, 43, 42),
        (said("up", seconds=1), said("up", seconds=0.999), CaptionRule.SHORT, 0.999, 1),
        (said("up", seconds=7), said("up", seconds=7.001), CaptionRule.LONG, 7.001, 7),
        (said("x" * 40, seconds=2), said("x" * 41, seconds=2), CaptionRule.SPEED, 20.5, 20),
        (said("to", "the hill"), said("to the", "hill"), CaptionRule.ARTICLE, 1, 0),
    ],
    ids=lambda value: value.value if isinstance(value, CaptionRule) else "",
)
def test_a_caption_keeps_its_limits(
    fine: Subtitle, bad: Subtitle, rule: CaptionRule, value: float, limit: float
) -> None:
    assert caption_faults([fine]) == []
    fault = only(caption_faults([bad]))
    assert (fault.index, fault.rule, fault.limit) == (0, rule, limit)
    assert fault.value == pytest.approx(value)


def test_a_caption_of_no_length_is_too_short_and_not_divided_by() -> None:
    assert only(caption_faults([said("up", seconds=0)])).rule == CaptionRule.SHORT
    assert only(caption_faults([said("up", seconds=-1)])).value == -1


@pytest.mark.parametrize(
    ("start", "rule", "value"),
    [
        (3, None, 0),
        (2.999, CaptionRule.OVERLAP, 0.001),
        (0, CaptionRule.OVERLAP, 3),
        (-0.5, CaptionRule.ORDER, 0.5),
    ],
)
def test_captions_follow_one_another(start: float, rule: CaptionRule | None, value: float) -> None:
    faults = caption_faults([said("up"), said("down", start=start)])
    if rule is None:
        assert faults == []
    else:
        fault = only(faults)
        assert (fault.index, fault.rule) == (1, rule)
        assert fault.value == pytest.approx(value)


def test_a_long_caption_is_overlapped_by_all_that_come_before_its_end() -> None:
    long = said("x", seconds=7)
    faults = caption_faults([long, said("y", start=1), said("z", start=5)])
    assert [(fault.index, fault.value) for fault in faults] == [(1, 6), (2, 2)]


def test_an_article_may_end_what_is_said_in_one_go_and_nothing_before() -> None:
    up, hill = said("Up to the"), said("hill.", start=3)
    assert only(caption_faults([up, hill])).index == 0
    assert caption_faults([up], [hill]) == []
    assert only(caption_faults([said("One.")], [said("Up to the", start=3), said("h", start=6)]))


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        (("up to the", "hill"), {"en", "en-GB"}),
        (("sube por la", "ladera"), {"es", "es-MX"}),
        (("bis zum A", "und zum O"), {"en", "en-GB"}),
        (("hacia el este", "y el oeste"), set()),
    ],
)
def test_a_line_ends_with_no_article_of_its_language(
    lines: tuple[str, str], languages: set[str]
) -> None:
    for language in ("en", "en-GB", "es", "es-MX", "de"):
        rules = {fault.rule for fault in caption_faults([said(*lines)], language=language)}
        assert rules == ({CaptionRule.ARTICLE} if language in languages else set())


@pytest.mark.parametrize(
    ("line", "seen"),
    [("", 0), ("∇f = [2x, 4y]", 13), ("e\u0301te\u0301", 3), ("<\u2060i>", 3), ("👍🏽", 2)],
)
def test_characters_are_counted_as_they_are_seen(line: str, seen: int) -> None:
    assert characters(line) == seen
