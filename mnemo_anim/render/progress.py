"""What the user sees while scenes are rendered: bars on a terminal, plain lines elsewhere."""

from collections.abc import Sequence
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from mnemo_anim.render.outcome import Outcome
from mnemo_anim.render.plan import SceneJob

_LINE_EVERY = 10.0  # seconds, for each scene


class Display(Protocol):
    """Shows how far the work has come. It may be called from several threads."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    def advance(self, job: SceneJob, done: int, total: int) -> None:
        """Show that `done` of `total` frames of a scene are encoded."""

    def end(self, outcome: Outcome) -> None:
        """Show that a scene is over."""


def display_for(console: Console, jobs: Sequence[SceneJob]) -> Display:
    """Return the display that suits the console."""
    return BarDisplay(console, jobs) if console.is_terminal else LineDisplay(console, jobs)


class Tally:
    """Counts the frames of all scenes: those done and those there are, as far as is known."""

    def __init__(self, jobs: Sequence[SceneJob]) -> None:
        self._frames = dict.fromkeys(jobs, (0, 0))

    def count(self, job: SceneJob, done: int, total: int) -> None:
        """Note how far a scene has come."""
        self._frames[job] = (done, total)

    def drop(self, job: SceneJob) -> None:
        """Take a scene that failed out of the reckoning."""
        del self._frames[job]

    @property
    def done(self) -> int:
        """Frames that are encoded."""
        return sum(done for done, _ in self._frames.values())

    @property
    def total(self) -> int:
        """Frames in all."""
        return sum(total for _, total in self._frames.values())


class BarDisplay:
    """A bar with the time left for each scene that is being drawn, and one for all."""

    def __init__(self, console: Console, jobs: Sequence[SceneJob]) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("frames, left"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
        )
        self._tally = Tally(jobs)
        self._tasks: dict[SceneJob, TaskID] = {}
        self._in_all = self._progress.add_task("in all", total=self._tally.total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def advance(self, job: SceneJob, done: int, total: int) -> None:
        """Move the bars."""
        if job not in self._tasks:
            self._tasks[job] = self._progress.add_task(job.entry.class_name, total=total)
        self._progress.update(self._tasks[job], completed=done, total=total)
        self._tally.count(job, done, total)
        self._progress.update(self._in_all, completed=self._tally.done, total=self._tally.total)

    def end(self, outcome: Outcome) -> None:
        """Take the bar of a scene that failed away."""
        if outcome.state == "failed":
            self._tally.drop(outcome.job)
            if outcome.job in self._tasks:
                self._progress.remove_task(self._tasks.pop(outcome.job))


class LineDisplay:
    """A line for each scene now and then.

    It tells the time left of all: a scene may rest while others are drawn.
    """

    def __init__(self, console: Console, jobs: Sequence[SceneJob]) -> None:
        self._console = console
        self._tally = Tally(jobs)
        self._next: dict[SceneJob, float] = {}
        self._start = monotonic()
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        pass

    def advance(self, job: SceneJob, done: int, total: int) -> None:
        """Print a line if the last one of this scene is old enough."""
        now = monotonic()
        with self._lock:
            self._tally.count(job, done, total)
            if now < self._next.setdefault(job, now + _LINE_EVERY):
                return
            self._next[job] = now + _LINE_EVERY
            all_done, all_frames = self._tally.done, self._tally.total
            self._say(
                f"{job.entry.class_name}: {done} of {total} frames; in all "
                f"{all_done} of {all_frames}, "
                f"{time_left(all_done, all_frames, now - self._start)} left"
            )

    def end(self, outcome: Outcome) -> None:
        """Print how a scene ended."""
        name = outcome.job.entry.class_name
        with self._lock:
            if outcome.state == "failed":
                self._tally.drop(outcome.job)
                self._say(f"{name}: failed")
            else:
                self._say(f"{name}: {outcome.state}, {outcome.frames} frames")

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def time_left(done: int, total: int, elapsed: float) -> str:
    """Return how long the rest takes at the pace so far, as ``3 min 20 s``; ``?`` at first."""
    if done <= 0:
        return "?"
    seconds = round(elapsed / done * (total - done))
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
