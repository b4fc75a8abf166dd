"""One caption in seconds, and how it is taken from a timeline, which counts in frames."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from mnemo_anim.timeline import Caption


@dataclass(frozen=True, slots=True)
class Subtitle:
    """One caption.

    Attributes:
        lines: what it says, without any mark-up.
        start, end: in exact seconds; it stands from its start up to its end.
    """

    lines: tuple[str, ...]
    start: Fraction
    end: Fraction

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(self.lines)

    @property
    def seconds(self) -> Fraction:
        """How long it stands."""
        return self.end - self.start


def subtitles_of(
    captions: Iterable[Caption], fps: int, first_frame: int = 0
) -> tuple[Subtitle, ...]:
    """Return the captions of a timeline in seconds.

    Args:
        captions: as the timeline holds them.
        fps: its frames a second.
        first_frame: of the film, at which the scene of the timeline begins.
    """
    return tuple(
        Subtitle(
            caption.lines,
            Fraction(first_frame + caption.start, fps),
            Fraction(first_frame + caption.end, fps),
        )
        for caption in captions
    )
