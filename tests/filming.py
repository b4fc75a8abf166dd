"""Films of plain colours and their timelines, for tests of what is made of films."""

from collections.abc import Sequence

import numpy as np

from mnemo_anim.document import read_lecture
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.film import join_films
from mnemo_anim.render.film_timeline import joined_timeline
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.timeline import BeatSpan, Caption, Timeline

Colour = tuple[int, int, int]

COLOURS: tuple[Colour, ...] = (
    (200, 40, 40),
    (40, 200, 40),
    (40, 40, 200),
    (220, 200, 60),
    (20, 30, 50),
)


def film_of(job: SceneJob, seconds: float = 3.0, colours: Sequence[Colour] = COLOURS) -> Timeline:
    """Write a film of plain colours, as long as each other, and a timeline; return that.

    The beats of the section share the film, and each has one caption, from its first frame up to
    its last.
    """
    each = round(seconds * job.quality.fps / len(colours))
    frames = each * len(colours)
    with FilmEncoder(job.film, job.quality) as film:
        for colour in colours:
            pixels = np.full((job.quality.height, job.quality.width, 4), (*colour, 255), np.uint8)
            film.write(pixels, repeat=each)
    section = read_lecture(job.lecture).section(job.entry.section)
    bounds = np.linspace(0, frames, len(section.beats) + 1).round().astype(int).tolist()
    beats = tuple(
        BeatSpan(
            beat.id,
            beat.text,
            start,
            end,
            end - 1,
            (Caption((beat.text,), start, end - 1),),
            (),
            (),
        )
        for beat, start, end in zip(section.beats, bounds[:-1], bounds[1:], strict=True)
    )
    timeline = Timeline(
        job.entry.class_name, section.id, section.title, job.quality.fps, frames, beats
    )
    job.timeline.write_text(timeline.to_json(), encoding="utf-8")
    return timeline


def join(plan: Plan) -> None:
    """Join the films of a plan, and their timelines."""
    join_films([job.film for job in plan.jobs], plan.film)
    timeline = joined_timeline(plan.lecture.title, [job.timeline for job in plan.jobs])
    plan.timeline.write_text(timeline.to_json(), encoding="utf-8")
