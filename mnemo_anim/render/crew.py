"""Work on an executor that gets done whatever becomes of the workers.

Work whose worker is lost, or makes no end, is begun again; only work that takes its worker along
again and again is given up.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from time import monotonic
from typing import Any

from mnemo_anim.render.errors import one_line
from mnemo_anim.render.hands import Hands, Loss
from mnemo_anim.render.task import Failure

MOST_LOSSES = 3
"""How many workers one piece of work may cost before it is given up."""

_AT_LEAST, _TIMES = 300.0, 20.0  # seconds that any work may take; and over what is expected
_LOOK = 0.25  # seconds from one look at the work to the next


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A call that is to be made on a worker.

    Attributes:
        function: Of a module, so that it can be sent anywhere.
        arguments: Picklable ones.
        seconds: How long it takes, as far as is known.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float

    @property
    def deadline(self) -> float:
        """Seconds after which it counts as hung."""
        return _AT_LEAST + _TIMES * self.seconds


class Crew:
    """Workers, and the work that they have in hand.

    Args:
        hands: The workers.
    """

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._in_hand: dict[Future[Any], Work] = {}
        self._begun: dict[Work, float] = {}
        self._losses: dict[Work, int] = {}

    def submit(self, work: Work) -> None:
        """Queue a piece of work; pieces begin in the order in which they come."""
        self._in_hand[self._hands.submit(work.function, *work.arguments)] = work

    def busy(self) -> list[float]:
        """Return how many seconds each piece of work may still take that is not done."""
        now = monotonic()
        return [
            max(0.0, work.seconds - (now - self._begun.get(work, now)))
            for work in self._in_hand.values()
        ]

    def drop(self, works: Iterable[Work]) -> None:
        """Give up pieces of work that have not begun yet."""
        given_up = set(works)
        for future, work in list(self._in_hand.items()):
            if work in given_up and not future.running() and future.cancel():
                del self._in_hand[future]

    def results(self) -> Iterator[tuple[Work, Any] | None]:
        """Yield each piece of work with its result, until none is left.

        Now and then None comes, so that the caller may look after something else. More work may be
        queued in between. What could not be done has a `Failure` as its result.

        Raises:
            RenderError: Nobody is left who could do it.
        """
        while self._in_hand:
            done, _ = wait(self._in_hand, timeout=_LOOK, return_when=FIRST_COMPLETED)
            for future in done:
                work = self._in_hand.pop(future)
                began = self._begun.pop(work, None)
                ending = self._result(work, future, began)
                if ending is not None:
                    yield work, ending
            self._cancel_hung()
            self._hands.look()
            yield None

    def _result(self, work: Work, future: Future[Any], began: float | None) -> Any:
        """Return the result of a future; None if its work has been queued again."""
        try:
            return future.result()
        except CancelledError:
            hung = 0.0 if began is None else monotonic() - began
            loss = Loss(f"it made no end for {hung:.0f} s")
        except Exception as error:
            how = self._hands.loss(error)
            if how is None:
                return Failure(one_line(error), "".join(traceback.format_exception(error)))
            loss = how
        self._losses[work] = self._losses.get(work, 0) + 1
        if self._losses[work] >= MOST_LOSSES:
            return Failure(f"{loss.reason}, {MOST_LOSSES} times", loss.said)
        self.submit(work)
        return None

    def _cancel_hung(self) -> None:
        """End what has taken far too long."""
        now = monotonic()
        for future, work in list(self._in_hand.items()):
            if not future.running():
                continue
            began = self._begun.setdefault(work, now)
            if now - began > work.deadline:
                future.cancel()
