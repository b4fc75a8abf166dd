"""Where work runs: executors, as `concurrent.futures` knows them. This is the only seam.

Either processes of this machine, or the workers of a Dask cluster, which Dask's own tools start
over SSH, under SLURM or on Kubernetes.
"""

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from pebble import ProcessExpired, ProcessPool

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import Identity, difference
from mnemo_anim.render.work import identity

if TYPE_CHECKING:
    from distributed import Client

_SPAWN = get_context("spawn")  # a forked process could not draw: the driver's threads stay behind
_PATIENCE = 10.0  # seconds in which a cluster must answer


@dataclass(frozen=True, slots=True)
class Hands:
    """Workers that have been hired.

    Attributes:
        executor: Takes their work.
        count: How many they are.
        share_disk: Whether they write to the same disk as this process.
    """

    executor: Executor
    count: int
    share_disk: bool


class LocalExecutor(Executor):
    """Processes of this machine, each of which imports Manim once and is used again.

    One that dies takes its own work along, and no other's: a new one takes its place. (The pool of
    `concurrent.futures` breaks as a whole.) Cancelling work that has begun ends its process.

    Args:
        count: How many work side by side.
    """

    def __init__(self, count: int) -> None:
        self._pool = ProcessPool(count, initializer=_begin, context=_SPAWN)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Queue a call; all of it must be picklable."""
        future: Future[Any] = self._pool.schedule(fn, args=args, kwargs=kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: at once if their work is cancelled, else when they are done."""
        if cancel_futures:
            self._pool.stop()
        else:
            self._pool.close()
        if wait:
            self._pool.join()


def _begin() -> None:
    """Set a process up: Ctrl-C is for the parent, which ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def local(count: int) -> Iterator[Hands]:
    """Give processes of this machine; end them at once if anything goes wrong.

    Args:
        count: How many work side by side.
    """
    executor = LocalExecutor(count)
    try:
        yield Hands(executor, count, share_disk=True)
    except BaseException:
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


@contextmanager
def cluster(address: str, expected: Identity, say: Callable[[str], None]) -> Iterator[Hands]:
    """Give the workers of a Dask cluster that draw as this machine does.

    Args:
        address: Of its scheduler, such as ``tcp://host:8786``.
        expected: What all have to draw with: digests of the project's files, and versions.
        say: Told of each worker that is refused, and why.

    Raises:
        RenderError: Dask is not installed, the cluster does not answer, or none of its workers will
            do.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        mend = ".venv/bin/pip install '.[cluster]'"
        raise RenderError(f"a cluster needs Dask, which is not installed: {mend}") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise RenderError(
            f"no cluster answers at {address} ({error}). Start one, as in "
            "`dask scheduler` and `dask worker`, or render without CLUSTER."
        ) from error
    with client:
        workers = _fitting(client, expected, say, address)
        with client.get_executor(workers=workers, pure=False) as executor:
            yield Hands(executor, len(workers), share_disk=False)


def _fitting(
    client: "Client", expected: Identity, say: Callable[[str], None], address: str
) -> list[str]:
    """Return the addresses of the workers that draw as expected, all with the same driver."""
    files = [name for name in expected if "/" in name]
    told: dict[str, Any] = client.run(identity, files, on_error="return")
    drivers = Counter(found["driver"] for found in told.values() if isinstance(found, dict))
    common = {"driver": drivers.most_common(1)[0][0]} if drivers else {}
    fitting = []
    for worker, found in sorted(told.items()):
        if isinstance(found, dict):
            unlike = difference({**expected, **common}, found)
        else:
            unlike = f"an error: {found}"
        if unlike:
            say(f"{worker} is refused: it has {unlike}.")
        else:
            fitting.append(worker)
    if not fitting:
        raise RenderError(
            f"the cluster at {address} has no worker that draws as this machine does. Install the "
            "same version of the project and of its packages on it, and start its workers there."
        )
    return fitting


def how_lost(error: BaseException) -> str | None:
    """Return how a worker was lost, if that is what an error of a future says; else None."""
    if isinstance(error, ProcessExpired):
        code = error.exitcode if isinstance(error.exitcode, int) else 0
        if code < 0:
            return f"its process died (signal {signal.Signals(-code).name}; out of memory?)"
        return f"its process died (exit code {code})"
    if isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker":
        return f"its worker died ({error})"
    return None
