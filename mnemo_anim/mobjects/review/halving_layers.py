"""Ten layers, each of which halves the gradient: what is left of it?"""

from collections.abc import Iterator, Sequence

import numpy as np
from manim import RIGHT, UP, Animation, FadeIn, LaggedStart, linear, there_and_back

from mnemo_anim.maths.quantities import Given, Power
from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.review.picture import CENTRE, WIDTH, ReviewPicture
from mnemo_anim.theme import DIM, PALETTE, STROKES, TYPE

_LAYERS = 10  # of the question
_FACTOR = 0.5  # what each leaves of the gradient
_FIRST = 3  # layers that it goes through before the rest
_TALLEST = 3.4  # bar, in Manim units
_LAYER = (0.6, 0.9)  # width in pitches, and height in Manim units, of a layer
_BAR = 0.6  # width of a bar, in pitches
_ROOM = 0.3  # left of the layers, for the number over the last bar, in Manim units
_GAP = 0.22  # between layers and bars, in Manim units
_UNDER = 0.34  # from the layers to their numbers, and on to the arrow
_OVER = 0.2  # from a bar to what it says
_DARK, _BRIGHT = 0.06, 0.9  # opacity of a layer that is reached by none, and by all, of it
_ONE_BY_ONE = 0.6  # of the time in which the layers appear, over which they set out


class LayerChain(Live):
    """Layers side by side, the first on the left, the loss on the right; over each what it leaves.

    Args:
        layers: How many.
        factor: What each leaves of the gradient that reaches it, between 0 and 1.
        width: Of the whole, in Manim units.

    Attributes:
        built: How much of the layers is there, 0 to 1; the first come first.
        arrived: How much of the gradient is there that comes to the last layer, 0 to 1.
        pointed: Part of the arrow below that is drawn: the way back.
        passed: Layers that the gradient has gone back through.
        dusk: How far layers that little reaches have sunk into the dark, 0 to 1.
    """

    def __init__(self, layers: int, factor: float, width: float) -> None:
        super().__init__()
        self.layers, self.factor = layers, factor
        self.built, self.arrived, self.pointed = 1.0, 1.0, 1.0
        self.passed, self.dusk = 0.0, 0.0
        self._pitch = width / (layers + 1)
        self.anchor = Anchor()
        self.boxes = [
            Veiled(
                fill_color=PALETTE.uphill,
                stroke_color=PALETTE.ink_soft,
                stroke_width=STROKES.axis,
            )
            for _ in range(layers)
        ]
        self.bars = [
            Veiled(fill_color=PALETTE.uphill, fill_opacity=1.0, stroke_width=0.0)
            for _ in range(layers + 1)
        ]
        self.arrow = Arrow(color=PALETTE.uphill, thickness=STROKES.curve)
        self.names = {place: self._name(place) for place in (0, 1, layers)}
        self.add(self.anchor, *self.boxes, *self.bars, self.arrow, *self.names.values())
        self.come_alive()

    def go_back(self, passed: float) -> Vary:
        """Return the animation in which the gradient goes on until it has passed so many layers."""
        return Vary(self, {"passed": passed}, rate_func=linear)

    def left_after(self, passed: float) -> float:
        """Return the part of the gradient that is left after so many layers."""
        return float(self.factor**passed)

    def head(self, place: int) -> Points:
        """Return the screen point (3,) on top of the bar over a layer, counted from the loss."""
        return self._place(place, self._top(place))

    def redraw(self) -> None:
        """Draw the layers, and the bars as far as the gradient has come."""
        wide, high = _LAYER[0] * self._pitch / 2, _LAYER[1]
        for place, box in enumerate(self.boxes, start=1):
            box.set_points(self._box(place, wide, 0.0, high))
            light = float(np.clip(self.passed - place + 1, 0, 1)) * self.left_after(place - 1)
            box.set_fill(opacity=_DARK + (_BRIGHT - _DARK) * light)
            late = _ONE_BY_ONE * (self.layers - place) / self.layers
            there = float(np.clip((self.built - late) / (1 - _ONE_BY_ONE), 0, 1))
            box.presence = self.shown * there * (1 - self.dusk * (1 - DIM) * (1 - light))
        for place, name in self.names.items():
            name.move_to(self._place(place, -_UNDER if place else high / 2))
            name.set_opacity(self.boxes[place - 1].presence if place else self.shown * self.built)
        for place, bar in enumerate(self.bars):
            there = self.arrived if place == 0 else float(np.clip(self.passed - place + 1, 0, 1))
            foot = high + _GAP
            top = foot + there * (self._top(place) - foot)
            bar.set_points(self._box(place, _BAR * self._pitch / 2, foot, top))
            bar.presence = self.shown if there > 0 else 0.0
        start, end = (self._place(place, -2 * _UNDER) for place in (0, self.layers))
        self.arrow.put(start, start + self.pointed * (end - start))
        self.arrow.presence = self.shown if self.pointed > 0 else 0.0

    def _name(self, place: int) -> Formula:
        """Return L for the loss, and for a layer its number, counted from the input."""
        if place == 0:
            return Formula("L", size=TYPE.formula, color=PALETTE.loss)
        number = Given("layer", self.layers + 1 - place)
        return Formula("#n", size=TYPE.tick, color=PALETTE.ink_soft, numbers={"n": number})

    def _top(self, passed: float) -> float:
        return _LAYER[1] + _GAP + _TALLEST * self.left_after(passed)

    def _place(self, place: float, height: float) -> Points:
        right = self.layers / 2 * self._pitch
        middle = (_LAYER[1] + _GAP + _TALLEST - 2 * _UNDER) / 2
        offset = np.array([right - place * self._pitch, height - middle, 0.0])
        return np.asarray(self.anchor.origin + self.anchor.unit * offset)

    def _box(self, place: float, half: float, low: float, high: float) -> Points:
        side = self.anchor.unit * np.array([half, 0.0, 0.0])
        foot, top = self._place(place, low), self._place(place, high)
        return polygon(np.stack([foot - side, foot + side, top + side, top - side]))


class HalvingLayers(ReviewPicture):
    """A chain of layers, and what each leaves of the gradient on its way back."""

    def __init__(self) -> None:
        self.chain = LayerChain(_LAYERS, _FACTOR, WIDTH - 2 * _ROOM)
        self.chain.shift(CENTRE + _ROOM * RIGHT)
        self.chain.arrived = self.chain.pointed = 0.0
        self.left = {place: self._left(place) for place in (*range(_FIRST + 1), _LAYERS)}
        self.reason = Formula(
            "(#one slash #two)^#count = #one slash #all",
            numbers={
                "one": Power(1.0, 1),
                "two": Power(1 / _FACTOR, 1),
                "count": Given("layers", _LAYERS),
                "all": Power(1 / _FACTOR, _LAYERS),
            },
        )

    def pose(self) -> Iterator[Animation]:
        """Show the layers, the gradient that comes to the last of them, and its way back."""
        yield self.chain.vary(built=(0.0, 1.0))
        yield together(self.chain.vary(arrived=1.0), FadeIn(self.left[0]))
        yield self.chain.vary(pointed=1.0)

    def ponder(self) -> Sequence[Animation]:
        """Draw the way back once more."""
        return (Vary(self.chain, {"pointed": (1.0, 0.0)}, rate_func=there_and_back),)

    def answer(self) -> Iterator[Animation]:
        """Let the gradient go back through all layers; hardly anything reaches the first."""
        said = [FadeIn(self.left[place]) for place in range(1, _FIRST + 1)]
        yield together(self.chain.go_back(_FIRST), LaggedStart(*said, lag_ratio=1.0))
        yield together(self.chain.go_back(_LAYERS), late(FadeIn(self.left[_LAYERS])))
        yield self.chain.vary(dusk=1.0)

    def _left(self, place: int) -> Formula:
        """Return, over its bar, what is left after so many layers, as a fraction."""
        one, all_of_it = Power(1.0, 1), Power(1 / _FACTOR, place)
        left = Formula(
            "#one / #all" if place else "#one",
            size=TYPE.label,
            color=PALETTE.uphill,
            numbers={"one": one, "all": all_of_it} if place else {"one": one},
        )
        left.next_to(self.chain.head(place), UP, buff=_OVER)
        return left
