"""Workers that are kept: the same as long as their code is, and new ones when it is not."""

import os
from collections.abc import Iterator
from contextlib import closing

import pytest

from mnemo_anim.render.watch import SupersededError
from mnemo_anim.render.workshop import Workshop
from tests.render.processes import alive, wait_until


@pytest.fixture
def saved() -> list[str]:
    return []


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch, saved: list[str]) -> Iterator[Workshop]:
    """Give one of one worker, which need not load Manim here."""
    monkeypatch.setattr("mnemo_anim.render.workshop.warm_up", os.getpid)

    def heed() -> None:
        if saved:
            raise SupersededError

    with closing(Workshop(1, heed)) as made:
        yield made


def worker(workshop: Workshop) -> int:
    pid: int = workshop.submit(os.getpid)
    return pid


def test_a_worker_stays_as_long_as_its_code_does(workshop: Workshop) -> None:
    workshop.prepare({"one.py": "a"})
    first = worker(workshop)
    workshop.prepare({"one.py": "a", "two.py": "b"})
    workshop.prepare({"one.py": "a"})
    with workshop.hire() as hands:
        assert hands.submit(os.getpid).result() == first
    assert worker(workshop) == first


def test_a_worker_with_other_code_is_replaced_and_ends(workshop: Workshop) -> None:
    workshop.prepare({"one.py": "a", "two.py": "b"})
    first = worker(workshop)
    workshop.prepare({"one.py": "a", "two.py": "c"})
    second = worker(workshop)
    assert second != first
    wait_until(lambda: not alive(first), seconds=10)
    workshop.prepare({"one.py": "a", "two.py": "c"})
    assert worker(workshop) == second


def test_work_that_is_superseded_ends_and_others_are_ready(
    workshop: Workshop, saved: list[str]
) -> None:
    first = worker(workshop)

    def work() -> None:
        with workshop.hire() as hands:
            hands.look()
            saved.append("one.py")
            hands.look()

    with pytest.raises(SupersededError):
        work()
    assert worker(workshop) != first
    wait_until(lambda: not alive(first), seconds=10)


def test_closing_ends_all(workshop: Workshop) -> None:
    pid = worker(workshop)
    workshop.close()
    wait_until(lambda: not alive(pid), seconds=10)
