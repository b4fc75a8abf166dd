"""Render a lecture: what is not up to date, side by side; then join it into one film."""

from collections.abc import Callable, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mnemo_anim.render.film import join_films
from mnemo_anim.render.film_timeline import joined_timeline
from mnemo_anim.render.manifest import Manifest
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.progress import Display
from mnemo_anim.render.whole import write_text_whole
from mnemo_anim.render.workers import Outcome, Workers


@dataclass(frozen=True, slots=True)
class Report:
    """How a run ended.

    Attributes:
        outcomes: one for each scene that was asked for, in the lecture's order.
        film: the joined film; None where it was not asked for or a scene failed.
    """

    outcomes: tuple[Outcome, ...]
    film: Path | None

    @property
    def failed(self) -> bool:
        """Whether any scene failed."""
        return any(outcome.state == "failed" for outcome in self.outcomes)


def render_scenes(
    jobs: Sequence[SceneJob],
    count: int,
    show: Callable[[Sequence[SceneJob]], Display],
) -> tuple[Outcome, ...]:
    """Render what is not up to date, the longest first; return all outcomes in the order given.

    Args:
        jobs: the scenes.
        count: how many are drawn side by side.
        show: makes the display for the jobs that are to be done.
    """
    outcomes: dict[SceneJob, Outcome] = {}
    for job in jobs:
        if (manifest := job.done()) is not None:
            outcomes[job] = Outcome(job, "reused", manifest.frames)
    to_do = [job for job in jobs if job not in outcomes]
    if to_do:
        longest_first = sorted(to_do, key=lambda job: -job.expected)
        with (
            show(to_do) as display,
            Workers(min(count, len(to_do)), display.advance) as workers,
        ):
            for future in as_completed([workers.submit(job) for job in longest_first]):
                outcome = future.result()
                outcomes[outcome.job] = outcome
                display.end(outcome)
    return tuple(outcomes[job] for job in jobs)


def render_lecture(
    plan: Plan,
    names: Sequence[str],
    count: int,
    show: Callable[[Sequence[SceneJob]], Display],
) -> Report:
    """Render the scenes of `plan`, and the film of them all.

    Args:
        plan: what there is.
        names: the scenes, by class or section; if any are named, the film is not joined.
        count: how many are drawn side by side.
        show: makes the display.

    Raises:
        UnknownNameError: there is no scene of a given name.
    """
    jobs = plan.only(names) if names else plan.jobs
    outcomes = render_scenes(jobs, count, show)
    report = Report(outcomes, None)
    if names or report.failed or not jobs:
        return report
    join(plan)
    return Report(outcomes, plan.film)


def join(plan: Plan) -> None:
    """Join the films of the plan, and their timelines, if they have changed."""
    key = sha256("\n".join(job.key for job in plan.jobs).encode()).hexdigest()
    last = Manifest.read(plan.manifest)
    if last is not None and last.describes(plan.film, key) and plan.timeline.exists():
        return
    plan.manifest.unlink(missing_ok=True)
    frames = join_films([job.film for job in plan.jobs], plan.film)
    timeline = joined_timeline(plan.lecture.title, [job.timeline for job in plan.jobs])
    write_text_whole(plan.timeline, timeline.to_json())
    Manifest(key, frames, 0.0, plan.film.stat().st_size).write(plan.manifest)
