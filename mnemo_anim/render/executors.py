"""Processes of this machine that do the work."""

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import parent_process, resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from os import _exit
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread, current_thread, main_thread
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from mnemo_anim.render.cores import cores, draw_in_one_thread
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.hands import Hands, Loss
from mnemo_anim.render.whole import note_parts_in, remove_noted
from mnemo_anim.render.words import keep_words_in, words_of
from mnemo_anim.render.young_code import compile_young_sources

Result = TypeVar("Result")


class _Nursery(SpawnContext):
    """Begins processes, and knows them.

    Forked ones could not draw: the driver's threads would stay behind.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begun: list[SpawnProcess] = []

    def Process(  # type: ignore[override]  # noqa: N802 - as its elder calls it
        self, *args: Any, **kwargs: Any
    ) -> SpawnProcess:
        """Make a process, as `multiprocessing.Process` does."""
        process = SpawnProcess(*args, **kwargs)
        self._begun = [*filter(SpawnProcess.is_alive, self._begun), process]
        return process

    def end_all(self) -> None:
        """End all processes at once."""
        for process in self._begun:
            if process.is_alive():
                process.kill()


class LocalHands(Hands):
    """Processes of this machine, each of which imports Manim once and is used again.

    One that dies takes its own work along, and no other's: a new one takes its place. (The pool of
    `concurrent.futures` breaks as a whole.) Cancelling work that has begun ends its process.

    Args:
        count: How many work side by side.
        fresh: Whether each piece of work has a process of its own.
    """

    def __init__(self, count: int, *, fresh: bool = False) -> None:
        super().__init__(count, share_disk=True)
        self._most_each = 1 if fresh else 0
        self._left = TemporaryDirectory(prefix="mnemo-left-")
        self._open: list[Future[Any]] = []
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        first = (Path(self._left.name), gc.get_threshold(), self.count >= cores())
        self._nursery = _Nursery()
        return ProcessPool(self.count, self._most_each, _begin, first, context=self._nursery)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Queue a call; all of it must be picklable."""
        with _interrupts_held():
            try:
                future: Future[Any] = self._pool.schedule(fn, args=args, kwargs=kwargs)
            except RuntimeError:  # as a process that dies before it begins breaks a pool
                self._begin_anew()
                future = self._pool.schedule(fn, args=args, kwargs=kwargs)
        self._open = [other for other in self._open if not other.done()] + [future]
        return future

    def _begin_anew(self) -> None:
        """Let another pool take the place of one that is broken, which forgets what it has."""
        self._stop()
        self._pool.join()
        for future in self._open:
            with suppress(InvalidStateError):
                future.set_exception(BrokenProcessPool())
        self._pool = self._new_pool()

    def _stop(self) -> None:
        self._pool.stop()
        self._nursery.end_all()  # the pool would first take from those that begin what they need

    def loss(self, error: BaseException) -> Loss | None:
        """Return how a process was lost."""
        if isinstance(error, BrokenProcessPool):
            return Loss("its process died as it began")
        if isinstance(error, ProcessExpired):
            return Loss(_how_it_died(error), words_of(Path(self._left.name), error.pid))
        return None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: at once if their work is cancelled, else when they are done."""
        if cancel_futures:
            self._stop()
        else:
            self._pool.close()
        if wait:
            self._pool.join()
            remove_noted(Path(self._left.name))
            self._left.cleanup()


def _how_it_died(error: ProcessExpired) -> str:
    code = error.exitcode if isinstance(error.exitcode, int) else 0
    if code >= 0:
        return f"its process died (exit code {code})"
    name = signal.strsignal(-code) or f"signal {-code}"
    memory = "; out of memory?" if -code == signal.SIGKILL else ""
    return f"its process died ({name}{memory})"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back what would stop this process, until others have read what they begin with.

    Ctrl-C is held back from these for good: this one will end them. To hold it back from the main
    thread as well takes more than a mask, since other threads let it through to there.
    """
    resource_tracker.ensure_running()  # which lets it through when it begins
    came: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM) if current_thread() is main_thread() else ()
    handlers = {
        number: signal.signal(number, lambda number, _: came.append(number)) for number in numbers
    }
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for held in came:
            signal.raise_signal(held)


def _begin(left: Path, garbage: tuple[int, int, int], crowded: bool) -> None:
    """Set a process up.

    Args:
        left: Where it is found, should it die, what it was saying and writing.
        garbage: How seldom it looks for garbage: as the process that begins it.
        crowded: Whether others keep the other cores busy.
    """
    if crowded:
        draw_in_one_thread()
    gc.set_threshold(*garbage)
    compile_young_sources()
    keep_words_in(left)
    note_parts_in(left)
    Thread(target=_end_with_parent, name="parent-watcher", daemon=True).start()


def _end_with_parent() -> None:
    """End this process, whatever it does, once nobody is left to tell."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        _exit(1)


@contextmanager
def local(count: int, *, fresh: bool = False) -> Iterator[Hands]:
    """Give processes of this machine; end them at once if anything goes wrong.

    Args:
        count: How many work side by side.
        fresh: Whether each piece of work has a process of its own.
    """
    hands = LocalHands(count, fresh=fresh)
    try:
        yield hands
    except BaseException:
        hands.shutdown(cancel_futures=True)
        raise
    hands.shutdown()


def side_by_side(
    do: Callable[..., Result], work: Sequence[tuple[Any, ...]], count: int, *, fresh: bool = False
) -> Iterator[tuple[int, Result]]:
    """Yield what comes of pieces of work with the number of each, as it comes.

    Args:
        do: Of a module, so that processes find it. What it raises is raised here.
        work: Its arguments, for each piece.
        count: How many are done side by side, at the most.
        fresh: Whether each piece has a process of its own.

    Raises:
        RenderError: A process died.
    """
    if not work:
        return
    with local(min(count, len(work)), fresh=fresh) as hands:
        numbers = {hands.submit(do, *piece): number for number, piece in enumerate(work)}
        for future in as_completed(numbers):
            try:
                result = future.result()
            except Exception as error:
                loss = hands.loss(error)
                if loss is None:
                    raise
                raise RenderError(f"{loss.reason}. Try fewer side by side: JOBS=1.") from error
            yield numbers[future], result
