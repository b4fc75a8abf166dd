"""How long texts stay, and when they come, from both sides of each limit."""

import pytest

from mnemo_anim.review import lasting, limits
from mnemo_anim.review.findings import Box
from mnemo_anim.review.lasting import Presences, Stay
from mnemo_anim.review.rules import Rule

BOX = Box(0, 0, 1, 1)


def staying(start: float, end: float) -> Stay:
    return Stay(start, start, end, end)


def test_a_stay_is_as_long_as_it_was_seen_give_or_take_half_a_look() -> None:
    presences = Presences()
    for time, there in ((0.0, []), (0.5, ["a"]), (1.0, ["a", "b"]), (1.5, ["b"]), (2.0, [])):
        presences.look(time, dict.fromkeys(there, BOX))
    ((first,), (second,)) = presences.stays["a"], presences.stays["b"]
    assert (first.before, first.first, first.last, first.after) == (0.0, 0.5, 1.0, 1.5)
    assert first.length == pytest.approx(1.0)
    assert second.length == pytest.approx(1.0)


def test_what_comes_back_stays_anew() -> None:
    presences = Presences()
    for time, there in ((0.0, {"a": BOX}), (1.0, {}), (2.0, {"a": BOX}), (5.0, {"a": BOX})):
        presences.look(time, there)
    assert [stay.last - stay.first for stay in presences.stays["a"]] == [0.0, 3.0]


def test_a_text_needs_a_second_and_one_for_fifteen_characters() -> None:
    words = "steepest ascent"  # 15 characters
    for seconds, found in ((2.0, []), (1.95, [Rule.READING])):
        sights = lasting.too_short({words: [staying(1.0, 1.0 + seconds)]})
        assert [sight.rule for _, sight in sights] == found


def test_it_is_enough_to_stay_long_enough_once() -> None:
    stays = {"level ground": [staying(0, 0.5), staying(3, 6)]}
    assert list(lasting.too_short(stays)) == []


def test_names_of_variables_need_no_reading() -> None:
    assert list(lasting.too_short({"x": [staying(0, 0.2)], "8.25": [staying(0, 0.2)]})) == []


@pytest.mark.parametrize("off", [-1, 1])
def test_words_on_the_screen_keep_step_with_those_that_are_said(off: int) -> None:
    for distance, found in ((limits.LATE_SECONDS, []), (limits.LATE_SECONDS + 0.1, [Rule.LATE])):
        moment = 5.0 + off * distance
        stays = {"arrow scale": [staying(moment, 9.0)]}
        sights = lasting.out_of_step(stays, {"arrow scale": 5.0}, 1.0, 9.0)
        assert [sight.rule for _, sight in sights] == found


def test_what_was_there_before_the_beat_is_not_late_in_it() -> None:
    stays = {"arrow scale": [staying(1.0, 30.0)]}
    assert list(lasting.out_of_step(stays, {"arrow scale": 15.0}, 10.0, 20.0)) == []


def test_what_nobody_sees_may_wait_for_a_beat_only() -> None:
    for unseen, found in (
        (limits.LEFT_OVER_SECONDS, []),
        (limits.LEFT_OVER_SECONDS + 0.1, [Rule.LEFT_OVER]),
    ):
        sights = lasting.left_over({"Dot 1": staying(0, 5.0)}, {"Dot 1": 5.0 + unseen})
        assert [sight.rule for _, sight in sights] == found
