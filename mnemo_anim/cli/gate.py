"""The commands that look at films: the gate, the stills that it compares with, and repetition."""

import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from mnemo_anim.cli.app import (
    Folder,
    Jobs,
    Lecture,
    QualityName,
    SceneNames,
    Scenes,
    Stills,
    ThemeName,
    VoiceName,
    app,
    console,
    hire,
    planned,
    rendered,
    say,
    shown,
    table,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import LECTURE, RENDERS, STILLS
from mnemo_anim.render.plan import cores
from mnemo_anim.render.quality import DRAFT, HD, quality_named
from mnemo_anim.render.registry import PACKAGE
from mnemo_anim.voice import SILENT


@app.command()
def review(
    names: SceneNames = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
    stills: Stills = STILLS,
) -> None:
    """Render what is not up to date, then measure the film against every rule of the gate."""
    plan = planned(lecture, quality_named(quality), Edition(theme, voice), folder, scenes)

    from mnemo_anim.review.report import write_report
    from mnemo_anim.review.run import review_lecture

    if rendered(plan, names or [], hire(plan, jobs)).failed:
        raise typer.Exit(1)
    place = plan.edition.place(folder) / "review"
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

    plan = planned(lecture, DRAFT, Edition(), RENDERS, scenes)
    renewed = accept_stills(plan, names or [], jobs or cores(), stills)
    for still in renewed:
        how = "new" if still.most is None else f"ΔE {still.most:.1f}"
        say(f"{shown(still.path)}: {how}")
    say(f"{len(renewed)} stills renewed.")


@app.command()
def determinism(
    names: SceneNames = None,
    quality: QualityName = DRAFT.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render once more, cold, elsewhere and in other processes, and compare the frames."""
    from mnemo_anim.render.progress import display_for
    from mnemo_anim.render.run import render_lecture
    from mnemo_anim.review.repetition import departures

    plan = planned(lecture, quality_named(quality), Edition(theme, voice), folder, scenes)
    once = rendered(plan, names or [], hire(plan, jobs))
    with TemporaryDirectory(prefix="mnemo-again-") as elsewhere:
        os.environ["PYTHONHASHSEED"] = "271828"  # of the processes to come, not of this one
        plan = planned(
            lecture, quality_named(quality), Edition(theme, voice), Path(elsewhere), scenes
        )
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
