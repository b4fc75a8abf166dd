"""One small picture of each section, taken out of its film.

``assets/gallery.toml`` names the beat whose picture stands for a section::

    intuition-first = "fog-lifts"
"""

import tomllib
from io import BytesIO
from pathlib import Path

from PIL import Image

from mnemo_anim.document import Section
from mnemo_anim.outputs.film_frames import Span, as_image, frames_of
from mnemo_anim.outputs.filmed import scene_timeline
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.whole import written_whole

SIZE = (480, 270)  # pixels
MOST_BYTES = 40_000  # of a picture, so that it may be kept in the repository
_QUALITIES = range(92, 20, -4)  # of a JPEG, best first


def make_gallery(plan: Plan, choice: Path, folder: Path) -> list[Path]:
    """Write a picture for each section that has a film; return the files, in the lecture's order.

    Args:
        plan: Of the films.
        choice: The file that names a beat for each section.
        folder: Where ``<section>.jpg`` goes.

    Raises:
        RenderError: A film is missing or is not that of its timeline, or ``choice`` is faulty.
        DocumentError: ``choice`` names a section or a beat that the document does not have.
    """
    chosen = _read_choice(choice)
    for name in chosen:
        plan.lecture.section(name)  # tells of a section that the document does not have
    written = []
    for job in plan.jobs:
        section = plan.lecture.section(job.entry.section)
        frame = _frame_of(job, section, chosen, choice)
        target = folder / f"{section.id}.jpg"
        with written_whole(target) as part:
            part.write_bytes(_as_jpeg(picture_at(job.film, frame)))
        written.append(target)
    return written


def picture_at(film: Path, frame: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Return frame ``frame`` of a film, counted from 0, as a picture of ``size`` in pixels.

    Raises:
        RenderError: The film cannot be read, or is shorter.
    """
    (picture,) = frames_of(Span(film, frame, frame + 1))
    return as_image(picture).resize(size, Image.Resampling.LANCZOS)


def _read_choice(path: Path) -> dict[str, str]:
    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RenderError(f"{path} cannot be read ({error}). Mend it.") from error
    for section, beat in chosen.items():
        if not isinstance(beat, str):
            raise RenderError(f'{path}: write {section} = "id of a beat".')
    return chosen


def _frame_of(job: SceneJob, section: Section, chosen: dict[str, str], choice: Path) -> int:
    """Return the number of the frame that stands for a section."""
    if section.id not in chosen:
        mend = f'Write {section.id} = "{section.beats[-1].id}", or another beat of it'
        raise RenderError(f"{choice} names no beat for section “{section.id}”. {mend}.")
    beat = section.beat(chosen[section.id]).id
    return scene_timeline(job).beat(beat).poster


def _as_jpeg(picture: Image.Image) -> bytes:
    """Return the best JPEG that is small enough."""
    content = b""
    for quality in _QUALITIES:
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        content = file.getvalue()
        if len(content) <= MOST_BYTES:
            break
    return content
