"""What a film was made from, and what it is: a small file beside it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mnemo_anim.render.dependencies import Digests
from mnemo_anim.render.whole import write_text_whole

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a film was made from.

    Attributes:
        recipe: The plain data of the `Recipe`, or of whatever else the film was made from.
        film: Size and time of the film; one that looks otherwise is not the one that was made.
        frames: Of the film.
        driver_files: Of the OpenGL driver, with size and time of each.
        reads: Digests of other files of the project that may have been used.
    """

    recipe: Mapping[str, Any]
    film: str
    frames: int
    driver_files: Mapping[str, str] = field(default_factory=dict)
    reads: Digests = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """Write the manifest in one step."""
        write_text_whole(path, json.dumps({"format": FORMAT, **asdict(self)}, indent=1) + "\n")

    @classmethod
    def read(cls, path: Path) -> "Manifest | None":
        """Return the manifest at `path`; None where there is none that can be read."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(**data) if data.pop("format") == FORMAT else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None


def stamp(film: Path) -> str:
    """Return size and time of a file, by which another one is told from it; empty if none."""
    try:
        status = film.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"
