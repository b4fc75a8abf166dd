"""The palettes of the themes: the same meanings, once by night and once on paper.

A palette also says how the landscape is lit, for a picture of it is made of colours as well.
"""

import os
from dataclasses import dataclass
from difflib import get_close_matches

THEME_VARIABLE = "MNEMO_THEME"
"""The environment variable that names the theme of a process and of those that it starts."""

Rgb = tuple[float, float, float]


class ThemeError(ValueError):
    """A theme cannot be had: what is wrong, where, and how to mend it, in one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a line on the ground changes the light that comes from there.

    Where it is drawn in full, ``lit`` becomes ``lit + own · lit + light · falling + paint``: a line
    of light adds to what is there, a line of ink takes ``own = −1`` of it away and puts its paint.

    Attributes:
        own: Of the light that the ground sends, −1 or more.
        light: Of the light that falls on it, by colour.
        paint: Whatever the light.
    """

    own: float = 0.0
    light: Rgb = (0.0, 0.0, 0.0)
    paint: Rgb = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """What surrounds a curve that is pointed out, some pixels to either side.

    Attributes:
        light: Of the curve's own colour: a glow.
        haze: Of the far distance's colour, in place of the ground's: a blank edge.
        cover: How opaque this is where the ground is hidden by fog.
    """

    light: float
    haze: float
    cover: float


@dataclass(frozen=True, slots=True)
class Light:
    """How the landscape is lit. Colours are amounts of light: squares of what a frame stores.

    Attributes:
        beam: From the upper left: the moon, or the sun.
        sky: From above.
        earth: From below.
        sheen: Of the sky's light, what ground that is seen edge-on sends back.
        shade: Strength of the shadows that the ground casts on itself, 0 to 1.
        restraint: How far bright ground is held back.
        flame: From the lantern.
        glow: The colour that ground takes on near the lantern.
        neutral: The ground where heights have no tints.
        curve, rim: How level curves and the border of the ground are drawn.
        grid: Of the light that falls there, what a line of the grid sends more; a negative number
            is a dark line.
        mark: What surrounds a curve that is pointed out.
        depth: Of the walls below the lowest ground, over the size of the ground.
        wall: Of the sky and of the beam, what falls on the walls below the ground.
        stratum: Of that light, what a level in a wall sends more, and an index level besides.
        corner: Of the sky's light, what falls on the corner of two walls.
    """

    beam: Rgb
    sky: Rgb
    earth: Rgb
    sheen: float
    shade: float
    restraint: float
    flame: Rgb
    glow: Rgb
    neutral: Rgb
    curve: Line
    rim: Line
    grid: float
    mark: Mark
    depth: float
    wall: tuple[float, float]
    stratum: tuple[float, float]
    corner: float


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as sRGB hex strings, named by what they mean."""

    ground: str  # what is behind everything: the night, or the paper
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

    lantern: str  # the way by lantern light, and what is at its turn
    flame: str  # the light itself
    hiker: str  # the figure itself, and the point where it stands
    hypsometric: tuple[str, ...]  # height tints, from the lowest to the highest ground
    light: Light

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
    flame="#ffd9a0",
    hiker="#f4ead8",
    hypsometric=("#14213d", "#1b3a52", "#245257", "#40644f", "#746f4b", "#a58f63"),
    light=Light(
        beam=(0.70, 0.79, 0.97),
        sky=(0.30, 0.38, 0.60),
        earth=(0.16, 0.15, 0.19),
        sheen=0.05,
        shade=1.0,
        restraint=0.8,
        flame=(1.30, 0.80, 0.35),
        glow=(0.24, 0.19, 0.13),
        neutral=(0.045, 0.060, 0.085),
        curve=Line(own=0.6, light=(0.3, 0.3, 0.3), paint=(0.03, 0.03, 0.03)),
        rim=Line(own=0.5, light=(0.10, 0.12, 0.15)),
        grid=0.05,
        mark=Mark(light=0.15, haze=0.0, cover=0.3),
        depth=0.09,
        wall=(0.20, 0.30),
        stratum=(0.05, 0.05),
        corner=0.25,
    ),
)

PAPER = Palette(
    ground="#fdfcf9",
    panel="#f4f1e9",
    ink="#141d2e",
    ink_soft="#4b566a",
    rule="#b5b0a4",
    uphill="#782200",
    downhill="#2620ae",
    x_part="#d1006a",
    y_part="#007a70",
    z_part="#8f40da",
    level="#05070a",
    loss="#8c6600",
    lantern="#8a5200",
    flame="#ffc247",
    hiker="#2a2018",
    hypsometric=("#d6eadf", "#e0edd2", "#edf0d0", "#f5efcf", "#f8f0d8", "#fbf4e6"),
    light=Light(
        beam=(0.36, 0.34, 0.29),
        sky=(0.78, 0.79, 0.82),
        earth=(0.90, 0.90, 0.89),
        sheen=0.0,
        shade=0.08,
        restraint=0.0,
        flame=(0.16, 0.08, -0.10),
        glow=(0.90, 0.80, 0.60),
        neutral=(0.80, 0.80, 0.78),
        curve=Line(own=-1.0, paint=(0.16, 0.09, 0.04)),
        rim=Line(own=-0.8, paint=(0.06, 0.05, 0.04)),
        grid=-0.12,
        mark=Mark(light=0.0, haze=0.6, cover=0.6),
        depth=0.04,  # they do not sink into the dark: what is there is seen
        wall=(0.60, 0.40),
        stratum=(-0.12, -0.12),
        corner=0.55,
    ),
)

PALETTES = {"night": NIGHT, "paper": PAPER}

DEFAULT_THEME = "night"


def check_theme(name: str) -> str:
    """Return ``name`` if a theme is called so.

    Raises:
        ThemeError: None is; the message names the nearest.
    """
    if name not in PALETTES:
        near = get_close_matches(name, PALETTES, n=1, cutoff=0.5)
        mend = f"Did you mean “{near[0]}”?" if near else f"Use one of {', '.join(PALETTES)}."
        raise ThemeError(f"there is no theme “{name}” (--theme, {THEME_VARIABLE}). {mend}")
    return name


def theme_of_environment() -> str:
    """Return the theme that the environment names, or else the night.

    Raises:
        ThemeError: It names none that there is.
    """
    return check_theme(os.environ.get(THEME_VARIABLE) or DEFAULT_THEME)
