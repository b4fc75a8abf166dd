"""What workers do in tests of those who employ them. It is sent to them by name."""

import importlib
import os
import signal
import time
from pathlib import Path

from mnemo_anim.render.whole import written_whole


def double(number: int) -> int:
    return 2 * number


def pid() -> int:
    return os.getpid()


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def fail(words: str) -> None:
    raise ValueError(words)


def die(blow: int) -> None:
    os.kill(os.getpid(), blow)
    time.sleep(60)


def leave(code: int) -> None:
    os._exit(code)


def mark_and_sleep(marks: Path, seconds: float) -> int:
    """Leave a mark with this process's number, then take a while."""
    (marks / f"{time.monotonic_ns()}").write_text(str(os.getpid()))
    time.sleep(seconds)
    return os.getpid()


def die_at_first(marks: Path, times: int) -> int:
    """Kill this process, unless it has been done so many times; return how often it was done."""
    done = len(list(marks.iterdir()))
    if done < times:
        (marks / f"{done}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return done


def hang_at_first(marks: Path, times: int) -> int:
    """Make no end, unless that has been done so many times."""
    done = len(list(marks.iterdir()))
    if done < times:
        (marks / f"{done}").touch()
        time.sleep(600)
    return done


def write_slowly(path: Path, seconds: float) -> None:
    """Take a while to write a file."""
    with written_whole(path) as part:
        part.write_text("half")
        time.sleep(seconds)


def answer_of(module: str) -> int:
    """Import a module, and return what it calls ANSWER."""
    answer: int = importlib.import_module(module).ANSWER
    return answer
