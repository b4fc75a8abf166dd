"""Work gets done whatever becomes of the workers; only what takes them along is given up."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from mnemo_anim.render import crew as crew_module
from mnemo_anim.render.crew import MOST_LOSSES, Crew, Work
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.hands import Hands, Loss
from mnemo_anim.render.task import Failure


class LostError(Exception):
    """A worker is gone."""


class Scripted(Hands):
    """Workers who do with each call what has been written down for it, whenever one looks."""

    def __init__(self, *endings: Any, together: int = 1) -> None:
        super().__init__(together, share_disk=True)
        self.endings = list(endings)
        self.calls: list[tuple[Any, ...]] = []
        self.queue: deque[tuple[Future[Any], Any]] = deque()
        self.looks = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.calls.append(args)
        ending = self.endings.pop(0) if self.endings else fn(*args)
        future: Future[Any] = Future()
        self.queue.append((future, ending))
        return future

    def look(self) -> None:
        self.looks += 1
        for _ in range(self.count):
            if not self.queue:
                return
            future, ending = self.queue.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            if isinstance(ending, BaseException):
                future.set_exception(ending)
            else:
                future.set_result(ending)

    def loss(self, error: BaseException) -> Loss | None:
        return Loss("it fell", "its last words") if isinstance(error, LostError) else None


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "_LOOK", 0.001)


def works(*numbers: int) -> list[Work]:
    return [Work(abs, (-number,), 1.0) for number in numbers]


def done(crew: Crew) -> dict[Any, Any]:
    return {work.arguments[0]: result for work, result in filter(None, crew.results())}


def test_each_piece_of_work_comes_with_its_result() -> None:
    crew = Crew(Scripted())
    for work in works(1, 2, 3):
        crew.submit(work)
    assert done(crew) == {-1: 1, -2: 2, -3: 3}


def test_work_may_be_queued_while_results_come() -> None:
    crew, found = Crew(Scripted()), []
    crew.submit(*works(1))
    for ended in crew.results():
        if ended is not None:
            found.append(ended[1])
            if len(found) < 4:
                crew.submit(*works(found[-1] + 1))
    assert found == [1, 2, 3, 4]


def test_the_workers_are_looked_after_meanwhile() -> None:
    hands = Scripted()
    crew = Crew(hands)
    for work in works(1, 2, 3):
        crew.submit(work)
    done(crew)
    assert hands.looks >= 3


def test_who_looks_after_something_else_gets_a_turn_now_and_then() -> None:
    crew = Crew(Scripted())
    for work in works(1, 2):
        crew.submit(work)
    assert list(crew.results()).count(None) >= 2


def test_work_whose_worker_is_lost_is_begun_again() -> None:
    hands = Scripted(LostError(), LostError())
    crew = Crew(hands)
    crew.submit(*works(1))
    assert done(crew) == {-1: 1}
    assert hands.calls == [(-1,)] * 3


def test_work_that_takes_its_worker_along_is_given_up_and_takes_no_other_along() -> None:
    hands = Scripted(LostError(), 2, LostError(), LostError())
    crew = Crew(hands)
    for work in works(1, 2):
        crew.submit(work)
    found = done(crew)
    assert found == {-1: Failure(f"it fell, {MOST_LOSSES} times", "its last words"), -2: 2}
    assert hands.calls.count((-1,)) == MOST_LOSSES


def test_losses_of_one_piece_do_not_count_for_another() -> None:
    hands = Scripted(*[LostError()] * 4)
    crew = Crew(hands)
    for work in works(1, 2):
        crew.submit(work)
    assert done(crew) == {-1: 1, -2: 2}


def test_any_other_error_is_a_failure_at_once() -> None:
    hands = Scripted(ValueError("too steep\nby far"))
    crew = Crew(hands)
    crew.submit(*works(1))
    (failure,) = done(crew).values()
    assert failure.message == "ValueError: too steep"
    assert "by far" in failure.trace
    assert len(hands.calls) == 1


def test_work_that_has_not_begun_can_be_dropped() -> None:
    hands = Scripted()
    crew = Crew(hands)
    mine = works(1, 2, 3)
    for work in mine:
        crew.submit(work)
    crew.drop(mine[1:])
    assert done(crew) == {-1: 1}


def test_that_nobody_is_left_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    hands = Scripted()

    def nobody() -> None:
        raise RenderError("nobody is left")

    monkeypatch.setattr(hands, "look", nobody)
    crew = Crew(hands)
    crew.submit(*works(1))
    with pytest.raises(RenderError, match="nobody is left"):
        done(crew)


class Hanging(Scripted):
    """Workers of whom the first so many calls make no end, until they are cancelled."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.calls.append(args)
        future = _Endless()
        if len(self.calls) > self.times:
            future = _Endless(began=False)
            future.set_result(fn(*args))
        return future


class _Endless(Future[Any]):
    def __init__(self, began: bool = True) -> None:
        super().__init__()
        self._began = began

    def running(self) -> bool:
        return self._began and not self.done()

    def cancel(self) -> bool:
        super().cancel()
        self.set_running_or_notify_cancel()
        return True


@pytest.mark.parametrize("times", [1, 2])
def test_work_that_makes_no_end_is_begun_again(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    monkeypatch.setattr(crew_module, "_AT_LEAST", 0.01)
    monkeypatch.setattr(crew_module, "_TIMES", 0.0)
    hands = Hanging(times)
    crew = Crew(hands)
    crew.submit(*works(1))
    assert done(crew) == {-1: 1}
    assert len(hands.calls) == times + 1


def test_work_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "_AT_LEAST", 0.01)
    monkeypatch.setattr(crew_module, "_TIMES", 0.0)
    crew = Crew(Hanging(99))
    crew.submit(*works(1))
    assert done(crew) == {-1: Failure(f"it made no end for 0 s, {MOST_LOSSES} times")}


def test_work_may_take_much_longer_than_is_expected() -> None:
    assert Work(abs, (1,), 0.0).deadline >= 60
    assert Work(abs, (1,), 600.0).deadline >= 10 * 600
