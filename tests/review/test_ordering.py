"""What was found is numbered by time, and stands at the nearest shot of its own beat."""

from dataclasses import replace

import pytest

from mnemo_anim.review.ordering import in_order
from mnemo_anim.review.results import Review
from tests.review.samples import CAPTION, DARK, GAP, LENGTH, STILL, flawed, scene


@pytest.mark.parametrize(
    ("beat", "time", "shot"),
    [
        ("second", 3.0, 4.5),
        ("second", 5.1, 4.5),
        ("second", 5.3, 5.9),
        ("first", 5.9, 2.9),  # later than its beat, and still a finding of it
        ("", 5.3, 5.9),
        ("", 0.0, 1.5),
    ],
)
def test_a_finding_stands_at_the_nearest_shot_of_its_beat(
    beat: str, time: float, shot: float
) -> None:
    found = replace(GAP, beat=beat, time=time)
    (ordered,) = in_order(Review("night", "draft", (scene("One", (found,)),), (), 1.0)).scenes
    shots = [item for span in ordered.beats for item in span.shots]
    assert [item.shot.time for item in shots if item.findings] == [shot]


def test_numbers_count_through_the_whole_and_then_each_scene_by_time() -> None:
    findings = in_order(flawed()).findings
    assert [item.number for item in findings] == [1, 2, 3, 4]
    assert [item.finding for item in findings] == [LENGTH, STILL, GAP, CAPTION]
    assert [(item.number, item.finding) for item in in_order(flawed()).waived] == [
        (5, DARK.finding)
    ]


def test_a_finding_keeps_its_frame_when_it_is_put_in_order() -> None:
    review = Review(
        "night", "draft", (scene("One", (GAP, STILL), {GAP: b"gap", STILL: b"still"}),), (), 1.0
    )
    assert [item.frame for item in in_order(review).findings] == [b"still", b"gap"]


def test_only_the_shot_at_the_poster_is_the_poster() -> None:
    (ordered, _) = in_order(flawed()).scenes
    posters = [[item.poster for item in beat.shots] for beat in ordered.beats]
    assert posters == [[False, True], [False, True]]
