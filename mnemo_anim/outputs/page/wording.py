"""The words of the page's own interface: one file of them for each language."""

import tomllib
from pathlib import Path
from typing import Any

from mnemo_anim.render.errors import RenderError

FOLDER = Path(__file__).parent / "words"

Words = dict[str, Any]
"""Words by group and name: ``words["quiz"]["reveal"]``."""


def words_for(language: str, folder: Path = FOLDER) -> Words:
    """Return the page's words in a language: ``pt-BR`` may speak in the words of ``pt``.

    Args:
        language: a BCP 47 tag, the document's.
        folder: where ``<language>.toml`` lies.

    Raises:
        RenderError: there are no words in that language, or their file is faulty.
    """
    parts = language.split("-")
    for count in range(len(parts), 0, -1):
        path = folder / f"{'-'.join(parts[:count])}.toml"
        if path.exists():
            return _read(path)
    known = ", ".join(sorted(path.stem for path in folder.glob("*.toml")))
    raise RenderError(
        f"the page has no words in the language “{language}” of the document; it speaks {known}. "
        f"Translate {folder / 'en.toml'} into {language}.toml beside it."
    )


def _read(path: Path) -> Words:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RenderError(f"{path} cannot be read ({error}). Mend it.") from error
