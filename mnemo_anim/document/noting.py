"""A section whose beats tell when their words are read."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from mnemo_anim.document.lecture import Beat, Section


class NotedBeat:
    """A beat that calls ``note`` with its id whenever its words are read."""

    def __init__(self, beat: Beat, note: Callable[[str], None]) -> None:
        self.id, self.line = beat.id, beat.line
        self._beat, self._note = beat, note

    @property
    def text(self) -> str:
        """The words; reading them is noted."""
        self._note(self.id)
        return self._beat.text

    @property
    def cues(self) -> tuple[tuple[str, str], ...]:
        """The words that stand for those of the original; reading them is noted."""
        self._note(self.id)
        return self._beat.cues

    def here(self, words: str) -> str:
        """Return the words that stand for ``words``; reading them is noted."""
        self._note(self.id)
        return self._beat.here(words)


def noted(section: Section, note: Callable[[str], None]) -> Section:
    """Return a section that calls ``note`` with the id of each beat whose words are read."""
    beats = tuple(NotedBeat(beat, note) for beat in section.beats)
    return replace(section, beats=cast("tuple[Beat, ...]", beats))
