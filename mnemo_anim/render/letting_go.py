"""What a process lets go of between two scenes, so that it does not grow with every one."""

import ctypes
import gc
import sys

_THINGS = (2_000, 10, 5)
"""Things made, until Python looks for garbage among the young, the older, and all but the frozen.

Animations and what they move know each other: garbage that holds large arrays.
"""


def let_go() -> None:
    """Collect garbage, give memory back, and freeze what is left.

    To be called while no scene is alive: what is left then is there to stay, as all that has been
    imported, and to look through it again and again would take longer than through a scene.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.collect()  # nothing: old garbage is looked for once there is a quarter of what this saw
    gc.set_threshold(*_THINGS)
    _give_back()


def _give_back() -> None:
    """Let the allocator give back what is free between blocks in use, if it can: glibc's can."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
