"""How a scene is cut into segments: the pieces that are drawn, encoded and kept one by one.

Cuts depend on the timeline alone, never on who draws: however the segments are shared out, the film
has the same frames. Every beat begins a segment, so a clip of it can be cut out of the film without
coding it again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mnemo_anim.render.recipe import digest_of
from mnemo_anim.timeline import Timeline

SHORTEST, LONGEST = 1.0, 4.0  # seconds, about; a beat may be shorter


@dataclass(frozen=True, slots=True)
class Segment:
    """Frames ``start`` to ``end`` (exclusive) of a scene, coded as one closed piece.

    Attributes:
        start: Its first frame.
        end: The one after its last.
        key: Of all that its frames depend on.
    """

    start: int
    end: int
    key: str

    @property
    def frames(self) -> int:
        """How many frames it has."""
        return self.end - self.start


def segments_of(
    timeline: Timeline, common: str, heard: Sequence[tuple[int, str]]
) -> tuple[Segment, ...]:
    """Return the segments of a scene, in order; they hold each of its frames once.

    A segment depends on what all of the scene depends on, and on the words that the scene had read
    by the time its last frame was drawn. A scene does the same again as long as it reads the same:
    segments before a sentence that has changed are not drawn again.

    Args:
        timeline: What the scene plays.
        common: The digest of all that its frames depend on but the words of its beats.
        heard: For each read of a beat's words, the number of the next frame, and a digest of the
            words.
    """
    return tuple(
        Segment(
            start,
            end,
            digest_of([common, start, end, [words for frame, words in heard if frame < end]]),
        )
        for start, end in pairwise(_cuts(timeline))
    )


def _cuts(timeline: Timeline) -> list[int]:
    """Return the first frame of each segment, and the number of all frames, ascending."""
    beats = {0, timeline.frames, *(beat.start for beat in timeline.beats)}
    plays = {play.end for beat in timeline.beats for play in beat.plays}
    cuts = [0]
    for start, end in pairwise(sorted(beats)):
        inside = sorted(frame for frame in plays if start < frame < end)
        for frame in [*inside, end]:
            is_far = frame - cuts[-1] >= SHORTEST * timeline.fps
            leaves_enough = end - frame >= SHORTEST * timeline.fps
            if frame == end or (is_far and leaves_enough):
                cuts += _evenly(cuts[-1], frame, LONGEST * timeline.fps)
    return cuts


def _evenly(start: int, end: int, longest: float) -> Iterator[int]:
    """Yield the ends of equal pieces from ``start`` to ``end``, none longer than ``longest``."""
    count = max(1, -int(-(end - start) // longest))
    for piece in range(1, count + 1):
        yield start + (end - start) * piece // count
