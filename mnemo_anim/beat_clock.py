"""The time of one beat, while it plays: what is said when, and how long there is until then."""

from typing import TYPE_CHECKING

from manim import Animation

from mnemo_anim.document import Beat
from mnemo_anim.pacing import cue_time, reading_time
from mnemo_anim.theme import PACE
from mnemo_anim.timeline import Cue, Pause

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene


class BeatClock:
    """The time of one beat, while it plays. Made by :meth:`SectionScene.beat`.

    Args:
        scene: The scene that plays it, from now on.
        beat: The beat.

    Attributes:
        start: When it began, in seconds since the start of the scene.
        length: Of its narration, in seconds.
        cues: The words that have been waited for, or played up to.
        pauses: The silences that are meant.
        poster: Number of the frame that is its still; None for its last one.
    """

    def __init__(self, scene: "SectionScene", beat: Beat) -> None:
        self._scene = scene
        self._beat = beat
        self.start = scene.clock
        self.length = reading_time(beat.text)
        self.cues: list[Cue] = []
        self.pauses: list[Pause] = []
        self.poster: int | None = None

    @property
    def remaining(self) -> float:
        """Seconds until the narration is over; 0 when it is."""
        return max(0.0, self.start + self.length - self._scene.clock)

    @property
    def rest(self) -> float:
        """Seconds until the next beat begins, if nothing holds it up."""
        return max(0.0, self.start + self.length + PACE.breath - self._scene.clock)

    def moment(self, words: str) -> float:
        """Return the scene time in seconds at which ``words`` are said.

        Raises:
            ValueError: The beat's text does not hold them.
        """
        return self.start + cue_time(self._beat.text, words, self.length)

    def seconds_until(self, words: str, *, at_least: float = PACE.quick) -> float:
        """Return the seconds from now until ``words`` are said, for use as a run time.

        It is never shorter than ``at_least``; the cue that is noted tells how late a play of this
        length ends then.
        """
        moment, now = self.moment(words), self._scene.clock
        seconds = max(at_least, moment - now)
        self._note(words, moment, now + seconds)
        return seconds

    def until(self, words: str) -> None:
        """Wait until the narration says ``words``; go on at once if it already has."""
        moment = self.moment(words)
        self._scene.hold_until(moment)
        self._note(words, moment, self._scene.clock)

    def pause(self, *animations: Animation, seconds: float) -> None:
        """Wait until the words are over; then play ``animations`` in a silence that is meant."""
        scene = self._scene
        scene.hold_until(self.start + self.length)
        first = scene.frame
        scene.play(*animations, run_time=seconds)
        self.pauses.append(Pause(first, scene.frame))

    def mark_poster(self) -> None:
        """Make the picture that stands now the still of this beat. By default its last one is."""
        self.poster = max(0, self._scene.frame - 1)

    def _note(self, words: str, due: float, reached: float) -> None:
        frame_at = self._scene.frame_at
        self.cues.append(Cue(words, frame_at(due), frame_at(reached)))
