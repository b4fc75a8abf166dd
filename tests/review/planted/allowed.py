"""A short scene with a fault that it allows itself."""

from typing import ClassVar

from manim import LEFT, FadeIn

from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.section_scene import SectionScene


class Allowed(SectionScene):
    """A text stands in the margin, and the scene says why."""

    section = "allowed"
    waivers: ClassVar = {"on-purpose": {"margin": "The edge itself is what is told."}}

    def construct(self) -> None:
        """Play the only beat."""
        with self.beat("on-purpose"):
            self.play(
                FadeIn(Words("This stands too near the edge", size=60).to_edge(LEFT, buff=0.3))
            )
