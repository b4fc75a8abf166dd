"""A two-sided card that fills the frame: a mistake on the one side, its mend on the other."""

from collections.abc import Iterable

import numpy as np
from manim import LEFT, RIGHT, Line, Mobject, VGroup, VMobject

from mnemo_anim.mobjects.cards.card_moves import Deal, Turn
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import circle, polyline
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import FONTS, PALETTE, STAGE, STROKES, TYPE, units

_SIDE = 0.36  # between the card and the side of the frame, in Manim units
_ABOVE = 0.28  # between the card and the upper edge of the frame
_BELOW = 0.08  # between the card and the rail
_STRIP = 0.98  # height of the strip with the title
_INSET = 0.12  # between the body of the card and what stands in it

_PIP = units(8.0)  # radius of the dots that tell which card this is
_PIP_STEP = 0.32
_APART = 0.5  # between them and the tag

_TAG_PADDING = 0.2
_SIGN = 0.13  # half the width of the cross and of the tick
_CROSS = _SIGN * np.array([[[-1, -1, 0], [1, 1, 0]], [[-1, 1, 0], [1, -1, 0]]])
_TICK = _SIGN * np.array([[[-1.2, -0.1, 0], [-0.35, -0.95, 0]], [[-0.35, -0.95, 0], [1.2, 1, 0]]])


class Card:
    """A card with a title; it is no mobject: its faces are.

    Args:
        title: What the mistake is about.
        tags: The words for the mistake and for its mend.
        place: Which card this is, counted from 0.
        count: How many cards there are.

    Attributes:
        mistake: The face on which the mistake is played out.
        mend: The other one.
    """

    def __init__(self, title: str, tags: tuple[str, str], *, place: int, count: int) -> None:
        self.mistake, self.mend = (
            CardFace(title, tags, mended=mended, place=place, count=count)
            for mended in (False, True)
        )

    @property
    def width(self) -> float:
        """The width of the room that both faces have, in Manim units."""
        return STAGE.right - STAGE.left

    def at(self, x: float, y: float) -> Points:
        """Return the screen point (3,) that is (x, y) away from the middle of that room."""
        return np.array([x, self.mistake.middle + y, 0.0])

    def deal(self, *content: Mobject) -> Deal:
        """Return the animation in which this card takes the place of all that is in the scene.

        Args:
            *content: What stands on its first face.
        """
        return Deal((self.mistake, *content), about=self.mistake.plate.get_center())

    def turn(self, *content: Mobject) -> Turn:
        """Return the animation in which the card turns, with all that is in the scene on it.

        Args:
            *content: What stands on its second face.
        """
        return Turn((self.mend, *content), about=self.mend.plate.get_center())


class CardFace(VGroup):
    """One side of a card: a plate, and a strip with a title and the tag of this side.

    The tags differ in form, not in colour: a cross on an outline, a tick on a bright plate.

    Args:
        title: In the strip.
        words: For the mistake and for its mend; the one is on the tag, with room for the other.
        mended: Whether this is the side of the mend.
        place: Which card this is, counted from 0.
        count: How many cards there are.

    Attributes:
        plate: The whole of it.
        title: The title.
        tag: The word for this side, with its sign.
    """

    def __init__(
        self, title: str, words: tuple[str, str], *, mended: bool, place: int, count: int
    ) -> None:
        super().__init__()
        top = STAGE.height / 2 - _ABOVE
        bottom = STAGE.bottom + _BELOW
        self.plate = Plate(STAGE.width - 2 * _SIDE, top - bottom, opacity=1.0)
        self.plate.set_y((top + bottom) / 2)
        middle = top - _STRIP / 2
        self.title = Words(title, size=TYPE.heading, family=FONTS.strong)
        self.title.move_to([STAGE.left, middle, 0], aligned_edge=LEFT)
        self.tag = _tag(words, mended)
        self.tag.move_to([STAGE.right, middle, 0], aligned_edge=RIGHT)
        pips = _pips(place, count)
        pips.next_to(self.tag, LEFT, buff=_APART)
        edges = self.plate.get_left()[0], self.plate.get_right()[0]
        rule = Line(*([x, top - _STRIP, 0] for x in edges))
        rule.set_stroke(PALETTE.rule, STROKES.hairline)
        self.add(self.plate, rule, self.title, pips, self.tag)

    @property
    def top(self) -> float:
        """The y up to which there is room below the strip."""
        return float(self.plate.get_top()[1]) - _STRIP - _INSET

    @property
    def bottom(self) -> float:
        """The y down to which there is room."""
        return float(self.plate.get_bottom()[1]) + _INSET

    @property
    def middle(self) -> float:
        """The y of the middle of that room."""
        return (self.top + self.bottom) / 2


def _tag(words: tuple[str, str], mended: bool) -> VGroup:
    """Return the word for a side, with its sign, on a small plate that would hold the other too."""
    contents = [_signed(word, index == 1) for index, word in enumerate(words)]
    width, height = (
        max(size) + 2 * _TAG_PADDING
        for size in zip(*((content.width, content.height) for content in contents), strict=True)
    )
    border = PALETTE.ink if mended else PALETTE.ink_soft
    plate = Plate(width, height, opacity=1.0, border=border)
    content = contents[mended].move_to(plate)
    if mended:
        plate.set_fill(PALETTE.ink)
    plate.set_stroke(width=STROKES.axis)
    return VGroup(plate, content)


def _signed(word: str, mended: bool) -> VGroup:
    """Return the word for a side, after its sign."""
    color = PALETTE.ground if mended else PALETTE.ink
    words = Words(word, size=TYPE.label, color=color, family=FONTS.strong)
    sign = VMobject(stroke_color=color, stroke_width=STROKES.curve)
    sign.set_points(_strokes(_TICK if mended else _CROSS))
    return VGroup(sign, words).arrange(RIGHT, buff=_TAG_PADDING)


def _strokes(lines: Iterable[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]) -> object:
    return np.concatenate([polyline(line) for line in lines])


def _pips(place: int, count: int) -> VGroup:
    """Return a row of dots, one for each card, that of this one filled."""
    pips = VGroup()
    for index in range(count):
        pip = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.axis)
        pip.set_points(circle(np.array([index * _PIP_STEP, 0.0, 0.0]), _PIP))
        if index == place:
            pip.set_fill(PALETTE.ink, 1.0).set_stroke(PALETTE.ink)
        pips.add(pip)
    return pips
