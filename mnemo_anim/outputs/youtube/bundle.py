"""The bundle: a folder with everything that an upload asks for, whoever does it."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.subtitle import subtitles_of
from mnemo_anim.captions.writing import to_srt, to_webvtt
from mnemo_anim.outputs.captions import film_subtitles
from mnemo_anim.outputs.filmed import film_timeline
from mnemo_anim.outputs.youtube.about import About
from mnemo_anim.outputs.youtube.checklist import Check, as_json, as_markdown, check, insist
from mnemo_anim.outputs.youtube.folder import folder_written_whole
from mnemo_anim.outputs.youtube.material import Material, picture_of
from mnemo_anim.outputs.youtube.metadata import Metadata, metadata_of
from mnemo_anim.render.chapters import FEWEST, chapter_lines, chapters_of
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.plan import Plan
from mnemo_anim.render.probe import probe

STATE = "upload.json"  # what the upload remembers; private


@dataclass(frozen=True, slots=True)
class Bundle:
    """A film that is ready for YouTube.

    Attributes:
        folder: Where the files lie.
        film, captions, thumbnail: Those that are uploaded.
        metadata: What is said of the film.
        checks: Every rule, with what was measured.
    """

    folder: Path
    film: Path
    captions: Path
    thumbnail: Path
    metadata: Metadata
    checks: tuple[Check, ...]

    @property
    def state(self) -> Path:
        """Where the upload keeps what it remembers."""
        return self.folder / STATE


def bundle_folder(plan: Plan) -> Path:
    """Return where the bundle of a film goes: beside the folders of the qualities."""
    return plan.film.parent.with_name("youtube")


def make_bundle(plan: Plan, about: About, thumbnail: Path | None = None) -> Bundle:
    """Make the folder ``youtube`` beside the folder of the films; return what is in it.

    It replaces the last one when it is whole; on an error that one stays as it was.

    Args:
        plan: Of the films, which have been rendered and joined.
        about: What the maker says of the film.
        thumbnail: A picture file; by default one is drawn, in the theme of this process.

    Raises:
        RenderError: There is no film, or a rule of the checklist is missed.
        TimelineError: The film's timeline cannot be read.
    """
    timeline = film_timeline(plan)
    chapters = chapters_of(timeline)
    lines = chapter_lines(chapters, timeline.fps) if len(chapters) >= FEWEST else []
    metadata = metadata_of(about, plan.lecture, lines)
    folder = bundle_folder(plan)
    with folder_written_whole(folder, keep=STATE) as part:
        film = _linked(plan.film, part / plan.film.name)
        captions = _write_captions(timeline, part / plan.film.stem, metadata.language)
        picture = part / f"thumbnail{thumbnail.suffix.lower() if thumbnail else '.png'}"
        _put_thumbnail(plan, about, thumbnail, picture)
        material = Material(
            lecture=plan.lecture,
            timeline=timeline,
            film=probe(film),
            passages=_passages(timeline),
            metadata=metadata,
            thumbnail=picture_of(picture),
        )
        checks = check(material, about=str(about.source), render=_render_again(plan))
        insist(checks)
        _write_words(metadata, part)
        (part / "checklist.md").write_text(as_markdown(metadata.title, checks), encoding="utf-8")
        (part / "checklist.json").write_text(as_json(metadata.title, checks), encoding="utf-8")
    return Bundle(
        folder=folder,
        film=folder / film.name,
        captions=folder / captions.name,
        thumbnail=folder / picture.name,
        metadata=metadata,
        checks=checks,
    )


def _linked(source: Path, target: Path) -> Path:
    """Link a file, or copy it where the disk has no links or is another."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _write_captions(timeline: FilmTimeline, stem: Path, language: str) -> Path:
    """Write the captions in two formats; return the file that is uploaded."""
    subtitles = film_subtitles(timeline)
    webvtt = stem.with_name(f"{stem.name}.{language}.vtt")
    webvtt.write_text(to_webvtt(subtitles), encoding="utf-8")
    subrip = webvtt.with_suffix(".srt")
    subrip.write_text(to_srt(subtitles), encoding="utf-8")
    return subrip


def _passages(timeline: FilmTimeline) -> tuple[tuple[Subtitle, ...], ...]:
    return tuple(
        subtitles_of(beat.captions, timeline.fps, start)
        for scene, start in zip(timeline.scenes, timeline.starts, strict=True)
        for beat in scene.beats
    )


def _put_thumbnail(plan: Plan, about: About, given: Path | None, target: Path) -> None:
    """Copy the picture that is given, or draw one."""
    if given is None:
        from mnemo_anim.outputs.youtube.thumbnail import draw_thumbnail  # noqa: PLC0415 - manim

        draw_thumbnail(about.thumbnail or plan.lecture.title, plan.lecture.series, target)
        return
    try:
        picture_of(given)
        shutil.copyfile(given, target)
    except OSError as error:
        raise RenderError(f"{given} is no picture that can be read. Name another.") from error


def _write_words(metadata: Metadata, folder: Path) -> None:
    """Write what is said of the film: for programs, and each text alone, to be pasted."""
    told = {"snippet": metadata.snippet, "status": metadata.status, "playlist": metadata.playlist}
    texts = {
        "metadata.json": json.dumps(told, indent=1, ensure_ascii=False),
        "title.txt": metadata.title,
        "description.txt": metadata.description,
        "tags.txt": ",".join(metadata.tags),
    }
    for name, text in texts.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")


def _render_again(plan: Plan) -> str:
    return f"make render QUALITY={plan.quality.name} {plan.edition.options}".strip()
