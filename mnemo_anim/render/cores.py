"""The cores of this machine, and how workers share them."""

import os


def cores() -> int:
    """Return how many workers this machine can keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def draw_in_one_thread() -> None:
    """Let OpenGL in software have no threads of its own, unless somebody has chosen how many.

    To be called before this process draws, where others keep the other cores busy: its threads
    would only wait for one another. (Mesa: Environment variables, LP_NUM_THREADS.)
    """
    os.environ.setdefault("LP_NUM_THREADS", "0")
