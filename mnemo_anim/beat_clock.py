"""The time of one beat, while it plays: what is said when, and how long there is until then."""

from dataclasses import replace
from typing import TYPE_CHECKING

from manim import Animation

from mnemo_anim.document import Beat
from mnemo_anim.pacing import (
    SHORTEST_BEAT,
    CaptionChunk,
    Onset,
    caption_chunks,
    cue_time,
    reading_time,
)
from mnemo_anim.theme import PACE
from mnemo_anim.timeline import SAMPLE_RATE, Cue, Pause, Speech

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene


class BeatClock:
    """The time of one beat, while it plays. Made by :meth:`SectionScene.beat`.

    Args:
        scene: The scene that plays it, from now on.
        beat: The beat.
        speech: The beat as a voice speaks it; None where it is read.

    Attributes:
        start: When it began, in seconds since the start of the scene.
        length: Of its narration, in seconds, with the silence before it.
        speech: As it lies on the track of the scene; None where it is read.
        cues: The words that have been waited for, or played up to.
        pauses: The silences that are meant.
        poster: Number of the frame that is its still; None for its last one.
    """

    def __init__(self, scene: "SectionScene", beat: Beat, speech: Speech | None = None) -> None:
        self._scene = scene
        self._beat = beat
        self.start = scene.clock
        self.speech = speech and replace(speech, start=self._first_sample())
        self._said = reading_time(beat.text) if speech is None else PACE.lead + speech.seconds
        self._onsets = () if speech is None else _onsets(speech)
        self.length = max(SHORTEST_BEAT, self._said)
        self.cues: list[Cue] = []
        self.pauses: list[Pause] = []
        self.poster: int | None = None

    @property
    def remaining(self) -> float:
        """Seconds until the narration is over, as a run time."""
        return self._until(self.start + self.length)

    @property
    def rest(self) -> float:
        """Seconds until the next beat begins if nothing holds it up, as a run time."""
        return self._until(self.start + self.length + PACE.breath)

    def moment(self, words: str) -> float:
        """Return the scene time in seconds at which ``words`` are said.

        Raises:
            ValueError: The beat's text does not hold them.
        """
        return self.start + cue_time(
            self._beat.text, self._beat.here(words), self._said, self._onsets
        )

    def captions(self) -> tuple[CaptionChunk, ...]:
        """Return the captions of the beat; their seconds count from its beginning."""
        return caption_chunks(
            self._beat.text,
            self._said,
            self._onsets,
            language=self._scene.lecture.language,
            linger=0.0 if self.speech is None else self.length + PACE.breath - self._said,
        )

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

    def _until(self, moment: float) -> float:
        """Return the seconds until a moment; 0 when it is over.

        A voice may be faster than the scene: what is left to do is then a quick move.
        """
        return max(0.0 if self.speech is None else PACE.quick, moment - self._scene.clock)

    def _first_sample(self) -> int:
        """Return the sample of the track at which a speech begins.

        Pictures come at the first frame at or after their moment: half a frame late in the mean.
        So does the sound, and they are never more than half a frame apart.
        """
        return round((self.start + PACE.lead + 0.5 / self._scene.fps) * SAMPLE_RATE)

    def _note(self, words: str, due: float, reached: float) -> None:
        frame_at = self._scene.frame_at
        self.cues.append(Cue(words, frame_at(due), frame_at(reached)))


def _onsets(speech: Speech) -> tuple[Onset, ...]:
    """Return where words of a beat are known to begin, in seconds since its beginning.

    A voice that tells of no word begins with the first.
    """
    told = speech.onsets or ((0, 0),)
    return tuple((place, PACE.lead + sample / SAMPLE_RATE) for place, sample in told)
