"""The words being said, on the rail at the bottom of the frame."""

from manim import LineJointType, VGroup, VMobject

from mnemo_anim.mobjects.lettering.line_outline import line_outline
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

_LEADING = 1.24  # baseline to baseline, in ems
_EDGE = 6.0  # dark stroke that keeps words readable on a picture, in Manim's unit


class CaptionText(VGroup):
    """One or two caption lines, centred on the rail.

    Lines stand on fixed baselines, so words do not jump from caption to caption.
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        em = units(TYPE.caption)
        floor = -STAGE.height * (0.5 - STAGE.margin)
        rail_middle = (floor + STAGE.bottom) / 2
        first = rail_middle + em * (_LEADING * (len(lines) - 1) / 2 - 0.35)
        for index, line in enumerate(lines):
            outline = em * line_outline(line)
            middle = (outline[:, 0].min() + outline[:, 0].max()) / 2
            outline += [-middle, first - index * _LEADING * em, 0.0]
            # The edge lies below all glyphs: that of one would cut into the one before it.
            edge = VMobject(joint_type=LineJointType.ROUND, stroke_color=PALETTE.ground)
            words = VMobject(fill_color=PALETTE.ink, fill_opacity=1.0, stroke_width=0.0)
            self.add(edge.set_stroke(width=_EDGE).set_points(outline), words.set_points(outline))
