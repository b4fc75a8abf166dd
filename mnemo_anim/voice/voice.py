"""What every voice can do, and the one that says nothing."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence

from mnemo_anim.document import Beat
from mnemo_anim.timeline import Speech


class Voice(ABC):
    """Somebody who speaks the narration. A voice may be handed to another process."""

    @abstractmethod
    def key(self, beat: Beat) -> str:
        """Return the key of all that the speech of a beat is made from; empty if it has none.

        Nothing is spoken for it. Two beats with one key sound the same.

        Raises:
            VoiceError: The voice cannot speak at all.
        """

    @abstractmethod
    def speech(self, beat: Beat) -> Speech | None:
        """Return the speech of a beat, whose sound then lies in the cache; None if it has none.

        Raises:
            VoiceError: It cannot be spoken.
        """

    def check(self, beats: Sequence[Beat], known: Collection[str]) -> list[str]:
        """Make sure that it can speak; return what its owner should hear of, one line each.

        It is asked once, before any scene is drawn.

        Args:
            beats: What is to be spoken.
            known: The ids of all beats of the lecture.

        Raises:
            VoiceError: It cannot speak.
        """
        del beats, known
        return []


class SilentVoice(Voice):
    """Nobody: beats take their reading time."""

    def key(self, beat: Beat) -> str:
        """Return the key of no speech."""
        del beat
        return ""

    def speech(self, beat: Beat) -> Speech | None:
        """Return None."""
        del beat
        return None


class PreparedVoice(Voice):
    """A voice that has spoken already: it needs neither its engine nor its cache any more.

    Args:
        speeches: By the ids of beats, what has been said.
    """

    def __init__(self, speeches: Mapping[str, Speech]) -> None:
        self._speeches = speeches

    def key(self, beat: Beat) -> str:
        """Return the key of the speech; empty if there is none."""
        speech = self.speech(beat)
        return "" if speech is None else speech.key

    def speech(self, beat: Beat) -> Speech | None:
        """Return the speech of a beat; None if it has none."""
        return self._speeches.get(beat.id)
