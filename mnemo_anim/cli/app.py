"""What all commands share: the application, its options, and how it prints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, ParamSpec, TypeVar, cast

import typer
from rich.console import Console
from rich.table import Table

from mnemo_anim.edition import ORIGINAL, TRANSLATION_VARIABLE, Edition
from mnemo_anim.palettes import DEFAULT_THEME, PALETTES, THEME_VARIABLE
from mnemo_anim.paths import LECTURE, RENDERS
from mnemo_anim.render.cores import cores
from mnemo_anim.render.errors import UnknownNameError
from mnemo_anim.render.identity import versions
from mnemo_anim.render.plan import Plan, make_plan
from mnemo_anim.render.quality import quality_named
from mnemo_anim.render.registry import PACKAGE
from mnemo_anim.render.theme_choice import choose_theme
from mnemo_anim.voice import SILENT, VOICE_VARIABLE, VOICES

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from mnemo_anim.render.hands import Hands
    from mnemo_anim.render.outcome import Report
    from mnemo_anim.render.run import Hire

_Arguments = ParamSpec("_Arguments")
_Kind = TypeVar("_Kind", bound=StrEnum)

app = typer.Typer(
    help="Turn the lecture document into film.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Lecture = Annotated[Path, typer.Option("--lecture", help="The document.")]
Folder = Annotated[Path, typer.Option("--folder", help="Where the films go.")]
QualityName = Annotated[str, typer.Option("--quality", "-q", help="draft, hd or 4k.")]
ThemeName = Annotated[
    str, typer.Option("--theme", "-t", envvar=THEME_VARIABLE, help=f"{' or '.join(PALETTES)}.")
]
VoiceName = Annotated[
    str,
    typer.Option(
        "--voice",
        envvar=VOICE_VARIABLE,
        metavar="VOICE",
        help=f"Who speaks: {', '.join(VOICES.values())}.",
    ),
]
Translation = Annotated[
    str,
    typer.Option(
        "--translation",
        envvar=TRANSLATION_VARIABLE,
        metavar="TAG",
        help="Of the document, as es for gradients.es.md; the document itself if none.",
    ),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Workers side by side; one a core.")
]
Cluster = Annotated[
    str | None,
    typer.Option(envvar="MNEMO_CLUSTER", help="Of a Dask scheduler, as tcp://host:8786."),
]
Stills = Annotated[Path, typer.Option("--stills", help="The folder of accepted stills.")]
Scenes = Annotated[str, typer.Option("--scenes", help="The package that names the scenes.")]
SceneName = Annotated[str, typer.Argument(metavar="SCENE", help="Its class or section.")]
SceneNames = Annotated[list[str] | None, typer.Argument(metavar="SCENE", help="All if none.")]


@dataclass(frozen=True, slots=True)
class Films:
    """The films that a command is about.

    Attributes:
        lecture: The document.
        folder: Where the films go.
        scenes: The package that names the scenes.
        edition: Which of the lecture's films.
    """

    lecture: Path
    folder: Path
    scenes: str
    edition: Edition

    @property
    def document(self) -> Path:
        """The document that is played."""
        return self.edition.document(self.lecture)

    @property
    def place(self) -> Path:
        """Where the edition goes."""
        return self.edition.place(self.folder)

    def plan(self, quality: str) -> Plan:
        """Return the plan of all films, in whose theme this process draws from now on."""
        choose_theme(self.edition.theme)
        return make_plan(
            self.lecture, quality_named(quality), self.folder, self.scenes, self.edition
        )


def about_films(command: Callable[Concatenate[Films, _Arguments], None]) -> Callable[..., None]:
    """Give a command the options that name films; its first parameter is those films."""

    def called(
        *,
        theme: ThemeName = DEFAULT_THEME,
        voice: VoiceName = SILENT,
        translation: Translation = ORIGINAL,
        lecture: Lecture = LECTURE,
        folder: Folder = RENDERS,
        scenes: Scenes = PACKAGE,
        **others: Any,
    ) -> None:
        films = Films(lecture, folder, scenes, Edition(theme, voice, translation))
        cast("Callable[..., None]", command)(films, **others)

    own = list(signature(command, eval_str=True).parameters.values())[1:]
    options = list(signature(called, eval_str=True).parameters.values())[:-1]
    parameters = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in (*own, *options)]
    called.__name__, called.__doc__ = command.__name__, command.__doc__
    called.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {one.name: one.annotation for one in parameters}
    return called


def hire(plan: Plan, jobs: int | None, cluster: str | None = None) -> "Hire":
    """Return who draws: workers of this machine, one a core, or those of a cluster."""

    def hired() -> "AbstractContextManager[Hands]":
        if cluster is None:
            from mnemo_anim.render.executors import local

            return local(jobs or cores())

        from mnemo_anim.render import cluster as dask

        expected = {
            **{name: digest for job in plan.jobs for name, digest in job.recipe.sources.items()},
            **versions(),
            "theme": plan.edition.theme,
        }
        return dask.cluster(cluster, expected, say)

    return hired


def rendered(plan: Plan, names: Sequence[str], hire: "Hire") -> "Report":
    """Render what is not up to date, and print a table of what was done."""
    from mnemo_anim.render.progress import display_for
    from mnemo_anim.render.run import render_lecture

    remark_on_voice(plan, names)
    report = render_lecture(plan, names, hire, partial(display_for, console()))
    rows = table("scene", "", "drawn", "frames", "seconds", "file", "why")
    for outcome in report.outcomes:
        failed = outcome.state == "failed"
        rows.add_row(
            outcome.job.entry.class_name,
            outcome.state,
            str(outcome.drawn),
            str(outcome.frames),
            f"{outcome.seconds:.1f}",
            shown(outcome.job.log if failed else outcome.job.film),
            "" if failed else outcome.why,
        )
    console().print(rows)
    for outcome in report.outcomes:
        if outcome.state == "failed":
            say(f"{outcome.job.entry.class_name}: {outcome.why}")
    if plan.without_scene and not names:
        missing = ", ".join(section.id for section in plan.without_scene)
        say(f"No scene yet, so not in the film: {missing}")
    return report


def chosen(kinds: type[_Kind], names: Sequence[str]) -> tuple[_Kind, ...]:
    """Return the kinds of file of these names, each once.

    Raises:
        UnknownNameError: there is no kind of such a name.
    """
    for name in names:
        if name not in set(kinds):
            raise UnknownNameError.among("format", name, kinds)
    return tuple(kinds(name) for name in dict.fromkeys(names))


def remark_on_voice(plan: Plan, names: Sequence[str]) -> None:
    """Make sure that the voice can speak the named scenes, or all, and say what is wrong with it.

    Raises:
        VoiceError: It cannot speak.
    """
    jobs = plan.only(names) if names else plan.jobs
    sections = [plan.lecture.section(job.entry.section) for job in jobs]
    known = {beat.id for section in plan.lecture.sections for beat in section.beats}
    for remark in plan.voice.check([beat for section in sections for beat in section.beats], known):
        say(remark)


def console() -> Console:
    """Return the console; where it is no terminal, a line may be as long as it needs to be."""
    made = Console()
    return made if made.is_terminal else Console(width=1000)


def table(*columns: str) -> Table:
    """Return an empty table with these columns."""
    made = Table(box=None, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold", justify="left")
    return made


def say(line: str) -> None:
    """Print a line, of whatever length."""
    console().print(line, markup=False, highlight=False, soft_wrap=True)


def shown(path: Path) -> str:
    """Return a path as the user would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
