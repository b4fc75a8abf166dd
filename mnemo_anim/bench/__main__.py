"""`python -m mnemo_anim.bench`: measure, print a table, and write JSON and a plot."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from typer.exceptions import TyperException

from mnemo_anim.bench import measures, report
from mnemo_anim.bench.plot import plot
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.document import DocumentError
from mnemo_anim.paths import RENDERS
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.quality import HD, quality_named
from mnemo_anim.render.registry import registered_scenes, scene_named
from mnemo_anim.render.whole import write_text_whole, written_whole

_FEW = ("Opening", "ReadingTheGradient")
"""Scenes that stand for all: one with a landscape, one without."""

_INTERRUPTED = 130  # what typer makes of Ctrl-C, as shells do
_TERMINATED = 128 + signal.SIGTERM

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def bench(
    full: Annotated[bool, typer.Option(help="All scenes; it takes hours.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=f"Some measures: {', '.join(measures.MEASURES)}."),
    ] = None,
    scene: Annotated[
        list[str] | None,
        typer.Option(metavar="SCENE", help=f"Some scenes; by default {' and '.join(_FEW)}."),
    ] = None,
    profile: Annotated[
        bool, typer.Option(help="Measure nothing, but tell where a worker's time goes.")
    ] = False,
    quality: Annotated[str, typer.Option(help="Of the scene in a profile.")] = HD.name,
    target: Annotated[Path, typer.Option(help="Where bench.json and bench.png go.")] = RENDERS
    / "bench",
) -> None:
    """Measure the studio against other ways of doing the same."""
    if full and scene:
        raise typer.BadParameter("--full means all scenes: leave --scene out.")
    names = () if full else tuple(scene or _FEW)
    for name in names:
        scene_named(name, registered_scenes())  # tells of a misspelt one
    if profile:
        _profile(names or [entry.class_name for entry in registered_scenes()], quality)
        return
    wanted = measures.chosen(measures.MEASURES, only or [])
    with TemporaryDirectory(prefix="mnemo-bench-") as folder:
        place = Workplace(Path(folder), names, lambda what: _say(f"… {what}"))
        found, failed = measures.make(wanted, place)
    _console().print(report.table(found, full=full))
    write_text_whole(target / "bench.json", report.as_json(found, failed, full=full))
    with written_whole(target / "bench.png") as part:
        plot(found).save(part, "PNG")
    for name, why in failed.items():
        _say(f"{name} failed: {why}")
    _say(f"{target / 'bench.json'}, {target / 'bench.png'}")
    if failed:
        raise typer.Exit(1)


def _profile(names: Sequence[str], quality: str) -> None:
    from mnemo_anim.bench import profile  # noqa: PLC0415 - not for the measures
    from mnemo_anim.bench.drawing import draw_here, prepare  # noqa: PLC0415

    for name in names:
        task, segments, driver = prepare(name, quality_named(quality))
        with profile.looked_at() as counts:
            draw_here(task, segments, driver)
        _say(f"{name}, {quality}: parts of the seconds that a worker draws")
        _console().print(profile.table(counts))


def _console() -> Console:
    made = Console()
    return made if made.is_terminal else Console(width=400)


def _say(line: str) -> None:
    _console().print(line, markup=False, highlight=False, soft_wrap=True)


def main() -> int:
    """Run the command; return its exit code."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        code = app(prog_name="mnemo_anim.bench", standalone_mode=False) or 0
    except TyperException as error:
        return _fail(error.format_message(), error.exit_code)
    except UnknownNameError as error:
        return _fail(str(error), 2)
    except (RenderError, DocumentError) as error:
        return _fail(str(error), 1)
    finally:
        signal.signal(signal.SIGTERM, before)
    return _fail("stopped", code) if code == _INTERRUPTED else code


def _terminate(*_: object) -> NoReturn:
    """Let commands be ended and films be removed first, as with Ctrl-C."""
    sys.exit(_TERMINATED)


def _fail(message: str, code: int) -> int:
    print(f"bench: {' '.join(message.split())}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
