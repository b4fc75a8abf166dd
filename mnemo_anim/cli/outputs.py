"""The commands that make something else of the films: captions, chapters, a transcript."""

from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Folder,
    Lecture,
    QualityName,
    SceneNames,
    Scenes,
    ThemeName,
    app,
    planned,
    say,
    shown,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import LECTURE, RENDERS
from mnemo_anim.render.quality import HD, quality_named
from mnemo_anim.render.registry import PACKAGE


@app.command()
def captions(
    names: SceneNames = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Write captions (SubRip, WebVTT), chapters and the transcript beside the films."""
    from mnemo_anim.outputs.sidecars import write_film_sidecars, write_scene_sidecars

    plan = planned(lecture, quality_named(quality), Edition(theme), folder, scenes)
    for job in plan.only(names) if names else plan.jobs:
        for file in write_scene_sidecars(job):
            say(shown(file))
    if not names:
        for file in write_film_sidecars(plan):
            say(shown(file))


@app.command(name="captions-check")
def captions_check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="SubRip or WebVTT.")],
    encoding: Annotated[
        str | None, typer.Option(help="Such as shift_jis; by default what the file seems to be in.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="Of the words; English has a rule for its articles.")
    ] = "en",
) -> None:
    """Tell where caption files, whoever wrote them, are hard to read: a line for each fault."""
    from mnemo_anim.captions.check import check_file

    checked = [check_file(file, encoding=encoding, language=language) for file in files]
    for one in checked:
        for fault in one.faults:
            say(fault)
    for one in checked:
        say(one.summary)
    if any(one.faults for one in checked):
        raise typer.Exit(1)


@app.command()
def transcript(
    names: SceneNames = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Print what is said in the films, and when, as Markdown."""
    from mnemo_anim.outputs.filmed import film_timeline, scene_timeline
    from mnemo_anim.outputs.transcript import to_markdown, transcribed

    plan = planned(lecture, quality_named(quality), Edition(theme), folder, scenes)
    if names:
        timelines = tuple(scene_timeline(job) for job in plan.only(names))
    else:
        timelines = film_timeline(plan).scenes
    print(to_markdown(plan.lecture.title, transcribed(timelines)), end="")
