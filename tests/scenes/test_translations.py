"""A translation plays in the same scenes, and no word of the original is left on the screen."""

import re
from typing import Any

import pytest

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.registry import registered_scenes

pytestmark = pytest.mark.slow

SPANISH = LECTURE.with_name("gradients.es.md")
WORD = re.compile(r"[^\W\d_]{3,}")
CODE = re.compile(r'(?:font: |class\()"[^"]*"')  # of Typst: quoted, but not shown
QUOTED = re.compile(r'"([^"]*)"')
LATEST_CUE = 2.0  # seconds after its words


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the texts that are set from now on."""
    texts: list[str] = []
    words, formula = Words.__init__, Formula.__init__

    def set_words(mobject: Words, text: str, **settings: Any) -> None:
        texts.append(text)
        words(mobject, text, **settings)

    def set_formula(mobject: Formula, expression: str, **settings: Any) -> None:
        texts.extend(QUOTED.findall(CODE.sub("", expression)))
        formula(mobject, expression, **settings)

    monkeypatch.setattr(Words, "__init__", set_words)
    monkeypatch.setattr(Formula, "__init__", set_formula)
    return texts


@pytest.mark.parametrize("entry", registered_scenes(), ids=lambda entry: entry.section)
def test_only_words_of_the_document_are_shown_and_they_come_in_time(
    entry: Any, shown: list[str]
) -> None:
    spanish = read_lecture(SPANISH)
    timeline = entry.load().measure(15, spanish)
    found = {word for text in shown for word in words_of(text)}
    assert found - vocabulary(spanish) == set()
    late = [
        (beat.id, cue.words)
        for beat in timeline.beats
        for cue in beat.cues
        if cue.reached - cue.due > LATEST_CUE * timeline.fps
    ]
    assert late == []


def words_of(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def vocabulary(lecture: Lecture) -> set[str]:
    """Return all words that a document has for the screen and for the voice."""
    texts = [lecture.series, lecture.title]
    for section in lecture.sections:
        texts += [section.title, *section.labels.values()]
        texts += [beat.text for beat in section.beats]
        texts += [listing.code for listing in section.listings]
        if section.table is not None:
            texts += [cell for row in (section.table.header, *section.table.rows) for cell in row]
    return {word for text in texts for word in words_of(text)}


def test_a_word_of_the_original_would_be_found() -> None:
    original = read_lecture(LECTURE).section("examples").labels["loss"]
    assert words_of(original) - vocabulary(read_lecture(SPANISH))
