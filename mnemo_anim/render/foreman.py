"""Hands out the drawing of scenes while others are still being played without drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mnemo_anim.render.sharing import SceneWork, Share, share_evenly, share_out

_SHARES = 2
"""For each worker that a scene is worth, while it is not known what the others take."""


class Foreman:
    """Decides who draws what, and when.

    Scenes become known one by one. Who would wait for the last begins with those that are known;
    what is left by then is shared out together, which needs less playing.

    Args:
        workers: How many there are.
        lengths: By the number of each scene, how long it is in comparison with the others, as far
            as can be told before it has been played.
    """

    def __init__(self, workers: int, lengths: Mapping[int, float]) -> None:
        self._workers = workers
        self._unknown = dict(lengths)
        self._known = 0.0  # length, of all scenes that are known
        self._seconds = 0.0  # that drawing them takes
        self._left: dict[int, SceneWork] = {}

    def learn(self, scene: int, work: SceneWork) -> None:
        """Take note of what there is to draw of a scene, if anything."""
        self._known += self._unknown.pop(scene, 0.0)
        self._seconds += work.cost.of(work.segments)
        if work.segments:
            self._left[scene] = work

    def forget(self, scene: int) -> None:
        """Take note that no more of a scene will be drawn."""
        self._unknown.pop(scene, None)
        self._left.pop(scene, None)

    def is_waiting_for(self, scene: int) -> bool:
        """Return whether some of a scene has not been handed out yet."""
        return scene in self._unknown or scene in self._left

    def shares(self, busy: Sequence[float]) -> tuple[Share, ...]:
        """Return what is to be handed out now; ask again until it is nothing.

        Args:
            busy: The seconds that each piece of work which is in hand will still take.
        """
        if self._left and not self._unknown:
            left, self._left = self._left, {}
            return share_out(left, self._workers, busy)
        idle = self._workers - len(busy)
        return self._begin_one(idle) if self._left and idle > 0 else ()

    def _begin_one(self, idle: int) -> tuple[Share, ...]:
        """Return the first shares of the longest scene, one for each who is idle at the most."""
        scene, work = max(self._left.items(), key=lambda item: item[1].cost.of(item[1].segments))
        worth = self._workers * work.cost.of(work.segments) / max(self._expected(), 1e-9)
        shares = share_evenly(scene, work, round(_SHARES * worth))
        rest = tuple(chain.from_iterable(share.segments for share in shares[idle:]))
        if rest:
            self._left[scene] = replace(work, segments=rest)
        else:
            del self._left[scene]
        return shares[:idle]

    def _expected(self) -> float:
        """Return the seconds that drawing may take, if the unknown scenes are like the known."""
        unknown = sum(self._unknown.values())
        return self._seconds * (1 + unknown / self._known) if self._known else self._seconds
