"""The sizes in which films are made."""

from dataclasses import dataclass

from mnemo_anim.render.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Quality:
    """Picture size in pixels, both even, and frames per second."""

    name: str
    width: int
    height: int
    fps: int

    @property
    def gop(self) -> int:
        """Frames from one key frame to the next at most: half a second, rounded down."""
        return max(1, self.fps // 2)


DRAFT = Quality("draft", 854, 480, 15)
HD = Quality("hd", 1920, 1080, 60)
UHD = Quality("4k", 3840, 2160, 60)

QUALITIES = {quality.name: quality for quality in (DRAFT, HD, UHD)}


def quality_named(name: str) -> Quality:
    """Return the quality of that name; raise UnknownNameError, naming the nearest, if none."""
    try:
        return QUALITIES[name]
    except KeyError:
        raise UnknownNameError.among("quality", name, QUALITIES) from None
