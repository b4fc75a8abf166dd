"""A note that an input is held constant, and where."""

from manim import RIGHT, UP, VGroup

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Coordinate
from mnemo_anim.maths.typst_name import typst_name
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.theme import PALETTE, TYPE

_GAP = 0.35  # in Manim units


class HeldNote(VGroup):
    """The value of an input, as in x₃ = 0.40, and words behind it.

    Args:
        field: f, of n variables.
        at: The spot, coords (n,).
        index: Of the input, from 0.
        words: That it is held constant.
    """

    def __init__(self, field: ScalarField, at: Spot, index: int, words: str) -> None:
        super().__init__()
        self.value = Readout(
            typst_name(field.variables[index]),
            lambda: Coordinate(at.at, index),
            size=TYPE.label,
            color=PALETTE.part(index),
        )
        self.words = Words(words, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True)
        drop = self.value.number.origin[1] - baseline(self.words)
        left = self.value.get_right()[0] + _GAP - self.words.get_left()[0]
        self.words.shift(left * RIGHT + drop * UP)
        self.add(self.value, self.words)
