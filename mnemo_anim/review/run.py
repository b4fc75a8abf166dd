"""Review a lecture: scene by scene, side by side, then the whole. The films must be there."""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from mnemo_anim.edition import FIRST
from mnemo_anim.palettes import PALETTES
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.executors import side_by_side
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.review.colours import theme_findings
from mnemo_anim.review.files import file_findings
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.pace import film_length_findings
from mnemo_anim.review.results import Review, SceneReview
from mnemo_anim.review.stills import section_findings
from mnemo_anim.theme import TYPE


def review_lecture(
    plan: Plan, names: Sequence[str], count: int, stills: Path | None, folder: Path
) -> Review:
    """Return what is found in the lecture.

    Args:
        plan: Of the films.
        names: The scenes, by class or section; if any are named, the whole is not judged.
        count: How many are looked at side by side.
        stills: The folder of accepted stills; only those of the first edition are kept.
        folder: Of the report; what has changed is shown in it.

    Raises:
        RenderError: A scene cannot be reviewed.
    """
    began = monotonic()
    jobs = plan.only(names) if names else plan.jobs
    accepted = stills if plan.edition == FIRST else None
    work = [(job, accepted, folder / "changed") for job in jobs]
    reviews = dict(side_by_side(review_one, work, count, fresh=True))
    scenes = tuple(reviews[number] for number in range(len(jobs)))
    whole = () if names else _of_the_whole(plan, scenes, accepted)
    return Review(plan.edition.theme, plan.quality.name, scenes, whole, monotonic() - began)


def review_one(job: SceneJob, stills: Path | None, evidence: Path) -> SceneReview:
    """Review one scene: what a worker process does."""
    from mnemo_anim.review.scene import review_scene  # noqa: PLC0415 - imports manim

    try:
        return review_scene(job, stills, evidence)
    except Exception as error:
        name = job.entry.class_name
        raise RenderError(f"{name} cannot be reviewed: {type(error).__name__}: {error}") from error


def _of_the_whole(
    plan: Plan, scenes: Sequence[SceneReview], stills: Path | None
) -> tuple[Finding, ...]:
    sections = [section.id for section in plan.lecture.sections]
    return (
        *theme_findings(PALETTES[plan.edition.theme], TYPE),
        *film_length_findings(scene.timeline for scene in scenes),
        *file_findings(plan.film, ""),
        *(section_findings(stills, sections) if stills is not None else ()),
    )
