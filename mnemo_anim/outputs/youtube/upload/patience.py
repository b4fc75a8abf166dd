"""Trying again: after a pause that doubles, or the one that the server asks for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from googleapiclient.errors import HttpError

from mnemo_anim.outputs.youtube.upload.errors import named, passes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often something is tried, and how long each pause is.

    Attributes:
        tries: In a row, without any progress.
        first_pause: In seconds; each one after it is twice as long.
        longest_pause: In seconds; a server that asks for more is asked no more.
        sleep: Waits for some seconds.
        say: Tells the user of a pause.
    """

    tries: int = 8
    first_pause: float = 1.0
    longest_pause: float = 64.0
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda _: None

    def pause(self, error: Exception, failures: int) -> None:
        """Wait after an error; raise it again where waiting does not help.

        Args:
            error: What went wrong.
            failures: How often in a row something has gone wrong, this time included.
        """
        seconds = min(self.longest_pause, self.first_pause * 2 ** (failures - 1))
        if isinstance(error, HttpError):
            asked = str(error.resp.get("retry-after", ""))  # seconds; a date is rare, and passed by
            if asked.isdigit():
                seconds = max(seconds, float(asked))
        if not passes(error) or failures >= self.tries or seconds > self.longest_pause:
            raise error
        self.say(f"YouTube does not answer ({named(error)}); next try in {seconds:g} s.")
        self.sleep(seconds)

    def until_done(self, attempt: Callable[[], T]) -> T:
        """Return what ``attempt`` returns, tried as often as it takes."""
        failures = 0
        while True:
            try:
                return attempt()
            except Exception as error:
                failures += 1
                self.pause(error, failures)
