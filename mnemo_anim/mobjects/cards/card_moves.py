"""How cards move, with all that lies on them: one is dealt, and one turns over, in perspective."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from math import pi, sin
from typing import Any

from manim import Animation, Group, Mobject, Scene, config
from manim.utils.rate_functions import ease_in_out_sine

from mnemo_anim.mobjects.cards.card_picture import CardPicture, CardPose
from mnemo_anim.mobjects.drawing.chart import Points

_BACK = 6.0  # how far a deck is pushed back while a card is dealt, in Manim units
_GAP = 1.05  # from one card to the next, in widths of the frame


class CardMove(Animation, ABC):
    """Take all that is in the scene away, on its card, and bring another face.

    Args:
        content: What is in the scene afterwards, the card's face first.
        about: Screen point (3,) of the middle of the card.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(self, content: Iterable[Mobject], *, about: Points, **kwargs: Any) -> None:
        self._content = tuple(content)
        self._rest = CardPose(axis=float(about[0]), horizon=float(about[1]))
        super().__init__(
            Group(), introducer=True, remover=True, rate_func=ease_in_out_sine, **kwargs
        )

    def _setup_scene(self, scene: Scene) -> None:
        """Let two pictures take the place of what is in the scene."""
        gone = tuple(scene.mobjects)
        for mobject in self._content:
            mobject.update(0)
        scene.remove(*gone)
        self.mobject.add(CardPicture(gone), CardPicture(self._content))
        scene.add(self.mobject)

    def begin(self) -> None:
        """Put both pictures where they are first."""
        self.interpolate(0)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put both pictures where they are at ``alpha`` in 0..1."""
        gone, come = self.mobject
        self.place(gone, come, self.rate_func(alpha))

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Let the new face, with what stands on it, take the place of the pictures."""
        super().clean_up_from_scene(scene)
        scene.add(*self._content)

    @abstractmethod
    def place(self, gone: CardPicture, come: CardPicture, t: float) -> None:
        """Put the pictures of the old and of the new face where they are at ``t`` in 0..1."""


class Turn(CardMove):
    """Turn the card over, about its vertical middle line.

    It draws back as it turns: no part of it ever comes nearer than the card at rest.
    """

    def place(self, gone: CardPicture, come: CardPicture, t: float) -> None:
        """Turn both faces; the one that is turned away is not seen."""
        angle = pi * t
        back = sin(angle) * config.frame_width / 2
        gone.pose = replace(self._rest, angle=angle, back=back) if t < 0.5 else None
        come.pose = replace(self._rest, angle=angle - pi, back=back) if t >= 0.5 else None


class Deal(CardMove):
    """Move the old card out to the left, and the new one in from the right."""

    def place(self, gone: CardPicture, come: CardPicture, t: float) -> None:
        """Move both cards along, pushed back on the way."""
        step, back = _GAP * config.frame_width, _BACK * sin(pi * t) ** 2
        gone.pose = replace(self._rest, right=-t * step, back=back)
        come.pose = replace(self._rest, right=(1 - t) * step, back=back)
