"""What the page tells: sections, passages, captions and questions, in seconds of the film."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.subtitle import subtitles_of
from mnemo_anim.document import Lecture, Question, Section
from mnemo_anim.outputs.captions import film_subtitles
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.timeline import BeatSpan, Timeline


@dataclass(frozen=True, slots=True)
class Passage:
    """One beat.

    Attributes:
        id: of the beat.
        start, end: exact seconds of the film.
        phrases: all its words, in order, with their times: its captions.
    """

    id: str
    start: Fraction
    end: Fraction
    phrases: tuple[Subtitle, ...]


@dataclass(frozen=True, slots=True)
class FilmedQuestion:
    """A review question, and where the film asks and answers it.

    Attributes:
        question: as the document says it.
        section: the section that it belongs to.
        thinking: second of the film at which the time to think begins; None where there is none.
        answered: second of the film at which the answer comes.
        poster: the frame that shows the answer, in the film of the section alone.
    """

    question: Question
    section: Section
    thinking: Fraction | None
    answered: Fraction
    poster: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section of the lecture, as it is filmed.

    Attributes:
        section: of the document.
        start, end: exact seconds of the film.
        passages: what is said.
        questions: what is asked.
    """

    section: Section
    start: Fraction
    end: Fraction
    passages: tuple[Passage, ...]
    questions: tuple[FilmedQuestion, ...]

    @property
    def has_notes(self) -> bool:
        """Whether the section holds something to keep: a table, or listings."""
        return self.section.table is not None or bool(self.section.listings)


@dataclass(frozen=True, slots=True)
class Content:
    """All that the page tells.

    Attributes:
        lecture: the document.
        duration: of the film, in exact seconds.
        chapters: the sections that have a film, in the lecture's order.
        captions: of the film, in order.
    """

    lecture: Lecture
    duration: Fraction
    chapters: tuple[Chapter, ...]
    captions: tuple[Subtitle, ...]

    @property
    def questions(self) -> tuple[FilmedQuestion, ...]:
        """All questions, in the lecture's order."""
        return tuple(question for chapter in self.chapters for question in chapter.questions)


def content_of(lecture: Lecture, film: FilmTimeline) -> Content:
    """Return what the page tells of a lecture and its joined film.

    Raises:
        RenderError: the film says other words than the document.
        DocumentError: the film has a section that the document does not have.
    """
    scenes = zip(film.scenes, film.starts, strict=True)
    return Content(
        lecture=lecture,
        duration=Fraction(film.frames, film.fps),
        chapters=tuple(
            _Scene(lecture.section(timeline.section), timeline, start).chapter()
            for timeline, start in scenes
        ),
        captions=film_subtitles(film),
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """A section and its scene, which begins at the frame ``start`` of the film."""

    section: Section
    timeline: Timeline
    start: int

    def chapter(self) -> Chapter:
        self.check_words()
        return Chapter(
            section=self.section,
            start=self.second(0),
            end=self.second(self.timeline.frames),
            passages=tuple(self.passage(beat) for beat in self.timeline.beats),
            questions=tuple(self.question(question) for question in self.section.questions),
        )

    def second(self, frame: int) -> Fraction:
        return Fraction(self.start + frame, self.timeline.fps)

    def passage(self, beat: BeatSpan) -> Passage:
        start, end = self.second(beat.start), self.second(beat.end)
        phrases = subtitles_of(beat.captions, self.timeline.fps, self.start)
        if [word for phrase in phrases for word in phrase.text.split()] != beat.text.split():
            phrases = (Subtitle((beat.text,), start, end),)  # not all is captioned
        return Passage(beat.id, start, end, phrases)

    def question(self, question: Question) -> FilmedQuestion:
        asked, answered = (self.timeline.beat(beat.id) for beat in question.beats)
        return FilmedQuestion(
            question=question,
            section=self.section,
            thinking=self.second(asked.pauses[0].start) if asked.pauses else None,
            answered=self.second(answered.start),
            poster=answered.poster,
        )

    def check_words(self) -> None:
        """Refuse a film that says other words than the document: the page would mix the two."""
        for place in self.differences():
            raise RenderError(
                f"the film of section “{self.section.id}” says other words than "
                f"{self.section.source} ({place}). Render it again."
            )

    def differences(self) -> Iterator[str]:
        said = {beat.id: beat.text for beat in self.timeline.beats}
        written = {beat.id: beat.text for beat in self.section.beats}
        if self.timeline.title != self.section.title:
            yield "its title"
        for beat in {**written, **said}:
            if said.get(beat) != written.get(beat):
                yield f"beat “{beat}”"
