"""What a page of code stands on, and the numbers of its lines."""

import numpy as np
from manim import RoundedRectangle

from mnemo_anim.mobjects.code.code_line import CHARACTERS
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.lettering.glyphs import glyph_sheet
from mnemo_anim.mobjects.lettering.plate import CORNER
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units


def line_number(number: int) -> Veiled:
    """Return the number of a line, its baseline ending at the origin."""
    sheet, em, text = glyph_sheet(CHARACTERS, FONTS.code), units(TYPE.tick), str(number)
    written = Veiled(fill_color=PALETTE.ink_soft, fill_opacity=1, stroke_width=0)
    written.set_points(em * np.concatenate(sheet.outlines(text, -sheet.width(text))))
    return written


def panel_plate(width: float, height: float) -> Veiled:
    """Return the ground that code stands on, ``width`` × ``height`` units."""
    plate = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1.0,
        stroke_color=PALETTE.rule,
        stroke_width=STROKES.hairline,
    )
    rectangle = RoundedRectangle(width=width, height=height, corner_radius=CORNER)
    plate.set_points(rectangle.points)
    return plate
