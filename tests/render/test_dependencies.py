"""What a module depends on is read off its source: all that it can reach, and no neighbour."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from mnemo_anim.render.dependencies import SourceTree


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of three packages: one of tools, one that gathers, one of scenes."""
    write(
        tmp_path,
        {
            "tools/__init__.py": "",
            "tools/hammer.py": "from tools.iron import Iron\nclass Hammer: ...",
            "tools/iron.py": "class Iron: ...",
            "tools/saw.py": "class Saw: ...",
            "tools/places.py": 'FONTS = "fonts"\nOTHER = "other"',
            "tools/painting/__init__.py": "",
            "tools/painting/brush.py": "class Brush: ...",
            "tools/painting/shaders/hill.glsl": "void main",
            "shed/__init__.py": (
                '"""What the shed holds."""\n'
                "from tools.hammer import Hammer\n"
                "from tools.saw import Saw as FineSaw\n"
                '__all__ = ["FineSaw", "Hammer"]\n'
            ),
            "scenes/__init__.py": "",
            "fonts/Text.ttf": "letters",
            "fonts/OFL.txt": "licence",
        },
    )
    return tmp_path


def tree_of(root: Path, cache: Path | None = None) -> SourceTree:
    packages = {name: root / name for name in ("tools", "shed", "scenes")}
    return SourceTree(root, packages, {("tools.places", "FONTS"): root / "fonts"}, cache)


def closure(root: Path, source: str) -> set[str]:
    """Return the files that a scene of this source depends on, itself apart."""
    write(root, {"scenes/scene.py": source})
    return set(tree_of(root).digests_of("scenes.scene")) - {"scenes/scene.py"}


HAMMER = {"tools/hammer.py", "tools/iron.py"}
WHOLE_SHED = HAMMER | {"tools/saw.py", "shed/__init__.py"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import numpy, manim.utils", set()),
        ("import tools.hammer", HAMMER),
        ("import tools.hammer as best", HAMMER),
        ("from tools.hammer import Hammer", HAMMER),
        ("from tools import hammer", HAMMER),
        ("from tools import hammer, saw", HAMMER | {"tools/saw.py"}),
        ("def later():\n    from tools.saw import Saw", {"tools/saw.py"}),
        ("class Now:\n    if True:\n        import tools.saw", {"tools/saw.py"}),
        ("from shed import Hammer", HAMMER),
        ("from shed import FineSaw", {"tools/saw.py"}),
        ("from shed import Hammer, FineSaw", HAMMER | {"tools/saw.py"}),
        ("import shed", WHOLE_SHED),
        ("from shed import *", WHOLE_SHED),
        ("from shed import Unknown", WHOLE_SHED),
        ("from tools.places import FONTS", {"tools/places.py", "fonts/Text.ttf", "fonts/OFL.txt"}),
        ("from tools.places import OTHER", {"tools/places.py"}),
        (
            "from tools.painting.brush import Brush",
            {"tools/painting/brush.py", "tools/painting/shaders/hill.glsl"},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_scene_depends_on_all_that_it_imports_and_on_no_neighbour(
    root: Path, source: str, found: set[str]
) -> None:
    assert closure(root, source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from . import brush", {"brush"}),
        ("from .brush import Brush", {"brush"}),
        ("from .. import saw", {"saw"}),
        ("from ..iron import Iron", {"iron"}),
        ("from ..painting.brush import Brush", {"brush"}),
    ],
)
def test_relative_imports_are_followed(root: Path, source: str, found: set[str]) -> None:
    write(root, {"tools/painting/paint.py": source})
    depends = closure(root, "import tools.painting.paint")
    assert {Path(name).stem for name in depends if name.endswith(".py")} == {"paint", *found}


@pytest.mark.parametrize(
    ("condition", "counts"),
    [
        ("TYPE_CHECKING", False),
        ("typing.TYPE_CHECKING", False),
        ("not TYPE_CHECKING", True),
        ("DEBUG", True),
    ],
)
def test_what_only_a_type_checker_sees_does_not_count(
    root: Path, condition: str, counts: bool
) -> None:
    source = f"if {condition}:\n    from tools.saw import Saw\nelse:\n    import tools.iron"
    assert closure(root, source) == {"tools/iron.py"} | ({"tools/saw.py"} if counts else set())


def test_imports_in_a_circle_come_to_an_end(root: Path) -> None:
    write(root, {"tools/iron.py": "import tools.hammer"})
    assert closure(root, "import tools.iron") == HAMMER


def test_a_package_that_takes_a_name_from_itself_comes_to_an_end(root: Path) -> None:
    write(root, {"shed/__init__.py": "from . import Ladder"})
    assert closure(root, "from shed import Ladder") <= {"shed/__init__.py"}


def test_a_gathered_name_that_the_package_changes_is_the_packages_own(root: Path) -> None:
    shed = root / "shed" / "__init__.py"
    shed.write_text(f"{shed.read_text()}\nHammer = Hammer()\n")
    assert closure(root, "from shed import Hammer") == WHOLE_SHED
    assert closure(root, "from shed import FineSaw") == {"tools/saw.py"}


def test_a_package_with_names_of_its_own_counts_for_these(root: Path) -> None:
    shed = root / "shed" / "__init__.py"
    shed.write_text(f"{shed.read_text()}\ndef light(): ...\n")
    assert closure(root, "from shed import light") == WHOLE_SHED
    assert closure(root, "from shed import Hammer") == HAMMER


ACTIONS = {
    "a call": "print('sharpen')",
    "an assignment to another's attribute": "import manim\nmanim.config.quality = 'low'",
    "a condition": "if __debug__:\n    print('sharpen')",
    "a loop": "for _ in ():\n    pass",
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
@pytest.mark.parametrize(
    ("source", "acting"),
    [
        ("from shed import Hammer", "tools/saw.py"),  # gathered beside what is taken
        ("from shed import FineSaw", "tools/iron.py"),  # imported by what is gathered beside it
        ("import tools.painting.brush", "tools/painting/__init__.py"),  # above what is taken
        ("from tools.painting.brush import Brush", "tools/__init__.py"),
    ],
)
def test_what_acts_when_it_is_imported_counts_wherever_it_is(
    root: Path, action: str, source: str, acting: str
) -> None:
    before = closure(root, source)
    path = root / acting
    path.write_text(f"{path.read_text()}\n{action}\n")
    assert closure(root, source) == before | {acting}


def test_what_an_acting_module_needs_counts_as_well(root: Path) -> None:
    write(root, {"tools/saw.py": "from tools.places import OTHER\nprint(OTHER)"})
    assert closure(root, "from shed import Hammer") == HAMMER | {"tools/saw.py", "tools/places.py"}


def test_definitions_are_no_action(root: Path) -> None:
    source = (
        '"""Words."""\nimport math\nA = math.pi\nB: int = 3\nC, D = 1, 2\ndef f(): print()\n'
        "class G:\n    print('h')\nasync def i(): ...\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    import tools.iron\n"
    )
    write(root, {"tools/saw.py": source})
    assert closure(root, "from shed import Hammer") == HAMMER


@pytest.mark.parametrize("fault", ["def (", "\0", '"', "é = '\udcff'"])
def test_a_file_that_does_not_parse_counts_by_what_it_holds(root: Path, fault: str) -> None:
    (root / "tools" / "saw.py").write_bytes(fault.encode(errors="surrogateescape"))
    assert closure(root, "import tools.saw") == {"tools/saw.py"}
    before = tree_of(root).digests_of("scenes.scene")
    (root / "tools" / "saw.py").write_text("A = 1")
    assert tree_of(root).digests_of("scenes.scene") != before


def test_a_module_that_is_missing_counts_for_nothing(root: Path) -> None:
    assert closure(root, "import tools.chisel\nfrom tools.chisel import Chisel") == set()


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("tools/painting/palette.txt", True),
        ("tools/painting/shaders/deep/snow.glsl", True),
        ("tools/painting/__pycache__/brush.pyc", False),
        ("tools/painting/.hidden", False),
        ("tools/painting/shaders/.hill.glsl.swp", False),
        ("tools/painting/brush.py~", False),
        ("tools/painting/shaders/hill.glsl~", False),
        ("tools/painting/inner/__init__.py", False),
        ("tools/painting/inner/data.txt", False),
        ("tools/data.txt", False),
    ],
)
def test_files_beside_a_module_count_unless_they_are_code_or_left_by_an_editor(
    root: Path, name: str, counts: bool
) -> None:
    write(root, {"tools/painting/inner/__init__.py": "", name: "something"})
    assert (name in closure(root, "from tools.painting.brush import Brush")) is counts


def test_every_file_has_the_digest_of_what_it_holds(root: Path) -> None:
    import hashlib

    closure(root, "from shed import Hammer")
    for name, digest in tree_of(root).digests_of("scenes.scene").items():
        assert digest == hashlib.sha256((root / name).read_bytes()).hexdigest()


def test_a_file_outside_the_root_bears_its_whole_path(root: Path, tmp_path: Path) -> None:
    place = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    write(place, {"films/__init__.py": "", "films/film.py": "import tools.iron"})
    tree = SourceTree(root, {"tools": root / "tools", "films": place / "films"})
    found = set(tree.digests_of("films.film"))
    assert found == {str(place / "films" / "film.py"), "tools/iron.py"}


# ---- the cache -----------------------------------------------------------------------------------


def test_the_cache_tells_the_same(root: Path, tmp_path: Path) -> None:
    closure(root, "from shed import Hammer\nimport tools.painting.brush")
    first = tree_of(root, tmp_path / "cache.json")
    told = first.digests_of("scenes.scene")
    first.save()
    assert tree_of(root, tmp_path / "cache.json").digests_of("scenes.scene") == told


def test_the_cache_is_used(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closure(root, "from shed import Hammer")
    first = tree_of(root, tmp_path / "cache.json")
    told = first.digests_of("scenes.scene")
    first.save()
    monkeypatch.setattr("mnemo_anim.render.dependencies.ast.parse", None)
    assert tree_of(root, tmp_path / "cache.json").digests_of("scenes.scene") == told


def test_the_cache_goes_by_what_a_file_holds(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache.json"
    for source, found in (("import tools.saw", "saw"), ("import tools.iron", "iron")):
        write(root, {"scenes/scene.py": source})
        tree = tree_of(root, cache)
        assert set(tree.digests_of("scenes.scene")) == {"scenes/scene.py", f"tools/{found}.py"}
        tree.save()


def test_the_cache_tells_alike_files_of_two_packages_apart(root: Path, tmp_path: Path) -> None:
    alike = "from . import helper"
    write(root, {f"{package}/user.py": alike for package in ("tools", "shed")})
    write(root, {f"{package}/helper.py": "" for package in ("tools", "shed")})
    tree = tree_of(root, tmp_path / "cache.json")
    assert set(tree.digests_of("tools.user")) == {"tools/user.py", "tools/helper.py"}
    assert set(tree.digests_of("shed.user")) == {"shed/user.py", "shed/helper.py"}


def test_the_cache_forgets_what_is_no_longer_there(root: Path, tmp_path: Path) -> None:
    cache, sizes = tmp_path / "cache.json", []
    for turn in range(5):
        write(root, {"scenes/scene.py": f"A = {turn}"})
        tree = tree_of(root, cache)
        tree.digests_of("scenes.scene")
        tree.save()
        sizes.append(len(json.loads(cache.read_text())["sources"]))
    assert sizes == [sizes[0]] * 5


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 0, "sources": {}}'])
def test_a_cache_that_cannot_be_read_counts_as_none(root: Path, tmp_path: Path, text: str) -> None:
    cache = tmp_path / "cache.json"
    cache.write_text(text)
    closure(root, "from shed import Hammer")
    assert set(tree_of(root, cache).digests_of("scenes.scene")) == HAMMER | {"scenes/scene.py"}
