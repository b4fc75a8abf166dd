"""What draws here is told by versions and the OpenGL driver; differences are told in words."""

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from mnemo_anim.render import identity
from mnemo_anim.render.identity import (
    are_there,
    difference,
    driver_files,
    driver_name,
    processor,
    versions,
)


def test_versions_are_those_that_are_installed() -> None:
    found = versions()
    assert found["manim"] == metadata.version("manim")
    assert found["av"] == metadata.version("av")
    assert found["python"].count(".") == 1
    assert "absent" not in found.values()


def test_a_package_that_is_not_there_is_told_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "PACKAGES", ("manim", "no-such-package"))
    versions.cache_clear()
    try:
        assert versions()["no-such-package"] == "absent"
    finally:
        versions.cache_clear()


def test_the_processor_is_told_by_the_code_that_numpy_picks_for_it() -> None:
    found = processor()
    assert "baseline" in found
    command = "from mnemo_anim.render.identity import processor; print(processor())"
    without = {**os.environ, "NPY_DISABLE_CPU_FEATURES": found.partition("baseline")[0]}
    said = subprocess.run(
        [sys.executable, "-c", command], env=without, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip().startswith("baseline")


def test_the_driver_has_a_name_and_files_that_are_there() -> None:
    assert driver_name() == driver_name() != ""
    files = driver_files()
    assert files
    assert all(Path(path).is_file() for path in files)
    assert are_there(files)


@pytest.mark.parametrize(
    "change",
    [lambda path: path.write_text("other"), os.remove, lambda path: os.utime(path, (1, 1))],
)
def test_a_driver_that_was_replaced_is_noticed(tmp_path: Path, change: object) -> None:
    driver = tmp_path / "libgallium.so"
    driver.write_text("driver")
    status = driver.stat()
    stamped = {str(driver): f"{status.st_size} {status.st_mtime_ns}"}
    assert are_there(stamped)
    assert callable(change)
    change(driver)
    assert not are_there(stamped)


def test_no_driver_is_as_it_was() -> None:
    assert are_there({})


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ({"manim": "0.22"}, {"manim": "0.22"}, ""),
        ({"manim": "0.22"}, {"manim": "0.21"}, "manim 0.21, not 0.22"),
        ({"manim": "0.22"}, {}, "manim absent, not 0.22"),
        ({}, {"manim": "0.22"}, "manim 0.22, not absent"),
        ({"scenes/one.py": "1"}, {"scenes/one.py": "2"}, "another scenes/one.py"),
        (
            {"av": "1", "manim": "2", "scenes/one.py": "1"},
            {"av": "9", "manim": "9", "scenes/one.py": "9"},
            "av 9, not 1; manim 9, not 2; another scenes/one.py",
        ),
        (
            dict.fromkeys("abcde", "1"),
            dict.fromkeys("abcde", "2"),
            "a 2, not 1; b 2, not 1; c 2, not 1; 2 more",
        ),
    ],
)
def test_differences_are_told_in_words(
    expected: dict[str, str], found: dict[str, str], told: str
) -> None:
    assert difference(expected, found) == told
