"""What is derived in one run is known in the next, as long as the same code would derive it."""

from pathlib import Path

import pytest

from mnemo_anim.maths import derivation
from mnemo_anim.render.derived import DerivationBook
from mnemo_anim.render.draw import evaluate_scene
from tests.tiny_studio import LANDSCAPE, Studio

FOUND = {"a": "program", "b": [[1.0, 0.1]], "c": None}


def book(folder: Path, made_by: str = "this") -> DerivationBook:
    return DerivationBook(folder / "derived.json", lambda: made_by)


def test_what_is_learnt_is_known_to_the_next_run(tmp_path: Path) -> None:
    first = book(tmp_path)
    assert first.known == {}
    first.learn(FOUND)
    assert first.known == book(tmp_path).known == FOUND


def test_two_runs_at_once_both_learn(tmp_path: Path) -> None:
    first, second = book(tmp_path), book(tmp_path)
    assert first.known == second.known == {}
    first.learn({"a": "1"})
    second.learn({"b": "2"})
    assert book(tmp_path).known == {"a": "1", "b": "2"}


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    book(tmp_path).learn(FOUND)
    (tmp_path / "derived.json").chmod(0o444)
    before = (tmp_path / "derived.json").stat().st_ino
    book(tmp_path).learn({"a": "program"})
    assert (tmp_path / "derived.json").stat().st_ino == before


def test_what_other_code_has_derived_counts_for_nothing(tmp_path: Path) -> None:
    book(tmp_path).learn(FOUND)
    assert book(tmp_path, made_by="another").known == {}


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-20],
        lambda text: text.replace("program", "programme"),
        lambda text: text.replace("0.1", "0.2"),
        lambda text: "[]",
        lambda text: '{"derived": {}}',
        lambda text: "\0",
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: object) -> None:
    book(tmp_path).learn(FOUND)
    path = tmp_path / "derived.json"
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    assert book(tmp_path).known == {}


def test_where_nothing_can_be_written_it_is_known_to_this_run(tmp_path: Path) -> None:
    (tmp_path / "derived.json").mkdir()
    one = book(tmp_path)
    one.learn(FOUND)
    assert one.known == FOUND


def test_a_scene_that_is_played_again_finds_what_was_derived(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    bowl = 'ScalarField("x**2 / 5 + y**2 / 7")'  # that no other test has looked at
    scene = LANDSCAPE.replace("Landscape(VALLEYS)", f"Landscape({bowl})")
    studio.write_scene("one", scene=scene.replace("import VALLEYS", "import ScalarField"))
    monkeypatch.setattr(derivation, "_known", {})
    job = studio.job()
    assert job.task().derived == {}
    job.derivations.learn(evaluate_scene(job.task()).derived)

    monkeypatch.setattr(derivation, "_known", {})  # as in a new process
    monkeypatch.setattr(derivation, "_symbolic", None)  # would load SymPy
    again = studio.job()
    assert evaluate_scene(again.task()).derived == again.task().derived != {}


def test_code_that_derives_in_another_way_makes_the_file_worthless(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.job().derivations.learn(FOUND)
    assert studio.job().derivations.known == FOUND
    monkeypatch.setattr("mnemo_anim.render.derived.DERIVING", "mnemo_anim.maths.descent")
    assert studio.job().derivations.known == {}
    monkeypatch.undo()
    monkeypatch.setattr("mnemo_anim.render.derived.versions", lambda: {"sympy": "0.7"})
    assert studio.job().derivations.known == {}
