"""A lecture of three short sections, and scenes for it, to render in a moment."""

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from mnemo_anim.render.plan import Plan, make_plan
from mnemo_anim.render.quality import Quality

TINY = Quality("tiny", 160, 90, 10)

LECTURE = """\
---
series: Tests
language: en
---

# A short lecture

## One {#one}

{#first}
A dot.

{#second}
It moves.

## Two {#two}

{#third}
Another dot.

## Three {#three}

{#fourth}
Nobody plays this.
"""

SCENE = """\
from manim import RIGHT, Dot

from mnemo_anim.section_scene import SectionScene


class {name}(SectionScene):
    section = "{section}"

    def construct(self) -> None:
        dot = Dot()
        for beat in self.script.beats:
            with self.beat(beat.id):
                self.play(dot.animate.shift(RIGHT), run_time=0.5)
                {also}
"""


@dataclass(frozen=True)
class Studio:
    """A document, a package of scenes on the path, and a folder for films."""

    document: Path
    package: str
    scenes: Path
    folder: Path

    def write_scene(self, section: str, also: str = "pass") -> None:
        text = SCENE.format(name=section.title(), section=section, also=also)
        (self.scenes / f"{section}.py").write_text(text)

    def plan(self, quality: Quality = TINY) -> Plan:
        return make_plan(self.document, quality, self.folder, self.package)

    @property
    def options(self) -> list[str]:
        """What tells the command line of all this."""
        places = {"lecture": self.document, "folder": self.folder, "scenes": self.package}
        return [f"--{name}={place}" for name, place in places.items()]


def make_studio(place: Path) -> Studio:
    """Write a document and its scenes into `place`, which must be on the path to use them."""
    package = f"tiny_{uuid4().hex}"  # a new name, so that no module of another test is found
    scenes = place / package
    scenes.mkdir()
    names = {section: f"{package}.{section}:{section.title()}" for section in ("one", "two")}
    (scenes / "__init__.py").write_text(f"SCENES = {names!r}\n")
    document = place / "short.md"
    document.write_text(LECTURE)
    studio = Studio(document, package, scenes, place / "renders")
    for section in names:
        studio.write_scene(section)
    return studio
