"""One process at a time holds a folder; whoever is killed lets go of it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.locking import locked
from tests.render.disks import lock, small_disk

HOLDER = """
import sys, time
from pathlib import Path
from mnemo_anim.render.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Start a process that holds the folder until it is told to let go."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    first = holder(tmp_path / "films")
    assert says(first) == "held"
    second = holder(tmp_path / "films")
    time.sleep(0.5)
    assert second.poll() is None
    first.communicate("go on\n", timeout=10)
    assert says(second) == "held"
    second.communicate("go on\n", timeout=10)
    assert (first.returncode, second.returncode) == (0, 0)


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    first = holder(tmp_path)
    assert says(first) == "held"
    first.kill()
    first.communicate()
    with locked(tmp_path):
        pass


def test_an_error_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wrong"), locked(tmp_path):
        raise ValueError("wrong")
    with locked(tmp_path):
        pass


def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1 << 16) as disk:
        lock(disk)
        for folder in (disk, disk / "films"):
            with (
                pytest.raises(RenderError, match=r"disk.* may not be written to \(Read-only"),
                locked(folder),
            ):
                pass
