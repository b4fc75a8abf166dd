"""Whether a translation has what its original has: the same ids, in the same order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.document.errors import DocumentError
from mnemo_anim.document.lecture import Beat, Lecture, Listing, Question, Section


class TranslationError(DocumentError):
    """A translation does not fit its original.

    As a fault of a document it is the first of its faults; its text tells them all, a line each.

    Attributes:
        faults: What is wrong; at least one thing.
    """

    def __init__(self, faults: Sequence[DocumentError]) -> None:
        first = faults[0]
        super().__init__(first.source, first.line, first.wrong, first.mend)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def check_translation(translation: Lecture, original: Lecture) -> None:
    """Make sure that a translation has the ids of its original.

    Raises:
        TranslationError: It lacks some, has others, or has them in another order.
    """
    faults = [*_sections(translation, original)]
    known = {section.id: section for section in original.sections}
    for section in translation.sections:
        if section.id in known:
            faults += _contents(section, known[section.id])
    if faults:
        raise TranslationError(faults)


@dataclass(frozen=True, slots=True)
class _Ids:
    """Ids of one kind, in their order, of a document or of a section of it.

    Attributes:
        source: The document.
        line: Where a new one would go.
        lines: By id, where it stands.
    """

    source: Path
    line: int
    lines: Mapping[str, int]


def _sections(translation: Lecture, original: Lecture) -> Iterator[DocumentError]:
    here, there = (
        _Ids(lecture.source, 1, {section.id: section.line for section in lecture.sections})
        for lecture in (translation, original)
    )
    yield from _differences("section", here, there)
    yield from _order("section", here, there)


def _contents(section: Section, original: Section) -> Iterator[DocumentError]:
    for here, there in zip(_ids_of(section), _ids_of(original), strict=True):
        (kind, ids), (_, wanted) = here, there
        yield from _differences(kind, ids, wanted)
        if kind != "label":  # labels are asked for by name, in whatever order
            yield from _order(kind, ids, wanted)
    if (original.table is None) != (section.table is None):
        state = "lacks the table" if section.table is None else "has a table that is not"
        wrong = f"the section “{section.id}” {state} of {original.source}"
        yield DocumentError(section.source, section.line, wrong, "Let both have one, or neither")


def _ids_of(section: Section) -> Iterator[tuple[str, _Ids]]:
    named: dict[str, tuple[Beat | Listing | Question, ...]]
    named = {"beat": section.beats, "listing": section.listings, "question": section.questions}
    for kind, things in named.items():
        yield kind, _Ids(section.source, section.line, {one.id: one.line for one in things})
    labels = section.labels
    yield "label", _Ids(section.source, labels.line, dict.fromkeys(labels, labels.line))


def _differences(kind: str, here: _Ids, there: _Ids) -> Iterator[DocumentError]:
    """Yield what is missing, and what is too much."""
    for name, line in there.lines.items():
        if name not in here.lines:
            wrong = f"the {kind} “{name}” is missing"
            yield DocumentError(here.source, here.line, wrong, f"Translate {there.source}:{line}")
    for name, line in here.lines.items():
        if name not in there.lines:
            wrong = f"the {kind} “{name}” is not in {there.source}"
            yield DocumentError(here.source, line, wrong, "Take it away, or add it there")


def _order(kind: str, here: _Ids, there: _Ids) -> Iterator[DocumentError]:
    """Yield the first that stands in another's place."""
    ours = [name for name in here.lines if name in there.lines]
    theirs = [name for name in there.lines if name in here.lines]
    for name, expected in zip(ours, theirs, strict=True):
        if name != expected:
            wrong = f"the {kind} “{name}” stands where “{expected}” is expected"
            mend = f"Put them in the order of {there.source}"
            yield DocumentError(here.source, here.lines[name], wrong, mend)
            return
