"""Each fact that the lecture must tell is told: `facts.toml` says by which beats."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from mnemo_anim.document import DocumentError, Lecture, read_lecture
from mnemo_anim.paths import LECTURE
from scenes import SCENES
from tests.scenes.playing import inspected

TABLE = Path(__file__).with_name("facts.toml")


@dataclass(frozen=True)
class Fact:
    """One thing that a section must say or show.

    Attributes:
        section: Its id.
        fact: The thing, in short words.
        beats: The beats that carry it.
        words: What must stand in their narration, or in what is named below.
        labels: Ids of labels of the section.
        listings: Ids of listings of the section.
        table: Whether the section's table shows it.
        series: Whether it is the name of the series.
    """

    section: str
    fact: str
    beats: tuple[str, ...]
    words: tuple[str, ...]
    labels: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    table: bool = False
    series: bool = False

    def texts(self, lecture: Lecture) -> Iterator[str]:
        """Yield the texts that carry the fact; raise ``DocumentError`` for an unknown id."""
        section = lecture.section(self.section)
        yield from (section.beat(beat).text for beat in self.beats)
        yield from (section.labels[label] for label in self.labels)
        yield from (section.listing(listing).code for listing in self.listings)
        if self.table and section.table is not None:
            yield from (cell for row in section.table.rows for cell in row)
        if self.series:
            yield lecture.series

    def faults(self, lecture: Lecture) -> list[str]:
        """Return what is wrong between the fact and the document."""
        if not self.beats:
            return [f"“{self.fact}” has no beat"]
        if not self.words:
            return [f"“{self.fact}” has no words to be found by"]
        try:
            texts = " | ".join(self.texts(lecture))
        except DocumentError as error:
            return [f"“{self.fact}”: {error}"]
        spoken = " ".join(texts.lower().split())
        return [
            f"“{self.fact}”: “{word}” is not said in {', '.join(self.beats)}"
            for word in self.words
            if word.lower() not in spoken
        ]


def read_facts() -> tuple[Fact, ...]:
    """Return the facts of the table, in its order."""
    sections = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(_fact(section, entry) for section in sections for entry in sections[section])


def _fact(section: str, entry: dict[str, Any]) -> Fact:
    frozen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Fact(section, **frozen)


FACTS = read_facts()
DOCUMENT = read_lecture(LECTURE)


def test_every_section_has_facts_and_they_follow_the_document() -> None:
    sections = list(dict.fromkeys(fact.section for fact in FACTS))
    assert sections == [section.id for section in DOCUMENT.sections]


@pytest.mark.parametrize("section", [section.id for section in DOCUMENT.sections])
def test_the_words_of_every_fact_are_in_the_document(section: str) -> None:
    facts = [fact for fact in FACTS if fact.section == section]
    faults = [fault for fact in facts for fault in fact.faults(DOCUMENT)]
    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize("section", SCENES)
def test_every_beat_that_carries_a_fact_is_played(section: str) -> None:
    played = {beat.id for beat in inspected(section).timeline.beats}
    carrying = {beat for fact in FACTS if fact.section == section for beat in fact.beats}
    assert carrying <= played


def test_each_row_of_the_table_of_properties_is_a_fact() -> None:
    table = DOCUMENT.section("key-properties").table
    assert table is not None
    rows = [fact for fact in FACTS if fact.section == "key-properties" and fact.table]
    assert len(rows) == len(table.rows)
    for fact, (name, _) in zip(rows, table.rows, strict=True):
        assert name in fact.words


def test_the_six_steps_come_in_order() -> None:
    steps = [fact for fact in FACTS if fact.section == "build-the-idea"]
    assert [fact.labels[0] for fact in steps] == [f"step-{number}" for number in range(1, 7)]
    order = [beat.id for beat in DOCUMENT.section("build-the-idea").beats]
    firsts = [order.index(fact.beats[0]) for fact in steps]
    assert firsts == sorted(firsts)


def test_each_question_covers_a_fact() -> None:
    asked = {question.id for question in DOCUMENT.section("review-questions").questions}
    covered = {fact.beats[0] for fact in FACTS if fact.section == "review-questions"}
    assert covered == asked


def test_a_fact_that_is_lost_is_noticed() -> None:
    fact = next(fact for fact in FACTS if fact.section == "formal-explanation" and fact.beats)
    assert fact.faults(DOCUMENT) == []
    assert "no beat" in replace(fact, beats=()).faults(DOCUMENT)[0]
    assert "no words" in replace(fact, words=()).faults(DOCUMENT)[0]
    assert "no-such-beat" in replace(fact, beats=("no-such-beat",)).faults(DOCUMENT)[0]
    assert "is not said" in replace(fact, words=("∇g",)).faults(DOCUMENT)[0]
    elsewhere = replace(fact, beats=("always-steepest",))
    assert "is not said in always-steepest" in elsewhere.faults(DOCUMENT)[0]
