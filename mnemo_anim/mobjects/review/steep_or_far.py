"""At A the gradient is ten times longer than at B: which is nearer to the minimum?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, UR, Animation, there_and_back

from mnemo_anim.maths.gallery import TROUGH
from mnemo_anim.maths.places import level_place
from mnemo_anim.maths.quantities import Ratio, Slope
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.review.picture import CENTRE, WIDTH, ReviewPicture
from mnemo_anim.theme import DIM, FONTS, PALETTE, STROKES, TYPE, units

_PLACES = {"A": -1.2, "B": 1.9}  # x of both
_BESIDE = {"A": -0.5, "B": 1.2}  # where the loss turns, for its minimum to be beside either
_X_RANGE, _HEIGHTS = (-3.2, 2.7), (-2.0, 3.1)
_SCALE = 1.75  # length of the arrow of a gradient of magnitude 1, in units of x
_THIN = 0.65 * STROKES.arrow  # the shorter arrow is to be one, too
_FELT = 0.3  # how far the loss is known from a place, in units of x
_SAMPLES = 181
_DOT = units(10.0)
_LIFT = 0.3  # of the picture, for words below the axis, in screen units
_SWELL = 1.5  # of an arrow that is pointed out
_ABOVE = 0.3  # from an arrow to its number, in screen units


class Trough(Live):
    """The loss over x, its axis, its minimum, and how far that is from either place.

    Attributes:
        turn: Where the loss turns: the c of the field.
        known: How much of the loss can be seen, 0 to 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.turn, self.known = _BESIDE["B"], 0.0
        # ∂f/∂x depends on x − c alone: wherever the loss turns, its minimum is as far beyond.
        self._beyond, _ = level_place(TROUGH, (0.0, 0.0), 0)
        unit = WIDTH / np.ptp(_X_RANGE)
        self.corners = Corners(_X_RANGE, _HEIGHTS, (unit, unit), CENTRE + _LIFT * UP)
        self.axis = CasedLine(color=PALETTE.ink_soft, width=STROKES.axis)
        self.curve = CasedLine(color=PALETTE.loss, width=STROKES.curve)
        self.ways = [CasedLine(color=PALETTE.lantern, width=STROKES.arrow) for _ in _PLACES]
        self.plumb = CasedLine(color=PALETTE.loss, width=STROKES.level)
        self.dot = _dot(PALETTE.loss)
        read_as_one(self.axis, *self.ways)  # a way is a stretch of the axis
        self.add(self.corners, self.axis, *self.ways, self.plumb, self.curve, self.dot)
        self.come_alive()

    @property
    def minimum(self) -> float:
        """X of the minimum: it goes along with where the loss turns."""
        return self.turn + self._beyond

    def slope(self, x: float) -> Slope:
        """Return the length of the gradient at x: the slope uphill."""
        rise = float(TROUGH.gradient((x, self.turn))[0])
        return Slope(TROUGH, (x, self.turn), (float(np.sign(rise)), 0.0))

    def point(self, x: float) -> Points:
        """Return the screen point (3,) of the loss at x."""
        return self.corners.point((x, float(TROUGH.value((x, self.turn)))))

    def foot(self, x: float) -> Points:
        """Return the screen point (3,) of x on the axis."""
        return self.corners.point((x, _HEIGHTS[0]))

    def stretch(self, start: float, end: float, samples: int) -> Points:
        """Return screen points (samples, 3) of the loss between two x."""
        xs = np.linspace(start, end, samples)
        places = np.stack([xs, np.full(samples, self.turn)], axis=-1)
        return self.corners.point(np.stack([xs, TROUGH.value(places)], axis=-1))

    def redraw(self) -> None:
        """Draw the loss as it is now."""
        lowest, seen = self.minimum, self.shown * self.known
        self.axis.draw([np.stack([self.foot(x) for x in _X_RANGE])])
        self.curve.draw([self.stretch(*_X_RANGE, _SAMPLES)])
        self.plumb.draw([np.stack([self.point(lowest), self.foot(lowest)])])
        self.dot.set_points(circle(self.point(lowest), _DOT))
        distances = [abs(x - lowest) for x in _PLACES.values()]
        for way, x, distance in zip(self.ways, _PLACES.values(), distances, strict=True):
            way.draw([np.stack([self.foot(x), self.foot(lowest)])])
            way.presence = seen * (1.0 if distance == min(distances) else DIM)
        self.axis.presence = self.shown
        self.curve.presence = self.plumb.presence = self.dot.presence = seen


class FeltPlace(Live):
    """A place of the trough: the bit of the loss that is felt there, and its gradient.

    Args:
        trough: The loss.
        x: Where.
        name: In Typst's maths notation.

    Attributes:
        swell: Thickness of the arrow over that at rest.
        name: The letter above it.
        size: The length of the gradient, above its arrow.
    """

    shared: ClassVar[tuple[str, ...]] = ("trough",)

    def __init__(self, trough: Trough, x: float, name: str) -> None:
        super().__init__()
        self.trough, self.x, self.swell = trough, x, 1.0
        self.felt = CasedLine(color=PALETTE.loss, width=STROKES.curve)
        self.plumb = CasedLine(color=PALETTE.ink_soft, width=STROKES.level)
        self.dot = _dot(PALETTE.hiker)
        self.arrow = Arrow(color=PALETTE.uphill, thickness=_THIN)
        self.add(self.plumb, self.felt, self.arrow, self.dot)
        letter = halo(Formula(f"upright({name})", size=TYPE.formula))
        self.name = Tag(letter, lambda: trough.point(x), UR, gap=_ABOVE / 2)
        self.size = Tag(self._number(), self._beside_arrow, UP, gap=_ABOVE)
        self.come_alive()

    def come(self) -> Animation:
        """Return the animation in which the place appears, with its name and its gradient."""
        return together(self.appear(), self.name.appear(), self.size.appear())

    def pulse(self) -> Vary:
        """Return the animation in which the gradient swells, and is as before."""
        return Vary(self, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)

    def redraw(self) -> None:
        """Draw the place where the loss has it now."""
        trough, x = self.trough, self.x
        self.felt.draw([trough.stretch(x - _FELT, x + _FELT, 13)])
        self.plumb.draw([np.stack([trough.point(x), trough.foot(x)])])
        self.dot.set_points(circle(trough.point(x), _DOT))
        self.arrow.put(trough.foot(x), self._tip(), swell=self.swell)
        for part in (self.plumb, self.arrow, self.dot):
            part.presence = self.shown
        self.felt.presence = self.shown * (1.0 - trough.known)  # then it is a bit of the whole

    def _tip(self) -> Points:
        slope = float(TROUGH.gradient((self.x, self.trough.turn))[0])
        return self.trough.foot(self.x + _SCALE * slope)

    def _beside_arrow(self) -> Points:
        foot, tip = self.trough.foot(self.x), self._tip()
        least = 0.45 * (RIGHT if tip[0] > foot[0] else LEFT)  # clear of the plumb line
        half = (tip - foot) / 2
        return np.asarray(foot + (half if abs(half[0]) > abs(least[0]) else least))

    def _number(self) -> Number:
        trough, x = self.trough, self.x
        number = Number(
            source=lambda: trough.slope(x),
            decimals=1,
            size=TYPE.body,
            color=PALETTE.uphill,
            family=FONTS.maths,
        )
        halo(number)
        return number


class SteepOrFar(ReviewPicture):
    """A loss whose bottom slides from beside B to beside A; both gradients stay as they are.

    Args:
        words: The words on the screen, by id: ``minimum``.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.trough = trough = Trough()
        self.places = [FeltPlace(trough, x, name) for name, x in _PLACES.items()]
        lowest = halo(Words(words["minimum"], size=TYPE.label, color=PALETTE.loss))
        self.minimum = Tag(lowest, lambda: trough.foot(trough.minimum), DOWN, gap=_ABOVE)
        self.reason = Formula(
            "{{norm(nabla f(upright(A))) : a}} = #times dot {{norm(nabla f(upright(B))) : b}}",
            parts={"a": PALETTE.uphill, "b": PALETTE.uphill},
            numbers={"times": Ratio(*(trough.slope(x) for x in _PLACES.values()))},
        )

    def pose(self) -> Iterator[Animation]:
        """Show what is felt at A, and then at B; nothing else of the loss is known."""
        first, second = self.places
        yield together(self.trough.appear(), first.come())
        yield second.come()
        yield together(first.pulse(), second.pulse())

    def ponder(self) -> Sequence[Animation]:
        """Let both gradients breathe."""
        return (*(place.pulse() for place in self.places),)

    def answer(self) -> Iterator[Animation]:
        """Show the loss with its bottom beside B; let the bottom slide to A."""
        first, second = self.places
        yield together(self.trough.vary(known=(0.0, 1.0)), self.minimum.appear())
        yield together(first.pulse(), second.pulse())
        yield self.trough.vary(turn=_BESIDE["A"])


def _dot(color: str) -> Veiled:
    return Veiled(
        fill_color=color,
        fill_opacity=1.0,
        stroke_width=0.0,
        background_stroke_color=PALETTE.ground,
        background_stroke_width=STROKES.casing,
    )
