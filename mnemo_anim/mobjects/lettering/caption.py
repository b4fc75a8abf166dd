"""The words being said, on the rail at the bottom of the frame."""

from manim import LineJointType, VGroup, VMobject

from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

_LEADING = 1.24  # baseline to baseline, in ems
_ROUND = LineJointType.ROUND
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
            words = Words(line, size=TYPE.caption, color=PALETTE.ink, track_baselines=True)
            line_y = first - index * _LEADING * em
            words.shift([-words.get_x(), line_y - baseline(words), 0])
            # The edge lies below all glyphs: that of one would cut into the one before it.
            edge = VGroup(*(VMobject(joint_type=_ROUND).set_points(g.points) for g in words))
            self.add(edge.set_stroke(PALETTE.ground, width=_EDGE), words)
