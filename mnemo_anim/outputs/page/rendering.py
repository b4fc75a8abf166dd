"""The page as text: its HTML, and its data as JavaScript."""

import json
from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from mnemo_anim.captions import Subtitle
from mnemo_anim.document import Listing
from mnemo_anim.mobjects.lettering.numerals import list_separator, separator_in
from mnemo_anim.outputs.page.content import Content
from mnemo_anim.outputs.page.landscapes import LANDSCAPES
from mnemo_anim.outputs.page.notation import prose
from mnemo_anim.outputs.page.snippets import snippets
from mnemo_anim.outputs.page.wording import Words
from mnemo_anim.palettes import NIGHT
from mnemo_anim.render.chapters import clock

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "media")),
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The Content-Security-Policy: everything from this folder, nothing from anywhere else."""

SCRIPTS = tuple(
    f"scripts/{name}.js"
    for name in (
        "data", "landscapes", "wording", "numbers",
        "film", "player", "captions", "transcript", "search", "jumps", "quiz",
        "walk", "grid", "ground", "labels", "map", "chart", "explorer",
        "embed", "shortcuts", "main",
    )
)  # fmt: skip
"""In the order in which they are run; each knows only those before it."""

STYLES = tuple(
    f"styles/{name}.css"
    for name in ("fonts", "palette", "base", "film", "transcript", "explore", "quiz", "notes")
)


def page_html(
    content: Content, words: Words, *, film: str, films: Mapping[str, str], sound: bool
) -> str:
    """Return ``index.html``.

    Args:
        content: what it tells.
        words: of its interface.
        film: the name of the film's file.
        films: the names of the sections' own films, by section.
        sound: whether anybody speaks in the film.
    """
    separator = separator_in(content.lecture.language)
    return (
        _environment()
        .get_template("page.html")
        .render(
            content=content,
            lecture=content.lecture,
            words=_by_attribute(words),
            film=film,
            films=films,
            sound=sound,
            separator=separator,
            between=list_separator(separator),
            landscapes=LANDSCAPES,
            snippets=snippets(content.lecture.title),
            policy=POLICY,
            scripts=SCRIPTS,
            styles=STYLES,
        )
    )


def icon_svg() -> str:
    """Return the icon of the page."""
    return _environment().get_template("icon.svg").render(colours=NIGHT)


def data_script(content: Content, words: Words, *, sound: bool) -> str:
    """Return the JavaScript that defines ``LECTURE`` and ``WORDS``."""
    lecture = {
        "title": content.lecture.title,
        "language": content.lecture.language,
        "separator": separator_in(content.lecture.language),
        "sound": sound,
        "duration": moment(content.duration),
        "chapters": [
            {"id": c.section.id, "title": c.section.title, "start": moment(c.start)}
            for c in content.chapters
        ],
        "thinking": [moment(q.thinking) for q in content.questions if q.thinking is not None],
        "captions": [_caption(caption) for caption in content.captions],
    }
    return f'"use strict";\n\nconst LECTURE = {_json(lecture)};\n\nconst WORDS = {_json(words)};\n'


def moment(seconds: Fraction) -> float:
    """Return the first millisecond, in seconds, at which a player shows the frame of a moment.

    A hair before it, the player would show the frame in front.
    """
    return ceil(seconds * 1000) / 1000


def code(listing: Listing) -> Markup:
    """Return a listing as HTML, its words in classes; in a language that is unknown, as it is."""
    try:
        lexer = get_lexer_by_name(listing.language)
    except ClassNotFound:
        return Markup("{}").format(listing.code)
    return Markup(highlight(listing.code, lexer, HtmlFormatter(nowrap=True)))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        code=code,
        moment=moment,
        prose=prose,
        clock=lambda seconds: clock(int(seconds)),
        fill=lambda template, **values: template.format(**values),
    )
    return environment


def _by_attribute(words: Words) -> SimpleNamespace:
    """Return words as attributes: of a dict, a template takes ``words.notes.copy`` for a method."""
    return SimpleNamespace(
        **{
            name: _by_attribute(word) if isinstance(word, dict) else word
            for name, word in words.items()
        }
    )


def _caption(caption: Subtitle) -> list[Any]:
    return [moment(caption.start), moment(caption.end), list(caption.lines)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
