"""Accept the stills of the scenes as they are now: what later ones are compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.document import read_lecture
from mnemo_anim.render.executors import side_by_side
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.review.likeness import difference
from mnemo_anim.review.stills import (
    orphaned,
    orphaned_sections,
    read_still,
    still_path,
    within_limits,
    write_still,
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A still that has been renewed: its file, and its ΔE from the last one; None if new."""

    path: Path
    most: float | None


def accept(plan: Plan, names: Sequence[str], count: int, stills: Path) -> list[Accepted]:
    """Store the stills that look unlike the accepted ones, and remove those of no beat.

    Args:
        plan: What there is.
        names: The scenes, by class or section; all if none.
        count: How many are drawn side by side.
        stills: The folder of accepted stills.

    Returns:
        What has been stored.
    """
    jobs = plan.only(names) if names else plan.jobs
    renewed = dict(side_by_side(accept_one, [(job, stills) for job in jobs], count, fresh=True))
    if not names:
        for path in orphaned_sections(stills, [section.id for section in plan.lecture.sections]):
            _remove(path)
    return [one for number in range(len(jobs)) for one in renewed[number]]


def accept_one(job: SceneJob, stills: Path) -> list[Accepted]:
    """Accept the stills of one scene: what a worker process does."""
    from mnemo_anim.review.scene import posters_of  # noqa: PLC0415 - imports manim

    timeline, posters = posters_of(job.entry.load(), read_lecture(job.lecture))
    renewed = []
    for beat, picture in posters.items():
        path = still_path(stills, timeline.section, beat)
        before = read_still(path)
        found = None if before is None else difference(before, picture)
        if found is None or not within_limits(found):
            write_still(path, picture)
            renewed.append(Accepted(path, None if found is None else found.most))
    for path in orphaned(stills, timeline.section, posters):
        _remove(path)
    return renewed


def _remove(path: Path) -> None:
    if path.is_dir():
        for inside in path.iterdir():
            _remove(inside)
        path.rmdir()
    else:
        path.unlink()
