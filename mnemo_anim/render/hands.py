"""Who does the work: an executor, as `concurrent.futures` knows it, that tells how it lost work.

This is the only seam: processes of this machine are behind it, or the workers of a cluster.
"""

from concurrent.futures import Executor
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """A worker has been lost, and the work with it that it had in hand.

    Attributes:
        reason: How, in a few words.
        said: What it had printed by then, if that is known.
    """

    reason: str
    said: str = ""


class Hands(Executor):
    """Workers that have been hired.

    Args:
        count: How many they are.
        share_disk: Whether they write to the same disk as this process.
    """

    def __init__(self, count: int, *, share_disk: bool) -> None:
        self.count = count
        self.share_disk = share_disk

    def look(self) -> None:
        """Look after the workers; called now and then while there is work.

        Raises:
            RenderError: Nobody is left who could do it.
        """

    def loss(self, error: BaseException) -> Loss | None:
        """Return how a worker was lost, if that is what an error of a future says; else None."""
        return None
