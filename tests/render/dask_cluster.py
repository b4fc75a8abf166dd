"""A Dask cluster on this machine: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType

from mnemo_anim.paths import ROOT
from tests.render.processes import end_group, wait_until

_WORKER = """
import sys
from dask.__main__ import main
sys.argv[0] = "dask"
if __name__ == "__main__":
    main()
"""


class Cluster:
    """A scheduler, and the workers that have been started for it.

    Args:
        place: A folder for its files.
        path: Where its workers look for modules, behind the project itself.
    """

    def __init__(self, place: Path, path: Path) -> None:
        self._place, self._path = place, path
        self._script = place / "dask_command.py"
        self._script.write_text(_WORKER)
        self._processes: list[subprocess.Popen[bytes]] = []
        words = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
        file = place / "scheduler.json"
        self.scheduler = self._start("scheduler", *words, "--scheduler-file", str(file))
        wait_until(partial(_is_whole, file))
        self.address: str = json.loads(file.read_text())["address"]

    def worker(
        self,
        *,
        root: Path = ROOT,
        before: Path | None = None,
        nanny: bool = False,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> subprocess.Popen[bytes]:
        """Start a worker.

        Args:
            root: The project that it draws with.
            before: A folder in which it looks for modules first.
            nanny: Whether another process begins it again when it dies.
            environment: What it has in its environment, besides.
        """
        path = os.pathsep.join(str(part) for part in (before, root, self._path) if part)
        return self._start(
            "worker",
            self.address,
            *("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"),
            *("--local-directory", str(self._place / f"worker-{len(self._processes)}")),
            "--nanny" if nanny else "--no-nanny",
            environment={**environment, "PYTHONPATH": path},
        )

    def workers(self, count: int) -> list[subprocess.Popen[bytes]]:
        """Start workers that draw as this process does, and wait until all are there."""
        started = [self.worker() for _ in range(count)]
        self.wait()
        return started

    def wait(self) -> None:
        """Wait until all workers are there."""
        for number in range(1, len(self._processes)):
            wait_until(partial(self._is_there, number))

    def _is_there(self, number: int) -> bool:
        return "Registered to" in self._log(number).read_text()

    def _log(self, number: int) -> Path:
        return self._place / f"{number}.log"

    def _start(
        self, *words: str, environment: Mapping[str, str] = MappingProxyType({})
    ) -> subprocess.Popen[bytes]:
        with self._log(len(self._processes)).open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, str(self._script), *words],
                env={**os.environ, "PYTHONPATH": "", "OMP_NUM_THREADS": "1", **environment},
                stdout=file,
                stderr=file,
                start_new_session=True,
                cwd=self._place,
            )
        self._processes.append(process)
        return process

    def end(self) -> None:
        for process in reversed(self._processes):
            end_group(process)


def _is_whole(file: Path) -> bool:
    """Tell whether a scheduler has written all of its file, which it doesn't write aside."""
    try:
        json.loads(file.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return True


@contextmanager
def dask_cluster(place: Path, path: Path) -> Iterator[Cluster]:
    """Give a cluster, at first without workers; end all of it at last."""
    place.mkdir()
    cluster = Cluster(place, path)
    try:
        yield cluster
    finally:
        cluster.end()
