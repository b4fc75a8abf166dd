"""A scene in which nothing is wrong, of the parts that the faulty one has."""

from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, Create, FadeIn, Line, Rectangle

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.lettering.plate import on_plate
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.theme import PALETTE


class Fine(SectionScene):
    """An arrow, a line with a word on a plate, and a move."""

    section = "fine"

    def construct(self) -> None:
        """Play the beats."""
        ground = Rectangle(width=9.0, height=1.0, fill_color=PALETTE.panel, fill_opacity=1.0)
        ground.shift(1.5 * DOWN)
        arrow = Arrow(ORIGIN, 2 * UP)
        word = Words("up").next_to(arrow, RIGHT)
        with self.beat("an-arrow") as clock:
            self.play(FadeIn(ground, arrow))
            clock.until("up")
            self.play(FadeIn(word))
        line = Line(5 * LEFT, 5 * RIGHT, color=PALETTE.level).shift(DOWN)
        with self.beat("a-line") as clock:
            self.play(Create(line))
            clock.until("level")
            self.play(FadeIn(on_plate(Words("level")).move_to(line)))
        with self.beat("a-move") as clock:
            clock.until("goes")
            self.play(arrow.animate.shift(3 * LEFT), word.animate.shift(3 * LEFT))
        with self.beat("and-back") as clock:
            clock.until("back")
            self.play(arrow.animate.shift(3 * RIGHT), word.animate.shift(3 * RIGHT))
