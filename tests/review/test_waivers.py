"""A scene may allow a finding for one beat, with a reason; an idle waiver is a finding itself."""

from dataclasses import replace

import pytest

from mnemo_anim.edition import Edition
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.scene import apply_waivers
from tests.review.samples import scene

TIMELINE = scene().timeline
BEAT = TIMELINE.beats[0].id
DARK = Finding(Rule.BLANK, TIMELINE.scene, BEAT, 1.0, 0.0, 0.4, "next to nothing is there")


def test_a_waived_finding_does_not_count_and_keeps_its_reason() -> None:
    counting, waived = apply_waivers([DARK], {BEAT: {"blank": "it is night"}}, TIMELINE)
    assert counting == ()
    assert [(one.finding, one.reason) for one in waived] == [(DARK, "it is night")]


def test_a_waiver_holds_for_its_rule_and_its_beat_alone() -> None:
    gap = replace(DARK, rule=Rule.GAP)
    elsewhere = replace(DARK, beat="another")
    counting, _ = apply_waivers([DARK, gap, elsewhere], {BEAT: {"blank": "it is night"}}, TIMELINE)
    assert counting == (gap, elsewhere)


def test_a_waiver_without_reason_waives_nothing() -> None:
    counting, waived = apply_waivers([DARK], {BEAT: {"blank": " "}}, TIMELINE)
    assert waived == ()
    assert [one.rule for one in counting] == [Rule.BLANK, Rule.WAIVER]
    assert "without a reason" in counting[1].what


def test_idle_and_misspelt_waivers_are_found() -> None:
    waivers = {BEAT: {"gap": "crowd", "gaps": "crowd"}, "nowhere": {"gap": "crowd"}}
    counting, _ = apply_waivers([], waivers, TIMELINE)
    told = " / ".join(one.what for one in counting)
    assert [one.rule for one in counting] == 3 * [Rule.WAIVER]
    assert "nothing misses it" in told
    assert "no rule" in told
    assert "does not have" in told


@pytest.mark.parametrize("edition", [Edition("paper"), Edition(voice="espeak")])
def test_another_edition_may_do_without_a_waiver_but_not_without_its_reason(
    edition: Edition,
) -> None:
    idle, empty = {BEAT: {"gap": "crowd"}}, {BEAT: {"gap": ""}}
    assert apply_waivers([], idle, TIMELINE, edition)[0] == ()
    assert [one.rule for one in apply_waivers([], empty, TIMELINE, edition)[0]] == [Rule.WAIVER]
