"""The gate finds one planted fault of each kind, and nothing where all is well."""

import json
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mnemo_anim.cli import main
from mnemo_anim.document import read_lecture
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.scene import watch
from mnemo_anim.review.stills import still_path
from tests.review import planted
from tests.review.planted.faulty import Faulty
from tests.review.planted.fine import Fine

FAULTS = [beat.id for beat in read_lecture(planted.LECTURE).section("faults").beats]

OF_FILMS = {Rule.STILL, Rule.FLASH, Rule.CAPTION, Rule.CHANGED, Rule.WAIVER}
"""What is found only where there is a film, with its captions, stills and waivers."""

OF_OTHER_THINGS = {Rule.LENGTH, Rule.FILE, Rule.COLOURS, Rule.TYPE_SCALE}
"""Rules that are not of a beat; see test_files and test_colours for the files and the theme."""

FOLLOWS = {
    "overlap": {"contrast"},  # what lies over another text, or is struck, is hardly read
    "crossed": {"contrast"},
}


@cache
def found_in_frames() -> dict[str, set[str]]:
    """Return the rules that the frames of the faulty scene miss, by beat."""
    _, watcher = watch(Faulty, read_lecture(planted.LECTURE))
    rules: dict[str, set[str]] = defaultdict(set)
    for finding in watcher.findings():
        rules[finding.beat].add(finding.rule.value)
    return rules


@pytest.mark.parametrize("fault", FAULTS)
def test_the_planted_fault_is_found_and_no_other(fault: str) -> None:
    found = found_in_frames()[fault]
    if fault in OF_FILMS:
        assert not found
    else:
        assert fault in found
        assert found <= {fault} | FOLLOWS.get(fault, set())


def test_each_rule_has_its_fault() -> None:
    assert {*FAULTS} == {rule.value for rule in Rule} - {rule.value for rule in OF_OTHER_THINGS}


def test_nothing_is_found_in_the_frames_of_the_fine_scene() -> None:
    _, watcher = watch(Fine, read_lecture(planted.LECTURE))
    assert watcher.findings() == ()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the accepted stills of the planted lecture, one of them of another beat."""
    place = tmp_path_factory.mktemp("planted")
    assert main(["accept", *_options(place, "folder")]) == 0
    still = still_path(place / "stills", "faults", "changed")
    shutil.copyfile(still_path(place / "stills", "faults", "margin"), still)
    return place


def _options(place: Path, *without: str) -> list[str]:
    places = {
        "lecture": planted.LECTURE,
        "scenes": planted.__name__,
        "stills": place / "stills",
        "folder": place / "renders",
    }
    return [f"--{name}={value}" for name, value in places.items() if name not in without]


def _review(place: Path, *words: str) -> tuple[int, dict[str, Any]]:
    code = main(["review", "--quality=draft", *words, *_options(place)])
    record = place / "renders" / "review" / "review.json"
    return code, json.loads(record.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_command_finds_every_planted_fault_of_a_film(folder: Path) -> None:
    code, record = _review(folder)
    assert code == 1
    faulty, allowed, fine = record["scenes"]
    found = defaultdict(set)
    for finding in faulty["findings"]:
        found[finding["beat"]].add(finding["rule"])
        assert finding["crop"]
    for fault in FAULTS:
        assert fault in found[fault]
        assert found[fault] <= {fault} | FOLLOWS.get(fault, set())
    assert [finding["rule"] for finding in allowed["findings"]] == ["length"]
    assert [finding["rule"] for finding in record["findings"]] == ["length"]
    assert fine["findings"] == []
    (waived,) = allowed["waived"]
    assert (waived["rule"], waived["reason"]) == ("margin", "The edge itself is what is told.")


@pytest.mark.slow
def test_the_command_passes_a_film_without_a_fault(folder: Path) -> None:
    code, record = _review(folder, "Fine")
    assert code == 0
    (fine,) = record["scenes"]
    assert (fine["scene"], fine["findings"], fine["waived"]) == ("Fine", [], [])
