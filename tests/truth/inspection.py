"""Play a scene without drawing it, and look after each play at every text that can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

import numpy as np
from manim import (
    DecimalNumber,
    MarkupText,
    Mobject,
    SingleStringMathTex,
    Text,
    Typst,
    VMobject,
    tempconfig,
)

from mnemo_anim.document import Lecture
from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Coord, Quantity
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import Claim, Claimant
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.timeline import Timeline
from tests.truth.choices import chosen_by, given_in, is_chosen, places_in, written_in
from tests.truth.formulas import digits_left, formulas_of, known_formulas, words_in
from tests.truth.recompute import recompute

_FOREIGN = (Typst, Text, MarkupText, SingleStringMathTex, DecimalNumber)
_VARIABLES = frozenset({"x", "y"})
_DIGIT = re.compile(r"\d")

true_value = cache(recompute)


@dataclass(frozen=True)
class Finding:
    """A text on the screen of which nobody knows that it is true."""

    beat: str
    text: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.beat}: “{self.text}” {self.wrong}"


class Inspected(SectionScene):
    """A scene that looks at itself after each play."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.findings: dict[tuple[str, str], Finding] = {}
        self.claimed: set[Quantity] = set()
        self.spots: list[Spot] = []
        self._now = ""
        self._chosen = chosen_by(type(self), self.script)
        self._written = {self.lecture.title, self.lecture.series, *written_in(self.script)}
        self._sentences = {
            sentence for text in self._written for sentence in re.split(r"(?<=[.?!:]) ", text)
        }

    def next_section(self, name: str = "unnamed", *args: Any, **kwargs: Any) -> None:
        self._now = name
        super().next_section(name, *args, **kwargs)

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        self.update_mobjects(0)
        for mobject in seen(self.mobjects):
            for text, wrong in self._judge(mobject):
                self.findings.setdefault((text, wrong), Finding(self._now, text, wrong))

    def _judge(self, mobject: Mobject) -> Iterator[tuple[str, str]]:
        """Yield a text of this mobject alone, and what is wrong with it."""
        made = list(mobject.claims) if isinstance(mobject, Claimant) else []
        for claim in made:
            yield from self._judge_claim(claim)
        match mobject:
            case Number() if not made:
                yield mobject.text, "stands for nothing; give the number a source"
            case Words() if not made:
                yield from self._judge_words(mobject.text)
            case Formula():
                yield from self._judge_formula(mobject)
            case Number() | Words():
                pass
            case _ if isinstance(mobject, _FOREIGN):
                yield str(mobject), "is not set by Words, Formula or Number"

    def _judge_claim(self, claim: Claim) -> Iterator[tuple[str, str]]:
        quantity = claim.quantity
        self.claimed.add(quantity)
        truth = true_value(quantity)
        if not claim.holds(truth):
            yield claim.shown, f"should be {truth:.10g}, the value of {quantity}"
        if not claim.exact:  # see test_exact_numbers
            yield from self._judge_places(claim)
        for what, number in given_in(quantity):
            if not is_chosen(number, self._chosen):
                yield (
                    claim.shown,
                    f"is made with {number:g} ({what}), which is chosen neither in the "
                    f"galleries, nor by {type(self).__name__}, nor in section “{self.section}”",
                )

    def _judge_places(self, claim: Claim) -> Iterator[tuple[str, str]]:
        for at in places_in(claim.quantity):
            chosen = all(is_chosen(coordinate, self._chosen) for coordinate in at)
            if not chosen and not any(stands_at(spot, at) for spot in self.spots):
                yield claim.shown, f"is a coordinate of {at}, where no spot stands"

    def _judge_words(self, text: str) -> Iterator[tuple[str, str]]:
        line = " ".join(text.split())
        if not _DIGIT.search(line) or line in self._written | self._sentences:
            return
        code = (listing.code.splitlines() for listing in self.script.listings)
        if any(line == written.strip().partition("#")[0].strip() for c in code for written in c):
            return
        yield text, f"is no text of section “{self.section}” in the document"

    def _judge_formula(self, formula: Formula) -> Iterator[tuple[str, str]]:
        expression = formula.expression
        for words in words_in(expression):
            yield from self._judge_words(words)
        left = digits_left(expression, _VARIABLES, known_formulas())
        if left:  # it may be that of a field which the scene has made for itself
            fields = [value for value in vars(self).values() if isinstance(value, ScalarField)]
            variables = _VARIABLES.union(*(field.variables for field in fields))
            known = known_formulas().union(*map(formulas_of, fields))
            left = digits_left(expression, variables, known)
        if left:
            wrong = f"has digits of its own: {left}; insert them as #name with `numbers`"
            yield expression, wrong


def stands_at(spot: Spot, at: Coord) -> bool:
    """Return whether a spot is at a point now."""
    return len(spot.at) == len(at) and bool(np.allclose(spot.at, at))


def seen(mobjects: Iterable[Mobject]) -> Iterator[Mobject]:
    """Yield each mobject of the families that can be seen; of a text, not the glyphs."""
    waiting, known = list(mobjects), set()
    while waiting:
        mobject = waiting.pop()
        if id(mobject) in known:
            continue
        known.add(id(mobject))
        is_text = isinstance(mobject, (Number, *_FOREIGN))
        if not is_text:
            waiting.extend(mobject.submobjects)
        if not is_text or any(map(is_drawn, mobject.get_family())):
            yield mobject


def is_drawn(mobject: Mobject) -> bool:
    """Return whether a mobject itself has points and colour."""
    if not isinstance(mobject, VMobject) or not len(mobject.points):
        return False
    presence = getattr(mobject, "presence", 1.0)
    return bool(presence * max(mobject.get_fill_opacity(), mobject.get_stroke_opacity()) > 0)


@contextmanager
def noting(spots: list[Spot]) -> Iterator[None]:
    """Add each spot that is made meanwhile to ``spots``."""
    make = Spot.__init__

    def make_and_note(self: Spot, *args: Any, **kwargs: Any) -> None:
        make(self, *args, **kwargs)
        spots.append(self)

    with patch.object(Spot, "__init__", make_and_note):
        yield


@dataclass(frozen=True)
class Inspection:
    """What a scene has played, and what has been found."""

    timeline: Timeline
    findings: tuple[Finding, ...]
    claimed: frozenset[Quantity]


def inspect(scene: type[SectionScene], fps: int = 15, lecture: Lecture | None = None) -> Inspection:
    """Play a scene without drawing anything, look at each of its texts, and report."""
    kind = type(scene.__name__, (scene, Inspected), {})
    with tempconfig({"format": "none", "frame_rate": fps, "progress_bar": "none"}):
        played: Any = kind(skip_animations=True, lecture=lecture)
        with noting(played.spots):
            played.render()
    return Inspection(played.timeline, tuple(played.findings.values()), frozenset(played.claimed))
