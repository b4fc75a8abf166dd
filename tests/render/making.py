"""Films of the tiny studio, made in this process, and what is in them."""

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import av
from rich.console import Console

from mnemo_anim.render.hands import Hands
from mnemo_anim.render.outcome import Outcome, Report
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.render.progress import Display, LineDisplay
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.run import Hire, render_lecture
from mnemo_anim.render.work import draw, evaluate
from tests.tiny_studio import TINY, Studio

FILM = {"01-one.mp4", "01-one.json", "01-one.manifest.json"}


class Here(Hands):
    """Makes each call at once, in this process; what goes in and out is pickled."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        fn, args, kwargs = pickle.loads(pickle.dumps((fn, args, kwargs)))
        try:
            future.set_result(pickle.loads(pickle.dumps(fn(*args, **kwargs))))
        except BaseException as error:
            future.set_exception(error)
        return future


class Held(Here):
    """Plays the scene Two only when something is drawn, or when all have waited for a while."""

    def __init__(self) -> None:
        super().__init__(2, share_disk=True)
        self.looks, self.drawn_ahead = 0, False
        self._play: Callable[[], None] | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        if fn is evaluate and args[0].entry.section == "two" and not self.looks:
            future: Future[Any] = Future()
            self._play = lambda: future.set_result(evaluate(*args, **kwargs))
            return future
        self.drawn_ahead |= fn is draw and self._play is not None
        future = super().submit(fn, *args, **kwargs)
        if fn is draw:
            self._play_it()
        return future

    def look(self) -> None:
        self.looks += 1
        if self.looks > 20:
            self._play_it()

    def _play_it(self) -> None:
        play, self._play = self._play, None
        if play is not None:
            play()


@contextmanager
def here() -> Iterator[Hands]:
    """Give this process, as if it were two workers."""
    yield Here(2, share_disk=True)


@contextmanager
def afar() -> Iterator[Hands]:
    """Give this process, as if it were two workers on machines with disks of their own."""
    yield Here(2, share_disk=False)


def quietly(jobs: Sequence[SceneJob]) -> Display:
    return LineDisplay(Console(file=StringIO()), jobs)


def make(studio: Studio, *names: str, quality: Quality = TINY, hire: Hire = here) -> Report:
    """Render what is not up to date."""
    return make_planned(studio.plan(quality), *names, hire=hire)


def make_planned(plan: Plan, *names: str, hire: Hire = here) -> Report:
    return render_lecture(plan, names, hire, quietly)


def states(report: Report) -> list[str]:
    return [outcome.state for outcome in report.outcomes]


def drawn(report: Report) -> list[int]:
    """Return how many frames were drawn of each scene."""
    return [outcome.drawn for outcome in report.outcomes]


def pictures(film: Path | bytes) -> list[str]:
    """Return a digest of each decoded frame of a film, or of what its file holds."""
    with av.open(BytesIO(film) if isinstance(film, bytes) else str(film), "r") as opened:
        frames = (frame.to_ndarray().tobytes() for frame in opened.decode(video=0))
        return [hashlib.sha256(frame).hexdigest() for frame in frames]


def visible(folder: Path) -> set[str]:
    """Return the names of the files in a folder that are not hidden."""
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def one(studio: Studio) -> Outcome:
    """Render the first scene if need be; return how that ended."""
    (outcome,) = make(studio, "One").outcomes
    return outcome


def segment_files(job: SceneJob) -> list[Path]:
    """Return the files of the segments, the oldest first."""
    files = job.store.folder.iterdir()
    return sorted(files, key=lambda path: path.stat().st_mtime_ns)


def cold(studio: Studio, place: Path) -> list[str]:
    """Return the pictures of the first scene's film, made again from nothing."""
    elsewhere = Studio(studio.document, studio.package, studio.scenes, place / "cold")
    assert one(elsewhere).state == "rendered"
    return pictures(elsewhere.job().film)
