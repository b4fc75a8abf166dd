"""The command that makes the lecture page out of the films."""

from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Films,
    QualityName,
    about_films,
    app,
    say,
    shown,
)
from mnemo_anim.paths import GALLERY_CHOICE
from mnemo_anim.render.quality import HD


@app.command()
@about_films
def page(
    films: Films,
    quality: QualityName = HD.name,
    choice: Annotated[
        Path, typer.Option("--choice", help="Which beat's picture stands for each section.")
    ] = GALLERY_CHOICE,
    target: Annotated[Path | None, typer.Option(help="The folder of the page.")] = None,
) -> None:
    """Make the lecture page: the films, a transcript, the questions, a landscape to walk on."""
    from mnemo_anim.outputs.page import make_page

    plan = films.plan(quality)
    say(shown(make_page(plan, choice, target or films.place / "page")))
