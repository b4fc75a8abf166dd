"""A page to read the narration from while it is recorded: a beat at a time, in large type.

Beside the words of each beat stand its file name for the recording, the seconds that it takes at
reading pace, and what is on the screen at its end.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mnemo_anim.document import Beat, Lecture
from mnemo_anim.outputs.gallery import picture_at
from mnemo_anim.pacing import reading_time
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.whole import write_text_whole
from mnemo_anim.timeline import Timeline, TimelineError
from mnemo_anim.voice.recorded import RecordedVoice
from mnemo_anim.voice.spoken import spoken

_JPEG = 82  # quality


@dataclass(frozen=True, slots=True)
class Prompt:
    """One beat as it stands on the page.

    Attributes:
        number: From 1.
        section: The title of its section.
        beat: Its id and its words.
        aloud: The words as they are read aloud; empty where they are read as written.
        seconds: That they take at reading pace.
        file: The name of its recording.
        picture: What is on the screen at its end, a JPEG; None without a film.
        recorded: Of the recording, what is wrong with it, in one line, or that it is there; None
            where no recordings are looked at.
    """

    number: int
    section: str
    beat: Beat
    aloud: str
    seconds: float
    file: str
    picture: bytes | None
    recorded: str | None

    @property
    def picture_address(self) -> str:
        """The picture as an address that holds it."""
        return f"data:image/jpeg;base64,{b64encode(self.picture or b'').decode()}"


def make_teleprompter(plan: Plan, target: Path, takes: RecordedVoice | None = None) -> list[str]:
    """Write the page; return what is missing on it, one line each.

    Args:
        plan: Of the films that the pictures are taken from.
        target: The HTML file. It needs no network and no other file.
        takes: The recordings so far, if the page should tell of them.
    """
    pictures, remarks = _pictures(plan)
    prompts = tuple(_prompts(plan.lecture, pictures, takes))
    write_text_whole(target, page(plan.lecture, prompts))
    return remarks


def page(lecture: Lecture, prompts: tuple[Prompt, ...]) -> str:
    """Return the page as HTML."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("teleprompter.html").render(
        lecture=lecture, prompts=prompts, minutes=sum(one.seconds for one in prompts) / 60
    )


def _prompts(
    lecture: Lecture, pictures: Mapping[str, bytes], takes: RecordedVoice | None
) -> Iterator[Prompt]:
    number = 0
    for section in lecture.sections:
        for beat in section.beats:
            number += 1
            aloud = spoken(beat.text, lecture.language).words
            yield Prompt(
                number=number,
                section=section.title,
                beat=beat,
                aloud="" if aloud.casefold() == beat.text.casefold() else aloud,
                seconds=reading_time(beat.text),
                file=f"{beat.id}.wav",
                picture=pictures.get(beat.id),
                recorded=None if takes is None else _recorded(takes, beat),
            )


def _recorded(takes: RecordedVoice, beat: Beat) -> str:
    """Return the state of a recording."""
    faults = takes.faults(beat)
    return " ".join(fault[0].upper() + fault[1:] for fault in faults) or "recorded"


def _pictures(plan: Plan) -> tuple[dict[str, bytes], list[str]]:
    """Return the poster of each beat that has a film, by id, and what is missing."""
    pictures: dict[str, bytes] = {}
    remarks, without = [], []
    for job in plan.jobs:
        if not (job.film.exists() and job.timeline.exists()):
            without.append(job.entry.section)
            continue
        try:
            pictures.update(_posters(job))
        except (RenderError, TimelineError) as error:
            remarks.append(f"{error} Until then its beats have no picture.")
    if without:
        again = f"make render QUALITY={plan.quality.name} {plan.edition.options}".strip()
        remarks.append(f"No film yet, so no picture: {', '.join(without)}. Run {again} for them.")
    return pictures, remarks


def _posters(job: SceneJob) -> Iterator[tuple[str, bytes]]:
    timeline = Timeline.from_json(job.timeline.read_text(encoding="utf-8"), job.timeline)
    for beat in timeline.beats:
        file = BytesIO()
        picture_at(job.film, beat.poster).save(file, "JPEG", quality=_JPEG, optimize=True)
        yield beat.id, file.getvalue()
