"""The plan follows the document, and knows what is up to date."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from mnemo_anim.document import DocumentError
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.manifest import PACKAGES, Manifest, shared_digest
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import DRAFT, HD, QUALITIES, UHD, Quality, quality_named
from mnemo_anim.render.registry import registered_scenes
from tests.tiny_studio import LECTURE, TINY, Studio


def test_jobs_follow_the_document_and_bear_its_numbers(studio: Studio) -> None:
    names = registered_scenes(studio.package)
    plan = studio.plan()
    assert [job.entry for job in plan.jobs] == list(names)
    assert [job.film.name for job in plan.jobs] == ["01-one.mp4", "02-two.mp4"]
    assert plan.film == studio.folder / "tiny" / "short.mp4"


def test_a_section_without_a_scene_is_told(studio: Studio) -> None:
    assert [section.id for section in studio.plan().without_scene] == ["three"]


def test_a_scene_without_a_section_is_an_error_that_names_the_nearest(studio: Studio) -> None:
    studio.document.write_text(LECTURE.replace("{#two}", "{#twos}"))
    with pytest.raises(DocumentError, match=r"no section “two”. Did you mean .*“twos”"):
        studio.plan()


def test_a_registered_scene_without_a_module_is_an_error(studio: Studio) -> None:
    (studio.scenes / "two.py").unlink()
    with pytest.raises(RenderError, match=r"section “two” names the module \S+\.two, which does"):
        studio.plan()


def test_scenes_are_found_by_class_and_by_section(studio: Studio) -> None:
    plan = studio.plan()
    assert plan.only(["two"]) == plan.only(["Two"]) == (plan.jobs[1],)
    assert plan.only(["two", "One"]) == plan.jobs


def test_a_misspelt_scene_gets_the_nearest_names(studio: Studio) -> None:
    with pytest.raises(UnknownNameError, match=r"there is no scene “Tow”. Did you mean “Two”"):
        studio.plan().only(["Tow"])


def test_qualities_are_found_by_name() -> None:
    assert [quality_named(name) for name in ("draft", "hd", "4k")] == [DRAFT, HD, UHD]
    assert (HD.width, HD.height, HD.fps) == (1920, 1080, 60)


@pytest.mark.parametrize(("asked", "nearest"), [("drft", "draft"), ("HD", "hd"), ("8k", "4k")])
def test_a_misspelt_quality_gets_the_nearest(asked: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError, match=f"“{nearest}”"):
        quality_named(asked)
    assert asked not in QUALITIES


# ---- what makes a film out of date ---------------------------------------------------------------


def first(studio: Studio, quality: Quality = TINY) -> SceneJob:
    return studio.plan(quality).jobs[0]


def edit(studio: Studio, old: str, new: str) -> None:
    text = studio.document.read_text()
    assert old in text
    studio.document.write_text(text.replace(old, new))


CHANGES: dict[str, Callable[[Studio], object]] = {
    "its narration": lambda studio: edit(studio, "It moves.", "It moved."),
    "the id of a beat": lambda studio: edit(studio, "{#second}", "{#b-beat}"),
    "its title": lambda studio: edit(studio, "## One", "## The one"),
    "the lecture's title": lambda studio: edit(studio, "# A short", "# A shorter"),
    "its module": lambda studio: studio.write_scene("one", "self.wait(0.1)"),
}

NO_CHANGES: dict[str, Callable[[Studio], object]] = {
    "nothing": lambda studio: None,
    "another section's words": lambda studio: edit(studio, "Another dot.", "One more dot."),
    "another scene's module": lambda studio: studio.write_scene("two", "self.wait(0.1)"),
    "a remark above": lambda studio: edit(studio, "# A short", "<!-- a note -->\n\n# A short"),
    "a file beside the scenes": lambda studio: (studio.scenes / "README.md").write_text("?"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_key_changes_with(studio: Studio, change: Callable[[Studio], object]) -> None:
    before = first(studio).key
    change(studio)
    assert first(studio).key != before


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES)
def test_the_key_stays_with(studio: Studio, change: Callable[[Studio], object]) -> None:
    before = first(studio).key
    change(studio)
    assert first(studio).key == before


def test_the_key_changes_with_the_quality(studio: Studio) -> None:
    assert first(studio).key != first(studio, Quality("tiny", 160, 90, 12)).key


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A package and its fonts, as `shared_digest` reads them."""
    (tmp_path / "package" / "shaders").mkdir(parents=True)
    (tmp_path / "package" / "maths.py").write_text("a = 1")
    (tmp_path / "package" / "cli").mkdir()
    (tmp_path / "package" / "cli" / "app.py").write_text("b = 1")
    (tmp_path / "package" / "shaders" / "hill.glsl").write_text("void main")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Text.ttf").write_bytes(b"letters")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("package/maths.py", True),
        ("package/shaders/hill.glsl", True),
        ("fonts/Text.ttf", True),
        ("package/new.py", True),
        ("package/cli/app.py", False),
        ("package/__pycache__/maths.pyc", False),
    ],
)
def test_the_project_counts_where_it_draws(project: Path, path: str, counts: bool) -> None:
    def digest() -> str:
        return shared_digest(project / "package", project / "fonts")

    before = digest()
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text("something else")
    assert (digest() != before) is counts


@pytest.mark.parametrize("package", PACKAGES)
def test_another_version_of_a_package_counts(
    project: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    before = shared_digest(project / "package", project / "fonts")
    monkeypatch.setattr(
        "mnemo_anim.render.manifest.version",
        lambda name: "0.0" if name == package else version(name),
    )
    assert shared_digest(project / "package", project / "fonts") != before


# ---- the manifest --------------------------------------------------------------------------------


def finished(job: SceneJob) -> None:
    """Put down what a worker leaves."""
    job.film.parent.mkdir(parents=True, exist_ok=True)
    job.film.write_bytes(b"a film")
    job.timeline.write_text("{}")
    Manifest(job.key, 100, 1.5, size=6).write(job.manifest)


def test_a_finished_film_is_up_to_date(studio: Studio) -> None:
    job = first(studio)
    assert job.done() is None
    finished(job)
    assert job.done() == Manifest(job.key, 100, 1.5, 6)


@pytest.mark.parametrize("lost", ["film", "timeline", "manifest"])
def test_a_film_that_lacks_a_part_is_not(studio: Studio, lost: str) -> None:
    job = first(studio)
    finished(job)
    getattr(job, lost).unlink()
    assert job.done() is None


def test_a_film_that_was_cut_off_is_not(studio: Studio) -> None:
    job = first(studio)
    finished(job)
    job.film.write_bytes(b"a fil")
    assert job.done() is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"key": 1, "more": 2}'])
def test_a_manifest_that_cannot_be_read_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert Manifest.read(tmp_path / "manifest.json") is None


def test_the_last_length_is_expected_again(studio: Studio) -> None:
    by_words = first(studio).expected
    assert 1.5 < by_words < 10
    finished(first(studio))
    assert first(studio).expected == 100 / TINY.fps
