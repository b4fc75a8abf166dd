"""Slides as one HTML file, played by reveal.js. This imports manim-slides.

Its converter lets a template lay the page out. Its own template asks a server for reveal.js, or
fetches it when the file is made; ours holds the copy that lies beside this module. And its own lets
reveal.js split the address of an embedded film at its comma, and mends that in the browser; in ours
the film is part of the slide, and reveal.js leaves its address alone.
"""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from manim_slides.config import PresentationConfig, SlideConfig
from manim_slides.convert import RevealJS
from PIL import Image

from mnemo_anim.outputs.slides.deck import Deck
from mnemo_anim.render.whole import written_whole

_HERE = Path(__file__).parent
_STILL = (640, 360)  # pixels at most, of the pictures in the overview


class _OneFile(RevealJS):
    """The converter, and what our template needs besides: all of it is put into the page."""

    language: str
    ground: str
    section_titles: list[str]
    stills: list[list[str]]
    reveal_css: str
    reveal_js: str
    notes_js: str


def write_html(deck: Deck, target: Path) -> None:
    """Write a deck, whose films are WebM or mp4, as one file that needs nothing from anywhere."""
    converter = _OneFile(
        presentation_configs=presentations(deck),
        template=_HERE / "template.html",
        one_file=True,
        title=deck.title,
        width=deck.size[0],
        height=deck.size[1],
        language=deck.language,
        ground=deck.ground,
        section_titles=[section.title for section in deck.sections],
        stills=[[_still(slide.still) for slide in section.slides] for section in deck.sections],
        reveal_css=_vendored("reveal.css"),
        reveal_js=_vendored("reveal.js"),
        notes_js=_vendored("notes.js"),
    )
    with written_whole(target) as part:
        converter.convert_to(part)


def presentations(deck: Deck) -> list[PresentationConfig]:
    """Return the sections of a deck as manim-slides takes them."""
    return [
        PresentationConfig(
            slides=[
                SlideConfig(file=slide.film, rev_file=slide.film, notes=slide.notes)
                for slide in section.slides
            ],
            resolution=deck.size,
            background_color=deck.ground,
        )
        for section in deck.sections
    ]


def _vendored(name: str) -> str:
    return (_HERE / "reveal" / name).read_text(encoding="utf-8")


def _still(picture: Path) -> str:
    """Return a small copy of a picture, as a data address."""
    memory = BytesIO()
    with Image.open(picture) as image:
        small = image.convert("RGB")
        small.thumbnail(_STILL, Image.Resampling.LANCZOS)
        small.save(memory, "JPEG", quality=82, optimize=True)
    return f"data:image/jpeg;base64,{b64encode(memory.getvalue()).decode()}"
