"""A folder appears whole or not at all, and never in the place of something else."""

from pathlib import Path

import pytest

from mnemo_anim.outputs.page.folder import put, put_link, whole_folder
from mnemo_anim.render.errors import RenderError


def make(target: Path, word: str) -> None:
    with whole_folder(target, "index.html") as folder:
        put(folder, "index.html", word)
        put(folder, "deep/er/file.txt", word)


def test_a_new_folder_takes_the_place_of_the_old_one_with_all_that_was_in_it(
    tmp_path: Path,
) -> None:
    target = tmp_path / "place" / "page"
    make(target, "old")
    (target / "left over").write_text("")
    make(target, "new")
    assert (target / "deep/er/file.txt").read_text() == "new"
    assert not (target / "left over").exists()
    assert [path.name for path in target.parent.iterdir()] == ["page"]


def test_on_an_error_the_old_one_stays(tmp_path: Path) -> None:
    target = tmp_path / "page"
    make(target, "old")
    with pytest.raises(IsADirectoryError), whole_folder(target, "index.html") as folder:
        put(folder, ".", "no file can be written there")
    assert (target / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page"]


def test_what_an_interrupted_run_has_left_is_no_hindrance(tmp_path: Path) -> None:
    put(tmp_path, "page.part/half", "")
    make(tmp_path / "page", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["page"]


@pytest.mark.parametrize("occupied", ["page/thesis.txt", "page"])
def test_something_else_is_left_alone(tmp_path: Path, occupied: str) -> None:
    put(tmp_path, occupied, "precious")
    with pytest.raises(RenderError, match=r"page holds something else.*Move it"):
        make(tmp_path / "page", "new")
    assert (tmp_path / occupied).read_text() == "precious"


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    make(tmp_path / "page", "new")
    assert (tmp_path / "page/index.html").is_file()


def test_a_film_is_linked(tmp_path: Path) -> None:
    put(tmp_path, "film.mp4", b"film")
    put_link(tmp_path, "page/films/film.mp4", tmp_path / "film.mp4")
    assert (tmp_path / "page/films/film.mp4").samefile(tmp_path / "film.mp4")


def test_a_film_is_copied_where_it_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Invalid cross-device link")

    monkeypatch.setattr("os.link", refuse)
    put(tmp_path, "film.mp4", b"film")
    put_link(tmp_path, "page/films/film.mp4", tmp_path / "film.mp4")
    assert (tmp_path / "page/films/film.mp4").read_bytes() == b"film"
