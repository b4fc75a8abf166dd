"""Workers run what a source holds, also when it was saved twice in the same second."""

import os
import subprocess
import sys
import time
from pathlib import Path

from mnemo_anim.paths import ROOT

TWICE = """
import os, sys
from pathlib import Path
from mnemo_anim.render.executors import local
from tests.render import deeds

source, saved = Path(sys.argv[1]), float(sys.argv[2])

def answer():
    with local(1) as hands:
        return hands.submit(deeds.answer_of, source.stem).result()

def save(text):
    source.write_text(text)
    os.utime(source, (saved, saved))

if __name__ == "__main__":
    save("ANSWER = 1")
    first = answer()
    save("ANSWER = 2")
    print(first, answer())
"""


def answers(folder: Path, saved: float) -> tuple[str, bool]:
    """Return what two workers find, one after each save, and whether compiled code was kept."""
    program, source = folder / "twice.py", folder / "asked.py"
    program.write_text(TWICE)
    ended = subprocess.run(
        [sys.executable, str(program), str(source), str(saved)],
        env={
            **{name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder))),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.strip(), any(folder.glob("__pycache__/asked.*.pyc"))


def test_a_source_that_is_saved_twice_in_a_second_is_compiled_twice(tmp_path: Path) -> None:
    soon = time.time() + 60  # as if every step of this test were in the second of the save
    assert answers(tmp_path, soon) == ("1 2", False)


def test_what_was_saved_a_while_ago_is_compiled_once(tmp_path: Path) -> None:
    """The second answer is wrong, since the clock was turned back; no editor does that."""
    assert answers(tmp_path, time.time() - 60) == ("1 1", True)
