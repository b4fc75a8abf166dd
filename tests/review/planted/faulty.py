"""A scene with one fault in each beat, for which the beat is named."""

from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Dot, FadeIn, FadeOut, Line, Rectangle, VMobject

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PALETTE

Shown = tuple[VMobject, ...]


class Faulty(SectionScene):
    """Each beat has the one fault that it is named for."""

    section = "faults"
    waivers: ClassVar = {"waiver": {"gap": "Nothing here stands too close."}}

    def construct(self) -> None:
        """Play the beats that the document has."""
        for beat in self.script.beats:
            with self.beat(beat.id) as clock:
                plant = getattr(self, "plant_" + beat.id.replace("-", "_"))
                shown = plant(clock)
            self.remove(*shown)

    def show(self, *mobjects: VMobject) -> Shown:
        """Let mobjects appear, beside something that is always fine."""
        bar = Rectangle(height=0.5, width=4.0, fill_opacity=1.0).move_to([3.5, -2.0, 0])
        self.play(*(FadeIn(mobject) for mobject in (bar, *mobjects)), run_time=0.5)
        return (bar, *mobjects)

    def plant_margin(self, _: BeatClock) -> Shown:
        return self.show(Words("too far left").to_edge(LEFT, buff=0.3))

    def plant_rail(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"), Rectangle(height=1.0, width=2.0).move_to(3 * DOWN))

    def plant_overlap(self, _: BeatClock) -> Shown:
        return self.show(Words("one above"), Words("and the other").shift(0.1 * DOWN))

    def plant_gap(self, _: BeatClock) -> Shown:
        left = Words("left")
        return self.show(left, Words("right").next_to(left, RIGHT, buff=0.15))

    def plant_crossed(self, _: BeatClock) -> Shown:
        return self.show(Line(2 * LEFT, 2 * RIGHT, color="#53a3f2"), Words("struck"))

    def plant_size(self, _: BeatClock) -> Shown:
        return self.show(Words("small print", size=26.0))

    def plant_contrast(self, _: BeatClock) -> Shown:
        return self.show(Words("hardly there", color=PALETTE.rule))

    def plant_graphics(self, _: BeatClock) -> Shown:
        return self.show(Words("fine").shift(2 * UP), Arrow(LEFT, RIGHT, color=PALETTE.panel))

    def plant_clipped(self, _: BeatClock) -> Shown:
        return self.show(Rectangle(height=4.0, width=3.0, fill_opacity=1.0).move_to(3 * UP))

    def plant_ideas(self, _: BeatClock) -> Shown:
        return self.show(*(Dot([1.6 * k - 6, 0, 0], radius=0.2) for k in range(8)))

    def plant_off_screen(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"), Dot([9, 0, 0]))

    def plant_blank(self, _: BeatClock) -> Shown:
        dot = Dot(radius=0.05)
        self.play(FadeIn(dot), run_time=0.5)
        return (dot,)

    def plant_reading(self, _: BeatClock) -> Shown:
        bar, words = self.show(Words("these are very many words for a moment"))
        self.play(FadeOut(words), run_time=0.3)
        return (bar,)

    def plant_late(self, clock: BeatClock) -> Shown:
        first = self.show(Words("fine").shift(2 * UP))
        clock.until("long been")
        return (*first, *self.show(Words("level curve")))

    def plant_left_over(self, clock: BeatClock) -> Shown:
        dot = Dot(2 * UP)
        self.add(dot)
        shown = self.show(Words("fine"))
        self.play(dot.animate.set_opacity(0))
        for words in ("stays", "though"):
            clock.until(words)
            self.play(shown[0].animate.shift(LEFT))
        return (*shown, dot)

    def plant_still(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"))

    def plant_flash(self, _: BeatClock) -> Shown:
        shown = self.show(Words("fine").move_to(3 * LEFT + 2.5 * UP))
        light = Rectangle(height=3.0, width=5.0, fill_opacity=1.0, fill_color="#ffffff")
        for _flash in range(5):
            self.add(light)
            self.wait(0.1)
            self.remove(light)
            self.wait(0.1)
        return shown

    def plant_caption(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"))

    def plant_changed(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"))

    def plant_waiver(self, _: BeatClock) -> Shown:
        return self.show(Words("fine"))
