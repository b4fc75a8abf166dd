"""The commands that look at films: the gate, the stills that it compares with, and repetition."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from mnemo_anim.cli.app import (
    Films,
    Jobs,
    Lecture,
    QualityName,
    SceneNames,
    Scenes,
    Stills,
    about_films,
    app,
    console,
    hire,
    rendered,
    say,
    shown,
    table,
)
from mnemo_anim.edition import FIRST
from mnemo_anim.paths import LECTURE, RENDERS, STILLS
from mnemo_anim.render.cores import cores
from mnemo_anim.render.quality import DRAFT, HD
from mnemo_anim.render.registry import PACKAGE


@app.command()
@about_films
def review(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = HD.name,
    jobs: Jobs = None,
    stills: Stills = STILLS,
) -> None:
    """Render what is not up to date, then measure the film against every rule of the gate."""
    plan = films.plan(quality)

    from mnemo_anim.review.report import write_report
    from mnemo_anim.review.run import review_lecture

    if rendered(plan, names or [], hire(plan, jobs)).failed:
        raise typer.Exit(1)
    place = films.place / "review"
    result = review_lecture(plan, names or [], jobs or cores(), stills, place)
    rows = table("scene", "rule", "findings")
    for (scene, rule), count in result.counts().items():
        rows.add_row(scene, rule, str(count))
    page = write_report(result, place)
    if result.all_findings:
        console().print(rows)
    found = len(result.all_findings) or "no"
    say(f"{found} findings in {result.seconds:.0f} s; the report: {shown(page)}")
    if result.all_findings:
        raise typer.Exit(1)


@app.command()
def accept(
    names: SceneNames = None,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    scenes: Scenes = PACKAGE,
    stills: Stills = STILLS,
) -> None:
    """Keep the stills of the beats as they look now; the gate compares later ones with them."""
    from mnemo_anim.review.acceptance import accept as accept_stills

    plan = Films(lecture, RENDERS, scenes, FIRST).plan(DRAFT.name)
    renewed = accept_stills(plan, names or [], jobs or cores(), stills)
    for still in renewed:
        how = "new" if still.most is None else f"ΔE {still.most:.1f}"
        say(f"{shown(still.path)}: {how}")
    say(f"{len(renewed)} stills renewed.")


@app.command()
@about_films
def determinism(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = DRAFT.name,
    jobs: Jobs = None,
) -> None:
    """Render once more, cold, elsewhere and in other processes, and compare the frames."""
    from mnemo_anim.render.progress import display_for
    from mnemo_anim.render.run import render_lecture
    from mnemo_anim.review.repetition import departures

    plan = films.plan(quality)
    once = rendered(plan, names or [], hire(plan, jobs))
    with TemporaryDirectory(prefix="mnemo-again-") as elsewhere:
        os.environ["PYTHONHASHSEED"] = "271828"  # of the processes to come, not of this one
        plan = replace(films, folder=Path(elsewhere)).plan(quality)
        show = partial(display_for, console())
        again = render_lecture(plan, names or [], hire(plan, jobs), show)
        if once.failed or again.failed:
            raise typer.Exit(1)
        pairs = ([outcome.job for outcome in report.outcomes] for report in (once, again))
        found = departures(*pairs)
    for departure in found:
        say(str(departure))
    if found:
        raise typer.Exit(1)
    say(f"{len(once.outcomes)} scenes rendered twice: the same frames.")
