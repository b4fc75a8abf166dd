"""Workers of a Dask cluster, against processes of this machine."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

from mnemo_anim.bench.commands import run, running
from mnemo_anim.bench.findings import Bound, Finding, Limit
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.errors import RenderError

_READY = 60.0  # seconds in which a cluster must be
_WORKERS = 2


def two_workers(place: Workplace) -> list[Finding]:
    """Two workers on this machine, with the same work as two processes."""
    measured = Finding(
        "cluster",
        "two Dask workers on loopback, 1080p60",
        "two local processes",
        Limit(Bound.LEAST, 0.85),
        place.where,
    )
    if find_spec("distributed") is None:
        mend = "Dask is not installed: .venv/bin/pip install '.[cluster]'"
        return [replace(measured, why_not=mend)]
    local = place.ours(_WORKERS).seconds
    place.say(f"mnemo render --cluster: {place.where}, {_WORKERS} workers")
    with _dask(place.folder / "dask") as address:
        films = place.folder / "films-cluster"
        shared = run(place.render(films, "--cluster", address)).seconds
    return [replace(measured, ours=shared, theirs=local, value=local / shared)]


@contextmanager
def _dask(folder: Path) -> Iterator[str]:
    """Give the address of a cluster of this machine, by Dask's own commands."""
    folder.mkdir()
    told = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = [*dask, "scheduler", *here, "--port", "0", "--scheduler-file", str(told)]
    worker = [*dask, "worker", *here, "--nthreads", "1", "--no-nanny"]
    with ExitStack() as cluster:
        cluster.enter_context(running([*scheduler, "--no-show"], folder / "scheduler.log"))
        _wait_for(partial(_is_whole, told))
        address: str = json.loads(told.read_text(encoding="utf-8"))["address"]
        for number in range(_WORKERS):
            space = ["--local-directory", str(folder / f"worker-{number}")]
            log = folder / f"worker-{number}.log"
            cluster.enter_context(running([*worker, *space, address], log))
            _wait_for(partial(_is_registered, log))
        yield address


def _is_whole(told: Path) -> bool:
    with suppress(FileNotFoundError, json.JSONDecodeError):  # it is not written aside
        json.loads(told.read_text(encoding="utf-8"))
        return True
    return False


def _is_registered(log: Path) -> bool:
    return "Registered to" in log.read_text(errors="replace")


def _wait_for(condition: Callable[[], bool]) -> None:
    end = monotonic() + _READY
    while not condition():
        if monotonic() > end:
            raise RenderError("no Dask cluster came about on this machine in a minute.")
        sleep(0.1)
