"""What scenes cost is learnt from run to run, and guessed before that."""

from pathlib import Path

import pytest

from mnemo_anim.render.costs import Cost, CostBook
from mnemo_anim.render.quality import DRAFT, HD, UHD
from mnemo_anim.render.segments import Segment


def test_larger_pictures_are_expected_to_cost_more(tmp_path: Path) -> None:
    book = CostBook(tmp_path / "costs.json")
    draft, hd, uhd = (book.cost("Opening", quality).frame for quality in (DRAFT, HD, UHD))
    assert 0 < draft < hd < uhd


def test_what_is_learnt_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "costs.json"
    book = CostBook(path)
    book.learn("Opening", HD, Cost(3.0, 0.5))
    book.save()
    again = CostBook(path)
    assert again.cost("Opening", HD) == Cost(3.0, 0.5)
    assert again.cost("Opening", DRAFT) == CostBook(tmp_path / "none").cost("Opening", DRAFT)
    assert again.cost("Examples", HD) == CostBook(tmp_path / "none").cost("Examples", HD)


def test_one_odd_run_does_not_turn_all_over(tmp_path: Path) -> None:
    book = CostBook(tmp_path / "costs.json")
    for _ in range(20):
        book.learn("Opening", HD, Cost(2.0, 0.1))
    book.learn("Opening", HD, Cost(20.0, 1.0))
    assert 2.0 < book.cost("Opening", HD).evaluation < 20.0
    for _ in range(20):
        book.learn("Opening", HD, Cost(4.0, 0.2))
    assert book.cost("Opening", HD).frame == pytest.approx(0.2, rel=0.01)


def test_nothing_is_written_where_nothing_was_learnt(tmp_path: Path) -> None:
    CostBook(tmp_path / "costs.json").save()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", "3", '{"Opening 1×1": 3}', '{"a": {"frame": "x"}}'])
def test_a_book_that_cannot_be_read_counts_as_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "costs.json"
    path.write_text(text)
    empty = CostBook(tmp_path / "none")
    assert CostBook(path).cost("Opening", HD) == empty.cost("Opening", HD)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-1"])
def test_numbers_that_no_work_can_cost_count_for_nothing(tmp_path: Path, number: str) -> None:
    path = tmp_path / "costs.json"
    path.write_text(f'{{"Opening 1920×1080": {{"evaluation": 1, "frame": {number}}}}}')
    empty = CostBook(tmp_path / "none")
    assert CostBook(path).cost("Opening", HD) == empty.cost("Opening", HD)


def test_segments_cost_as_many_frames_as_they_have() -> None:
    segments = [Segment(0, 10, "a"), Segment(30, 35, "b")]
    assert Cost(2.0, 0.1).of(segments) == pytest.approx(1.5)
    assert Cost(2.0, 0.1).of([]) == 0
