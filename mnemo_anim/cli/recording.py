"""The command that helps to record the narration."""

from pathlib import Path
from typing import Annotated

import typer

from mnemo_anim.cli.app import (
    Folder,
    Lecture,
    QualityName,
    Scenes,
    ThemeName,
    VoiceName,
    app,
    planned,
    say,
    shown,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.paths import LECTURE, RENDERS
from mnemo_anim.render.quality import HD, quality_named
from mnemo_anim.render.registry import PACKAGE
from mnemo_anim.voice import SILENT, voice_named


@app.command()
def teleprompter(
    quality: QualityName = HD.name,
    theme: ThemeName = DEFAULT_THEME,
    voice: VoiceName = SILENT,
    lecture: Lecture = LECTURE,
    folder: Folder = RENDERS,
    scenes: Scenes = PACKAGE,
    target: Annotated[Path | None, typer.Option(help="The HTML file.")] = None,
) -> None:
    """Make a page to read the narration from; with recorded:/folder it tells what is recorded."""
    from mnemo_anim.outputs.teleprompter import make_teleprompter
    from mnemo_anim.voice.recorded import RecordedVoice

    plan = planned(lecture, quality_named(quality), Edition(theme), folder, scenes)
    speaker = voice_named(voice, plan.lecture.language, plan.speech)
    takes = speaker if isinstance(speaker, RecordedVoice) else None
    page = target or plan.edition.place(folder) / "teleprompter.html"
    for remark in make_teleprompter(plan, page, takes):
        say(remark)
    say(shown(page))
