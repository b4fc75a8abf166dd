"""Rules about how long things stay: what was seen when, over a whole scene."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mnemo_anim.review import limits
from mnemo_anim.review.findings import Box
from mnemo_anim.review.layout import Sight
from mnemo_anim.review.rules import Rule

_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Stay:
    """The time that one thing is seen without a break, in seconds since the start of the scene.

    Attributes:
        before: The last moment at which it was not there yet.
        first: The first moment at which it was seen.
        last: The last one.
        after: The first moment at which it was gone.
        box: Where it was seen first.
    """

    before: float
    first: float
    last: float
    after: float
    box: Box | None = None

    @property
    def length(self) -> float:
        """How long it stayed, halfway between the least and the most that it can have been."""
        return (self.after + self.last - self.first - self.before) / 2


@dataclass
class Presences:
    """Notes at each look who is there, and so learns who stays how long."""

    stays: dict[str, list[Stay]] = field(default_factory=dict)
    _there: dict[str, Stay] = field(default_factory=dict)
    _now: float = 0.0

    def look(self, time: float, there: Mapping[str, Box]) -> None:
        """Note who is there at a moment later than all before."""
        for name in [name for name in self._there if name not in there]:
            self._there.pop(name).after = time
        for name, box in there.items():
            if name not in self._there:
                self._there[name] = Stay(self._now, time, time, time, box)
                self.stays.setdefault(name, []).append(self._there[name])
            self._there[name].last = self._there[name].after = time
        self._now = time


def is_prose(words: str) -> bool:
    """Return whether a text has words to be read, not only names of variables and numbers."""
    return _LETTERS.search(words) is not None


def is_phrase(words: str) -> bool:
    """Return whether a text is long enough to be the very one that is said: two words or more."""
    return is_prose(words) and len(words.split()) > 1


def too_short(stays: Mapping[str, Sequence[Stay]]) -> Iterator[tuple[float, Sight]]:
    """Yield the texts that leave before they can be read, with the moment at which they do."""
    for words, several in stays.items():
        needed = limits.READING_LEAD + len(words) / limits.READING_SPEED
        longest = max(several, key=lambda stay: stay.length)
        if is_prose(words) and longest.length < needed:
            what = f"“{words}” leaves before it can be read"
            yield longest.first, Sight(Rule.READING, longest.length, needed, what, longest.box)


def out_of_step(
    stays: Mapping[str, Sequence[Stay]], spoken: Mapping[str, float], start: float, end: float
) -> Iterator[tuple[float, Sight]]:
    """Yield the texts of a beat that appear too long before or after they are said.

    Args:
        stays: By words, when they were seen.
        spoken: The moments at which words of the beat are said.
        start: Of the beat.
        end: Of the beat.
    """
    for words, said in spoken.items():
        for stay in stays.get(words, ()):
            if not start < stay.first <= end:
                continue
            early, late = said - stay.first, stay.before - said
            off = max(early, late)
            if off > limits.LATE_SECONDS:
                when = "before" if early > late else "after"
                what = f"“{words}” appears {off:.1f} s {when} it is said"
                yield stay.first, Sight(Rule.LATE, off, limits.LATE_SECONDS, what, stay.box)


def left_over(
    stays: Mapping[str, Stay], alive: Mapping[str, float]
) -> Iterator[tuple[float, Sight]]:
    """Yield what is still in the scene long after it was last seen.

    Args:
        stays: By name, the last time that each thing was seen.
        alive: By name, the last moment at which it was in the scene.
    """
    for name, stay in stays.items():
        since = alive[name] - stay.last
        if since > limits.LEFT_OVER_SECONDS:
            what = f"{name} stays in the scene, though it cannot be seen any more"
            yield alive[name], Sight(Rule.LEFT_OVER, since, limits.LEFT_OVER_SECONDS, what, None)
