"""What the maker says of the film, in ``assets/youtube.toml``::

    title = "Gradients: the arrow that trains every neural network"
    description = '''Which way is downhill, …'''
    tags = ["gradient", "neural networks"]
    category = "Education"
    licence = "YouTube"
    made-for-kids = false

``title``, ``playlist`` and ``thumbnail`` may be left out.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnemo_anim.document.errors import nearest
from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError

ABOUT = ROOT / "assets" / "youtube.toml"

# The categories that a film can be given, by their ids in the API (videoCategories.list).
CATEGORIES = {
    "Film & Animation": "1",
    "Autos & Vehicles": "2",
    "Music": "10",
    "Pets & Animals": "15",
    "Sports": "17",
    "Travel & Events": "19",
    "Gaming": "20",
    "People & Blogs": "22",
    "Comedy": "23",
    "Entertainment": "24",
    "News & Politics": "25",
    "Howto & Style": "26",
    "Education": "27",
    "Science & Technology": "28",
    "Nonprofits & Activism": "29",
}

# The licences, by their names in the API (status.license).
LICENCES = {"YouTube": "youtube", "Creative Commons": "creativeCommon"}

# How each key is written. Those in _MAY_LACK have a default that comes from the lecture.
_FORMS = {
    "title": '"…"',
    "description": '"""…"""',
    "tags": '["…", "…"]',
    "category": '"Education"',
    "licence": '"YouTube"',
    "made-for-kids": "false",
    "playlist": '"…"',
    "thumbnail": '"…"',
}
_MAY_LACK = {"title", "playlist", "thumbnail"}


@dataclass(frozen=True, slots=True)
class About:
    """What the maker says of a film.

    Attributes:
        source: The file.
        description: What the film is about, without chapters.
        tags: Words that it is found by.
        category: A key of `CATEGORIES`.
        licence: A key of `LICENCES`.
        made_for_kids: Whether it is made for children, which YouTube asks of every film.
        title: Of the film; None for title and series of the lecture.
        playlist: That it goes into; None for the series.
        thumbnail: The words on the thumbnail; None for the title of the lecture.
    """

    source: Path
    description: str
    tags: tuple[str, ...]
    category: str
    licence: str
    made_for_kids: bool
    title: str | None = None
    playlist: str | None = None
    thumbnail: str | None = None


def read_about(path: Path = ABOUT) -> About:
    """Read what is said of the film.

    Raises:
        RenderError: The file is missing or faulty: a key that there is not, one that is not there,
            or a value of the wrong kind.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RenderError(
            f"{path} is missing: it holds title, description, tags and category for YouTube. "
            "Write it, or name another with --about."
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RenderError(f"{path} cannot be read ({error}). Mend it.") from error
    for key, value in said.items():
        if key not in _FORMS:
            raise RenderError(f"{path}: there is no key “{key}”. {nearest(key, _FORMS)}")
        if not _is_of_its_kind(key, value):
            raise RenderError(f"{path}: “{key}” is {value!r}. Write it as {key} = {_FORMS[key]}.")
    for key, form in _FORMS.items():
        if key not in said and key not in _MAY_LACK:
            raise RenderError(f"{path}: “{key}” is missing. Add a line {key} = {form}.")
    for key, known in (("category", CATEGORIES), ("licence", LICENCES)):
        if said[key] not in known:
            mend = nearest(said[key], known)
            raise RenderError(f"{path}: there is no {key} “{said[key]}”. {mend}")
    return About(
        source=path,
        description=said["description"].strip(),
        tags=tuple(tag.strip() for tag in said["tags"]),
        category=said["category"],
        licence=said["licence"],
        made_for_kids=said["made-for-kids"],
        **{key: said[key].strip() for key in _MAY_LACK if key in said},
    )


def _is_of_its_kind(key: str, value: Any) -> bool:
    if key == "made-for-kids":
        return isinstance(value, bool)
    if key == "tags":
        return isinstance(value, list) and all(_is_said(tag) for tag in value)
    return _is_said(value)


def _is_said(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
