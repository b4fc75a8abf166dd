"""Workers of a Dask cluster, which Dask's own tools start over SSH, under SLURM or on Kubernetes.

Each worker is given one piece of work at a time: so it is known what a worker had in hand that is
gone, or that makes no end. Workers may come and go while they are at it.
"""

import logging
import pickle
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from mnemo_anim.render.errors import RenderError, one_line
from mnemo_anim.render.hands import Hands, Loss
from mnemo_anim.render.identity import Identity, difference
from mnemo_anim.render.work import identity

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Task

_ANSWER = 10.0  # seconds in which a cluster must answer
_FIRST = 120.0  # seconds in which its first workers must be ready: each imports Manim
_RETURN = 60.0  # seconds for which workers may all be gone: those that die are begun again
_ALIKE = ("driver", "processor")  # as most workers have them: nothing is drawn here
_LOOK = 2.0  # seconds from one look at who is there to the next


class WorkerLostError(Exception):
    """A worker of the cluster is gone."""


class _Call(Future[Any]):
    """A call that is to be made, and then is being made, on a worker."""

    def __init__(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        super().__init__()
        self.fn, self.args, self.kwargs = fn, args, kwargs
        self.begun = False

    def running(self) -> bool:
        """Return whether it is being made; it may be given up even so."""
        return self.begun and not self.done()


@dataclass(eq=False)
class _Worker:
    """What is known of a worker.

    Attributes:
        asked: What it draws with, when it has told; None once that is judged.
        call: What it has in hand.
        task: The same, as Dask knows it.
        fits: Whether it may be given work.
    """

    asked: "Task | None"
    call: _Call | None = None
    task: "Task | None" = None
    fits: bool = False


class ClusterHands(Hands):
    """Those workers of a Dask cluster that draw as this machine does.

    Args:
        client: To the cluster.
        address: Of its scheduler.
        expected: What all have to draw with: digests of the project's files, versions, the theme.
        say: Told of each worker that is refused, and why.

    Raises:
        RenderError: It has no worker that will do.
    """

    def __init__(
        self, client: "Client", address: str, expected: Identity, say: Callable[[str], None]
    ) -> None:
        super().__init__(0, share_disk=False)
        self._client, self._address, self._say = client, address, say
        self._expected = dict(expected)
        self._workers: dict[str, _Worker] = {}
        self._waiting: deque[_Call] = deque()
        self._looked = self._last_seen = monotonic()
        self._meet_first()
        self.count = sum(worker.fits for worker in self._workers.values())

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Queue a call; all of it must be picklable."""
        call = _Call(fn, *args, **kwargs)
        self._waiting.append(call)
        self._give_out()
        return call

    def look(self) -> None:
        """Take results in, give work out, and see who has come and who is gone.

        Raises:
            RenderError: Nobody is left who could do the work, or nobody answers.
        """
        for address, worker in self._workers.items():
            self._take_in(address, worker)
        if monotonic() - self._looked > _LOOK:
            self._looked = monotonic()
            self._see_who_is_there()
        self._judge()
        self._give_out()

    def loss(self, error: BaseException) -> Loss | None:
        """Return how a worker was lost."""
        return Loss(str(error)) if isinstance(error, WorkerLostError) else None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Give up what is not done."""
        tasks = [worker.task for worker in self._workers.values() if worker.task is not None]
        self._client.cancel(tasks)

    # ---- who is there ----------------------------------------------------------------------

    def _meet_first(self) -> None:
        """Wait until all those who are there have told what they draw with."""
        self._see_who_is_there()
        if not self._workers:
            raise RenderError(
                f"the cluster at {self._address} has no workers. Start some, as in "
                f"`dask worker {self._address} --nthreads 1`."
            )
        end = monotonic() + _FIRST
        asked = [worker.asked for worker in self._workers.values()]
        for task in filter(None, asked):
            with suppress(TimeoutError):
                task.exception(timeout=max(0.0, end - monotonic()))
        self._judge()
        if not any(worker.fits for worker in self._workers.values()):
            raise RenderError(
                f"the cluster at {self._address} has no worker that draws as this machine does. "
                "Install the same version of the project and of its packages on it, and start its "
                "workers again: each draws in one theme."
            )

    def _see_who_is_there(self) -> None:
        there = self._there()
        for address in [known for known in self._workers if known not in there]:
            lost = self._workers.pop(address)
            if lost.call is not None and not lost.call.done():
                lost.call.set_exception(WorkerLostError(f"its worker {address} is gone"))
        files = [name for name in self._expected if "/" in name]
        for address in there:
            if address not in self._workers:
                self._workers[address] = _Worker(
                    self._send(address, identity, files, self._expected["theme"])
                )
        if any(worker.fits or worker.asked for worker in self._workers.values()):
            self._last_seen = monotonic()
        elif monotonic() - self._last_seen > _RETURN:
            raise RenderError(
                f"the cluster at {self._address} has no worker left that draws as this machine "
                "does. Start some again, and run again: what has been drawn is kept."
            )

    def _there(self) -> Mapping[str, Any]:
        try:
            found: Mapping[str, Any] = self._client.nthreads()
        except (OSError, ValueError, TimeoutError, RuntimeError) as error:
            raise RenderError(
                f"the cluster at {self._address} no longer answers ({error}). Start it again, and "
                "run again: what has been drawn is kept."
            ) from error
        return found

    def _judge(self) -> None:
        """Let those work that have told that they draw as expected, and as most others do."""
        told = {}
        for address, worker in sorted(self._workers.items()):
            if worker.asked is not None and worker.asked.done():
                told[address] = _outcome(worker.asked)
                worker.asked = None
        kinds = Counter(
            tuple(found[name] for name in _ALIKE)
            for found in told.values()
            if isinstance(found, dict)
        )
        for kind, _ in kinds.most_common(1):
            self._expected = {**dict(zip(_ALIKE, kind, strict=True)), **self._expected}
        for address, found in told.items():
            if isinstance(found, dict):
                unlike = difference(self._expected, found)
            else:
                unlike = f"an error: {one_line(found)}"
            self._workers[address].fits = not unlike
            if unlike:
                self._say(f"{address} is refused: it has {unlike}.")

    # ---- their work ------------------------------------------------------------------------

    def _give_out(self) -> None:
        free = (
            (address, worker)
            for address, worker in self._workers.items()
            if worker.fits and worker.task is None
        )
        for address, worker in free:
            call = self._next()
            if call is None:
                return
            call.begun = True
            worker.call = call
            worker.task = self._send(address, call.fn, *call.args, **call.kwargs)

    def _next(self) -> _Call | None:
        while self._waiting:
            call = self._waiting.popleft()
            if not call.cancelled():
                return call
            call.set_running_or_notify_cancel()
        return None

    def _take_in(self, address: str, worker: _Worker) -> None:
        """Hand on what a worker has done; do not use one again whose work was given up."""
        call, task = worker.call, worker.task
        if call is None or task is None:
            return
        if call.cancelled():
            call.set_running_or_notify_cancel()
            worker.call, worker.fits = None, False
            self._say(f"{address} is given up: it makes no end.")
        elif task.done():
            worker.call = worker.task = None
            result = _outcome(task)
            if isinstance(result, BaseException):
                call.set_exception(result)
            else:
                call.set_result(result)

    def _send(self, address: str, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> "Task":
        content = pickle.dumps((fn, args, kwargs))
        return self._client.submit(_unpacking(), content, workers=[address], pure=False)


def _unpacking() -> Callable[[bytes], Any]:
    """Return what makes a call that comes in bytes.

    Dask sends a function inside another one as code, and this one's names mean something anywhere:
    the scheduler, which looks into calls, need not have the project.
    """

    def call(content: bytes) -> Any:
        import pickle  # noqa: PLC0415 - where it is called

        fn, args, kwargs = pickle.loads(content)
        return fn(*args, **kwargs)

    return call


def _outcome(task: "Task") -> Any:
    """Return what a task gives, or the error that it ended with."""
    if task.status == "finished":
        return task.result()
    if task.status == "error":
        error = task.exception()
        if type(error).__name__ == "KilledWorker":
            return WorkerLostError("its worker died")
        return error
    return WorkerLostError("its worker is gone")


@contextmanager
def cluster(address: str, expected: Identity, say: Callable[[str], None]) -> Iterator[Hands]:
    """Give the workers of a Dask cluster that draw as this machine does.

    Args:
        address: Of its scheduler, such as ``tcp://host:8786``.
        expected: What all have to draw with: digests of the project's files, versions, the theme.
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
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by us
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise RenderError(
            f"no cluster answers at {address} ({error}). Start one, as in "
            "`dask scheduler` and `dask worker`, or render without CLUSTER."
        ) from error
    with client, ClusterHands(client, address, expected, say) as hands:
        yield hands
