"""What a process prints while it works is caught, and kept should it die."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render.words import words_of

SAY = """
import ctypes, os, subprocess, sys
from pathlib import Path
from mnemo_anim.render.words import keep_words_in, listening
if sys.argv[1]:
    keep_words_in(Path(sys.argv[1]))
print("before", flush=True)
with listening() as said:
    exec(sys.argv[2])
    heard = said()
print("after")
print([heard], flush=True)
"""


def run(code: str, folder: Path | str = "") -> tuple[subprocess.CompletedProcess[str], int]:
    process = subprocess.Popen(
        [sys.executable, "-c", SAY, str(folder), code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    out, err = process.communicate(timeout=30)
    return subprocess.CompletedProcess([], process.returncode, out, err), process.pid


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize(
    "code",
    [
        "print('words')",
        "print('words', file=sys.stderr)",
        "os.write(1, b'words\\n')",
        "os.write(2, b'words\\n')",
        "subprocess.run(['echo', 'words'])",
        "import logging; logging.warning('words')",
        "os.write(1, b'words \\xff')",
    ],
)
def test_what_is_printed_is_caught_and_nothing_else(tmp_path: Path, code: str, kept: bool) -> None:
    ended, _ = run(code, tmp_path if kept else "")
    before, after, heard = ended.stdout.splitlines()
    assert (before, after) == ("before", "after")
    assert "words" in heard
    assert ended.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_only_the_end_of_very_much_is_kept(tmp_path: Path) -> None:
    ended, _ = run("print('x' * 3_000_000 + 'the end')")
    assert len(ended.stdout) < 1_000_000
    assert "the end" in ended.stdout


@pytest.mark.parametrize(
    ("death", "told"),
    [
        ("os.kill(os.getpid(), 9)", "the last words"),
        ("os._exit(3)", "the last words"),
        ("ctypes.string_at(0)", "Segmentation fault"),
        ("os.abort()", 'File "<string>", line 1 in <module>'),
    ],
)
def test_what_a_process_said_before_it_died_is_kept(tmp_path: Path, death: str, told: str) -> None:
    ended, pid = run(f"print('the last words', flush=True); {death}", tmp_path)
    assert ended.returncode != 0
    assert told in words_of(tmp_path, pid)
    assert "the last words" in words_of(tmp_path, pid)
    assert ended.stdout == "before\n"


def test_nothing_is_known_of_a_process_that_said_nothing(tmp_path: Path) -> None:
    assert words_of(tmp_path, 1) == ""
