"""The plan follows the document, and knows what is up to date."""

import pickle
from pathlib import Path

import pytest

from mnemo_anim.document import DocumentError
from mnemo_anim.edition import Edition
from mnemo_anim.render import dependencies
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.plan import SceneJob, make_plan
from mnemo_anim.render.quality import DRAFT, HD, QUALITIES, UHD, quality_named
from mnemo_anim.render.registry import registered_scenes
from tests.render.disks import lock, small_disk
from tests.tiny_studio import LECTURE, TINY, Studio


def test_jobs_follow_the_document_and_bear_its_numbers(studio: Studio) -> None:
    names = registered_scenes(studio.package)
    plan = studio.plan()
    assert [job.entry for job in plan.jobs] == list(names)
    assert [job.film.name for job in plan.jobs] == ["01-one.mp4", "02-two.mp4"]
    assert plan.film == studio.folder / "tiny" / "short.mp4"


def test_a_job_can_be_sent_to_another_process(studio: Studio) -> None:
    """As those who review films, or cut them, do."""
    job = studio.job()
    sent = pickle.loads(pickle.dumps(job))
    assert sent.recipe.key == job.recipe.key
    assert sent.task() == job.task()


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


def test_films_of_both_themes_lie_apart(studio: Studio) -> None:
    night, paper = (studio.plan(DRAFT, Edition(theme)) for theme in ("night", "paper"))
    assert {job.film.parent for job in night.jobs} == {studio.folder / "draft"}
    assert {job.film.parent for job in paper.jobs} == {studio.folder / "paper" / "draft"}


def test_planning_again_reads_no_source_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [job.recipe for job in studio.plan().jobs]
    with monkeypatch.context() as patched:
        patched.setattr("mnemo_anim.render.dependencies.ast.parse", None)
        again = [job.recipe for job in studio.plan().jobs]
    assert again == first


def test_one_scene_is_planned_without_reading_the_others(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    read_imports = dependencies._read_imports

    def note(source: Path, module: str) -> dependencies.Imports:
        read.append(source)
        return read_imports(source, module)

    monkeypatch.setattr(dependencies, "_read_imports", note)
    assert studio.job("One").recipe.key
    assert studio.scenes / "one.py" in read
    assert studio.scenes / "two.py" not in read
    read.clear()
    assert studio.job("Two").recipe.key
    assert read == [studio.scenes / "two.py"]
    read.clear()
    assert studio.job("One").recipe.key
    assert read == []


def test_films_on_a_disk_that_may_not_be_written_to_can_be_planned(
    studio: Studio, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 1 << 16) as disk:
        lock(disk)
        on_disk = Studio(studio.document, studio.package, studio.scenes, disk / "renders")
        assert [job.why() for job in on_disk.plan().jobs] == ["new", "new"]


# ---- packages of scenes --------------------------------------------------------------------------


def write_package(studio: Studio, text: str) -> None:
    (studio.scenes / "__init__.py").write_text(text)


def test_a_package_of_scenes_that_is_not_there_is_told(studio: Studio) -> None:
    for package in ("no_such_package", "no.such.package"):
        with pytest.raises(RenderError, match=f"no package of scenes “{package}”. Check --scenes"):
            make_plan(studio.document, TINY, studio.folder, package)


def test_a_module_is_no_package_of_scenes(studio: Studio) -> None:
    (studio.scenes.parent / "a_module.py").write_text("SCENES = {}")
    with pytest.raises(RenderError, match="no package of scenes “a_module”"):
        make_plan(studio.document, TINY, studio.folder, "a_module")


@pytest.mark.parametrize(
    "text",
    ["", "SCENES = 3", "SCENES = ['one']", "SCENES = {'one': 3}", "SCENES = {'one': 'module'}"],
)
def test_a_package_that_does_not_name_its_scenes_is_told(studio: Studio, text: str) -> None:
    write_package(studio, text)
    with pytest.raises(RenderError, match=r"“tiny_\w+” does not name its scenes\. Let it"):
        studio.plan()


@pytest.mark.parametrize("text", ["import no_such_module", "def (", "1 / 0"])
def test_a_package_of_scenes_that_cannot_be_imported_is_told(studio: Studio, text: str) -> None:
    write_package(studio, text)
    with pytest.raises(RenderError, match=r"the package “tiny_\w+” cannot be imported \("):
        studio.plan()


# ---- what makes a film out of date ---------------------------------------------------------------


def finished(studio: Studio) -> SceneJob:
    """Put down what a run leaves."""
    job = studio.job()
    job.film.parent.mkdir(parents=True, exist_ok=True)
    job.film.write_bytes(b"a film")
    job.timeline.write_text("{}")
    Manifest(job.recipe.as_data(), stamp(job.film), 100).write(job.manifest)
    return job


def test_a_film_that_was_never_made_is_new(studio: Studio) -> None:
    assert studio.job().done() is None
    assert studio.job().why() == "new"


def test_a_finished_film_is_up_to_date(studio: Studio) -> None:
    job = finished(studio)
    assert job.done() == Manifest.read(job.manifest)
    assert job.why() == ""


@pytest.mark.parametrize(
    ("lost", "why"),
    [("film", "its film is missing"), ("timeline", "its film is missing"), ("manifest", "new")],
)
def test_a_film_that_lacks_a_part_is_not(studio: Studio, lost: str, why: str) -> None:
    job = finished(studio)
    getattr(job, lost).unlink()
    assert job.done() is None
    assert job.why() == why


def test_a_film_that_was_cut_off_is_not(studio: Studio) -> None:
    job = finished(studio)
    job.film.write_bytes(b"a fil")
    assert job.done() is None
    assert job.why() == "its film was changed"


@pytest.mark.parametrize("recipe", [{}, {"sources": 3}, {"sources": {}, "settings": {}}])
def test_a_manifest_of_another_kind_counts_as_none(
    studio: Studio, recipe: dict[str, object]
) -> None:
    job = finished(studio)
    Manifest(recipe, stamp(job.film), 100).write(job.manifest)
    assert job.why() == "new"


def test_an_edit_is_named(studio: Studio) -> None:
    finished(studio)
    studio.edit("It moves.", "It moved.")
    assert studio.job().why() == "beat “second” changed"
    studio.write_scene("one", also="self.wait(0.1)")
    assert studio.job().why() == f"{studio.scenes / 'one.py'} changed"
    studio.edit("## One", "## The one")
    assert studio.job().why() == "the words on the screen changed"
