"""Between two scenes a process lets go of what the first has left, and looks for garbage often."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from mnemo_anim.render.letting_go import let_go


class Ring:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _leave_the_collector_as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_garbage_is_collected_even_if_it_was_frozen() -> None:
    ring = Ring()
    known = weakref.ref(ring)
    let_go()
    del ring
    assert known() is not None
    let_go()
    assert known() is None


def test_what_is_there_to_stay_is_not_looked_through_again() -> None:
    before = len(gc.get_objects())
    let_go()
    assert len(gc.get_objects()) < before / 100


def test_garbage_that_has_grown_old_is_found_however_much_is_there_to_stay() -> None:
    stay: list[list[object]] = [[] for _ in range(1_000_000)]  # as all that a scene imports
    let_go()
    ring = Ring()
    known = weakref.ref(ring)
    gc.collect(1)  # now it counts as old
    del ring
    held: list[list[object]] = [[] for _ in range(200_000)]  # as the mobjects of some plays
    assert known() is None
    del stay, held
