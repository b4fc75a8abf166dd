"""The real lecture filmed in plain colours: each beat has its own, and a quarter of its time."""

import colorsys
from itertools import count
from pathlib import Path

import numpy as np

from mnemo_anim.document import Section, read_lecture
from mnemo_anim.pacing import caption_chunks, reading_time
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.plan import Plan, SceneJob, make_plan
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.run import join_lecture
from mnemo_anim.timeline import BeatSpan, Caption, Pause, Timeline
from tests.filming import Colour

SMALL = Quality("small", 320, 180, 10)
HASTE = 4  # times the pace of the lecture
PAUSE = 8  # frames of silence behind each question


def filmed_lecture(folder: Path, document: Path = LECTURE) -> Plan:
    """Film a lecture in plain colours; return its plan."""
    plan = make_plan(document, SMALL, folder)
    colours = count()
    for job in plan.jobs:
        _film(job, colours)
    join_lecture(plan)
    return plan


def colour_of(index: int) -> Colour:
    """Return the colour of the beat of that number, from 0 for the first of the whole film."""
    red, green, blue = colorsys.hsv_to_rgb(index * 0.381966 % 1, 0.75, 0.85)
    return round(255 * red), round(255 * green), round(255 * blue)


def _film(job: SceneJob, colours: "count[int]") -> None:
    section = read_lecture(job.lecture).section(job.entry.section)
    spans = _spans(section)
    with FilmEncoder(job.film, job.quality) as film:
        for span in spans:
            pixels = np.full(
                (SMALL.height, SMALL.width, 4), (*colour_of(next(colours)), 255), np.uint8
            )
            film.write(pixels, repeat=span.end - span.start)
    timeline = Timeline(
        job.entry.class_name, section.id, section.title, SMALL.fps, spans[-1].end, tuple(spans)
    )
    job.timeline.write_text(timeline.to_json(), encoding="utf-8")


def _spans(section: Section) -> list[BeatSpan]:
    asked = {question.id for question in section.questions}
    spans: list[BeatSpan] = []
    for beat in section.beats:
        start = spans[-1].end if spans else 0
        seconds = reading_time(beat.text) / HASTE
        said = start + round(seconds * SMALL.fps) + 1
        captions = tuple(
            Caption(
                chunk.lines,
                start + round(chunk.start * SMALL.fps),
                start + round(chunk.end * SMALL.fps),
            )
            for chunk in caption_chunks(beat.text, seconds)
        )
        pauses = (Pause(said, said + PAUSE),) if beat.id in asked else ()
        end = said + PAUSE * len(pauses)
        spans.append(BeatSpan(beat.id, beat.text, start, end, end - 1, captions, (), (), pauses))
    return spans
