"""What is sent to a worker, and what comes back: plain data, so that it may go to any machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.document import Lecture, parse_lecture
from mnemo_anim.edition import Edition
from mnemo_anim.render.dependencies import Digests
from mnemo_anim.render.derived import Derived
from mnemo_anim.render.identity import Identity
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.render.segments import Segment
from mnemo_anim.timeline import Speech, Timeline
from mnemo_anim.voice import PreparedVoice, Voice


@dataclass(frozen=True, slots=True)
class SceneTask:
    """One scene at one quality: everything that a worker needs to know.

    Attributes:
        entry: The scene.
        quality: Size and frame rate.
        edition: Which film of the lecture.
        document: What the lecture's file holds.
        source: Where it was read; messages name it.
        sources: Digests of the project's files that the scene is to be drawn with.
        versions: Of all else that takes part.
        speeches: By beat, what the voice says, without its sound: a worker has no voice of its own.
        derived: What is known to come of fields: SymPy is slow to load.
    """

    entry: SceneEntry
    quality: Quality
    edition: Edition
    document: bytes
    source: Path
    sources: Digests
    versions: Identity
    speeches: Mapping[str, Speech]
    derived: Derived

    def lecture(self) -> Lecture:
        """Return the parsed document."""
        return parse_lecture(self.document, self.source)

    def voice(self) -> Voice:
        """Return who speaks."""
        return PreparedVoice(self.speeches)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What playing a scene without drawing it tells.

    Attributes:
        timeline: What it plays.
        heard: For each beat whose words it read, the number of the next frame then, and the beat's
            id, in that order.
        reads: Digests of the other files of the project that the worker had read by then.
        driver: What the OpenGL driver calls itself.
        driver_files: Its files, with size and time of each.
        derived: What has been derived of fields, by then.
        seconds: How long it took.
    """

    timeline: Timeline
    heard: tuple[tuple[int, str], ...]
    reads: Digests
    driver: str
    driver_files: Mapping[str, str]
    derived: Derived
    seconds: float


@dataclass(frozen=True, slots=True)
class DrawnSegment:
    """A segment that has been drawn.

    Attributes:
        segment: Which.
        content: An mp4 file that holds it; empty where the worker has put it into the store.
        seconds: How long it took.
    """

    segment: Segment
    content: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A scene has gone wrong.

    Attributes:
        message: One line.
        trace: All that is known, for the log; empty where the message says it all.
    """

    message: str
    trace: str = ""
