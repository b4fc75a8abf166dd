"""Scenes side by side, each in a process of its own.

A fresh process for each scene keeps it from depending on what was drawn before, and one that dies
takes no other along. (A pool of `concurrent.futures` breaks as a whole when one of its processes is
killed.)
"""

import contextlib
import faulthandler
import os
import signal
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Literal, Self

from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.whole import part_of

OnProgress = Callable[[SceneJob, int, int], None]  # the job, frames done, frames in all

_REPORT_EVERY = 0.2  # seconds
_PATIENCE = 5.0  # seconds that a process has to tidy up before it is killed
_SPAWN = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended.

    Attributes:
        job: what was to be done.
        state: ``rendered``, ``reused`` because it was up to date, or ``failed``.
        frames: of the film; 0 where there is none.
        seconds: that it took.
        message: of a failure, one line.
    """

    job: SceneJob
    state: Literal["rendered", "reused", "failed"]
    frames: int = 0
    seconds: float = 0.0
    message: str = ""


class Workers:
    """Runs jobs in up to `count` processes at once, in the order in which they come.

    On leaving the `with` block by an error, all processes are ended and only whole files stay.
    """

    def __init__(self, count: int, on_progress: OnProgress) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._on_progress = on_progress
        self._running: dict[SpawnProcess, SceneJob] = {}
        self._lock = Lock()
        self._stopped = False

    def submit(self, job: SceneJob) -> "Future[Outcome]":
        """Queue a job; its future's result tells of a failure too."""
        return self._threads.submit(self._run, job)

    def _run(self, job: SceneJob) -> Outcome:
        began = monotonic()
        receiver, sender = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=work, args=(job, sender), daemon=True)
        with self._lock:
            if self._stopped:
                return Outcome(job, "failed", message="not begun")
            process.start()
            self._running[process] = job
        sender.close()
        ending: int | str | None = None
        with contextlib.suppress(EOFError):  # the process has ended
            while True:
                message = receiver.recv()
                if isinstance(message, tuple):
                    self._on_progress(job, *message)
                else:
                    ending = message
        process.join()
        with self._lock:
            del self._running[process]
        if isinstance(ending, int):
            return Outcome(job, "rendered", ending, monotonic() - began)
        part_of(job.film).unlink(missing_ok=True)
        message = ending or f"its process died ({_reason(process.exitcode)})"
        return Outcome(job, "failed", 0, monotonic() - began, message)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            with self._lock:
                self._stopped = True
                processes = list(self._running)
            for process in processes:
                process.terminate()
            for process in processes:
                process.join(_PATIENCE)
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)


def _reason(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"signal {signal.Signals(-exit_code).name}; out of memory?"
    return f"exit code {exit_code}"


def work(job: SceneJob, sender: Connection) -> None:
    """Draw one film: what a worker process does.

    Sends pairs (frames done, frames in all) while it works, and last the number of frames, or one
    line that tells what went wrong. All else that is said goes to the job's log.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and lets us tidy up
    job.log.parent.mkdir(parents=True, exist_ok=True)
    try:
        with job.log.open("w", encoding="utf-8") as log:
            os.dup2(log.fileno(), sys.stdout.fileno())
            os.dup2(log.fileno(), sys.stderr.fileno())
            faulthandler.enable(log)
            try:
                from mnemo_anim.render.draw import draw_film  # noqa: PLC0415 - imports manim

                sender.send(draw_film(job, _Reporter(sender)))
            except Exception as error:
                traceback.print_exc()
                sender.send(_one_line(error))
            faulthandler.disable()
    finally:
        if not job.log.stat().st_size:
            job.log.unlink()


class _Reporter:
    """Sends progress now and then; ends the process when nobody is left to listen."""

    def __init__(self, sender: Connection) -> None:
        self._sender = sender
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = monotonic()
        if now < self._next and done < total:
            return
        self._next = now + _REPORT_EVERY
        parent = parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)
        self._sender.send((done, total))


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
