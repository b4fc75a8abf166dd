"""What played when: the one record from which film, captions, slides and page are derived.

A timeline counts in frames, so it is exact; seconds are derived. Frame ``k`` is shown from
``k / fps`` to ``(k + 1) / fps`` seconds. Sound counts in samples, of which a second has
``SAMPLE_RATE``.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FORMAT_VERSION = 3
SAMPLE_RATE = 48_000  # hertz


class TimelineError(Exception):
    """A timeline file cannot be read: what, where, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: its lines, from its first frame up to, not including, ``end``."""

    lines: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that a scene waited for, or played up to.

    Attributes:
        due: The frame at which they are said.
        reached: The frame at which the scene went on, or at which the play was to end.
    """

    words: str
    due: int
    reached: int


@dataclass(frozen=True, slots=True)
class Play:
    """One animation or wait. A still play shows one frame ``end - start`` times."""

    start: int
    end: int
    still: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence that is meant, such as time to think: frames ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of a beat, as a voice speaks them.

    Attributes:
        key: Of the sound in the cache of speech, and of all that it was made from.
        samples: Its length.
        onsets: Pairs of a position in the beat's text and the sample of the sound at which the
            word there begins, rising in both; empty where the voice does not tell.
        start: The sample of the scene's track at which it begins.
    """

    key: str
    samples: int
    onsets: tuple[tuple[int, int], ...] = ()
    start: int = 0

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.samples / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class BeatSpan:
    """One beat of the narration as it was played, frames ``start`` to ``end`` (exclusive).

    ``speech`` is None where nobody speaks: its captions stand on the rail of the film then.
    """

    id: str
    text: str
    start: int
    end: int
    poster: int
    captions: tuple[Caption, ...]
    cues: tuple[Cue, ...]
    plays: tuple[Play, ...]
    pauses: tuple[Pause, ...] = ()
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """One scene as it was played."""

    scene: str
    section: str
    title: str
    fps: int
    frames: int
    beats: tuple[BeatSpan, ...]

    def seconds(self, frame: int) -> float:
        """Return the time at which ``frame`` begins, in seconds."""
        return frame / self.fps

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.frames / self.fps

    def beat(self, beat_id: str) -> BeatSpan:
        """Return the beat ``beat_id``; raise :class:`TimelineError` when it was not played."""
        for beat in self.beats:
            if beat.id == beat_id:
                return beat
        known = ", ".join(beat.id for beat in self.beats)
        raise TimelineError(f"{self.scene}: no beat “{beat_id}” was played. It has {known}.")

    def beat_at(self, frame: int) -> BeatSpan | None:
        """Return the beat that plays at ``frame``; None for none."""
        return next((beat for beat in self.beats if beat.start <= frame < beat.end), None)

    def to_json(self) -> str:
        """Return the timeline as JSON text, the same for the same timeline."""
        return json.dumps({"version": FORMAT_VERSION, **asdict(self)}, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, source: Path | str = "timeline") -> "Timeline":
        """Read what :meth:`to_json` wrote; raise :class:`TimelineError` on anything else."""
        mend = "Render the scene again to renew it."
        try:
            data = json.loads(text)
            version = data.pop("version")
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise TimelineError(f"{source}: not a timeline ({error}). {mend}") from error
        if version != FORMAT_VERSION:
            raise TimelineError(
                f"{source}: timeline version {version}, not {FORMAT_VERSION}. {mend}"
            )
        try:
            beats = tuple(_beat_from(beat) for beat in data.pop("beats"))
            return cls(beats=beats, **data)
        except (KeyError, TypeError, ValueError) as error:
            raise TimelineError(
                f"{source}: a timeline with a wrong field ({error}). {mend}"
            ) from error


def _beat_from(data: dict[str, Any]) -> BeatSpan:
    captions = tuple(
        Caption(tuple(item["lines"]), item["start"], item["end"]) for item in data.pop("captions")
    )
    cues = tuple(Cue(**item) for item in data.pop("cues"))
    plays = tuple(Play(**item) for item in data.pop("plays"))
    pauses = tuple(Pause(**item) for item in data.pop("pauses"))
    speech = data.pop("speech")
    return BeatSpan(
        captions=captions,
        cues=cues,
        plays=plays,
        pauses=pauses,
        speech=None if speech is None else _speech_from(speech),
        **data,
    )


def _speech_from(data: dict[str, Any]) -> Speech:
    onsets = tuple((position, sample) for position, sample in data.pop("onsets"))
    return Speech(onsets=onsets, **data)
