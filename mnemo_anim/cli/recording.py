"""The command that helps to record the narration."""

from dataclasses import replace
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
from mnemo_anim.render.quality import HD
from mnemo_anim.voice import SILENT, voice_named


@app.command()
@about_films
def teleprompter(
    films: Films,
    quality: QualityName = HD.name,
    target: Annotated[Path | None, typer.Option(help="The HTML file.")] = None,
) -> None:
    """Make a page to read the narration from; with recorded:/folder it tells what is recorded."""
    from mnemo_anim.outputs.teleprompter import make_teleprompter
    from mnemo_anim.voice.recorded import RecordedVoice

    silent = replace(films, edition=replace(films.edition, voice=SILENT))
    plan = silent.plan(quality)
    speaker = voice_named(films.edition.voice, plan.lecture.language, plan.speech)
    takes = speaker if isinstance(speaker, RecordedVoice) else None
    page = target or silent.place / "teleprompter.html"
    for remark in make_teleprompter(plan, page, takes):
        say(remark)
    say(shown(page))
