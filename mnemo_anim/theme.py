"""How everything looks: colours by meaning, sizes, strokes, the stage, the pace.

A colour has one meaning in arrow, symbol and table alike; nothing else in the project names a
colour. Lengths are in Manim units (1 unit = 135 px at 1080p) unless a name says otherwise; type
sizes are em heights in pixels at 1080p. Plain numbers and strings only: reading the theme costs no
import of manim.
"""

from dataclasses import dataclass

PIXELS_PER_UNIT = 135.0  # at 1080p: 1920 px = 14.2 units, 1080 px = 8 units


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as sRGB hex strings, named by what they mean."""

    ground: str  # the night behind everything
    panel: str  # a raised surface: cards, backings, the rail's plate
    ink: str  # text
    ink_soft: str  # text of second rank, axes, ticks
    rule: str  # thin separating lines, faint grids

    uphill: str  # ∇f, steepest ascent
    downhill: str  # −∇f, steepest descent
    x_part: str  # whatever belongs to x, or to the first input
    y_part: str  # whatever belongs to y, or to the second input
    z_part: str  # whatever belongs to the third input
    level: str  # no change: level curves, the direction along them
    loss: str  # the value of f, the loss

    lantern: str  # the hiker's light
    hiker: str  # the figure itself
    hypsometric: tuple[str, ...]  # height tints, from the lowest to the highest ground

    def part(self, index: int) -> str:
        """Return the colour of the ``index``-th input, counted from 0; from the fourth on, ink."""
        parts = (self.x_part, self.y_part, self.z_part)
        return parts[index] if index < len(parts) else self.ink


NIGHT = Palette(
    ground="#0a1120",
    panel="#141d31",
    ink="#eef3fb",
    ink_soft="#a9b8d0",
    rule="#3b4a66",
    uphill="#fb9f44",
    downhill="#53a3f2",
    x_part="#e64cb1",
    y_part="#5ceec3",
    z_part="#b9a3ff",
    level="#e5ecf5",
    loss="#f9f66a",
    lantern="#ffd9a0",
    hiker="#f4ead8",
    hypsometric=("#14213d", "#1b3a52", "#245257", "#40644f", "#746f4b", "#a58f63"),
)

PALETTE = NIGHT


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
    casing: float = 5.0  # the dark edge that keeps a bright stroke apart from bright ground


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
    """Durations in seconds of the moves that every scene makes."""

    quick: float = 0.6  # a label appears, something dims
    move: float = 1.2  # a thing becomes another
    slow: float = 2.5  # the camera moves
    breath: float = 0.35  # silence after a beat


PACE = Pace()

DIM = 0.28  # opacity of what stays but is not spoken of
BACKING = 0.82  # opacity of the plate behind text that stands on a picture


def units(pixels: float) -> float:
    """Convert pixels at 1080p to Manim units."""
    return pixels / PIXELS_PER_UNIT
