"""The commands that make films, or parts of them."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Cluster,
    Films,
    Jobs,
    Lecture,
    QualityName,
    SceneName,
    SceneNames,
    Scenes,
    about_films,
    app,
    console,
    hire,
    rendered,
    say,
    shown,
    table,
)
from mnemo_anim.document import read_lecture
from mnemo_anim.paths import GALLERY, GALLERY_CHOICE, LECTURE
from mnemo_anim.render import work
from mnemo_anim.render.cores import cores
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.outcome import Report
from mnemo_anim.render.plan import Plan
from mnemo_anim.render.quality import DRAFT, HD
from mnemo_anim.render.registry import PACKAGE, folder_of, registered_scenes
from mnemo_anim.render.still_service import StillRequest, ask_for_still
from mnemo_anim.render.task import Failure
from mnemo_anim.render.whole import write_bytes_whole


@app.command()
@about_films
def render(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = HD.name,
    jobs: Jobs = None,
    cluster: Cluster = None,
) -> None:
    """Render the scenes that are not up to date, join all into one film, and write captions."""
    plan = films.plan(quality)
    report = rendered(plan, names or [], hire(plan, jobs, cluster))
    _write_sidecars(plan, report)
    if report.film is not None:
        say(f"The film: {shown(report.film)}")
    if report.failed:
        raise typer.Exit(1)


@app.command()
@about_films
def preview(
    films: Films,
    name: SceneName,
) -> None:
    """Render one scene in draft, and open it where there is a display."""
    plan = films.plan(DRAFT.name)
    report = rendered(plan, [name], hire(plan, None))
    if report.failed:
        raise typer.Exit(1)
    film = report.outcomes[0].job.film
    opener = _opener()
    if opener is None:
        say(shown(film))
    else:
        subprocess.run([opener, str(film)], check=False)


@app.command()
@about_films
def still(
    films: Films,
    name: SceneName,
    beat: Annotated[str, typer.Argument(metavar="BEAT", help="Its id.")],
    at: Annotated[
        float | None,
        typer.Option(min=0.0, max=1.0, help="Part of the beat; by default its poster."),
    ] = None,
    quality: QualityName = HD.name,
) -> None:
    """Draw one moment of a scene as a PNG."""
    plan = films.plan(quality)
    (job,) = plan.only([name])
    plan.lecture.section(job.entry.section).beat(beat)  # tells of a misspelt one
    moment = "" if at is None else f"-{at:g}"
    target = films.place / "stills" / f"{job.film.stem}-{beat}{moment}.png"

    request = StillRequest(job.entry.section, beat, at, quality, job.recipe.key)
    drawn = ask_for_still(films.place, request)
    if drawn is None:
        from mnemo_anim.maths.derivation import derived

        drawn = work.still(job.task(), job.recipe.key, beat, at)
        job.derivations.learn(derived())
    if isinstance(drawn, Failure):
        raise RenderError(drawn.message)
    write_bytes_whole(target, drawn)
    say(shown(target))


@app.command()
@about_films
def watch(
    films: Films,
    names: SceneNames = None,
    quality: QualityName = DRAFT.name,
    jobs: Jobs = None,
) -> None:
    """Render again whenever a file is saved; draw stills at once meanwhile. Ctrl-C ends it."""
    from mnemo_anim.render.still_service import StillService
    from mnemo_anim.render.watch import (
        Changes,
        answer_still,
        begin_again,
        keep_rendering,
        places_of,
    )
    from mnemo_anim.render.workshop import Workshop

    def make(name: str = quality) -> Plan:
        return films.plan(name)

    def render_again(plan: Plan) -> Report:
        report = rendered(plan, names or [], workshop.hire)
        _write_sidecars(plan, report)
        return report

    make().only(names or [])  # tells of a misspelt one
    documents = {films.document, films.lecture}  # a translation is held against the original
    with (
        closing(Changes(places_of(documents, folder_of(films.scenes)))) as changes,
        closing(Workshop(jobs or cores(), changes.check)) as workshop,
        closing(Workshop(1, lambda: None)) as bench,
        closing(StillService(films.place, lambda request: answer_still(request, make, bench))),
    ):
        keep_rendering(make, render_again, workshop, changes, say)
    begin_again()


@app.command()
@about_films
def gallery(
    films: Films,
    quality: QualityName = HD.name,
    choice: Annotated[
        Path, typer.Option("--choice", help="Which beat stands for each section.")
    ] = GALLERY_CHOICE,
    target: Annotated[Path | None, typer.Option(help="Where the pictures go.")] = None,
) -> None:
    """Take a small picture of each section out of the films."""
    from mnemo_anim.outputs.gallery import make_gallery

    plan = films.plan(quality)
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


def _write_sidecars(plan: Plan, report: Report) -> None:
    """Write captions and all that comes with them beside the films that are there now."""
    from mnemo_anim.outputs.sidecars import write_film_sidecars, write_scene_sidecars

    for outcome in report.outcomes:
        if outcome.state != "failed":
            write_scene_sidecars(outcome.job)
    if report.film is not None:
        write_film_sidecars(plan)


def _opener() -> str | None:
    """Return the program that opens a file on the screen; None where there is no screen."""
    if sys.platform == "darwin":
        return shutil.which("open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_display else None
