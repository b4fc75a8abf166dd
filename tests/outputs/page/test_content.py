"""What the page tells is what the timelines say, in seconds of the joined film."""

import dataclasses
import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.filmed import film_timeline
from mnemo_anim.outputs.page.content import Content, content_of
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import Plan
from mnemo_anim.timeline import Caption


@pytest.fixture(scope="module")
def content(filmed: Plan) -> Content:
    return content_of(filmed.lecture, film_timeline(filmed))


def test_chapters_follow_one_another_from_the_first_second_to_the_last(content: Content) -> None:
    assert [chapter.section.id for chapter in content.chapters] == [
        section.id for section in content.lecture.sections
    ]
    moments = [(chapter.start, chapter.end) for chapter in content.chapters]
    assert moments[0][0] == 0
    assert moments[-1][1] == content.duration
    for (_, end), (start, _) in pairwise(moments):
        assert end == start


def test_passages_and_captions_are_those_of_the_timelines(content: Content, filmed: Plan) -> None:
    film = json.loads(filmed.timeline.read_text())
    expected = [
        (beat["id"], Fraction(scene["start"] + beat["start"], film["fps"]))
        for scene in film["scenes"]
        for beat in scene["beats"]
    ]
    found = [(p.id, p.start) for chapter in content.chapters for p in chapter.passages]
    assert found == expected
    said = [
        (tuple(caption["lines"]), Fraction(scene["start"] + caption["start"], film["fps"]))
        for scene in film["scenes"]
        for beat in scene["beats"]
        for caption in beat["captions"]
    ]
    assert [(caption.lines, caption.start) for caption in content.captions] == said


def test_phrases_hold_every_word(content: Content) -> None:
    for chapter in content.chapters:
        for passage, beat in zip(chapter.passages, chapter.section.beats, strict=True):
            assert " ".join(phrase.text for phrase in passage.phrases) == beat.text
            assert passage.phrases[0].start == passage.start
            assert passage.phrases[-1].end <= passage.end


def test_a_passage_that_is_not_all_captioned_is_one_phrase(filmed: Plan) -> None:
    film = film_timeline(filmed)
    scene = film.scenes[0]
    beat = dataclasses.replace(scene.beats[0], captions=(Caption(("In short.",), 0, 9),))
    scene = dataclasses.replace(scene, beats=(beat, *scene.beats[1:]))
    short = dataclasses.replace(film, scenes=(scene, *film.scenes[1:]))
    passage = content_of(filmed.lecture, short).chapters[0].passages[0]
    (phrase,) = passage.phrases
    assert (phrase.text, phrase.start, phrase.end) == (beat.text, passage.start, passage.end)


def test_questions_know_when_to_think_and_when_they_are_answered(content: Content) -> None:
    passages = {p.id: p for chapter in content.chapters for p in chapter.passages}
    assert len(content.questions) == 8
    for asked in content.questions:
        assert asked.thinking is not None
        question, answer = passages[asked.question.id], passages[asked.question.answer_id]
        assert question.phrases[-1].end <= asked.thinking < question.end == asked.answered
        assert asked.answered == answer.start


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Feel with one foot", "Feel with both feet", "beat “feel-left-right”"),
        ("## Intuition First {", "## Intuition Second {", "its title"),
        ("{#night-walk}", "{#day-walk}", "beat “day-walk”"),
    ],
)
def test_a_film_of_other_words_is_told(
    filmed: Plan, tmp_path: Path, old: str, new: str, place: str
) -> None:
    document = tmp_path / "other.md"
    document.write_text(filmed.jobs[0].lecture.read_text().replace(old, new))
    with pytest.raises(RenderError, match=r"“intuition-first” says other words") as told:
        content_of(read_lecture(document), film_timeline(filmed))
    assert f"({place})" in str(told.value)
    assert "Render it again" in str(told.value)
