"""The films that outputs are made of: there, whole, and those of their timelines."""

from pathlib import Path

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.timeline import Timeline


def scene_timeline(job: SceneJob) -> Timeline:
    """Return the timeline of a scene that has been rendered.

    Raises:
        RenderError: The film or its timeline is missing, or they do not belong together.
        TimelineError: The timeline cannot be read.
    """
    again = f"make render QUALITY={job.quality.name} {job.edition.options}".strip()
    timeline = Timeline.from_json(_text(job.film, job.timeline, again), job.timeline)
    frames = _length_of(job.film, job.manifest)
    if (timeline.section, timeline.frames) != (job.entry.section, frames):
        raise RenderError(
            f"{job.timeline} tells of {timeline.frames} frames of section “{timeline.section}”, "
            f"but {job.film} has {frames} of “{job.entry.section}”. Render that scene again."
        )
    return timeline


def film_timeline(plan: Plan) -> FilmTimeline:
    """Return the timeline of the joined film.

    Raises:
        RenderError: The film or its timeline is missing, or they do not belong together.
        TimelineError: The timeline cannot be read.
    """
    again = f"make render QUALITY={plan.quality.name} {plan.edition.options}".strip()
    timeline = FilmTimeline.from_json(_text(plan.film, plan.timeline, again), plan.timeline)
    frames = _length_of(plan.film, plan.manifest)
    if timeline.frames != frames:
        raise RenderError(
            f"{plan.timeline} tells of {timeline.frames} frames, but {plan.film} has {frames}. "
            f"Remove both and run {again}."
        )
    return timeline


def _length_of(film: Path, manifest: Path) -> int:
    """Return the number of frames of a film; raise RenderError where it is none.

    Where the film is the one that its manifest is about, it need not be opened.
    """
    known = Manifest.read(manifest)
    if known is not None and known.film == stamp(film):
        return known.frames
    from mnemo_anim.outputs.film_frames import opened  # noqa: PLC0415 - most often not needed

    with opened(film) as container:
        return container.streams.video[0].frames


def _text(film: Path, timeline: Path, again: str) -> str:
    """Return the text of a timeline beside a film."""
    for file in (film, timeline):
        if not file.exists():
            raise RenderError(f"{file} is missing. Run {again}.")
    return timeline.read_text(encoding="utf-8")
