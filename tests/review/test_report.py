"""The report names every finding, shows it, and replaces the last one only when it is whole."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, UnidentifiedImageError

from mnemo_anim.render.whole import written_whole
from mnemo_anim.review.contact_sheet import WIDTH
from mnemo_anim.review.findings import Box, Evidence, Finding
from mnemo_anim.review.report import write_report
from mnemo_anim.review.results import Review, SceneReview
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import TimelineError
from tests.review.samples import CAPTION, DARK, GAP, LENGTH, STILL, clean, flawed, frame, scene

RULES = {rule.value: rule for rule in Rule}
HOSTILE = """<script>alert("1")</script> & '{{ 7 * 7 }}'"""


class Reader(HTMLParser):
    """What a page has: the text in each element that has an id, its links, its tags, all text."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.cards: dict[str, str] = {}
        self.pictures: dict[str, str] = {}
        self.text = ""
        self._card = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        names = dict(attrs)
        if name := names.get("id"):
            self.ids.append(name)
        if tag == "article":
            self._card = names["id"] or ""
            self.cards[self._card] = ""
        for key in ("href", "src"):
            if link := names.get(key):
                self.links.append(link)
                if key == "src" and self._card:
                    self.pictures[self._card] = link

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._card = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._card:
            self.cards[self._card] += f" {data}"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def finding_from(data: dict[str, Any]) -> Finding:
    """The finding that a record tells of."""
    box = Box(**data["box"]) if data["box"] else None
    numbers = (data["time"], data["value"], data["limit"])
    return Finding(RULES[data["rule"]], data["scene"], data["beat"], *numbers, data["what"], box)


def test_the_page_names_every_finding_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    page = Reader(write_report(flawed(), tmp_path))
    expected = {
        "finding-1": (LENGTH, "800 s", "780 s"),
        "finding-2": (STILL, "6.5 s", "6 s"),
        "finding-3": (GAP, "0.2 units", "0.3 units"),
        "finding-4": (CAPTION, "3", "2"),
    }
    for name, (finding, value, limit) in expected.items():
        words = [finding.rule.value, finding.rule.statement, finding.what, value, limit]
        words += [finding.scene, finding.beat, f"{finding.time:.2f} s"]
        for word in words:
            assert word in page.cards[name], (name, word)
    assert page.cards.keys() - expected.keys() == {"finding-5"}  # what is waived


def test_each_finding_with_a_frame_has_its_crop(tmp_path: Path) -> None:
    page = Reader(write_report(flawed(), tmp_path))
    assert {name for name in page.pictures if name} == {"finding-2", "finding-3", "finding-5"}
    for link in page.pictures.values():
        with Image.open(tmp_path / link) as crop:
            assert crop.width >= 480


def test_the_verdict_and_the_counts_are_those_of_the_findings(tmp_path: Path) -> None:
    page = Reader(write_report(flawed(), tmp_path))
    assert "4 findings" in page.text
    assert "The film does not pass." in page.text
    for fact in ("night", "draft", "12.50 s", *(rule.statement for rule in Rule)):
        assert fact in page.text
    record = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
    counts = {item["rule"]: item["findings"] for item in record["rules"]}
    found = {"gap": 1, "still": 1, "caption": 1, "length": 1}
    assert counts == {rule.value: found.get(rule.value, 0) for rule in Rule}


def test_a_clean_review_says_so(tmp_path: Path) -> None:
    page = Reader(write_report(clean(), tmp_path))
    assert "Nothing found" in page.text
    assert "The film passes" in page.text
    assert "No scene waives a rule." in page.text
    assert not page.cards


def test_a_review_of_nothing_does_not_pass_for_a_clean_one(tmp_path: Path) -> None:
    page = Reader(write_report(Review("night", "draft", (), (), 0.0), tmp_path))
    assert "Nothing was reviewed" in page.text
    assert "passes" not in page.text


def test_a_waiver_is_shown_with_its_reason_and_does_not_count(tmp_path: Path) -> None:
    review = Review("night", "draft", (scene("Two", waived=(DARK,)),), (), 1.0)
    page = Reader(write_report(review, tmp_path))
    assert "Nothing found" in page.text
    (card,) = page.cards.values()
    for word in (DARK.reason, DARK.finding.what, "blank", "second", "3.25 s", "0.1 %", "0.4 %"):
        assert word in card


def test_every_beat_stands_in_order_with_its_time_and_narration(tmp_path: Path) -> None:
    page = Reader(write_report(flawed(), tmp_path))
    beats = [name for name in page.ids if "--" in name]
    assert beats == ["one--first", "one--second", "two--first", "two--second"]
    for word in ("What second says.", "1.50 s", "2.90 s · poster", "4.50 s", "5.90 s · poster"):
        assert word in page.text


def test_all_links_lead_somewhere_and_none_outside(tmp_path: Path) -> None:
    page = Reader(write_report(flawed(), tmp_path))
    assert len(page.ids) == len(set(page.ids))
    assert "script" not in page.tags
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        else:
            assert (tmp_path / link).is_file()


def test_the_record_holds_every_finding_and_waiver(tmp_path: Path) -> None:
    write_report(flawed(), tmp_path)
    record = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
    assert [finding_from(item) for item in record["findings"]] == [LENGTH]
    one, two = record["scenes"]
    assert [finding_from(item) for item in one["findings"]] == [STILL, GAP]
    assert [finding_from(item) for item in two["findings"]] == [CAPTION]
    (waived,) = two["waived"]
    assert (finding_from(waived), waived["reason"]) == (DARK.finding, DARK.reason)
    assert (record["theme"], record["quality"], record["seconds"]) == ("night", "draft", 12.5)
    gap = one["findings"][1]
    assert (gap["unit"], gap["statement"]) == (Rule.GAP.unit, Rule.GAP.statement)
    assert (tmp_path / gap["crop"]).is_file()
    assert two["findings"][0]["crop"] is None


def test_what_is_not_a_finite_number_is_still_json(tmp_path: Path) -> None:
    odd = (replace(GAP, value=float("nan")), replace(GAP, value=float("inf")))
    page = Reader(write_report(Review("night", "hd", (scene("One", odd),), (), 1.0), tmp_path))
    record = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
    assert [item["value"] for item in record["scenes"][0]["findings"]] == [None, None]
    assert "∞" in page.text


def test_text_of_the_document_is_never_markup(tmp_path: Path) -> None:
    honest = scene("One", (replace(GAP, what=HOSTILE),), waived=(replace(DARK, reason=HOSTILE),))
    spans = tuple(replace(span, text=HOSTILE) for span in honest.timeline.beats)
    timeline = replace(honest.timeline, beats=spans)
    hostile = replace(honest, title=HOSTILE, timeline=timeline)
    whole = (replace(LENGTH, what=HOSTILE),)
    target = write_report(Review(HOSTILE, HOSTILE, (hostile,), whole, 1.0), tmp_path)
    page = Reader(target)
    assert "script" not in page.tags
    assert page.text.count(HOSTILE) >= 9
    assert "<script" not in target.read_text(encoding="utf-8")


def test_the_same_review_gives_the_same_bytes(tmp_path: Path) -> None:
    write_report(flawed(), tmp_path / "a")
    review = flawed()
    shuffled = replace(
        review.scenes[0],
        findings=review.scenes[0].findings[::-1],
        shots=review.scenes[0].shots[::-1],
    )
    write_report(replace(review, scenes=(shuffled, review.scenes[1])), tmp_path / "b")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_each_scene_has_a_contact_sheet(tmp_path: Path) -> None:
    write_report(flawed(), tmp_path)
    for section in ("one", "two"):
        with Image.open(tmp_path / f"{section}.jpg") as sheet:
            assert sheet.width == WIDTH == 2400


def test_old_pictures_go_and_other_files_stay(tmp_path: Path) -> None:
    other = tmp_path / "changed" / "one" / "first-actual.png"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"of another hand")
    write_report(flawed(), tmp_path)
    write_report(Review("night", "draft", (scene("Two"),), (), 1.0), tmp_path / "fresh")
    write_report(Review("night", "draft", (scene("Two"),), (), 1.0), tmp_path)
    files = files_of(tmp_path)
    assert files.pop("changed/one/first-actual.png") == b"of another hand"
    fresh = {name.removeprefix("fresh/") for name in files if name.startswith("fresh/")}
    assert {name for name in files if not name.startswith("fresh/")} == fresh


def test_a_report_that_cannot_be_drawn_leaves_the_last_one(tmp_path: Path) -> None:
    write_report(flawed(), tmp_path)
    before = files_of(tmp_path)
    broken = scene("One", (GAP,), frames={GAP: b"no picture"})
    with pytest.raises(UnidentifiedImageError):
        write_report(Review("night", "draft", (broken,), (), 1.0), tmp_path)
    assert files_of(tmp_path) == before


def test_an_interrupted_report_leaves_the_last_page_with_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_report(flawed(), tmp_path)
    before = target.read_bytes()

    def interrupted(path: Path) -> Any:
        if path == target:
            raise KeyboardInterrupt
        return written_whole(path)

    monkeypatch.setattr("mnemo_anim.review.report.written_whole", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_report(clean(), tmp_path)
    assert target.read_bytes() == before
    for link in Reader(target).links:
        assert link.startswith("#") or (tmp_path / link).is_file()


def test_a_frame_of_what_was_not_found_is_refused() -> None:
    with pytest.raises(ValueError, match="a frame of what was not found"):
        scene("One", (GAP,), frames={STILL: frame(1)})


def test_pictures_of_a_change_stand_with_its_finding(tmp_path: Path) -> None:
    pictures = [Evidence(shows, f"changed/one/{shows}.png") for shows in ("expected", "actual")]
    for _, file in pictures:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"a picture")
    found = replace(GAP, evidence=tuple(pictures))
    review = Review("night", "draft", (scene("One", (found,)),), (), 1.0)
    page = Reader(write_report(review, tmp_path))
    for shows, file in pictures:
        assert shows in page.cards["finding-1"]
        assert file in page.links
    record = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
    assert record["scenes"][0]["findings"][0]["evidence"] == dict(pictures)


def test_a_shot_of_a_beat_that_was_not_played_is_refused() -> None:
    honest = scene("One")
    stray = replace(honest.shots[0], beat="third")
    with pytest.raises(TimelineError, match="third"):
        SceneReview("One", "one", "One", honest.timeline, (), (), (stray,), {})
