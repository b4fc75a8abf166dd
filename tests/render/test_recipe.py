"""What each film of the lecture is made from: an edit changes those films that show it, no other.

The project is copied, and the copy edited; nothing is drawn.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mnemo_anim.document import read_lecture
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import PALETTES
from mnemo_anim.paths import LECTURE, ROOT
from mnemo_anim.render import identity, recipe
from mnemo_anim.render.dependencies import SourceTree
from mnemo_anim.render.quality import DRAFT, QUALITIES, Quality
from mnemo_anim.render.recipe import Recipe, recipe_for
from mnemo_anim.render.registry import registered_scenes
from mnemo_anim.voice import SilentVoice
from scenes import SCENES

ALL, NONE = set(SCENES), set[str]()
WITH_A_HIKER = {
    "intuition-first", "whats-actually-happening", "common-pitfalls", "review-questions",
}  # fmt: skip
WITH_A_NETWORK = {"why-it-matters", "examples"}


class Project:
    """A copy of all that the lecture is made from, to be edited."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: dict[Path, bytes] = {}
        for folder in ("mnemo_anim", "scenes", "assets"):
            ignored = shutil.ignore_patterns("__pycache__", "gallery", "pictures")
            shutil.copytree(ROOT / folder, root / folder, ignore=ignored)

    @property
    def document(self) -> str:
        return self._document.read_text()

    @property
    def _document(self) -> Path:
        return self._root / LECTURE.relative_to(ROOT)

    def write(self, text: str) -> None:
        """Write the document."""
        self._keep(self._document).write_text(text)

    def append(self, name: str, line: str = "# edited") -> None:
        """Write one more line into a file."""
        with self._keep(self._root / name).open("a", encoding="utf-8", newline="") as file:
            file.write(f"\n{line}\n")

    def files(self, folder: str) -> list[str]:
        """Return the names of the modules in a folder."""
        return [str(path.relative_to(self._root)) for path in (self._root / folder).glob("*.py")]

    def _keep(self, path: Path) -> Path:
        self._kept.setdefault(path, path.read_bytes() if path.exists() else b"")
        return path

    def restore(self) -> None:
        """Undo what has been edited."""
        while self._kept:
            path, content = self._kept.popitem()
            path.write_bytes(content) if content else path.unlink()

    def recipes(
        self, quality: Quality = DRAFT, edition: Edition | None = None
    ) -> dict[str, Recipe]:
        """Return the recipe of each section's film."""
        lecture = read_lecture(self._document)
        packages = {name: self._root / name for name in ("mnemo_anim", "scenes")}
        fonts = {("mnemo_anim.paths", "FONTS"): self._root / "assets" / "fonts"}
        sources = SourceTree(self._root, packages, fonts, self._root / "cache.json")
        made = partial(
            recipe_for,
            quality=quality,
            edition=edition or Edition(),
            voice=SilentVoice(),
            sources=sources,
        )
        entries = {entry.section: entry for entry in registered_scenes()}
        recipes = {
            section.id: made(entries[section.id], lecture, section) for section in lecture.sections
        }
        sources.save()
        return recipes


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, dict[str, Recipe]]:
    project = Project(tmp_path_factory.mktemp("project"))
    return project, project.recipes()


@pytest.fixture
def project(copied: tuple[Project, dict[str, Recipe]]) -> Iterator[Project]:
    """Give the project as it is; afterwards it is so again."""
    yield copied[0]
    copied[0].restore()


@pytest.fixture
def before(copied: tuple[Project, dict[str, Recipe]]) -> dict[str, Recipe]:
    """Give the recipes of the project as it is."""
    return copied[1]


def changed(before: dict[str, Recipe], after: dict[str, Recipe]) -> set[str]:
    assert list(before) == list(after)
    return {section for section in before if before[section].key != after[section].key}


# ---- code and data -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("scenes/opening.py", {"opening"}),
        ("scenes/review_questions.py", {"review-questions"}),
        ("scenes/__init__.py", NONE),  # a scene more or less is no change of the others
        ("scenes/a_new_scene.py", NONE),  # there is none yet
        ("mnemo_anim/mobjects/hike/hiker_rig.py", WITH_A_HIKER),
        ("mnemo_anim/mobjects/networks/network_diagram.py", WITH_A_NETWORK),
        ("mnemo_anim/mobjects/lettering/title.py", {"opening"}),
        ("mnemo_anim/maths/curve_fit.py", {"reading-the-gradient"}),
        ("mnemo_anim/maths/training.py", WITH_A_NETWORK),
        ("mnemo_anim/maths/scalar_field.py", ALL),
        ("mnemo_anim/maths/__init__.py", NONE),  # it only gathers what others define
        ("mnemo_anim/landscape/shaders/light.glsl", ALL),
        ("assets/fonts/IBMPlexSans-Regular.ttf", ALL),
        ("mnemo_anim/theme.py", ALL),
        ("mnemo_anim/palettes.py", ALL),
        ("mnemo_anim/pacing.py", ALL),
        ("mnemo_anim/section_scene.py", ALL),
        ("mnemo_anim/document/assembly.py", ALL),
        ("mnemo_anim/render/encode.py", ALL),
        ("mnemo_anim/render/sink.py", ALL),
        ("mnemo_anim/render/segments.py", ALL),
        ("mnemo_anim/render/production.py", NONE),
        ("mnemo_anim/render/store.py", NONE),
        ("mnemo_anim/render/progress.py", NONE),
        ("mnemo_anim/cli/films.py", NONE),
        ("mnemo_anim/review/rules.py", NONE),
        ("mnemo_anim/review/templates/page.css", NONE),
        ("mnemo_anim/outputs/gallery.py", NONE),
        ("mnemo_anim/__init__.py", NONE),
    ],
)
def test_an_edited_file_changes_the_films_that_need_it(
    project: Project, before: dict[str, Recipe], name: str, sections: set[str]
) -> None:
    project.append(name)
    after = project.recipes()
    assert changed(before, after) == sections
    for section in sections:
        assert after[section].change_since(before[section]) == f"{name} changed"


@pytest.mark.parametrize(
    ("package", "section"),
    [
        ("survey", "whats-actually-happening"),
        ("formal", "formal-explanation"),
        ("miniatures", "key-properties"),
        ("training", "why-it-matters"),
        ("pitfalls", "common-pitfalls"),
        ("examples", "examples"),
        ("reading", "reading-the-gradient"),
        ("review", "review-questions"),
    ],
)
def test_what_one_section_alone_needs_changes_no_other(
    project: Project, before: dict[str, Recipe], package: str, section: str
) -> None:
    names = project.files(f"mnemo_anim/mobjects/{package}")
    assert len(names) > 1
    for name in names:
        project.append(name)
    assert changed(before, project.recipes()) == {section}


def test_what_a_scene_begins_to_need_is_in_its_recipe(
    project: Project, before: dict[str, Recipe]
) -> None:
    project.append("scenes/opening.py", "from mnemo_anim.maths.advice import Advice")
    advised = project.recipes()["opening"]
    assert advised.sources.keys() - before["opening"].sources.keys() == {
        "mnemo_anim/maths/advice.py"
    }


# ---- words ---------------------------------------------------------------------------------------

EDITS = {
    "a sentence": ("Feel with one foot, left", "Feel with a foot, left", {"intuition-first"}),
    "a label": ("valley: valley", "valley: the valley", {"intuition-first"}),
    "a cell of a table": ("at 90° |", "at right angles |", {"key-properties"}),
    "a line of a listing": ("```python\n", "```python\n# begin\n", {"examples"}),
    "a question": ("Which way do you step?", "Where do you step?", {"review-questions"}),
    "a section's title": ("## Common Pitfalls {", "## Pitfalls {", {"common-pitfalls"}),
    "the lecture's title": ("# Gradients\n", "# The gradient\n", {"opening"}),
    "the series": ("series: Mnemosyne", "series: Memory", {"opening"}),
    "the language": ("language: en", "language: en-GB", ALL),
    "a comment": ("<!--\nThe words", "<!--\nAll words", NONE),
    "a comment more": ("# Gradients\n", "# Gradients\n\n<!--\nOne more\n-->\n", NONE),
    "the ends of lines": ("Wherever you stand, the", "Wherever you stand,\nthe", NONE),
    "marks that are not spoken": ("Those slopes are", "*Those* slopes are", NONE),
}


@pytest.mark.parametrize(("old", "new", "sections"), EDITS.values(), ids=EDITS)
def test_edited_words_change_the_films_that_say_or_show_them(
    project: Project, before: dict[str, Recipe], old: str, new: str, sections: set[str]
) -> None:
    assert old in project.document
    project.write(project.document.replace(old, new))
    assert changed(before, project.recipes()) == sections


def test_a_section_that_moves_is_the_same_film(project: Project, before: dict[str, Recipe]) -> None:
    head, *sections = project.document.split("\n## ")
    project.write("\n## ".join([head, *sections[::-1]]))
    moved = project.recipes()
    assert {section: moved[section].key for section in before} == {
        section: before[section].key for section in before
    }


# ---- all else ------------------------------------------------------------------------------------


@pytest.mark.parametrize("quality", [q for q in QUALITIES.values() if q != DRAFT])
def test_another_quality_is_another_film(
    project: Project, before: dict[str, Recipe], quality: Quality
) -> None:
    after = project.recipes(quality)
    assert changed(before, after) == ALL
    assert after["opening"].change_since(before["opening"]) == "the size changed"


def test_the_name_of_a_quality_says_nothing(project: Project, before: dict[str, Recipe]) -> None:
    assert changed(before, project.recipes(replace(DRAFT, name="rough"))) == NONE


@pytest.mark.parametrize("theme", [theme for theme in PALETTES if theme != Edition().theme])
def test_another_theme_is_another_film(
    project: Project, before: dict[str, Recipe], theme: str
) -> None:
    after = project.recipes(edition=Edition(theme))
    assert changed(before, after) == ALL
    assert after["opening"].change_since(before["opening"]) == "the theme changed"


@pytest.mark.parametrize("package", identity.PACKAGES)
def test_another_version_of_what_draws_is_another_film(
    project: Project,
    before: dict[str, Recipe],
    monkeypatch: pytest.MonkeyPatch,
    package: str,
) -> None:
    others = {**identity.versions(), package: "0.0"}
    monkeypatch.setattr(recipe, "versions", lambda: others)
    after = project.recipes()
    assert changed(before, after) == ALL
    assert after["opening"].change_since(before["opening"]) == f"{package} changed"


# ---- the recipe itself ---------------------------------------------------------------------------

PLAIN = Recipe(
    sources={"scenes/one.py": "1", "mnemo_anim/maths.py": "2"},
    settings={"the size": "small"},
    versions={"manim": "0.22"},
    narration={"first": "a", "second": "b"},
)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (PLAIN, ""),
        (replace(PLAIN, settings={"the size": "large"}), "the size changed"),
        (replace(PLAIN, settings={}), "the size changed"),
        (replace(PLAIN, versions={"manim": "0.23"}), "manim changed"),
        (replace(PLAIN, narration={"first": "a", "second": "c"}), "beat “second” changed"),
        (replace(PLAIN, narration={"first": "a"}), "beat “second” changed"),
        (
            replace(PLAIN, narration={"first": "x", "second": "y"}),
            "beat “first” and 1 more changed",
        ),
        (
            replace(PLAIN, narration={"second": "b", "first": "a"}),
            "the order of the beats changed",
        ),
        (
            replace(PLAIN, sources={"scenes/one.py": "3"}, narration={}),
            "scenes/one.py and 1 more changed",
        ),
    ],
)
def test_it_says_in_a_few_words_what_changed(now: Recipe, why: str) -> None:
    assert now.change_since(PLAIN) == why
    assert (now.key == PLAIN.key) is (why == "")


def test_it_comes_back_from_plain_data(project: Project) -> None:
    for made in (PLAIN, project.recipes()["opening"]):
        assert Recipe.from_data(made.as_data()) == made
        assert Recipe.from_data(made.as_data()).key == made.key


@pytest.mark.parametrize("part", ["sources", "settings", "versions", "narration"])
def test_every_part_of_it_counts(part: str) -> None:
    assert replace(PLAIN, **{part: {"other": "9"}}).key != PLAIN.key


def test_the_words_of_beats_are_not_what_all_of_a_film_depends_on() -> None:
    assert replace(PLAIN, narration={"first": "c", "second": "d"}).common == PLAIN.common
