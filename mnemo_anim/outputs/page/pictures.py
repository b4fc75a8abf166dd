"""Pictures out of the films: one for the whole film, one for each section and each answer."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from mnemo_anim.outputs.filmed import scene_timeline
from mnemo_anim.outputs.gallery import SIZE, make_gallery, picture_at
from mnemo_anim.outputs.page.content import Content
from mnemo_anim.render.plan import Plan

_WIDEST = 1280  # pixels of the film's own picture
_QUALITY = 84  # of a JPEG


def add_pictures(plan: Plan, content: Content, choice: Path, folder: Path) -> None:
    """Write ``_film.jpg``, ``<section>.jpg`` and ``<question>.jpg`` for all sections and questions.

    Args:
        plan: of the films.
        content: what the page tells.
        choice: the file that names a beat for each section, see `gallery`.
        folder: where they go.

    Raises:
        RenderError: a film is missing or cannot be read, or ``choice`` is faulty.
    """
    make_gallery(plan, choice, folder)
    for name, picture in (("_film", _title_card(plan)), *_answers(plan, content)):
        (folder / f"{name}.jpg").write_bytes(_as_jpeg(picture))


def _title_card(plan: Plan) -> Image.Image:
    """Return what stands at the end of the first section: the opening leads up to the title."""
    job = plan.jobs[0]
    width = min(_WIDEST, plan.quality.width)
    height = round(width * plan.quality.height / plan.quality.width)
    return picture_at(job.film, scene_timeline(job).beats[-1].poster, (width, height))


def _answers(plan: Plan, content: Content) -> Iterator[tuple[str, Image.Image]]:
    films = {job.entry.section: job.film for job in plan.jobs}
    for asked in content.questions:
        yield asked.question.id, picture_at(films[asked.section.id], asked.poster, SIZE)


def _as_jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return file.getvalue()
