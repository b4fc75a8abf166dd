"""Workers that are kept between runs: ready, with Manim in memory, for what comes next."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mnemo_anim.render.executors import LocalHands
from mnemo_anim.render.hands import Hands
from mnemo_anim.render.work import warm_up


class _KeptHands(LocalHands):
    """Workers of this machine that stop their work when something says so.

    Args:
        count: How many work side by side.
        heed: Called now and then while there is work; it may raise.
    """

    def __init__(self, count: int, heed: Callable[[], None]) -> None:
        super().__init__(count)
        self._heed = heed
        for _ in range(count):
            self.submit(warm_up)

    def look(self) -> None:
        """Stop if something says so."""
        self._heed()


class Workshop:
    """Keeps workers, and others ready in their place: a process cannot forget code it has loaded.

    Args:
        count: How many work side by side.
        heed: Called now and then while there is work; if it raises, the work is stopped.
    """

    def __init__(self, count: int, heed: Callable[[], None]) -> None:
        self._count, self._heed = count, heed
        self._loaded: dict[str, str] = {}
        self._hands, self._next = self._new(), self._new()

    def _new(self) -> _KeptHands:
        return _KeptHands(self._count, self._heed)

    def prepare(self, sources: Mapping[str, str]) -> None:
        """Have workers ready whose code is that of these files; call it before they are needed.

        Args:
            sources: Digests of the project's files that scenes depend on.
        """
        if any(self._loaded.get(name, digest) != digest for name, digest in sources.items()):
            self._renew()
        self._loaded.update(sources)

    def submit(self, fn: Callable[..., Any], *args: Any) -> Any:
        """Return the result of a call, when a worker has made it."""
        return self._hands.submit(fn, *args).result()

    @contextmanager
    def hire(self) -> Iterator[Hands]:
        """Give the workers; they stay unless something goes wrong."""
        try:
            yield self._hands
        except BaseException:
            self._renew()
            raise

    def close(self) -> None:
        """End all workers."""
        for hands in (self._hands, self._next):
            hands.shutdown(cancel_futures=True)

    def _renew(self) -> None:
        used, self._hands = self._hands, self._next
        self._loaded.clear()
        used.shutdown(cancel_futures=True)
        self._next = self._new()
