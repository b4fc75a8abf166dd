"""The picture that stands for the film in a list of films. This module imports manim.

It is seen at a tenth of its size more often than whole: a few large things, drawn brighter and
bolder than in the film, and clear of the lower right corner, where YouTube writes the length.
"""

from dataclasses import replace
from pathlib import Path

from manim import DOWN, LEFT, UL, UP, Rectangle, VGroup
from PIL import Image

from mnemo_anim.landscape import Landscape, LandscapeCamera
from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.state import Lantern
from mnemo_anim.maths import VALLEYS, gradient_descent, nice_levels
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.lettering.typefaces import FontError
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.outputs.youtube.limits import THUMBNAIL_SIZE
from mnemo_anim.palettes import DEFAULT_THEME, Light, Rgb
from mnemo_anim.render.draw import manim_set_up
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.whole import written_whole
from mnemo_anim.theme import FONTS, PALETTE, STAGE, THEME, units

_SIZE = Quality("thumbnail", *THUMBNAIL_SIZE, fps=1)

# The landscape, and from where it is seen.
_AZIMUTH, _ELEVATION = 0.52, 0.36
_PERSPECTIVE = 0.5
_WIDTH, _HEIGHT, _CENTRE = 25.4, 9.1, (2.05, -1.42)  # its box, larger than the frame
_LEVELS, _CURVES = 16, 1.6  # fewer than in the film, and stronger
_BRIGHTER, _RESTRAINT = 2.0, 0.3  # by night: light over that of the film, and how it is held back

# The gradient, and the way down from there.
_HERE = (-0.5, -0.2)
_ARROW_SCALE, _ARROW_THICKNESS = 2.55, 28.0
_LEARNING_RATE, _STEPS = 0.7, 4
_TRAIL_WIDTH, _MARK_RADIUS = 7.0, units(18.0)
_HIKER, _LANTERN = 0.68, Lantern(radius=1.3, strength=1.0)  # in units of coords

# The words, as large as they fit into the upper left corner: em heights in pixels at 1080p.
_SIZES = range(250, 90, -20)
_WORDS_WIDTH, _WORDS_HEIGHT = 8.3, 4.0
_SERIES = 76.0
_GAP, _EDGE = 0.34, 14.0


def draw_thumbnail(words: str, series: str, target: Path) -> None:
    """Draw the thumbnail in the theme of this process.

    Args:
        words: What stands large: the title of the lecture, or fewer words.
        series: What it belongs to, small below.
        target: The PNG file, which appears when it is whole.

    Raises:
        RenderError: The words do not fit, or the fonts lack one of their characters.
    """
    try:
        with manim_set_up(_SIZE):
            camera = LandscapeCamera(
                pixel_width=_SIZE.width,
                pixel_height=_SIZE.height,
                background_color=PALETTE.ground,
            )
            camera.reset()
            lettering = _lettering(words, series)
            camera.capture_mobjects([_sky(), *_scenery(), lettering])
            picture = Image.fromarray(camera.pixel_array).convert("RGB")
    except (FontError, LandscapeError) as error:
        raise RenderError(f"the thumbnail cannot be drawn: {error}") from error
    with written_whole(target) as part:
        picture.save(part, format="PNG", optimize=True)


def _sky() -> Rectangle:
    """Return the sky: the ground's colour above, a little light at the horizon."""
    horizon = PALETTE.hypsometric[1 if THEME == DEFAULT_THEME else 0]
    sky = Rectangle(width=STAGE.width + 0.1, height=STAGE.height + 0.1, stroke_width=0)
    return sky.set_fill([horizon, PALETTE.ground], opacity=1).set_sheen_direction(UP)


def _scenery() -> tuple[Landscape, Trail, GradientArrow, Walker]:
    """Return the ground, the gradient uphill, the way downhill, and who walks it."""
    descent = gradient_descent(VALLEYS, _HERE, _LEARNING_RATE, _STEPS)
    end = Spot(descent.iterates[-1])
    x, y = (float(coord) for coord in end.coords)
    land = Landscape(
        VALLEYS,
        levels=nice_levels(VALLEYS, _LEVELS),
        light=_light(),
        curves=_CURVES,
        lantern=replace(_LANTERN, coords=(x, y)),
    )
    view = land.fitting_view(
        azimuth=_AZIMUTH,
        elevation=_ELEVATION,
        perspective=_PERSPECTIVE,
        width=_WIDTH,
        height=_HEIGHT,
        centre=_CENTRE,
    )
    land.set_view(view)
    arrow = GradientArrow(land, _HERE, scale=_ARROW_SCALE, thickness=_ARROW_THICKNESS)
    trail = Trail(land, descent, progress=_STEPS)
    trail.radius = _MARK_RADIUS
    trail.line.set_stroke(width=_TRAIL_WIDTH)
    trail.line.set_stroke(width=2 * _TRAIL_WIDTH, background=True)
    trail.redraw()
    return land, trail, arrow, Walker(land, end, height=_HIKER)


def _light() -> Light:
    """Return the light of the theme; by night there is more of it, so that the ground is seen."""
    light = PALETTE.light
    if THEME != DEFAULT_THEME:
        return light
    return replace(
        light, beam=_brighter(light.beam), sky=_brighter(light.sky), restraint=_RESTRAINT
    )


def _brighter(light: Rgb) -> Rgb:
    red, green, blue = light
    return (_BRIGHTER * red, _BRIGHTER * green, _BRIGHTER * blue)


def _lettering(words: str, series: str) -> VGroup:
    """Return the words, as large as they fit, over the name of the series."""
    below = halo(Words(series, size=_SERIES, color=PALETTE.ink_soft, width=_WORDS_WIDTH))
    for size in _SIZES:
        large = halo(Words(words, size=size, family=FONTS.strong, width=_WORDS_WIDTH), _EDGE)
        both = VGroup(large, below).arrange(DOWN, buff=_GAP, aligned_edge=LEFT)
        if both.width <= _WORDS_WIDTH and both.height <= _WORDS_HEIGHT:
            return both.align_to((STAGE.left, STAGE.top, 0), UL)
    raise RenderError(
        f"“{words}” does not fit on the thumbnail. Give it fewer words: "
        'a line thumbnail = "…" in the file that describes the film.'
    )
