"""Blocks, in the order of the document → a `Lecture`; the grammar of a lecture is here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from mnemo_anim.document.blocks import (
    ID,
    Block,
    Fence,
    FrontMatter,
    Heading,
    Name,
    Paragraph,
    is_speakable,
)
from mnemo_anim.document.errors import DocumentError, nearest
from mnemo_anim.document.front_matter import read_front_matter
from mnemo_anim.document.lecture import Beat, Labels, Lecture, Listing, Question, Section, Table
from mnemo_anim.document.words import place_of

_TITLE, _SECTION, _QUESTION = 1, 2, 3


def assemble(blocks: Iterable[Block], source: Path) -> Lecture:
    """Return the lecture that the blocks make; `DocumentError` at the first out of place."""
    assembly = _Assembly(source)
    for block in blocks:
        assembly.take(block)
    return assembly.finish()


@dataclass(slots=True)
class _OpenQuestion:
    """A question that is still being read."""

    id: str
    prompt: str
    line: int
    replies: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _OpenCues:
    """The cues of a section whose beats are still being read.

    Attributes:
        line: Of the fence.
        words: By beat, pairs of the original's words and of those that stand for them.
        lines: By beat and the original's words, where that is said.
    """

    line: int
    words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass(slots=True)
class _OpenSection:
    """A section that is still being read."""

    id: str
    title: str
    line: int
    beats: list[Beat] = field(default_factory=list)
    labels: Labels | None = None
    cues: _OpenCues | None = None
    table: Table | None = None
    listings: list[Listing] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


class _Assembly:
    """Takes block after block, and holds what is open: section, question, a name to be used."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.front_matter: dict[str, str] = {}
        self.title: str | None = None
        self.sections: list[Section] = []
        self.section: _OpenSection | None = None
        self.question: _OpenQuestion | None = None
        self.name: Name | None = None
        self.lines_of_ids: dict[str, int] = {}
        self.leads: tuple[str, str] | None = None

    def take(self, block: Block) -> None:
        if self.name is not None and not isinstance(block, Paragraph | Fence):
            raise self.names_nothing(self.name)
        match block:
            case FrontMatter():
                self.front_matter = read_front_matter(block, self.source)
            case Heading(level=level):
                self.take_heading(block, level)
            case Name():
                self.close_question()
                self.register(block.id, block.line)
                self.name = block
            case Paragraph():
                self.take_paragraph(block)
            case Fence(mark="labels"):
                self.take_labels(block)
            case Fence(mark="cues"):
                self.take_cues(block)
            case Fence():
                self.take_listing(block)
            case Table():
                self.take_table(block)

    def finish(self) -> Lecture:
        if self.name is not None:
            raise self.names_nothing(self.name)
        self.close_section()
        if self.title is None:
            mend = "Add the title of the lecture, such as # Gradients"
            raise self.error(1, "the lecture has no title", mend)
        if not self.sections:
            mend = "Add one, such as ## Intuition First {#intuition-first}"
            raise self.error(1, "the lecture has no section", mend)
        return Lecture(
            series=self.front_matter["series"],
            title=self.title,
            language=self.front_matter["language"],
            sections=tuple(self.sections),
            source=self.source,
        )

    # Headings

    def take_heading(self, heading: Heading, level: int) -> None:
        self.close_question()
        if level == _TITLE:
            self.take_title(heading)
        elif self.title is None:
            mend = "Put the title of the lecture above it, such as # Gradients"
            raise self.error(heading.line, "this heading comes before the title", mend)
        elif level == _SECTION:
            self.close_section()
            section_id = self.id_of(heading)
            self.section = _OpenSection(section_id, heading.text, heading.line)
        elif self.section is None:
            mend = "Put a section above it, such as ## Review Questions {#review-questions}"
            raise self.error(heading.line, "this ### heading is in no section", mend)
        elif level == _QUESTION:
            self.question = _OpenQuestion(self.id_of(heading), heading.text, heading.line)
        else:
            mend = "Use # for the title, ## for a section, ### for a question"
            raise self.error(heading.line, f"a heading of level {level} is too deep", mend)

    def take_title(self, heading: Heading) -> None:
        if self.title is not None:
            mend = "Use ## for a section; a lecture has one title"
            raise self.error(heading.line, "this is a second title", mend)
        if heading.id is not None:
            mend = f"Take {{#{heading.id}}} away; ids begin with the sections"
            raise self.error(heading.line, "the title has an id", mend)
        self.title = heading.text

    def id_of(self, heading: Heading) -> str:
        if heading.id is None:
            mend = f"End the line with one, such as {{#{_slug(heading.text)}}}"
            raise self.error(heading.line, f"the heading “{heading.text}” has no id", mend)
        self.register(heading.id, heading.line)
        return heading.id

    # What a section holds

    def take_paragraph(self, paragraph: Paragraph) -> None:
        section = self.section_at(paragraph.line)
        name, self.name = self.name, None
        if name is not None:
            if not is_speakable(paragraph.text):
                mend = "Write at least one sentence below its id"
                raise self.error(name.line, f"the beat “{name.id}” has no words", mend)
            section.beats.append(Beat(name.id, paragraph.text, paragraph.line))
        elif self.question is not None:
            self.take_reply(self.question, paragraph)
        else:
            mend = f"Put one on the line above, such as {{#{_slug(paragraph.text)}}}"
            raise self.error(paragraph.line, "the paragraph has no id", mend)

    def take_reply(self, question: _OpenQuestion, paragraph: Paragraph) -> None:
        """Take an answer or a reason: told apart by their order, and by their bold words."""
        place = len(question.replies)
        if place == 2:
            mend = "Join it to the reason, or put an id above it to make it a beat"
            raise self.error(paragraph.line, "a question has one answer and one reason", mend)
        what = ("answer", "reason")[place]
        expected = self.leads[place] if self.leads else f"{what.capitalize()}."
        if not paragraph.lead or (self.leads and paragraph.lead != expected):
            wrong = f"the {what} to “{question.id}” does not open with **{expected}**"
            mend = "Write the answer first, then the reason, each with its bold word"
            raise self.error(paragraph.line, wrong, mend)
        if not is_speakable(paragraph.rest):
            mend = f"Write it after **{paragraph.lead}**"
            raise self.error(paragraph.line, f"the {what} to “{question.id}” has no words", mend)
        question.replies.append(paragraph)

    def take_labels(self, fence: Fence) -> None:
        section = self.section_at(fence.line)
        self.close_question()
        if self.name is not None:
            raise self.error(self.name.line, "labels have no id", "Take the line away")
        if section.labels is not None:
            mend = f"Join them to those on line {section.labels.line}"
            raise self.error(fence.line, "the section has labels already", mend)
        words: dict[str, str] = {}
        for number, written in enumerate(fence.text.split("\n"), start=fence.line + 1):
            if not written.strip():
                continue
            label, _, text = (part.strip() for part in written.partition(":"))
            if ID.fullmatch(label) is None or not text:
                wrong = f"“{written.strip()}” is not a label"
                raise self.error(number, wrong, "Write it as id: words, such as height: height")
            if label in words:
                mend = "Keep one of the two, or give it another id"
                raise self.error(number, f"the label “{label}” is there twice", mend)
            words[label] = text
        section.labels = Labels(tuple(words.items()), self.source, fence.line)

    def take_cues(self, fence: Fence) -> None:
        section = self.section_at(fence.line)
        self.close_question()
        if self.name is not None:
            raise self.error(self.name.line, "cues have no id", "Take the line away")
        if section.cues is not None:
            mend = f"Join them to those on line {section.cues.line}"
            raise self.error(fence.line, "the section has cues already", mend)
        cues = section.cues = _OpenCues(fence.line)
        for number, written in enumerate(fence.text.split("\n"), start=fence.line + 1):
            if not written.strip():
                continue
            beat, _, pair = (part.strip() for part in written.partition(":"))
            original, _, here = (part.strip() for part in pair.partition("="))
            if ID.fullmatch(beat) is None or not original or not here:
                mend = "Write it as beat: words of the original = words here"
                raise self.error(number, f"“{written.strip()}” is not a cue", mend)
            if (beat, original) in cues.lines:
                wrong = f"the cue “{original}” of “{beat}” is there twice"
                raise self.error(number, wrong, "Keep one of the two")
            cues.lines[beat, original] = number
            cues.words.setdefault(beat, []).append((original, here))

    def take_listing(self, fence: Fence) -> None:
        section = self.section_at(fence.line)
        self.close_question()
        name, self.name = self.name, None
        if name is None:
            mend = "Put one on the line above, such as {#listing-1}"
            raise self.error(fence.line, "the listing has no id", mend)
        if not fence.text.strip():
            mend = "Write its code, or take it away"
            raise self.error(fence.line, f"the listing “{name.id}” is empty", mend)
        section.listings.append(Listing(name.id, fence.mark, fence.text, fence.line))

    def take_table(self, table: Table) -> None:
        section = self.section_at(table.line)
        self.close_question()
        if section.table is not None:
            mend = "Join it to the first, or give it a section of its own"
            raise self.error(table.line, "the section has a table already", mend)
        section.table = table

    # Closing what is open

    def close_question(self) -> None:
        question, self.question = self.question, None
        if question is None or self.section is None:
            return
        if len(question.replies) < 2:
            what = ("answer", "reason")[len(question.replies)]
            mend = f"Add a paragraph **{what.capitalize()}.** and its words"
            raise self.error(question.line, f"the question “{question.id}” has no {what}", mend)
        answer, reason = question.replies
        self.leads = (answer.lead, reason.lead)
        done = Question(question.id, question.prompt, answer.rest, reason.rest, question.line)
        self.register(done.answer_id, done.line)
        self.section.questions.append(done)
        self.section.beats.extend(done.beats)

    def close_section(self) -> None:
        self.close_question()
        section, self.section = self.section, None
        if section is None:
            return
        if not section.beats:
            mend = "Add a paragraph with an id above it, such as {#first-beat}"
            raise self.error(section.line, f"the section “{section.id}” has no beats", mend)
        self.sections.append(
            Section(
                id=section.id,
                title=section.title,
                beats=self.cued(section),
                labels=section.labels or Labels((), self.source, section.line),
                table=section.table,
                listings=tuple(section.listings),
                questions=tuple(section.questions),
                source=self.source,
                line=section.line,
            )
        )

    def cued(self, section: _OpenSection) -> tuple[Beat, ...]:
        """Return the beats of a section with their cues."""
        cues = section.cues
        if cues is None:
            return tuple(section.beats)
        texts = {beat.id: beat.text for beat in section.beats}
        for (beat, original), line in cues.lines.items():
            if beat not in texts:
                wrong = f"the section “{section.id}” has no beat “{beat}”"
                raise self.error(line, wrong, nearest(beat, texts))
            here = dict(cues.words[beat])[original]
            if place_of(here, texts[beat]) is None:
                wrong = f"the beat “{beat}” does not say “{here}”"
                raise self.error(line, wrong, "Write words of the beat, as whole words")
        return tuple(
            replace(beat, cues=tuple(cues.words.get(beat.id, ()))) for beat in section.beats
        )

    # Rules that hold everywhere

    def section_at(self, line: int) -> _OpenSection:
        if self.section is None:
            mend = "Put a section above it, such as ## Intuition First {#intuition-first}"
            raise self.error(line, "this stands before the first section", mend)
        return self.section

    def register(self, new_id: str, line: int) -> None:
        if new_id in self.lines_of_ids:
            wrong = f"the id “{new_id}” is already taken on line {self.lines_of_ids[new_id]}"
            raise self.error(line, wrong, "Choose another; ids are unique in the document")
        self.lines_of_ids[new_id] = line

    def names_nothing(self, name: Name) -> DocumentError:
        wrong = f"the id “{name.id}” names nothing"
        mend = "Write its paragraph or listing below it; a heading has its id at its end"
        return self.error(name.line, wrong, mend)

    def error(self, line: int, wrong: str, mend: str) -> DocumentError:
        return DocumentError(self.source, line, wrong, mend)


def _slug(words: str) -> str:
    """Return an id made of the first words, as a suggestion."""
    parts = re.findall(r"[a-z0-9]+", words.lower())[:4]
    slug = "-".join(parts)
    return slug if ID.fullmatch(slug) else "first-beat"
