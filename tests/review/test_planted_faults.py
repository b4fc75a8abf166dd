"""A scene with one fault of each kind, all of which are found; and one without any."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from manim import DOWN, LEFT, RIGHT, UP, Dot, FadeIn, FadeOut, Line, Rectangle, VGroup

from mnemo_anim.document import read_lecture
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.lettering.plate import on_plate
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.scene import watch
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.theme import PALETTE

FAULTS = {
    "fine": "Here everything is as it should be.",
    "margin": "A text stands too near the edge.",
    "rail": "Something reaches into the captions.",
    "overlap": "One text lies over another one.",
    "gap": "Two texts crowd each other here.",
    "crossed": "A line runs right through a text.",
    "size": "This text is far too small to read.",
    "contrast": "A grey text on grey ground is here.",
    "graphics": "This arrow hardly stands out at all.",
    "clipped": "Something runs off the upper edge.",
    "ideas": "Eight things are on the screen at once.",
    "off-screen": "Something is drawn where nobody looks.",
    "blank": "Now there is nothing to be seen.",
    "reading": "A long text is gone in no time at all.",
    "late": "A level curve is spoken of early, and shown when that has long been over and done.",
}


class Faulty(SectionScene):
    """Each beat has the one fault that it is named for."""

    section = "faults"
    beats = tuple(FAULTS)

    def construct(self) -> None:
        """Play the beats that the document has."""
        for beat in self.script.beats:
            with self.beat(beat.id) as clock:
                plant = getattr(self, "plant_" + beat.id.replace("-", "_"))
                shown = plant(clock)
            self.remove(*shown)

    def show(self, *mobjects: VGroup) -> tuple[VGroup, ...]:
        """Let mobjects appear, beside something that is always fine."""
        bar = Rectangle(height=0.5, width=4.0, fill_opacity=1.0).move_to([3.5, -2.0, 0])
        self.play(*(FadeIn(mobject) for mobject in (bar, *mobjects)), run_time=0.5)
        return (bar, *mobjects)

    def plant_fine(self, _: object) -> object:
        return self.show(
            Words("clear"), Arrow(2 * UP, 3 * UP), on_plate(Words("calm").shift(LEFT * 4))
        )

    def plant_margin(self, _: object) -> object:
        return self.show(Words("too far left").to_edge(LEFT, buff=0.3))

    def plant_rail(self, _: object) -> object:
        return self.show(Words("fine"), Rectangle(height=1.0, width=2.0).move_to(3 * DOWN))

    def plant_overlap(self, _: object) -> object:
        return self.show(Words("one above"), Words("and the other").shift(0.1 * DOWN))

    def plant_gap(self, _: object) -> object:
        left = Words("left")
        return self.show(left, Words("right").next_to(left, RIGHT, buff=0.15))

    def plant_crossed(self, _: object) -> object:
        return self.show(Line(2 * LEFT, 2 * RIGHT, color="#53a3f2"), Words("struck"))

    def plant_size(self, _: object) -> object:
        return self.show(Words("small print", size=26.0))

    def plant_contrast(self, _: object) -> object:
        return self.show(Words("hardly there", color=PALETTE.rule))

    def plant_graphics(self, _: object) -> object:
        return self.show(Words("fine").shift(2 * UP), Arrow(LEFT, RIGHT, color=PALETTE.panel))

    def plant_clipped(self, _: object) -> object:
        return self.show(Rectangle(height=4.0, width=3.0, fill_opacity=1.0).move_to(3 * UP))

    def plant_ideas(self, _: object) -> object:
        return self.show(*(Dot([1.6 * k - 6, 0, 0], radius=0.2) for k in range(8)))

    def plant_off_screen(self, _: object) -> object:
        return self.show(Words("fine"), Dot([9, 0, 0]))

    def plant_blank(self, _: object) -> object:
        dot = Dot(radius=0.05)
        self.play(FadeIn(dot), run_time=0.5)
        return (dot,)

    def plant_reading(self, _: object) -> object:
        bar, words = self.show(Words("these are very many words for a moment"))
        self.play(FadeOut(words), run_time=0.3)
        return (bar,)

    def plant_late(self, clock: object) -> object:
        first = self.show(Words("fine").shift(2 * UP))
        clock.until("long been")  # type: ignore[attr-defined]
        return (*first, *self.show(Words("level curve")))


def document(beats: dict[str, str]) -> str:
    lines = "\n\n".join(f"{{#{beat}}}\n{text}" for beat, text in beats.items())
    return (
        f"---\nseries: Tests\nlanguage: en\n---\n\n# Faults\n\n## Faults {{#faults}}\n\n{lines}\n"
    )


@cache
def found() -> dict[str, set[str]]:
    """Return the rules that are missed, by beat."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "faults.md"
        path.write_text(document(FAULTS), encoding="utf-8")
        _, watcher = watch(Faulty, read_lecture(path))
    rules: dict[str, set[str]] = defaultdict(set)
    for finding in watcher.findings():
        rules[finding.beat].add(finding.rule.value)
    return rules


@pytest.mark.parametrize("fault", [beat for beat in FAULTS if beat != "fine"])
def test_the_planted_fault_is_found_and_no_other(fault: str) -> None:
    follows = {"contrast"} if fault in {"overlap", "crossed"} else set()
    assert fault in found()[fault]
    assert found()[fault] <= {fault} | follows


def test_nothing_is_found_where_all_is_well() -> None:
    assert found()["fine"] == set()


def test_every_rule_of_frames_has_its_fault() -> None:
    elsewhere = {  # in test_motion, test_pace, test_colours, test_files, and those of stills
        *(Rule.STILL, Rule.FLASH, Rule.CAPTION, Rule.LENGTH, Rule.COLOURS, Rule.TYPE_SCALE),
        *(Rule.FILE, Rule.CHANGED, Rule.WAIVER, Rule.LEFT_OVER),
    }
    assert {rule.value for rule in Rule} - {rule.value for rule in elsewhere} == {*FAULTS} - {
        "fine"
    }
