"""At A the gradient is ten times longer than at B: which is nearer to the minimum?"""

from collections.abc import Iterator, Mapping
from math import log

import numpy as np
from manim import DOWN, UP, Animation

from mnemo_anim.maths.gallery import TROUGH
from mnemo_anim.maths.quantities import Ratio, Slope
from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.corners import Corners
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.mobjects.review.picture import CENTRE, WIDTH, ReviewPicture
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import DIM, PALETTE, STROKES, TYPE, units

_A, _B = -1.5, 1.9  # x of the two places
_BESIDE_A, _BESIDE_B = -0.95, 1.35  # where the trough turns, in its two worlds
_X_RANGE, _HEIGHTS = (-3.0, 2.6), (-2.2, 3.2)
_SCALE = 1.3  # length of an arrow of magnitude 1, in units of x
_FELT = 0.3  # how far the loss is known round a place without the fog lifting, in units of x
_SAMPLES = 181


class Trough(Live):
    """The loss over x, two places on it, their gradients on the axis, and its minimum.

    Attributes:
        turn: Where the loss turns: the c of the field.
        known: How much of the loss can be seen, 0 to 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.turn, self.known = _BESIDE_A, 0.0
        unit = WIDTH / np.ptp(_X_RANGE)
        self.corners = Corners(_X_RANGE, _HEIGHTS, (unit, unit), CENTRE)
        self.axis = CasedLine(color=PALETTE.ink_soft, width=STROKES.axis)
        self.curve = CasedLine(color=PALETTE.loss, width=STROKES.curve)
        self.felt = [CasedLine(color=PALETTE.loss, width=STROKES.curve) for _ in range(2)]
        self.ways = [CasedLine(color=PALETTE.lantern, width=STROKES.arrow) for _ in range(2)]
        self.plumbs = [CasedLine(color=PALETTE.ink_soft, width=STROKES.level) for _ in range(3)]
        self.dots = [
            Veiled(
                fill_color=color,
                fill_opacity=1.0,
                stroke_width=0.0,
                background_stroke_color=PALETTE.ground,
                background_stroke_width=STROKES.casing,
            )
            for color in (PALETTE.hiker, PALETTE.hiker, PALETTE.loss)
        ]
        self.feet = [
            Veiled(fill_color=PALETTE.hiker, fill_opacity=1, stroke_width=0) for _ in range(2)
        ]
        self.arrows = [Arrow(color=PALETTE.uphill) for _ in range(2)]
        self.add(
            self.corners, self.axis, *self.ways, *self.plumbs, self.curve, *self.felt, *self.dots
        )
        self.add(*self.feet, *self.arrows)
        self.come_alive()

    @property
    def minimum(self) -> float:
        """X of the minimum, where the slope −1 + 1.1 σ(12 (x − c)) is zero."""
        return self.turn + log(10.0) / 12.0

    def slope(self, x: float) -> Slope:
        """Return the size of the slope at x, as a quantity: uphill."""
        rise = float(TROUGH.gradient((x, self.turn))[0])
        return Slope(TROUGH, (x, self.turn), (float(np.sign(rise)), 0.0))

    def point(self, x: float) -> Points:
        """Return the screen point (3,) of the loss at x."""
        return self.corners.point((x, float(TROUGH.value((x, self.turn)))))

    def foot(self, x: float) -> Points:
        """Return the screen point (3,) below it on the axis."""
        return self.corners.point((x, _HEIGHTS[0]))

    def move(self, turn: float) -> Vary:
        """Return the animation in which the bottom goes elsewhere."""
        return self.vary(turn=turn)

    def redraw(self) -> None:
        """Draw the loss as it is now."""
        xs = np.linspace(*_X_RANGE, _SAMPLES)
        values = TROUGH.value(np.stack([xs, np.full(_SAMPLES, self.turn)], axis=-1))
        self.curve.draw([self.corners.point(np.stack([xs, values], axis=-1))])
        for piece, x in zip(self.felt, (_A, _B), strict=True):
            near = np.linspace(x - _FELT, x + _FELT, 13)
            piece.draw([np.stack([self.point(float(s)) for s in near])])
            piece.presence = self.shown
        self.axis.draw([np.stack([self.foot(x) for x in _X_RANGE])])
        places = (_A, _B, self.minimum)
        for plumb, dot, x in zip(self.plumbs, self.dots, places, strict=True):
            plumb.draw([np.stack([self.point(x), self.foot(x)])])
            dot.set_points(circle(self.point(x), units(10.0)))
            plumb.presence = dot.presence = self.shown * (1.0 if x in (_A, _B) else self.known)
        for way, x in zip(self.ways, places, strict=False):
            way.draw([np.stack([self.foot(x), self.foot(self.minimum)])])
        nearer = int(abs(_B - self.minimum) < abs(_A - self.minimum))
        for index, way in enumerate(self.ways):
            way.presence = self.shown * self.known * (1.0 if index == nearer else DIM)
        for arrow, dot, x in zip(self.arrows, self.feet, places, strict=False):
            slope = float(TROUGH.gradient((x, self.turn))[0])
            arrow.put(self.foot(x), self.foot(x + _SCALE * slope))
            arrow.presence = self.shown
            dot.set_points(circle(self.foot(x), units(9.0)))
            dot.presence = self.shown
        self.axis.presence = self.shown
        self.curve.presence = self.shown * self.known


class SteepOrFar(ReviewPicture):
    """A loss whose bottom slides from beside A to beside B; both gradients stay as they are.

    Args:
        words: The words on the screen, by id: ``minimum``.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.trough = trough = Trough()
        self.letters = [
            Tag(
                halo(Formula(f"upright({letter})", size=TYPE.formula)),
                (lambda x: lambda: trough.point(x))(x),
                UP,
                gap=0.3,
            )
            for letter, x in (("A", _A), ("B", _B))
        ]
        self.minimum = Tag(
            halo(Words(words["minimum"], size=TYPE.label, color=PALETTE.loss)),
            lambda: trough.foot(trough.minimum),
            DOWN,
            gap=0.25,
        )
        self.reason = Formula(
            "norm(nabla f(upright(A))) = #times dot norm(nabla f(upright(B)))",
            size=TYPE.body,
            numbers={"times": Ratio(trough.slope(_A), trough.slope(_B))},
        )

    def pose(self) -> Iterator[Animation]:
        """Show both places and their gradients, and nothing of the loss."""
        yield together(self.trough.appear(), *(letter.appear() for letter in self.letters))

    def answer(self) -> Iterator[Animation]:
        """Show the loss with its bottom beside A; let the bottom slide to B, and back."""
        yield together(self.trough.vary(known=(0.0, 1.0)), self.minimum.appear())
        yield self.trough.move(_BESIDE_B)
        yield self.trough.move(_BESIDE_A)
