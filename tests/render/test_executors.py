"""Processes of this machine: one that dies takes its own work along, and no other's."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import resource_tracker, spawn
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render import crew as crew_module
from mnemo_anim.render import executors
from mnemo_anim.render.crew import Crew, Work
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.executors import LocalHands, local, side_by_side
from mnemo_anim.render.task import Failure
from tests.render import deeds
from tests.render.processes import alive, wait_until, workers_of


@pytest.fixture
def hands() -> Iterator[LocalHands]:
    made = LocalHands(2)
    yield made
    made.shutdown(cancel_futures=True)


@pytest.fixture
def crew(hands: LocalHands) -> Crew:
    return Crew(hands)


def done(crew: Crew, *works: Work) -> list[Any]:
    """Return the result of each piece of work."""
    for work in works:
        crew.submit(work)
    results = dict(filter(None, crew.results()))
    return [results[work] for work in works]


def test_calls_are_made_by_other_processes_side_by_side(hands: LocalHands) -> None:
    calls = [hands.submit(deeds.sleep, 0.5) for _ in range(2)]
    pids = [hands.submit(deeds.pid) for _ in range(4)]
    assert [call.result() for call in calls] == [0.5, 0.5]
    assert os.getpid() not in {pid.result() for pid in pids}


def test_a_process_is_used_again() -> None:
    with local(1) as hands:
        assert len({hands.submit(deeds.pid).result() for _ in range(3)}) == 1


def test_an_error_is_handed_on(hands: LocalHands) -> None:
    error = hands.submit(deeds.fail, "too steep").exception()
    assert isinstance(error, ValueError)
    assert hands.loss(error) is None


def ending(hands: LocalHands, call: "Future[Any]") -> str:
    error = call.exception(timeout=30)
    assert error is not None
    loss = hands.loss(error)
    assert loss is not None
    return loss.reason


def test_how_a_process_died_is_told(hands: LocalHands) -> None:
    killed = hands.submit(deeds.die, signal.SIGKILL)
    assert ending(hands, killed) == "its process died (Killed; out of memory?)"
    crashed = hands.submit(deeds.die, signal.SIGSEGV)
    assert ending(hands, crashed) == "its process died (Segmentation fault)"
    odd = hands.submit(deeds.die, signal.SIGRTMIN + 3)
    assert ending(hands, odd).startswith("its process died (")
    left = hands.submit(deeds.leave, 3)
    assert ending(hands, left) == "its process died (exit code 3)"


def test_work_whose_process_is_killed_is_done_by_another(crew: Crew, tmp_path: Path) -> None:
    works = [Work(deeds.die_at_first, (tmp_path, 2), 1.0), Work(deeds.double, (21,), 1.0)]
    assert done(crew, *works) == [2, 42]


def test_work_that_always_kills_its_process_takes_no_other_along(crew: Crew) -> None:
    deadly = Work(deeds.die, (signal.SIGKILL,), 1.0)
    others = [Work(deeds.double, (number,), 1.0) for number in range(20)]
    failed, *rest = done(crew, deadly, *others)
    assert failed == Failure("its process died (Killed; out of memory?), 3 times")
    assert rest == [2 * number for number in range(20)]


def test_a_process_that_is_killed_from_outside_is_replaced(
    hands: LocalHands, crew: Crew, tmp_path: Path
) -> None:
    work = Work(deeds.mark_and_sleep, (tmp_path, 1.0), 1.0)
    crew.submit(work)
    killed = 0
    results = crew.results()
    for ended in results:
        if ended is not None:
            assert ended[1] not in (killed, os.getpid())
            break
        if not killed and (marks := list(tmp_path.iterdir())) and marks[0].read_text():
            killed = int(marks[0].read_text())
            os.kill(killed, signal.SIGKILL)
    assert killed
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("count", "chosen", "threads"), [(2, None, "0"), (1, None, None), (2, "3", "3")]
)
def test_workers_who_fill_the_machine_draw_in_one_thread_each(
    monkeypatch: pytest.MonkeyPatch, count: int, chosen: str | None, threads: str | None
) -> None:
    """Unless somebody has chosen otherwise."""
    monkeypatch.setattr(executors, "cores", lambda: 2)
    monkeypatch.delenv("LP_NUM_THREADS", raising=False)
    if chosen is not None:
        monkeypatch.setenv("LP_NUM_THREADS", chosen)
    with local(count) as workers:
        assert workers.submit(os.getenv, "LP_NUM_THREADS").result() == threads


def test_processes_that_die_before_they_begin_are_replaced(hands: LocalHands, crew: Crew) -> None:
    """As when memory is short: none of them has any work in hand yet, and much is waiting."""
    works = [Work(len, (bytes(300_000 + number),), 1.0) for number in range(30)]
    for work in works:
        crew.submit(work)
    for process in workers_of(os.getpid()):
        os.kill(process, signal.SIGKILL)
    results = dict(filter(None, crew.results()))
    assert sorted(results.values()) == [300_000 + number for number in range(30)]


def test_work_that_hangs_is_begun_again_in_another_process(
    crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew_module, "_AT_LEAST", 1.0)
    monkeypatch.setattr(crew_module, "_TIMES", 0.0)
    work = Work(deeds.hang_at_first, (tmp_path, 1), 0.0)
    assert done(crew, work, Work(deeds.double, (21,), 1.0)) == [1, 42]


def test_work_that_always_hangs_is_given_up(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "_AT_LEAST", 0.5)
    monkeypatch.setattr(crew_module, "_TIMES", 0.0)
    failed, other = done(crew, Work(deeds.sleep, (600,), 0.0), Work(deeds.double, (21,), 1.0))
    assert isinstance(failed, Failure)
    assert failed.message in ("it made no end for 1 s, 3 times", "it made no end for 0 s, 3 times")
    assert other == 42


@pytest.mark.parametrize("count", [1, 2, 9])
def test_what_is_done_side_by_side_comes_with_its_number(count: int) -> None:
    found = side_by_side(deeds.double, [(number,) for number in (5, 6, 7)], count)
    assert dict(found) == {0: 10, 1: 12, 2: 14}
    assert not list(side_by_side(deeds.double, [], count))


@pytest.mark.parametrize(("fresh", "processes"), [(False, 1), (True, 3)])
def test_each_piece_may_have_a_process_of_its_own(fresh: bool, processes: int) -> None:
    pids = dict(side_by_side(deeds.pid, [(), (), ()], 1, fresh=fresh))
    assert len({*pids.values()}) == processes


def test_what_goes_wrong_side_by_side_is_raised() -> None:
    def all_of(do: Callable[..., Any], *pieces: tuple[Any, ...]) -> None:
        list(side_by_side(do, pieces, 2))

    with pytest.raises(ValueError, match="too steep"):
        all_of(deeds.fail, ("too steep",))
    with pytest.raises(RenderError, match=r"exit code 3\)\. Try fewer side by side: JOBS=1\."):
        all_of(deeds.leave, (3,))


def test_no_process_is_left_when_all_is_done() -> None:
    with local(2) as hands:
        pids = {hands.submit(deeds.pid).result() for _ in range(6)}
    assert not any(alive(pid) for pid in pids)


def test_an_error_ends_them_at_once(tmp_path: Path) -> None:
    began = time.monotonic()

    def go_wrong() -> None:
        with local(2) as hands:
            for _ in range(50):
                hands.submit(deeds.mark_and_sleep, tmp_path, 600)
            wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
            raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        go_wrong()
    assert time.monotonic() - began < 60
    assert not any(alive(int(mark.read_text())) for mark in tmp_path.iterdir())


def test_those_that_are_stopped_leave_no_half_of_a_file(tmp_path: Path) -> None:
    names = ("one", "two")

    def written() -> set[str]:
        return {path.read_text() for path in tmp_path.iterdir()}

    def go_wrong() -> None:
        with local(2) as hands:
            for name in names:
                hands.submit(deeds.write_slowly, tmp_path / name, 600)
            wait_until(lambda: len(list(tmp_path.iterdir())) == 2 and written() == {"half"})
            raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        go_wrong()
    assert not list(tmp_path.iterdir())


def test_what_is_written_to_its_end_stays(tmp_path: Path) -> None:
    with local(1) as hands:
        hands.submit(deeds.write_slowly, tmp_path / "one", 0)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["half"]


STUBBORN = """#!/bin/sh
trap '' TERM
sleep 0.5
exec '{python}' "$@"
"""


def test_those_that_just_begin_are_ended_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """They read what they are to do from their parent, which is about to forget it."""
    resource_tracker.ensure_running()
    slow = tmp_path / "python"
    slow.write_text(STUBBORN.format(python=sys.executable))
    slow.chmod(0o755)
    monkeypatch.setattr(spawn, "_python_exe", os.fsencode(slow))
    hands = LocalHands(2)
    hands.submit(deeds.pid)
    begun = workers_of(os.getpid())
    hands.shutdown(cancel_futures=True)
    time.sleep(1)
    assert len(begun) == 2
    assert not any(alive(pid) for pid in begun)
    assert capfd.readouterr().err == ""


class _StopError(Exception):
    """What the handler of a signal raises."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_a_process_has_all_that_it_reads_first(
    hands: LocalHands, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """Whichever thread it comes to: its handler is called in the main one."""
    over, begun = Event(), []
    other = Thread(target=over.wait)
    other.start()
    start = SpawnProcess.start

    def begin(process: SpawnProcess) -> None:
        signal.pthread_kill(other.ident or 0, number)
        time.sleep(0.05)
        start(process)
        begun.append(process.pid)

    def stop(*_: Any) -> None:
        raise _StopError

    monkeypatch.setattr(SpawnProcess, "start", begin)
    before = signal.signal(number, stop)
    try:
        with pytest.raises(_StopError):
            hands.submit(deeds.pid)
        assert len(begun) == 2
        assert signal.getsignal(number) is stop
    finally:
        signal.signal(number, before)
        over.set()


def test_any_thread_may_give_work(hands: LocalHands) -> None:
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: hands.submit(deeds.double, 3).result()).result() == 6


PARENT = """
import sys
from pathlib import Path
from mnemo_anim.render.executors import local
from tests.render import deeds
if __name__ == "__main__":
    with local(2) as hands:
        for _ in range(6):
            hands.submit(deeds.mark_and_sleep, Path(sys.argv[1]), 600)
        sys.stdin.readline()
        sys.exit(5)
"""


@pytest.mark.parametrize("early", [False, True])
def test_nobody_outlives_a_parent_that_is_killed(tmp_path: Path, early: bool) -> None:
    """Killed by a signal that nobody can handle, while its processes are busy, or just begun."""
    (tmp_path / "parent.py").write_text(PARENT)
    (tmp_path / "marks").mkdir()
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py"), str(tmp_path / "marks")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
    )
    marks = tmp_path / "marks"
    if early:
        wait_until(lambda: len(workers_of(parent.pid)) == 2)
    else:
        wait_until(lambda: len([mark for mark in marks.iterdir() if mark.read_text()]) == 2)
    pids = workers_of(parent.pid)
    assert len(pids) == 2
    parent.kill()
    parent.wait()
    wait_until(lambda: not any(alive(pid) for pid in pids))
