"""The commands that make films, or parts of them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Folder,
    Jobs,
    Lecture,
    QualityName,
    SceneName,
    SceneNames,
    Scenes,
    ThemeName,
    VoiceName,
    app,
    console,
    planned,
    rendered,
    say,
    shown,
    table,
)
from mnemo_anim.document import read_lecture
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import GALLERY, GALLERY_CHOICE, LECTURE, RENDERS
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import cores
from mnemo_anim.render.quality import DRAFT, HD, quality_named
from mnemo_anim.render.registry import PACKAGE, registered_scenes
from mnemo_anim.voice import SILENT, voice_named


@app.command()
def render(
    names: SceneNames = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render the scenes that are not up to date, and join all into one film."""
    plan = planned(lecture, quality_named(quality), Edition(theme, voice), folder, scenes)
    report = rendered(plan, names or [], jobs or cores())
    if report.film is not None:
        say(f"The film: {shown(report.film)}")
    if report.failed:
        raise typer.Exit(1)


@app.command()
def preview(
    name: SceneName,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render one scene in draft, and open it where there is a display."""
    report = rendered(planned(lecture, DRAFT, Edition(theme, voice), folder, scenes), [name], 1)
    if report.failed:
        raise typer.Exit(1)
    film = report.outcomes[0].job.film
    opener = _opener()
    if opener is None:
        say(shown(film))
    else:
        subprocess.run([opener, str(film)], check=False)


@app.command()
def still(
    name: SceneName,
    beat: Annotated[str, typer.Argument(metavar="BEAT", help="Its id.")],
    at: Annotated[
        float | None,
        typer.Option(min=0.0, max=1.0, help="Part of the beat; by default its poster."),
    ] = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Draw one moment of a scene as a PNG."""
    plan = planned(lecture, quality_named(quality), Edition(theme, voice), folder, scenes)
    (job,) = plan.only([name])
    plan.lecture.section(job.entry.section).beat(beat)  # tells of a misspelt one
    moment = "" if at is None else f"-{at:g}"
    target = plan.edition.place(folder) / "stills" / f"{job.film.stem}-{beat}{moment}.png"

    from mnemo_anim.landscape.errors import LandscapeError
    from mnemo_anim.mobjects.lettering.typefaces import FontError
    from mnemo_anim.render.draw import draw_still
    from mnemo_anim.section_scene import SceneError

    speaker = voice_named(plan.edition.voice, plan.lecture.language, plan.speech)
    try:
        draw_still(job.entry, plan.lecture, plan.quality, beat, voice=speaker, at=at, target=target)
    except (FontError, LandscapeError, SceneError) as error:
        raise RenderError(str(error)) from error
    say(shown(target))


@app.command()
def gallery(
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
    choice: Annotated[
        Path, typer.Option("--choice", help="Which beat stands for each section.")
    ] = GALLERY_CHOICE,
    target: Annotated[Path | None, typer.Option(help="Where the pictures go.")] = None,
) -> None:
    """Take a small picture of each section out of the films."""
    from mnemo_anim.outputs.gallery import make_gallery

    plan = planned(lecture, quality_named(quality), Edition(theme, voice), folder, scenes)
    for picture in make_gallery(plan, choice, target or plan.edition.place(GALLERY)):
        say(shown(picture))


@app.command(name="list")
def list_sections(lecture: Lecture = LECTURE, scenes: Scenes = PACKAGE) -> None:
    """List the sections of the lecture and their scenes."""
    names = {entry.section: entry.class_name for entry in registered_scenes(scenes)}
    rows = table("", "section", "title", "beats", "scene")
    for number, section in enumerate(read_lecture(lecture).sections, start=1):
        scene = names.get(section.id, "no scene yet")
        rows.add_row(str(number), section.id, section.title, str(len(section.beats)), scene)
    console().print(rows)


@app.command()
def probe(films: Annotated[list[Path], typer.Argument(help="Film files.")]) -> None:
    """Read films back, and tell where they miss what a film file must be."""
    from mnemo_anim.render import probe as reading

    rows = table("film", "size", "frames/s", "frames", "seconds", "faults")
    probes = [reading.probe(film) for film in films]
    for one in probes:
        size, faults = f"{one.width}×{one.height}", "; ".join(one.faults()) or "none"
        rate, frames, seconds = f"{float(one.fps):g}", str(one.frames), f"{one.duration:.2f}"
        rows.add_row(shown(one.path), size, rate, frames, seconds, faults)
    console().print(rows)
    if any(one.faults() for one in probes):
        raise typer.Exit(1)


def _opener() -> str | None:
    """Return the program that opens a file on the screen; None where there is no screen."""
    if sys.platform == "darwin":
        return shutil.which("open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_display else None
