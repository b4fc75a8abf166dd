"""The commands that make something else of the films: captions, a transcript, clips."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.filesize import decimal

from mnemo_anim.cli.app import (
    Folder,
    Jobs,
    Lecture,
    QualityName,
    SceneNames,
    Scenes,
    ThemeName,
    app,
    chosen,
    planned,
    say,
    shown,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import LECTURE, RENDERS
from mnemo_anim.render.plan import Plan, SceneJob, cores
from mnemo_anim.render.quality import HD, quality_named
from mnemo_anim.render.registry import PACKAGE

if TYPE_CHECKING:
    from mnemo_anim.outputs.clips import Made


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


@app.command()
def clips(
    names: SceneNames = None,
    beats: Annotated[
        list[str] | None, typer.Option("--beat", "-b", metavar="ID", help="All if none.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="mp4, webm, png (the poster), webp, gif; the first three if none. "
            "Transparent: mov, webm, png; all if none.",
        ),
    ] = None,
    captions: Annotated[
        bool, typer.Option("--captions", help="Leave the words on the rail.")
    ] = False,
    transparent: Annotated[
        bool, typer.Option("--transparent", help="Draw them anew, without a ground.")
    ] = False,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Cut each beat out of the films: what a slide or a page takes, without captions."""
    from mnemo_anim.outputs.clips import FORMATS, Format, Task, clips_of, jobs_with, make_clips

    if transparent and captions:
        raise typer.BadParameter("a transparent clip has no rail for --captions to stand on.")
    plan = planned(lecture, quality_named(quality), Edition(theme), folder, scenes)
    wanted = jobs_with(plan, names or [], beats or [])
    if transparent:
        _draw_overlays(plan, wanted, beats or [], formats or [])
        return
    kinds = chosen(Format, formats) if formats else FORMATS
    place = plan.film.parent / "clips"
    tasks = [
        Task(clip, kind, place / f"{clip.name}.{kind}", captions, sound=True)
        for job in wanted
        for clip in clips_of(job, beats or [])
        for kind in kinds
    ]
    make_clips(tasks, jobs or cores(), _say_made)


def _draw_overlays(
    plan: Plan, jobs: Sequence[SceneJob], beats: Sequence[str], formats: Sequence[str]
) -> None:
    """Draw beats without a ground; one that shows a landscape is left out, if it was not named."""
    from mnemo_anim.outputs.overlays.drawing import OverlayError, draw_overlay
    from mnemo_anim.outputs.overlays.files import OverlayFormat

    kinds = chosen(OverlayFormat, formats) if formats else tuple(OverlayFormat)
    place = plan.film.parent / "overlays"
    for job in jobs:
        for beat in plan.lecture.section(job.entry.section).beats:
            if beats and beat.id not in beats:
                continue
            try:
                files = draw_overlay(job, plan.lecture, beat.id, place, kinds)
            except OverlayError as error:
                if beats:
                    raise
                say(f"Left out: {error}")
            else:
                for file in files:
                    say(f"{shown(file)}: {decimal(file.stat().st_size)}")


def _say_made(made: "Made") -> None:
    """Tell of a clip, and of an mp4 how much of it was coded a second time."""
    told = [decimal(made.task.target.stat().st_size)]
    if made.reused:
        told.append("there already")
    if made.copied is not None:
        told.append(f"{made.copied} of {len(made.task.clip.span)} frames copied from the film")
    if made.cleared:
        told.append("captions taken off")
    say(f"{shown(made.task.target)}: {', '.join(told)}")
