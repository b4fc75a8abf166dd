"""How everything looks: colours by meaning, sizes, strokes, the stage, the pace.

A colour has one meaning in arrow, symbol and table alike; nothing else in the project names a
colour. Lengths are in Manim units (1 unit = 135 px at 1080p) unless a name says otherwise; type
sizes are em heights in pixels at 1080p. Plain numbers and strings only: reading the theme costs no
import of manim.

A process has one theme: colours are default arguments all over the project, so what is imported
once draws in one palette. The environment variable ``MNEMO_THEME`` names it, and is read when this
module is imported.
"""

from dataclasses import dataclass

from mnemo_anim.palettes import PALETTES, theme_of_environment

PIXELS_PER_UNIT = 135.0  # at 1080p: 1920 px = 14.2 units, 1080 px = 8 units

THEME = theme_of_environment()
"""The name of the theme that this process draws in."""

PALETTE = PALETTES[THEME]


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Em heights in pixels at 1080p. The x-height of the text face is 0.516 em."""

    display: float = 150.0  # the title of the film
    title: float = 84.0
    heading: float = 66.0
    formula: float = 60.0
    body: float = 44.0
    caption: float = 38.0
    label: float = 36.0
    tick: float = 32.0  # the smallest: an x-height of 16.5 px


TYPE = TypeScale()


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families of the files in ``assets/fonts``."""

    text: str = "IBM Plex Sans"
    strong: str = "IBM Plex Sans SmBld"
    code: str = "IBM Plex Mono"
    maths: str = "IBM Plex Math"


FONTS = Fonts()


@dataclass(frozen=True, slots=True)
class Strokes:
    """Stroke widths in Manim's unit, a hundredth of a unit (1.35 px at 1080p)."""

    hairline: float = 1.5
    level: float = 2.0
    axis: float = 2.5
    curve: float = 4.0
    arrow: float = 7.0
    casing: float = 5.0  # the edge, in the ground's colour, that parts a stroke from a picture


STROKES = Strokes()


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things may stand. The frame is 14.22 × 8 units, its centre the origin."""

    width: float = 128 / 9
    height: float = 8.0
    margin: float = 0.05  # of each side, kept clear of text
    rail: float = 0.14  # of the height, at the bottom, kept clear for captions
    gap: float = 0.3  # between two texts

    @property
    def left(self) -> float:
        """X of the left safe edge."""
        return -self.width * (0.5 - self.margin)

    @property
    def right(self) -> float:
        """X of the right safe edge."""
        return -self.left

    @property
    def top(self) -> float:
        """Y of the upper safe edge."""
        return self.height * (0.5 - self.margin)

    @property
    def bottom(self) -> float:
        """Y of the upper edge of the caption rail."""
        return self.height * (self.rail - 0.5)

    @property
    def middle(self) -> float:
        """Y halfway between the rail and the upper safe edge."""
        return (self.top + self.bottom) / 2


STAGE = Stage()


@dataclass(frozen=True, slots=True)
class Pace:
    """Durations in seconds of the moves and silences of every scene."""

    quick: float = 0.6  # a label appears, something dims
    move: float = 1.2  # a thing becomes another
    slow: float = 2.5  # the camera moves
    lead: float = 0.15  # silence before a beat is spoken
    breath: float = 0.35  # silence after a beat


PACE = Pace()

DIM = 0.28  # opacity of what stays but is not spoken of
BACKING = 0.82  # opacity of the plate behind text that stands on a picture


def units(pixels: float) -> float:
    """Convert pixels at 1080p to Manim units."""
    return pixels / PIXELS_PER_UNIT
