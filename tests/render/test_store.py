"""Segments are kept whole: what has been damaged is noticed, what is not ours is left alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.store import KEPT_FOR, SegmentStore

ONE, TWO, THREE = (Segment(10 * n, 10 * n + 10, f"{n:064x}") for n in range(3))
CONTENT = {ONE: b"one" * 999, TWO: b"two" * 999, THREE: b"three" * 999}


@pytest.fixture
def store(tmp_path: Path) -> SegmentStore:
    return SegmentStore(tmp_path / ".segments" / "01-one")


def put(store: SegmentStore, *segments: Segment) -> list[Path]:
    """Put segments into the store; return their files."""
    paths: list[Path] = []
    for segment in segments:
        before = files(store)
        store.put(segment, CONTENT[segment])
        paths += files(store) - before
    return paths


def files(store: SegmentStore) -> set[Path]:
    return set(store.folder.iterdir()) if store.folder.exists() else set()


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_what_is_put_is_got(store: SegmentStore) -> None:
    put(store, ONE, TWO)
    assert store.get(ONE) == CONTENT[ONE]
    assert store.get(TWO) == CONTENT[TWO]
    assert store.get(THREE) is None


def test_what_is_missing_is_told_in_order(store: SegmentStore) -> None:
    assert store.missing([THREE, ONE]) == [THREE, ONE]
    put(store, TWO)
    assert store.missing([ONE, TWO, THREE]) == [ONE, THREE]


def test_nothing_is_made_by_looking(store: SegmentStore) -> None:
    store.missing([ONE])
    store.get(ONE)
    store.prune([ONE])
    assert not store.folder.parent.exists()


def test_the_same_content_is_one_file(store: SegmentStore) -> None:
    assert len(put(store, ONE)) == 1
    assert put(store, ONE) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: content[:100] + b"?" + content[101:],
        lambda content: bytes(len(content)),
    ],
    ids=["emptied", "cut off", "longer", "one byte", "zeros"],
)
def test_a_damaged_file_is_noticed_and_removed(store: SegmentStore, damage: object) -> None:
    assert callable(damage)
    one, two = put(store, ONE, TWO)
    one.write_bytes(damage(one.read_bytes()))
    assert store.get(ONE) is None
    assert files(store) == {two}
    assert store.missing([ONE, TWO]) == [ONE]
    put(store, ONE)
    assert store.get(ONE) == CONTENT[ONE]


def test_a_whole_file_serves_beside_a_damaged_one(store: SegmentStore) -> None:
    (path,) = put(store, ONE)
    broken = path.with_name(f"{ONE.key}-0000000000000000.mp4")
    broken.write_bytes(b"broken")
    assert store.get(ONE) == CONTENT[ONE]
    assert not broken.exists()


def test_a_segment_that_cannot_be_read_is_none(store: SegmentStore) -> None:
    (path,) = put(store, ONE)
    path.unlink()
    path.mkdir()
    assert store.get(ONE) is None


STRANGERS = ("README.txt", "notes.mp4", ".01-one.part.mp4", f"{ONE.key}.mp4", ".lock")


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_not_its_own_is_left_alone(store: SegmentStore, name: str) -> None:
    put(store, ONE)
    stranger = store.folder / name
    stranger.write_bytes(b"mine")
    age(stranger, 0.5 * KEPT_FOR)
    store.get(ONE)
    store.prune([])
    assert store.missing([ONE, TWO]) == [TWO]
    assert stranger.read_bytes() == b"mine"


def test_what_has_been_no_part_of_the_film_for_a_day_goes(store: SegmentStore) -> None:
    old, young, used = put(store, ONE, TWO, THREE)
    age(old, 1.01 * KEPT_FOR)
    age(young, 0.99 * KEPT_FOR)
    age(used, 9 * KEPT_FOR)
    store.prune([THREE])
    assert files(store) == {young, used}


def test_a_part_that_a_killed_process_left_goes_as_well(store: SegmentStore) -> None:
    put(store, ONE)
    left, young = store.folder / ".a.part.mp4", store.folder / ".b.part.mp4"
    left.write_bytes(b"half")
    young.write_bytes(b"half")
    age(left, 2 * KEPT_FOR)
    store.prune([ONE])
    assert not left.exists()
    assert young.exists()


WRITER = """
import sys
from pathlib import Path
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.store import SegmentStore
store = SegmentStore(Path(sys.argv[1]))
for turn in range(60):
    segment = Segment(0, 1, f"{turn:064x}")
    store.put(segment, bytes([turn]) * 20_000)
    assert store.get(segment) == bytes([turn]) * 20_000
    store.prune([segment])
"""


def test_two_writers_do_each_other_no_harm(store: SegmentStore) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store.folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(2)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    segments = [Segment(0, 1, f"{turn:064x}") for turn in range(60)]
    assert store.missing(segments) == []
    assert [store.get(one) for one in segments] == [bytes([n]) * 20_000 for n in range(60)]
    assert len(files(store)) == 60
