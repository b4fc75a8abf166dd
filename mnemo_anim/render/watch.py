"""Render again whenever a file is saved; the last good film stays where an edit breaks."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import NoReturn

from watchfiles import DefaultFilter, watch

from mnemo_anim.document import DocumentError
from mnemo_anim.paths import FONTS, ROOT
from mnemo_anim.render.errors import RenderError, one_line
from mnemo_anim.render.outcome import Report
from mnemo_anim.render.plan import Plan
from mnemo_anim.render.still_service import StillRequest
from mnemo_anim.render.task import Failure
from mnemo_anim.render.work import still
from mnemo_anim.render.workshop import Workshop
from mnemo_anim.voice import VoiceError

_AT_ONCE = 200  # milliseconds in which saved files are one edit


class SupersededError(Exception):
    """Something has been saved while films were rendered."""


class Changes:
    """Notes in a thread of its own what is saved.

    Args:
        places: Files and folders that matter.
    """

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = [place.resolve() for place in places]
        self._stop, self._changed = Event(), Event()
        self._paths: set[Path] = set()
        self._fault: Exception | None = None
        Thread(target=self._listen, name="changes", daemon=True).start()

    def check(self) -> None:
        """Raise SupersededError if anything has been saved since :meth:`wait` last returned."""
        if self._changed.is_set():
            raise SupersededError

    def wait(self) -> set[Path]:
        """Wait until something is saved; return what.

        Raises:
            RenderError: The system does not tell any longer.
        """
        while not self._changed.wait(timeout=1.0):  # so that Ctrl-C is heard
            pass
        if self._fault is not None:
            raise RenderError(
                f"the system does not tell what is saved ({one_line(self._fault)}). "
                "Begin again; WATCHFILES_FORCE_POLLING=1 looks by itself, which takes longer."
            )
        self._changed.clear()
        saved, self._paths = self._paths, set()
        return saved

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()

    def _listen(self) -> None:
        try:
            self._note()
        except Exception as error:  # it belongs to the thread that waits
            self._fault = error
            self._changed.set()

    def _note(self) -> None:
        folders = {place if place.is_dir() else place.parent for place in self._places}
        for changes in watch(
            *folders, watch_filter=_Sources(), stop_event=self._stop, step=_AT_ONCE
        ):
            saved = {Path(path) for _, path in changes}
            if any(path.is_relative_to(place) for path in saved for place in self._places):
                self._paths |= saved
                self._changed.set()


class _Sources(DefaultFilter):
    """Leaves out what editors and Python write beside sources."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^\.", r"~$", r"\.part")


def places_of(documents: Iterable[Path], scenes: Path) -> list[Path]:
    """Return the files and folders that films depend on."""
    return [*documents, scenes, ROOT / "mnemo_anim", FONTS]


def keep_rendering(
    make: Callable[[], Plan],
    render: Callable[[Plan], Report],
    workshop: Workshop,
    changes: Changes,
    tell: Callable[[str], None],
) -> None:
    """Render now, and each time that something is saved; until the studio itself has changed.

    Args:
        make: Plans the films anew.
        render: Renders what is not up to date, with the workers of the workshop.
        workshop: The workers.
        changes: What is saved.
        tell: Told what is wrong.

    Raises:
        RenderError: The system does not tell any longer what is saved.
    """
    while True:
        try:
            plan = make()
            workshop.prepare(
                {name: digest for job in plan.jobs for name, digest in job.recipe.sources.items()}
            )
            render(plan)
        except SupersededError:
            pass
        except (DocumentError, RenderError, VoiceError) as error:
            tell(str(error))
        saved = changes.wait()
        own = sorted(path for path in saved if _is_loaded(path))
        if own and _can_be_loaded(own, tell):
            tell("the studio itself has changed: begin again")
            return


def answer_still(
    request: StillRequest, make: Callable[[str], Plan], workshop: Workshop
) -> bytes | Failure | None:
    """Draw a still with the workers of a workshop; None if the recipe is another.

    Args:
        request: What is wanted.
        make: Plans the films of a quality.
        workshop: The workers.
    """
    try:
        plan = make(request.quality)
        job = next(job for job in plan.jobs if job.entry.section == request.section)
        if job.recipe.key != request.key:
            return None
    except (DocumentError, RenderError, VoiceError, StopIteration):
        return None
    workshop.prepare(job.recipe.sources)
    drawn: bytes | Failure = workshop.submit(
        still, job.task(), job.recipe.key, request.beat, request.at, True
    )
    return drawn


def begin_again() -> NoReturn:
    """Let a new process take the place of this one, whose own code has changed."""
    os.execv(sys.executable, [sys.executable, "-m", "mnemo_anim", *sys.argv[1:]])


def _is_loaded(path: Path) -> bool:
    """Return whether this very process has loaded a file as code."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return any(Path(file).resolve() == path for file in files if file)


def _can_be_loaded(changed: Sequence[Path], tell: Callable[[str], None]) -> bool:
    """Return whether files are Python, and tell what is wrong with the first that is not."""
    for path in changed:
        try:
            compile(path.read_bytes(), str(path), "exec")
        except (SyntaxError, OSError, ValueError) as error:
            tell(f"{path}: {one_line(error)}")
            return False
    return True
