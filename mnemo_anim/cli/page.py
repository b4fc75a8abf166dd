"""The command that makes the lecture page out of the films."""

from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Folder,
    Lecture,
    QualityName,
    Scenes,
    ThemeName,
    app,
    planned,
    say,
    shown,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import GALLERY_CHOICE, LECTURE, RENDERS
from mnemo_anim.render.quality import HD, quality_named
from mnemo_anim.render.registry import PACKAGE


@app.command()
def page(
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
    choice: Annotated[
        Path, typer.Option("--choice", help="Which beat's picture stands for each section.")
    ] = GALLERY_CHOICE,
    target: Annotated[Path | None, typer.Option(help="The folder of the page.")] = None,
) -> None:
    """Make the lecture page: the films, a transcript, the questions, a landscape to walk on."""
    from mnemo_anim.outputs.page import make_page

    plan = planned(lecture, quality_named(quality), Edition(theme), folder, scenes)
    say(shown(make_page(plan, choice, target or plan.edition.place(folder) / "page")))
