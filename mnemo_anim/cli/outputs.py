"""The commands that make something else of the films: captions, a transcript, clips."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.filesize import decimal

from mnemo_anim.cli.app import (
    Films,
    Jobs,
    QualityName,
    SceneNames,
    about_films,
    app,
    chosen,
    say,
    shown,
)
from mnemo_anim.render.cores import cores
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.quality import HD

if TYPE_CHECKING:
    from mnemo_anim.outputs.clips import Made


@app.command()
@about_films
def captions(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = HD.name,
) -> None:
    """Write captions (SubRip, WebVTT), chapters and the transcript beside the films."""
    from mnemo_anim.outputs.sidecars import (
        chapters_file,
        write_film_sidecars,
        write_scene_sidecars,
    )
    from mnemo_anim.render.chapters import FEWEST, SHORTEST

    plan = films.plan(quality)
    wanted = plan.only(names) if names else plan.jobs
    files = [file for job in wanted for file in write_scene_sidecars(job)]
    if not names:
        files += write_film_sidecars(plan)
    for file in files:
        say(shown(file))
    if not names and chapters_file(plan) not in files:
        say(f"No list of chapters: a video site wants {FEWEST} of {SHORTEST} seconds or more.")
    _tell_old(wanted)


@app.command(name="captions-check")
def captions_check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="SubRip or WebVTT.")],
    encoding: Annotated[
        str | None, typer.Option(help="Such as shift_jis; by default what the file seems to be in.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="Of the words, such as es: it tells which are articles.")
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
@about_films
def transcript(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = HD.name,
) -> None:
    """Print what is said in the films, and when, as Markdown."""
    from mnemo_anim.outputs.filmed import film_timeline, scene_timeline
    from mnemo_anim.outputs.transcript import to_markdown, transcribed

    plan = films.plan(quality)
    wanted = plan.only(names) if names else plan.jobs
    scenes_played = tuple(map(scene_timeline, wanted)) if names else film_timeline(plan).scenes
    print(to_markdown(plan.lecture.title, transcribed(scenes_played)), end="")
    _tell_old(wanted)


@app.command()
@about_films
def clips(
    films: Films,
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
    jobs: Jobs = None,
) -> None:
    """Cut each beat out of the films: what a slide or a page takes, without captions."""
    from mnemo_anim.outputs.clips import (
        FORMATS,
        Format,
        Task,
        clips_folder,
        clips_of,
        jobs_with,
        make_clips,
    )

    if transparent and captions:
        raise typer.BadParameter("a transparent clip has no rail for --captions to stand on.")
    plan = films.plan(quality)
    wanted = jobs_with(plan, names or [], beats or [])
    if transparent:
        _draw_overlays(plan, wanted, beats or [], formats or [])
        return
    kinds = chosen(Format, formats) if formats else FORMATS
    place = clips_folder(plan, captions=captions)
    tasks = [
        Task(clip, kind, place / f"{clip.name}.{kind}", captions, sound=True)
        for job in wanted
        for clip in clips_of(job, beats or [])
        for kind in kinds
    ]
    make_clips(tasks, jobs or cores(), _say_made)
    _tell_old(wanted)


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


@app.command()
@about_films
def slides(
    films: Films,
    names: SceneNames = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help="html, pptx; both if none.")
    ] = None,
    captions: Annotated[
        bool, typer.Option("--captions", help="Leave the words on the rail.")
    ] = False,
    quality: QualityName = HD.name,
    jobs: Jobs = None,
) -> None:
    """Make slides of the films: each beat plays and holds, with its narration as speaker notes."""
    from mnemo_anim.outputs.slides.files import SlideFormat, write_slides

    plan = films.plan(quality)
    kinds = chosen(SlideFormat, formats) if formats else tuple(SlideFormat)
    for file in write_slides(
        plan, names or [], kinds, captions=captions, count=jobs or cores(), on_made=_say_made
    ):
        say(f"{shown(file)}: {decimal(file.stat().st_size)}")
    _tell_old(plan.only(names) if names else plan.jobs)


def _tell_old(jobs: Sequence[SceneJob]) -> None:
    """Tell of films that were made of other words, or by other code, than there are now."""
    old = [shown(job.film) for job in jobs if job.done() is None]
    if old:
        print(f"Not up to date, so render again: {', '.join(old)}", file=sys.stderr)


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
