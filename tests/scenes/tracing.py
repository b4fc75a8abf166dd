"""Which of the project's functions a scene really runs, and what it reads of the lecture."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.paths import LECTURE, ROOT


@dataclass(frozen=True)
class Trace:
    """What drawing a scene was seen to do.

    Attributes:
        sources: The files of its recipe.
        settings: The names of all else in it.
        functions: By file of the project, a function of it that was run.
        asked: What of the lecture was read: names of its fields, and ids of sections.
        reads: Other files that it read.
    """

    sources: list[str]
    settings: list[str]
    functions: dict[str, str]
    asked: list[str]
    reads: list[str]


def trace(scene: str, document: Path = LECTURE, package: str = "scenes") -> Trace:
    """Draw a scene in a process of its own: what another has cached would not be run again."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.scenes.traced_run", scene, str(document), package],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(document.parent)])},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return Trace(**json.loads(ended.stdout.splitlines()[-1]))
