"""What paints itself with Cairo, in order with all other mobjects."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from manim import Mobject


class Painted(Mobject, ABC):
    """A mobject that `LandscapeCamera` lets paint itself."""

    @abstractmethod
    def paint(self, context: Any) -> None:
        """Paint over what the frame shows so far.

        Args:
            context: A Cairo context whose user space is Manim's: units, the y-axis pointing up.
        """
