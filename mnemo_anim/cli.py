"""The command line: `mnemo`, or `python -m mnemo_anim`.

Nothing of manim is imported before a frame is to be drawn. A mistake of the user's is told in one
line; the exit code is then 2 for a wrong word on the command line and 1 for anything else.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from typer.exceptions import TyperException

from mnemo_anim.document import DocumentError, UnknownIdError, read_lecture
from mnemo_anim.palettes import DEFAULT_THEME, PALETTES, THEME_VARIABLE, ThemeError
from mnemo_anim.paths import GALLERY, GALLERY_CHOICE, LECTURE, RENDERS, STILLS
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.plan import Plan, cores, make_plan
from mnemo_anim.render.quality import DRAFT, HD, Quality, quality_named
from mnemo_anim.render.registry import PACKAGE, registered_scenes
from mnemo_anim.render.theme_choice import choose_theme, place_of
from mnemo_anim.timeline import TimelineError

if TYPE_CHECKING:
    from mnemo_anim.render.run import Report

app = typer.Typer(
    help="Turn the lecture document into film.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_INTERRUPTED = 130  # what typer makes of Ctrl-C, as shells do

Lecture = Annotated[Path, typer.Option("--lecture", help="The document.")]
Folder = Annotated[Path, typer.Option("--folder", help="Where the films go.")]
QualityName = Annotated[str, typer.Option("--quality", "-q", help="draft, hd or 4k.")]
ThemeName = Annotated[
    str, typer.Option("--theme", "-t", envvar=THEME_VARIABLE, help=f"{' or '.join(PALETTES)}.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Scenes side by side; one a core.")
]
Stills = Annotated[Path, typer.Option("--stills", help="The folder of accepted stills.")]
Scenes = Annotated[str, typer.Option("--scenes", help="The package that names the scenes.")]
SceneName = Annotated[str, typer.Argument(metavar="SCENE", help="Its class or section.")]


@app.command()
def render(
    names: Annotated[list[str] | None, typer.Argument(metavar="SCENE", help="All if none.")] = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render the scenes that are not up to date, and join all into one film."""
    plan = _plan(lecture, quality_named(quality), theme, folder, scenes)
    report = _render(plan, names or [], jobs or cores())
    if report.film is not None:
        _print(f"The film: {_shown(report.film)}")
    if report.failed:
        raise typer.Exit(1)


@app.command()
def preview(
    name: SceneName,
    theme: ThemeName = DEFAULT_THEME,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render one scene in draft, and open it where there is a display."""
    report = _render(_plan(lecture, DRAFT, theme, folder, scenes), [name], 1)
    if report.failed:
        raise typer.Exit(1)
    film = report.outcomes[0].job.film
    opener = _opener()
    if opener is None:
        _print(_shown(film))
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
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Draw one moment of a scene as a PNG."""
    plan = _plan(lecture, quality_named(quality), theme, folder, scenes)
    (job,) = plan.only([name])
    plan.lecture.section(job.entry.section).beat(beat)  # tells of a misspelt one
    moment = "" if at is None else f"-{at:g}"
    target = place_of(folder, theme) / "stills" / f"{job.film.stem}-{beat}{moment}.png"

    from mnemo_anim.landscape.errors import LandscapeError
    from mnemo_anim.mobjects.lettering.typefaces import FontError
    from mnemo_anim.render.draw import draw_still
    from mnemo_anim.section_scene import SceneError

    try:
        draw_still(job.entry, plan.lecture, plan.quality, beat, at=at, target=target)
    except (FontError, LandscapeError, SceneError) as error:
        raise RenderError(str(error)) from error
    _print(_shown(target))


@app.command()
def gallery(
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
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

    plan = _plan(lecture, quality_named(quality), theme, folder, scenes)
    for picture in make_gallery(plan, choice, target or place_of(GALLERY, theme)):
        _print(_shown(picture))


@app.command()
def review(
    names: Annotated[list[str] | None, typer.Argument(metavar="SCENE", help="All if none.")] = None,
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
    stills: Stills = STILLS,
) -> None:
    """Render what is not up to date, then measure the film against every rule of the gate."""
    plan = _plan(lecture, quality_named(quality), theme, folder, scenes)

    from mnemo_anim.review.report import write_report
    from mnemo_anim.review.run import review_lecture

    if _render(plan, names or [], jobs or cores()).failed:
        raise typer.Exit(1)
    place = place_of(folder, theme) / "review"
    result = review_lecture(plan, names or [], jobs or cores(), stills, place)
    table = _table("scene", "rule", "findings")
    for (scene, rule), count in result.counts().items():
        table.add_row(scene, rule, str(count))
    page = write_report(result, place)
    if result.all_findings:
        _console().print(table)
    found = len(result.all_findings) or "no"
    _print(f"{found} findings in {result.seconds:.0f} s; the report: {_shown(page)}")
    if result.all_findings:
        raise typer.Exit(1)


@app.command()
def accept(
    names: Annotated[list[str] | None, typer.Argument(metavar="SCENE", help="All if none.")] = None,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    scenes: Scenes = PACKAGE,
    stills: Stills = STILLS,
) -> None:
    """Keep the stills of the beats as they look now; the gate compares later ones with them."""
    from mnemo_anim.review.acceptance import accept as accept_stills

    plan = _plan(lecture, DRAFT, DEFAULT_THEME, RENDERS, scenes)
    renewed = accept_stills(plan, names or [], jobs or cores(), stills)
    for still in renewed:
        how = "new" if still.most is None else f"ΔE {still.most:.1f}"
        _print(f"{_shown(still.path)}: {how}")
    _print(f"{len(renewed)} stills renewed.")


@app.command()
def determinism(
    names: Annotated[list[str] | None, typer.Argument(metavar="SCENE", help="All if none.")] = None,
    quality: QualityName = DRAFT.name,
    theme: ThemeName = DEFAULT_THEME,
    jobs: Jobs = None,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
) -> None:
    """Render once more, cold, elsewhere and in other processes, and compare the frames."""
    from mnemo_anim.render.progress import display_for
    from mnemo_anim.render.run import render_lecture
    from mnemo_anim.review.repetition import departures

    plan = _plan(lecture, quality_named(quality), theme, folder, scenes)
    once = _render(plan, names or [], jobs or cores())
    with TemporaryDirectory(prefix="mnemo-again-") as elsewhere:
        os.environ["PYTHONHASHSEED"] = "271828"  # of the processes to come, not of this one
        plan = _plan(lecture, quality_named(quality), theme, Path(elsewhere), scenes)
        show = partial(display_for, _console())
        again = render_lecture(plan, names or [], jobs or cores(), show)
        if once.failed or again.failed:
            raise typer.Exit(1)
        pairs = ([outcome.job for outcome in report.outcomes] for report in (once, again))
        found = departures(*pairs)
    for departure in found:
        _print(str(departure))
    if found:
        raise typer.Exit(1)
    _print(f"{len(once.outcomes)} scenes rendered twice: the same frames.")


@app.command(name="list")
def list_sections(lecture: Lecture = LECTURE, scenes: Scenes = PACKAGE) -> None:
    """List the sections of the lecture and their scenes."""
    names = {entry.section: entry.class_name for entry in registered_scenes(scenes)}
    table = _table("", "section", "title", "beats", "scene")
    for number, section in enumerate(read_lecture(lecture).sections, start=1):
        scene = names.get(section.id, "no scene yet")
        table.add_row(str(number), section.id, section.title, str(len(section.beats)), scene)
    _console().print(table)


@app.command()
def probe(films: Annotated[list[Path], typer.Argument(help="Film files.")]) -> None:
    """Read films back, and tell where they miss what a film file must be."""
    from mnemo_anim.render import probe as reading

    table = _table("film", "size", "frames/s", "frames", "seconds", "faults")
    probes = [reading.probe(film) for film in films]
    for one in probes:
        size, faults = f"{one.width}×{one.height}", "; ".join(one.faults()) or "none"
        rate, frames, seconds = f"{float(one.fps):g}", str(one.frames), f"{one.duration:.2f}"
        table.add_row(_shown(one.path), size, rate, frames, seconds, faults)
    _console().print(table)
    if any(one.faults() for one in probes):
        raise typer.Exit(1)


def _plan(document: Path, quality: Quality, theme: str, folder: Path, package: str) -> Plan:
    choose_theme(theme)
    return make_plan(document, quality, folder, package, theme)


def _render(plan: Plan, names: Sequence[str], count: int) -> "Report":
    from mnemo_anim.render.progress import display_for
    from mnemo_anim.render.run import render_lecture

    report = render_lecture(plan, names, count, partial(display_for, _console()))
    table = _table("scene", "", "seconds", "frames", "file")
    for outcome in report.outcomes:
        failed = outcome.state == "failed"
        table.add_row(
            outcome.job.entry.class_name,
            outcome.state,
            f"{outcome.seconds:.1f}",
            str(outcome.frames),
            _shown(outcome.job.log if failed else outcome.job.film),
        )
    _console().print(table)
    for outcome in report.outcomes:
        if outcome.state == "failed":
            _print(f"{outcome.job.entry.class_name}: {outcome.message}")
    if plan.without_scene and not names:
        missing = ", ".join(section.id for section in plan.without_scene)
        _print(f"No scene yet, so not in the film: {missing}")
    return report


def _opener() -> str | None:
    """Return the program that opens a file on the screen; None where there is no screen."""
    if sys.platform == "darwin":
        return shutil.which("open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_display else None


def _console() -> Console:
    """Return the console; where it is no terminal, a line may be as long as it needs to be."""
    console = Console()
    return console if console.is_terminal else Console(width=200)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", justify="left")
    return table


def _print(line: str) -> None:
    _console().print(line, markup=False, highlight=False, soft_wrap=True)


def _shown(path: Path) -> str:
    """Return a path as the user would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(words or ["--help"], prog_name="mnemo", standalone_mode=False) or 0
    except TyperException as error:
        return _fail(error.format_message(), error.exit_code)
    except (UnknownNameError, UnknownIdError, ThemeError) as error:
        return _fail(str(error), 2)
    except (DocumentError, RenderError, TimelineError) as error:
        return _fail(str(error), 1)
    return _fail("stopped", code) if code == _INTERRUPTED else code


def _fail(message: str, code: int) -> int:
    print(f"mnemo: {' '.join(message.split())}", file=sys.stderr)
    return code
