"""The files of slides: which there are, where they go, and what they are made of."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from mnemo_anim.outputs.clips import Format, Made
from mnemo_anim.outputs.slides.deck import make_deck
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import Plan, SceneJob


class SlideFormat(StrEnum):
    """A kind of file; its value is the ending of its name."""

    HTML = "html"
    PPTX = "pptx"

    @property
    def film(self) -> Format:
        """What kind of film is in it: WebM is less than half as large; PowerPoint plays none."""
        return Format.WEBM if self is SlideFormat.HTML else Format.MP4


def write_slides(
    plan: Plan,
    names: Sequence[str],
    kinds: Sequence[SlideFormat],
    *,
    captions: bool,
    count: int,
    on_made: Callable[[Made], None],
) -> Iterator[Path]:
    """Write slides of the whole lecture, or of each of some scenes; yield the files as they come.

    Args:
        plan: of the films.
        names: the scenes, by class or section; none for the lecture.
        kinds: of file.
        captions: whether words on the caption rail stay.
        count: how many clips are made side by side.
        on_made: told of each clip that goes into them.

    Raises:
        RenderError: manim-slides is not installed; or a film is missing, or is not that of its
            timeline.
        UnknownNameError: There is no such scene.
    """
    try:
        from mnemo_anim.outputs.slides.html import write_html  # noqa: PLC0415 - see the error
        from mnemo_anim.outputs.slides.pptx import write_pptx  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise RenderError(
            f"slides are made by manim-slides, and {error.name} is not installed. "
            "Run .venv/bin/pip install '.[slides]'."
        ) from None
    write = {SlideFormat.HTML: write_html, SlideFormat.PPTX: write_pptx}
    decks: dict[str, Sequence[SceneJob]] = (
        {job.film.stem: [job] for job in plan.only(names)} if names else {plan.film.stem: plan.jobs}
    )
    for name, jobs in decks.items():
        for kind in kinds:
            deck = make_deck(plan, jobs, kind.film, captions=captions, count=count, on_made=on_made)
            target = plan.film.parent / "slides" / f"{name}.{kind}"
            write[kind](deck, target)
            yield target
