"""The command line as its users start it: in a process, which leads a session of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mnemo_anim.paths import ROOT
from tests.render.processes import end_group, members, wait_until
from tests.tiny_studio import Studio


class Command:
    """A command that runs.

    Args:
        studio: On what.
        words: Which.
    """

    def __init__(self, studio: Studio, *words: str) -> None:
        path = os.pathsep.join([str(ROOT), str(studio.scenes.parent)])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mnemo_anim", *words, *studio.options],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.out = self.err = ""

    def wait(self, seconds: float = 120) -> int:
        """Wait for it to end; return its exit code."""
        self.out, self.err = self.process.communicate(timeout=seconds)
        return self.process.returncode

    def press_ctrl_c(self) -> None:
        """Do what a terminal does: interrupt all processes of the command."""
        os.killpg(self.process.pid, signal.SIGINT)

    def kill_all(self) -> None:
        """Kill the command and all its workers, at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def leaves_nobody(self) -> bool:
        """Wait until none of its processes is left."""
        wait_until(lambda: not members(self.process.pid), seconds=60)
        return True


@contextmanager
def started(studio: Studio, *words: str) -> Iterator[Command]:
    """Give a command that has been started; whatever happens, nothing of it is left."""
    command = Command(studio, *words)
    try:
        yield command
    finally:
        end_group(command.process)


def run(studio: Studio, *words: str) -> Command:
    """Run a command to its end."""
    with started(studio, *words) as command:
        command.wait()
    return command
