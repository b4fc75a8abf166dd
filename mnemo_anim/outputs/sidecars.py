"""The text files beside a film: captions, and for the joined film its chapters and transcript."""

from collections.abc import Sequence
from pathlib import Path

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.writing import to_srt, to_webvtt
from mnemo_anim.outputs.captions import film_subtitles, scene_subtitles
from mnemo_anim.outputs.filmed import film_timeline, scene_timeline
from mnemo_anim.outputs.transcript import to_markdown, transcribed
from mnemo_anim.render.chapters import FEWEST, chapter_lines, chapters_of
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.whole import write_text_whole

_CHAPTERS = ".chapters.txt"


def chapters_file(plan: Plan) -> Path:
    """Return where the list of chapters of the joined film goes."""
    return plan.film.with_suffix(_CHAPTERS)


def write_scene_sidecars(job: SceneJob) -> list[Path]:
    """Write the captions of a scene, ``.srt`` and ``.vtt``; return the files.

    Raises:
        RenderError, TimelineError: There is no film, or no timeline that fits it.
    """
    return _written(job.film, _captions(scene_subtitles(scene_timeline(job))))


def write_film_sidecars(plan: Plan) -> list[Path]:
    """Write captions, chapters and transcript of the joined film; return the files.

    A film with too few chapters for a video site gets no list of them.

    Raises:
        RenderError, TimelineError: There is no film, or no timeline that fits it.
    """
    film = film_timeline(plan)
    texts = _captions(film_subtitles(film))
    chapters = chapters_of(film)
    if len(chapters) >= FEWEST:
        texts[_CHAPTERS] = "\n".join(chapter_lines(chapters, film.fps)) + "\n"
    else:
        chapters_file(plan).unlink(missing_ok=True)
    texts[".transcript.md"] = to_markdown(film.title, transcribed(film.scenes))
    return _written(plan.film, texts)


def _captions(subtitles: Sequence[Subtitle]) -> dict[str, str]:
    return {".srt": to_srt(subtitles), ".vtt": to_webvtt(subtitles)}


def _written(film: Path, texts: dict[str, str]) -> list[Path]:
    """Write each text beside the film, under its name with that ending."""
    files = []
    for ending, text in texts.items():
        file = film.with_suffix(ending)
        write_text_whole(file, text)
        files.append(file)
    return files
