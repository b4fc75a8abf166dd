"""Other files of the project that a scene reads are noticed: the film depends on them."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render.reads import are_the_same

READ = """
import json, os, sys
from pathlib import Path
from mnemo_anim.paths import ROOT
from mnemo_anim.render import reads
reads.ROOT = root = Path(sys.argv[1])
reads.watch_reads()
reads.watch_reads()
os.chdir(root / "scenes")
exec(sys.argv[2])
print(json.dumps(reads.reads_besides({"known.csv"})))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("data.csv", "known.csv", "scenes/near.csv", "renders/film.json", ".venv/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"what {name} holds")
    (tmp_path / "scenes" / "one.py").write_text("A = 1")
    return tmp_path


def told(root: Path, code: str) -> dict[str, str]:
    """Return what a process tells that it has read, when it has run the code."""
    ended = subprocess.run(
        [sys.executable, "-c", READ, str(root), code],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, str] = json.loads(ended.stdout)
    return found


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("pass", []),
        ("(root / 'data.csv').read_text()", ["data.csv"]),
        ("open(str(root / 'data.csv')).close()", ["data.csv"]),
        ("open(root / 'data.csv', 'rb').close()", ["data.csv"]),
        ("os.close(os.open(root / 'data.csv', os.O_RDONLY))", ["data.csv"]),
        ("open('near.csv').close()", ["scenes/near.csv"]),
        ("open('../data.csv').close()", ["data.csv"]),
        ("(root / 'data.csv').read_text(); open('near.csv')", ["data.csv", "scenes/near.csv"]),
        ("open(root / 'known.csv').close()", []),
        ("open(root / 'scenes' / 'one.py').close()", []),
        ("open(root / 'renders' / 'film.json').close()", []),
        ("open(root / '.venv' / 'a.txt').close()", []),
        ("open(root / 'new.csv', 'w').close()", []),
        ("open('/etc/hostname').close()", []),
        ("open(root / 'data.csv').close(); (root / 'data.csv').unlink()", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_read_is_told(root: Path, code: str, names: list[str]) -> None:
    assert list(told(root, code)) == names


def test_it_is_told_with_what_it_holds(root: Path) -> None:
    (digest,) = told(root, "open('near.csv').close()").values()
    assert digest == hashlib.sha256(b"what scenes/near.csv holds").hexdigest()


def test_a_file_that_changes_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnemo_anim.render.reads.ROOT", root)
    reads = told(root, "open('near.csv').close()")
    assert are_the_same({})
    assert are_the_same(reads)
    (root / "scenes" / "near.csv").write_text("other")
    assert not are_the_same(reads)
    (root / "scenes" / "near.csv").unlink()
    assert not are_the_same(reads)
