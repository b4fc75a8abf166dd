"""What a lecture is made of: frozen objects, looked up by id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from mnemo_anim.document.errors import UnknownIdError


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_NamedT = TypeVar("_NamedT", bound=_Named)


@dataclass(frozen=True, slots=True)
class Beat:
    """One paragraph of narration: what is said while one idea is shown.

    Attributes:
        id: Of the beat.
        text: What is said.
        line: Where it stands in the document.
        cues: Words of the original, and those of a translation that stand for them.
    """

    id: str
    text: str
    line: int
    cues: tuple[tuple[str, str], ...] = ()

    def here(self, words: str) -> str:
        """Return the words of this document that stand for ``words`` of its original."""
        return dict(self.cues).get(words, words)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of plain words: every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A piece of code; the listings of one section, run in their order, share their variables."""

    id: str
    language: str
    code: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A review question. It is spoken as two beats: `id`, and then `answer_id`."""

    id: str
    prompt: str
    answer: str
    reason: str
    line: int

    @property
    def answer_id(self) -> str:
        """The id of the beat that speaks the answer and its reason."""
        return f"{self.id}-answer"

    @property
    def beats(self) -> tuple[Beat, Beat]:
        """The question as it is spoken."""
        return (
            Beat(self.id, self.prompt, self.line),
            Beat(self.answer_id, f"{self.answer} {self.reason}", self.line),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Labels(Mapping[str, str]):
    """The words that a section puts on the screen, by id; an unknown id names the nearest."""

    words: tuple[tuple[str, str], ...]
    source: Path
    line: int

    def __getitem__(self, label_id: str) -> str:
        for known, text in self.words:
            if known == label_id:
                return text
        raise UnknownIdError.among(self.source, self.line, "label", label_id, self)

    def __iter__(self) -> Iterator[str]:
        return (known for known, _ in self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __hash__(self) -> int:
        return hash(frozenset(self.words))


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the lecture, which one scene plays.

    `beats` holds everything that is spoken, in the order of the document: the named paragraphs,
    and two beats for each question.
    """

    id: str
    title: str
    beats: tuple[Beat, ...]
    labels: Labels
    table: Table | None
    listings: tuple[Listing, ...]
    questions: tuple[Question, ...]
    source: Path
    line: int

    def beat(self, beat_id: str) -> Beat:
        """The beat of that id; `DocumentError` names the nearest ones if there is none."""
        return self._named(self.beats, "beat", beat_id)

    def listing(self, listing_id: str) -> Listing:
        """The listing of that id; `DocumentError` names the nearest ones if there is none."""
        return self._named(self.listings, "listing", listing_id)

    def question(self, question_id: str) -> Question:
        """The question of that id; `DocumentError` names the nearest ones if there is none."""
        return self._named(self.questions, "question", question_id)

    def _named(self, things: Sequence[_NamedT], kind: str, asked: str) -> _NamedT:
        for thing in things:
            if thing.id == asked:
                return thing
        kind = f"{kind} in section “{self.id}” called"
        raise UnknownIdError.among(self.source, self.line, kind, asked, (t.id for t in things))


@dataclass(frozen=True, slots=True)
class Lecture:
    """A whole lecture, as its document says it.

    `language` is a BCP 47 tag such as ``en`` or ``pt-BR``; `source` is the path that was read.
    """

    series: str
    title: str
    language: str
    sections: tuple[Section, ...]
    source: Path

    def section(self, section_id: str) -> Section:
        """The section of that id; `DocumentError` names the nearest ones if there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        known = (section.id for section in self.sections)
        raise UnknownIdError.among(self.source, None, "section", section_id, known)
