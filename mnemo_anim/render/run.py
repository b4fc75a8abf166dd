"""Render a lecture: what is not up to date, by many workers; then join it into one film.

What makes films is loaded when one is made: where nothing has changed, that would take longest.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from typing import TypeAlias

from mnemo_anim.render.chapters import chapters_of
from mnemo_anim.render.costs import CostBook
from mnemo_anim.render.film_timeline import joined_timeline
from mnemo_anim.render.hands import Hands
from mnemo_anim.render.locking import locked
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.outcome import Outcome, Report
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.progress import Display
from mnemo_anim.render.whole import written_whole

Show: TypeAlias = Callable[[Sequence[SceneJob]], Display]
Hire: TypeAlias = Callable[[], AbstractContextManager[Hands]]


def render_scenes(
    jobs: Sequence[SceneJob], hire: Hire, show: Show, costs: CostBook
) -> tuple[Outcome, ...]:
    """Render what is not up to date; return all outcomes in the order given.

    Args:
        jobs: The scenes.
        hire: Gives those who draw, once there is work for them.
        show: Makes the display for the jobs that are to be done.
        costs: What scenes are known to cost.

    Raises:
        RenderError: The films cannot be written, or nobody is there to draw them.
    """
    outcomes: dict[SceneJob, Outcome] = {}
    for job in jobs:
        if (manifest := job.done()) is not None:
            outcomes[job] = Outcome(job, "reused", manifest.frames)
            if job.log.exists():  # of a scene that has been mended
                job.log.unlink(missing_ok=True)
    to_do = [job for job in jobs if job not in outcomes]
    for folder in dict.fromkeys(job.film.parent for job in to_do):
        with locked(folder):
            pass  # if nothing can be written there, it is told before all is drawn
    if to_do:
        from mnemo_anim.render.production import Production  # noqa: PLC0415 - see above

        with show(to_do) as display, hire() as hands:
            production = Production(to_do, hands, costs)
            for outcome in production.run(display.advance):
                outcomes[outcome.job] = outcome
                display.end(outcome)
    return tuple(outcomes[job] for job in jobs)


def render_lecture(plan: Plan, names: Sequence[str], hire: Hire, show: Show) -> Report:
    """Render the scenes of `plan`, and the film of them all.

    Args:
        plan: What there is.
        names: The scenes, by class or section; if any are named, the film is not joined.
        hire: Gives those who draw, once there is work for them.
        show: Makes the display.

    Raises:
        UnknownNameError: There is no scene of a given name.
        RenderError: A film cannot be written.
    """
    jobs = plan.only(names) if names else plan.jobs
    outcomes = render_scenes(jobs, hire, show, CostBook(plan.costs))
    report = Report(outcomes, None)
    if names or report.failed or not jobs:
        return report
    join_lecture(plan)
    return Report(outcomes, plan.film)


def join_lecture(plan: Plan) -> None:
    """Join the films of the plan, and their timelines, if they have changed."""
    if _is_joined(plan):
        return
    from mnemo_anim.render.film import join  # noqa: PLC0415 - see above
    from mnemo_anim.voice.track import track_of  # noqa: PLC0415

    with locked(plan.film.parent):
        if _is_joined(plan):  # another run has been faster
            return
        plan.manifest.unlink(missing_ok=True)
        timeline = joined_timeline(plan.lecture.title, [job.timeline for job in plan.jobs])
        with written_whole(plan.timeline) as part:  # film and timeline come together, or not
            part.write_text(timeline.to_json(), encoding="utf-8")
            tracks = (track_of(scene, plan.speech) for scene in timeline.scenes)
            frames = join(
                [job.film for job in plan.jobs],
                plan.film,
                chain.from_iterable(tracks),
                chapters_of(timeline),
            )
        Manifest(_parts(plan), stamp(plan.film), frames).write(plan.manifest)


def _is_joined(plan: Plan) -> bool:
    last = Manifest.read(plan.manifest)
    return last is not None and last.recipe == _parts(plan) and last.film == stamp(plan.film)


def _parts(plan: Plan) -> dict[str, str]:
    return {job.film.name: stamp(job.film) for job in plan.jobs}
