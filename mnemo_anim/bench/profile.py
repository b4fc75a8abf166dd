"""Where the time of a worker goes, by what the code in hand belongs to.

The stacks of both threads of a worker, the drawing and the encoding one, are looked at every few
milliseconds. (`cProfile` sees one thread alone, and its own cost falls on whatever calls much.)
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, get_ident
from types import FrameType

from rich.table import Table

_EVERY = 0.004  # seconds from one look to the next

Key = tuple[str, str]  # the thread, and what its code belongs to

_PARTS = {
    "encoding": ("mnemo_anim/render/encode.py:show", "mnemo_anim/render/encode.py:__exit__"),
    "conversion to YUV": ("mnemo_anim/render/encode.py:change",),
    "waiting for the other thread": ("/queue.py:",),
    "landscape, OpenGL": ("mnemo_anim/landscape/", "/moderngl/"),
    "drawing by Cairo": ("/manim/camera/", "mnemo_anim/repaint/", "mnemo_anim/frames.py:"),
    "mobjects of the lecture": ("mnemo_anim/mobjects/", "mnemo_anim/maths/"),
    "scene": ("/scenes/", "mnemo_anim/section_scene.py:", "mnemo_anim/beat_clock.py:"),
    "Manim, animation and mobjects": ("/manim/",),
}
"""By what code belongs to, parts of ``file:function``; the first that fits a frame counts."""


@contextmanager
def looked_at(ident: int | None = None) -> Iterator[Counter[Key]]:
    """Count, while the block runs, what the threads of this process are at.

    Args:
        ident: Of the thread that is called the drawing one; by default this one.
    """
    counts: Counter[Key] = Counter()
    drawing, stop = ident or get_ident(), Event()

    def look() -> None:
        own = get_ident()
        while not stop.wait(_EVERY):
            for thread, frame in sys._current_frames().items():
                if thread == own:
                    continue
                part = part_of(frame)
                if thread == drawing or part in ("encoding", "conversion to YUV"):
                    counts["drawing" if thread == drawing else "encoding", part] += 1

    looker = Thread(target=look, name="profile", daemon=True)
    looker.start()
    try:
        yield counts
    finally:
        stop.set()
        looker.join()


def part_of(frame: FrameType | None) -> str:
    """Return what a stack is at: what its innermost frame that belongs to anything belongs to."""
    while frame is not None:
        place = f"{Path(frame.f_code.co_filename).as_posix()}:{frame.f_code.co_name}"
        for part, marks in _PARTS.items():
            if any(mark in place for mark in marks):
                return part
        frame = frame.f_back
    return "all else"


def table(counts: Mapping[Key, int]) -> Table:
    """Return a table of the shares of each thread's time.

    Shares are of the looks at the drawing thread, which is there from the beginning to the end.
    """
    made = Table(box=None, pad_edge=False)
    for column in ("thread", "at", "share"):
        made.add_column(column)
    for (thread, part), share in shares(counts):
        made.add_row(thread, part, f"{100 * share:.1f} %")
    return made


def shares(counts: Mapping[Key, int]) -> list[tuple[Key, float]]:
    """Return what part of the time each thread is at each thing, the drawing thread's first."""
    looks = sum(count for (thread, _), count in counts.items() if thread == "drawing")
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return [(key, count / looks) for key, count in ordered] if looks else []
