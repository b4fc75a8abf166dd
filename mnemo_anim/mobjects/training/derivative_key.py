"""What colour and width of an edge tell."""

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, VGroup

from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.networks.network_diagram import NetworkDiagram
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.ticks import decimals_for
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_SAMPLE = 0.55  # length of a sample, in Manim units
_BESIDE = 0.18  # from a sample to what it means
_APART = 1.6 * STAGE.gap
_ROW = 0.62  # from row to row
_PLAIN = 9.0  # stroke of the samples of colour


class DerivativeKey(VGroup):
    """Samples of edges, with what they mean: two colours, and some widths.

    Args:
        diagram: Whose edges they are.
        uphill: What an edge of the colour uphill says.
        downhill: What one of the colour downhill says.
        samples: The |∂L/∂w| whose widths are shown.

    Attributes:
        colors: The row of the colours.
        widths: The row of the widths.
    """

    def __init__(
        self, diagram: NetworkDiagram, *, uphill: str, downhill: str, samples: Sequence[float]
    ) -> None:
        super().__init__()
        self.colors = _row(
            _entry(_line(PALETTE.uphill, _PLAIN), Words(uphill, size=TYPE.tick, color=PALETTE.ink)),
            _entry(
                _line(PALETTE.downhill, _PLAIN), Words(downhill, size=TYPE.tick, color=PALETTE.ink)
            ),
        )
        name = Formula("abs(partial L \\/ partial w)", size=TYPE.label, color=PALETTE.ink)
        widths = (_sample(diagram, value, decimals_for([value])) for value in samples)
        self.widths = _row(name, *widths)
        self.widths.move_to(self.colors).shift(_ROW * np.array([0.0, -1.0, 0.0]))
        self.widths.align_to(self.colors, LEFT)
        self.add(self.colors, self.widths)


def _sample(diagram: NetworkDiagram, derivative: float, decimals: int) -> VGroup:
    """Return a line as wide as an edge of this |∂L/∂w|, and the number that is read off it."""
    line = _line(PALETTE.ink_soft, diagram.stroke(derivative))

    def read_off() -> Given:
        return Given("|∂L/∂w| of an edge this wide", diagram.derivative(line.get_stroke_width()))

    number = Number(
        decimals=decimals,
        size=TYPE.tick,
        color=PALETTE.ink_soft,
        source=read_off,
        live=False,
        exact=True,
    )
    return _entry(line, number)


def _line(color: str, width: float) -> CasedLine:
    line = CasedLine(color=color, width=width)
    line.draw([np.array([[0.0, 0.0, 0.0], [_SAMPLE, 0.0, 0.0]])])
    return line


def _entry(line: CasedLine, meaning: VGroup) -> VGroup:
    cap = line.get_stroke_width() / 200  # its round end, half a stroke beyond it
    return VGroup(line, meaning.next_to(line, RIGHT, buff=_BESIDE + cap))


def _row(*parts: VGroup) -> VGroup:
    return VGroup(*parts).arrange(RIGHT, buff=_APART)
