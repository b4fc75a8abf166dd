"""A lecture of three short sections, and scenes for it, to render in a moment."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from mnemo_anim.edition import Edition
from mnemo_anim.render import loaded, reads
from mnemo_anim.render.plan import Plan, SceneJob, make_plan
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

LANDSCAPE = """\
from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.section_scene import SectionScene


class {name}(SectionScene):
    section = "{section}"

    def construct(self) -> None:
        ground = Landscape(VALLEYS)
        self.add(ground)
        for beat in self.script.beats:
            with self.beat(beat.id):
                self.play(ground.to(view=View.overhead(1.0)), run_time=0.5)
"""


@dataclass(frozen=True)
class Studio:
    """A document, a package of scenes on the path, and a folder for films."""

    document: Path
    package: str
    scenes: Path
    folder: Path

    def write_scene(self, section: str, also: str = "pass", scene: str = SCENE) -> None:
        """Write a scene; ``also`` is what it does at the end of each beat."""
        text = scene.format(name=section.title(), section=section, also=also)
        self.write(f"{section}.py", text)

    def write(self, name: str, text: str) -> None:
        """Write a file beside the scenes; this process begins anew with all of them."""
        (self.scenes / name).write_text(text)
        self.begin_anew()

    def edit(self, old: str, new: str) -> None:
        """Change words of the document."""
        text = self.document.read_text()
        assert old in text
        self.document.write_text(text.replace(old, new))

    def begin_anew(self) -> None:
        """Let this process forget what it has loaded of the scenes, as a new one would."""
        shutil.rmtree(self.scenes / "__pycache__", ignore_errors=True)
        for module in [name for name in sys.modules if name.startswith(f"{self.package}.")]:
            del sys.modules[module]
        for path in [path for path in loaded._loaded if path.startswith(str(self.scenes))]:
            del loaded._loaded[path]
        reads._read.clear()

    def plan(self, quality: Quality = TINY, edition: Edition | None = None) -> Plan:
        return make_plan(self.document, quality, self.folder, self.package, edition)

    def job(self, name: str = "One", quality: Quality = TINY) -> SceneJob:
        (job,) = self.plan(quality).only([name])
        return job

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
