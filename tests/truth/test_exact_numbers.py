"""An exact number is not asked where its place comes from: so only a few may be called exact."""

from __future__ import annotations

import ast
from pathlib import Path

from mnemo_anim.paths import ROOT

# Each of these reads the quantity off the picture, or takes one that is given, as it is written.
EXACT = {
    "derivative_key",  # what the width of a line stands for
    "graph",  # where a tick stands on its axis
    "level_labels",  # f where the curve passes its number
    "measure",  # the full length of a bar, which is given
    "meter",  # where a tick stands on the scale
    "tick_label",  # where a tick stands on its border
}


def calls_a_number_exact(file: Path) -> bool:
    return any(
        isinstance(node, ast.keyword)
        and node.arg == "exact"
        and not (isinstance(node.value, ast.Constant) and node.value.value is False)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )


def test_only_these_call_a_number_exact() -> None:
    files = [*(ROOT / "mnemo_anim" / "mobjects").rglob("*.py"), *(ROOT / "scenes").rglob("*.py")]
    assert {file.stem for file in files if calls_a_number_exact(file)} == EXACT


def test_a_scene_that_did_would_be_found(tmp_path: Path) -> None:
    scene = tmp_path / "scene.py"
    scene.write_text("Number(source=lambda: Coordinate((8.25,), 0), exact=True)", encoding="utf-8")
    assert calls_a_number_exact(scene)
    scene.write_text("Number(source=lambda: Coordinate((8.25,), 0))", encoding="utf-8")
    assert not calls_a_number_exact(scene)
