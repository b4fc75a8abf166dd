"""Ten layers, each of which halves the gradient: what is left of it?"""

from collections.abc import Iterator

import numpy as np
from manim import UP, Animation, linear

from mnemo_anim.maths.quantities import Given, Power
from mnemo_anim.mobjects.anchor import Anchor
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.lettering import Formula, halo
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import polygon
from mnemo_anim.mobjects.review.picture import CENTRE, WIDTH, ReviewPicture
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_LAYERS = 10  # of the question
_FACTOR = 0.5  # what each leaves of the gradient
_TALLEST = 3.6  # bar, in Manim units
_LAYER = (0.56, 0.9)  # width in pitches, and height in Manim units, of a layer
_BAR = 0.56  # width of a bar, in pitches
_GAP = 0.25  # between layers and bars, in Manim units
_DARK, _BRIGHT = 0.12, 0.9  # opacity of a layer that is reached by none, and by all, of it


class LayerChain(Live):
    """Layers side by side, the first on the left, and over each what it leaves of the gradient.

    Args:
        layers: How many.
        factor: What each leaves of what reaches it, between 0 and 1.
        width: Of the whole, in Manim units.

    Attributes:
        passed: Layers that the gradient has gone back through.
    """

    def __init__(self, layers: int, factor: float, width: float) -> None:
        super().__init__()
        self.layers, self.factor, self.passed = layers, factor, 0.0
        self._pitch = width / (layers + 1)
        self.anchor = Anchor()
        self.boxes = [
            Veiled(
                fill_color=PALETTE.uphill,
                stroke_color=PALETTE.ink_soft,
                stroke_width=STROKES.level,
            )
            for _ in range(layers)
        ]
        self.bars = [
            Veiled(fill_color=PALETTE.uphill, fill_opacity=1.0, stroke_width=0.0)
            for _ in range(layers + 1)
        ]
        self.add(self.anchor, *self.boxes, *self.bars)
        self.come_alive()

    def go_back(self) -> Vary:
        """Return the animation in which the gradient goes back through all layers."""
        return Vary(self, {"passed": (0.0, float(self.layers))}, rate_func=linear)

    def left_after(self, passed: float) -> float:
        """Return the part of the gradient that is left after so many layers."""
        return float(self.factor**passed)

    def head(self) -> Points:
        """Return the screen point (3,) over the place that the gradient has come to."""
        return self._place(self.passed, self._top(self.passed))

    def redraw(self) -> None:
        """Draw the bars as far as the gradient has come."""
        wide, high = _LAYER[0] * self._pitch / 2, _LAYER[1]
        for place, box in enumerate(self.boxes, start=1):
            box.set_points(self._box(place, wide, 0.0, high))
            reached = float(np.clip(self.passed - place + 1, 0.0, 1.0))
            light = reached * self.left_after(place - 1)
            box.set_fill(opacity=_DARK + (_BRIGHT - _DARK) * light)
            box.presence = self.shown
        wide = _BAR * self._pitch / 2
        for place, bar in enumerate(self.bars):
            there = float(np.clip(self.passed - place + 1, 0.0, 1.0))
            bar.set_points(self._box(place, wide, _LAYER[1] + _GAP, self._top(place)))
            bar.presence = self.shown * there

    def _top(self, passed: float) -> float:
        return _LAYER[1] + _GAP + _TALLEST * self.left_after(passed)

    def _place(self, place: float, height: float) -> Points:
        right = self.layers / 2 * self._pitch
        middle = (_LAYER[1] + _GAP + _TALLEST) / 2
        offset = np.array([right - place * self._pitch, height - middle, 0.0])
        return np.asarray(self.anchor.origin + self.anchor.unit * offset)

    def _box(self, place: float, half: float, low: float, high: float) -> Points:
        side = self.anchor.unit * np.array([half, 0.0, 0.0])
        foot, top = self._place(place, low), self._place(place, high)
        return polygon(np.stack([foot - side, foot + side, top + side, top - side]))


class HalvingLayers(ReviewPicture):
    """A chain of layers, and what each leaves of the gradient on its way back."""

    def __init__(self) -> None:
        self.chain = LayerChain(_LAYERS, _FACTOR, WIDTH)
        self.chain.shift(CENTRE)
        self.left = Tag(self._left(), self.chain.head, UP, gap=0.2)
        start, end = (self.chain.head() + [0.0, 0.9, 0.0], self.chain.head())
        self.reason = Formula(
            "(#one/#two)^#count = #one/#all",
            numbers={
                "one": Power(1.0, 1),
                "two": Power(1 / _FACTOR, 1),
                "count": Given("layers", _LAYERS),
                "all": Power(1 / _FACTOR, _LAYERS),
            },
        )

    def pose(self) -> Iterator[Animation]:
        """Show the layers, and the gradient as it comes to the last of them."""
        yield self.chain.appear()
        yield self.left.appear()

    def answer(self) -> Iterator[Animation]:
        """Let the gradient go back through all layers."""
        yield self.chain.go_back()

    def _left(self) -> Number:
        chain = self.chain
        number = Number(
            source=lambda: Power(_FACTOR, int(chain.passed + 1e-6)),
            decimals=3,
            size=TYPE.body,
            color=PALETTE.uphill,
            family=FONTS.maths,
        )
        halo(number)
        return number
