"""The numbers that a frame and a film must meet; those of captions are in `captions.rules`.

Lengths are pixels of a 1080p frame unless a name says otherwise.
"""

from mnemo_anim.theme import STAGE, units

# Where text may stand: title-safe practice.
MARGIN_X = STAGE.margin * STAGE.width
"""Units of the frame's width, on each side, that are clear of text."""

MARGIN_Y = STAGE.margin * STAGE.height
"""Units of the frame's height, at the top, that are clear of text."""

RAIL = STAGE.rail * STAGE.height
"""Units of the frame's height, at the bottom, that are clear of everything but captions."""

GAP = STAGE.gap
"""Units between two texts."""

# How large text is: legibility guides for 1080p.
X_HEIGHT = 16.0
LARGE_X_HEIGHT = 32.0  # from here on, text may have the contrast of graphics
BODY_EM = (40.0, 60.0)
TITLE_OVER_BODY = 1.5
TICK_EM = 28.0

# Contrast: WCAG 2.2, 1.4.3 and 1.4.11.
TEXT_CONTRAST = 4.5
LARGE_TEXT_CONTRAST = 3.0
GRAPHICS_CONTRAST = 3.0

# Colours with opposite meaning, ΔE2000, under every kind of colour vision.
COLOUR_DISTANCE = 15.0

# WCAG 2.3.1: general flashes.
FLASHES_PER_SECOND = 3
FLASH_CHANGE = 0.10  # of relative luminance, from 0 to 1
FLASH_DARKER = 0.80  # the darker of the two pictures is below
FLASH_AREA = 0.25  # of any 10° of sight, here a window of 1/3 × 1/3 of the frame

IDEAS = 7  # Mayer, coherence
STILL_SECONDS = 6.0  # without motion while the narration goes on
READING_LEAD = 1.0  # seconds to find a text
READING_SPEED = 15.0  # characters a second, then
LATE_SECONDS = 0.5  # Mayer, temporal contiguity

STILL_DIFFERENCE = 24
"""Of 255, in any channel of a small picture: a change. Coding alone makes up to 16."""

SILENCE_SECONDS = 1.0
"""A silence that is no longer than this is a breath in the narration."""

LEAST_INK = 0.002
"""Share of the frame, without captions, that is not bare ground, in one that is not blank."""

CUT_OFF = 0.1
"""Units of an edge of the frame at which something may be cut off: a line that leaves."""

LEFT_OVER_SECONDS = 10.0
"""For which a thing may wait in the scene unseen, about a beat."""

# How long a lecture on one idea holds its audience.
SECTION_SECONDS = (15.0, 150.0)
FILM_SECONDS = (480.0, 780.0)

# How unlike a still may look to the one that was accepted, by CIELAB's ΔE*ab.
EYE_BLUR = 1.5
"""Pixels of a 480p still by which the eye blurs it: the standard deviation of a Gaussian."""

NOTICEABLE = 2.3  # M. Mahy et al., Color Research and Application 19(2), 1994

CHANGED_MOST = 10.0
"""At the worst place. What must pass, measured on the lecture's stills: other software OpenGL 6.6,
storing a still 4.9, a label moved by half a pixel 7. What must be found: a label moved by one pixel
12, by three 30; another digit 15; a missing dot of 12 px 14; another colour of a thin stroke 12."""

CHANGED_MEAN = 0.1
"""Over the picture, of what is noticed. What must pass: storing a still 0.01, other smoothing of
edges 0.05. What must be found: a landscape in other light, a tenth of the frame off by 4."""

RESOLUTION = units(1.0)
"""One pixel at 1080p in units: what is nearer to a limit than this meets it."""
