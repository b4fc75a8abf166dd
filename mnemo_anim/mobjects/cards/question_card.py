"""A card that asks one question after the other, leaves time to think, and answers."""

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    UL,
    UP,
    UR,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Transform,
    VGroup,
    VMobject,
    linear,
)
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.cards.progress_dots import ProgressDots
from mnemo_anim.mobjects.cards.thinking_ring import ThinkingRing
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.prose import Prose
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_ASKED, _ANSWERED = TYPE.formula, TYPE.body  # size of a question, until and from its answer on
_PADDING = 0.4  # between the edge of the card and what stands on it, in Manim units
_BELOW = 0.5  # from the header to the question
_APART = 0.6  # from the question to the answer, and on to the reason
_RISE = 0.15  # way of what comes
_ONE_BY_ONE = 0.06  # how much later each light sets out than the one before
_FRONT = 10  # z-index of all of it: a landscape may run on behind
_SOFT = 9.0  # glyphs over which the light goes that reads a question


class QuestionCard(VGroup):
    """Questions in large letters, one at a time.

    Args:
        count: Of questions: as many dots show how far they have come.
        width: In Manim units.
        height: In Manim units.
        centre: Screen point of its middle.
        words: What a question is called, and an answer; the word for the time to think.

    Attributes:
        plate: The card itself.
        dots: One for each question.
        ring: The time to think. It is no part of the card: it comes and goes.
        question: The words of the question in hand.
        answer: The answer, once it is there, and its reason.
    """

    def __init__(
        self,
        count: int,
        *,
        width: float,
        height: float,
        centre: ArrayLike = (0.0, 0.0),
        words: tuple[str, str, str],
    ) -> None:
        super().__init__()
        middle = np.zeros(3)
        middle[: np.size(centre)] = centre
        self._names, self.inner_width = words[:2], width - 2 * _PADDING
        self.plate = Plate(width, height, opacity=1.0).move_to(middle)
        self.heading = self._headed(words[0])
        self.dots = ProgressDots(count)
        self.dots.move_to(self._corner(UR), UR).set_y(self.heading.get_y())
        self.ring = ThinkingRing(words[2])
        self.question, self.answer = VGroup(), VGroup()
        self._read = 0.0
        self.add(self.plate, self.heading, self.dots).set_z_index(_FRONT)
        self.ring.set_z_index(_FRONT)

    def gather(self, points: Points) -> AnimationGroup:
        """Return the animation in which the card comes, and a light from elsewhere for each dot.

        Then the card itself is to be added to the scene, in the place of what has come.

        Args:
            points: Screen points (count, 3) of the lights.
        """
        lights = [self.dots.light(point).set_z_index(_FRONT + 1) for point in points]
        flights = (
            Transform(light, dot.copy(), remover=True)
            for light, dot in zip(lights, self.dots.dots, strict=True)
        )
        return together(
            FadeIn(self.plate, self.heading),
            LaggedStart(*flights, lag_ratio=_ONE_BY_ONE),
        )

    def ask(self, prompt: str) -> AnimationGroup:
        """Return the animation in which the last question goes, and the next has its turn.

        Its words are not to be seen yet: they come with :meth:`read`.
        """
        changes: list[Animation] = [self.dots.go_to(round(self.dots.place) + 1)]
        if len(self.answer):
            changes += [FadeOut(self.question, self.answer), self._rename(self._names[0])]
        self.remove(self.question, self.answer)
        self.question, self.answer, self._read = self._set(prompt), VGroup(), 0.0
        self.add(self.question)
        self._place_ring()
        return together(*changes)

    def read(self, share: float) -> "Unfold":
        """Return the animation in which the question's words come, up to a share of them."""
        start, self._read = self._read, min(share, 1.0)
        return Unfold(self.question, start, self._read)

    def reveal(self, answer: str) -> AnimationGroup:
        """Return the animation in which the answer comes, and the question steps back."""
        words = Words(answer, size=TYPE.title, family=FONTS.strong, width=self.inner_width)
        smaller = self.question.copy().scale(_ANSWERED / _ASKED, about_point=self._start)
        smaller.set_color(PALETTE.ink_soft)
        words.next_to(smaller, DOWN, buff=_APART).align_to(self._start, LEFT)
        self.answer = VGroup(words).set_z_index(_FRONT)
        return together(
            self.ring.vanish(),
            self._rename(self._names[1]),
            Transform(self.question, smaller),
            FadeIn(self.answer, shift=_RISE * UP),
        )

    def explain(self, reason: VMobject) -> FadeIn:
        """Return the animation in which a formula comes below the answer."""
        reason.next_to(self.answer, DOWN, buff=_APART).align_to(self._start, LEFT)
        self.answer.add(reason.set_z_index(_FRONT))
        return FadeIn(reason, shift=_RISE * UP)

    @property
    def _start(self) -> Points:
        """The screen point (3,) at which a question begins."""
        return np.array([self._corner(UL)[0], self.heading.get_bottom()[1] - _BELOW, 0.0])

    def _corner(self, direction: Points) -> Points:
        """Return the screen point (3,) of a corner of the room inside the padding."""
        return np.asarray(self.plate.get_corner(direction) - _PADDING * direction)

    def _place_ring(self) -> None:
        """Put the ring into the middle of what the question leaves free."""
        low, high = self._corner(DL)[1], self.question.get_bottom()[1]
        middle = np.array([self.plate.get_x(), (low + high) / 2, 0.0])
        self.ring.shift(middle - self.ring.anchor.origin)

    def _headed(self, words: str) -> Words:
        heading = Words(words, size=TYPE.label, color=PALETTE.ink_soft)
        heading.move_to(self._corner(UL), UL).set_z_index(_FRONT)
        return heading

    def _rename(self, words: str) -> AnimationGroup:
        old, self.heading = self.heading, self._headed(words)
        self.remove(old).add(self.heading)
        return together(FadeOut(old), FadeIn(self.heading))

    def _set(self, prompt: str) -> Prose:
        words = Prose(prompt, size=_ASKED, width=self.inner_width)
        words.move_to(self._start, UL).set_opacity(0).set_z_index(_FRONT)
        return words


class Unfold(Animation):
    """Let the glyphs of some words come one after the other, as they are read.

    Args:
        words: The words.
        start: Share of them that is there already.
        end: Share of them that is there at the end.
    """

    def __init__(self, words: VMobject, start: float, end: float) -> None:
        self._span = (start, end)
        super().__init__(words, rate_func=linear)

    def create_starting_mobject(self) -> VMobject:
        """Return the words themselves: how they look is a matter of shares alone."""
        return self.mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Light the glyphs that have been reached at ``alpha`` in 0..1."""
        start, end = self._span
        glyphs = self.mobject.family_members_with_points()
        reached = (start + alpha * (end - start)) * (len(glyphs) + _SOFT)
        for index, glyph in enumerate(glyphs):
            glyph.set_opacity(float(np.clip((reached - index) / _SOFT, 0.0, 1.0)))
