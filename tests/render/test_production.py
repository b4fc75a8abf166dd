"""Films are made of segments, and only those are drawn that have changed.

All of it runs in this process; what workers add is tested in test_executors.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mnemo_anim.render.hands import Hands
from mnemo_anim.render.manifest import Manifest
from mnemo_anim.render.probe import probe
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.store import KEPT_FOR, SegmentStore
from mnemo_anim.render.whole import part_of
from mnemo_anim.render.work import evaluate
from mnemo_anim.timeline import Timeline
from tests.render.making import (
    FILM,
    Held,
    Here,
    afar,
    cold,
    drawn,
    make,
    make_planned,
    one,
    pictures,
    segment_files,
    states,
    visible,
)
from tests.tiny_studio import LANDSCAPE, Studio

# ---- a film --------------------------------------------------------------------------------------


def test_a_film_is_good_and_agrees_with_its_timeline_and_manifest(studio: Studio) -> None:
    outcome = one(studio)
    job = studio.job()
    timeline = Timeline.from_json(job.timeline.read_text())
    found, manifest = probe(job.film), Manifest.read(job.manifest)
    assert found.faults() == []
    assert manifest is not None
    assert found.frames == timeline.frames == manifest.frames == outcome.frames == outcome.drawn
    assert [beat.id for beat in timeline.beats] == ["first", "second"]
    assert (outcome.state, outcome.why) == ("rendered", "new")
    assert outcome.seconds > 0
    assert visible(job.film.parent) == FILM


def test_what_is_up_to_date_is_left_alone(studio: Studio) -> None:
    make(studio)
    times = {path: path.stat().st_mtime_ns for path in studio.folder.rglob("*")}
    report = make(studio)
    assert states(report) == ["reused", "reused"]
    assert drawn(report) == [0, 0]
    assert [outcome.frames for outcome in report.outcomes] == [37, 19]
    assert {path: path.stat().st_mtime_ns for path in studio.folder.rglob("*")} == times


def test_the_same_scene_gives_the_same_bytes_wherever_it_is_drawn(
    studio: Studio, tmp_path: Path
) -> None:
    studio.write_scene("two", scene=LANDSCAPE)
    make(studio)
    elsewhere = Studio(studio.document, studio.package, studio.scenes, tmp_path / "elsewhere")
    assert states(make(elsewhere, hire=afar)) == ["rendered", "rendered"]
    for job, other in zip(studio.plan().jobs, elsewhere.plan().jobs, strict=True):
        assert job.film.read_bytes() == other.film.read_bytes()
        assert job.timeline.read_bytes() == other.timeline.read_bytes()


# ---- what is drawn again -------------------------------------------------------------------------


def test_a_sentence_that_changes_draws_its_beat_and_those_after_it(
    studio: Studio, tmp_path: Path
) -> None:
    one(studio)
    beats = Timeline.from_json(studio.job().timeline.read_text()).beats
    studio.edit("It moves.", "It moves on.")
    outcome = one(studio)
    assert outcome.why == "beat “second” changed"
    assert outcome.drawn == outcome.frames - beats[1].start
    assert pictures(studio.job().film) == cold(studio, tmp_path)


def test_a_first_sentence_that_changes_draws_all(studio: Studio, tmp_path: Path) -> None:
    one(studio)
    studio.edit("A dot.", "One dot.")
    outcome = one(studio)
    assert outcome.drawn == outcome.frames
    assert pictures(studio.job().film) == cold(studio, tmp_path)


def test_words_that_a_scene_reads_early_draw_from_there_on(studio: Studio, tmp_path: Path) -> None:
    studio.write_scene("one", also="self.wait(2); self.script.beats[-1].text")
    one(studio)
    studio.edit("It moves.", "It moves on.")
    outcome = one(studio)
    assert 0 < outcome.drawn < outcome.frames
    assert pictures(studio.job().film) == cold(studio, tmp_path)


BY_NUMBER_OF_BEATS = "dot.scale(len(self.script.beats))"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It moves.\n", "It moves.\n\n{#last}\nIt stops.\n"),  # one beat more
        ("{#second}", "{#b}"),  # another name
    ],
)
def test_beats_that_are_others_draw_all_of_a_scene(
    studio: Studio, tmp_path: Path, old: str, new: str
) -> None:
    studio.write_scene("one", also=BY_NUMBER_OF_BEATS)
    one(studio)
    studio.edit(old, new)
    outcome = one(studio)
    assert outcome.drawn == outcome.frames
    assert pictures(studio.job().film) == cold(studio, tmp_path)


def test_an_edit_that_is_undone_draws_nothing(studio: Studio) -> None:
    one(studio)
    first = studio.job().film.read_bytes()
    studio.edit("It moves.", "It moves on.")
    one(studio)
    studio.edit("It moves on.", "It moves.")
    outcome = one(studio)
    assert (outcome.state, outcome.drawn) == ("rendered", 0)
    assert studio.job().film.read_bytes() == first


CHANGES: dict[str, tuple[Callable[[Studio], object], list[str]]] = {
    "nothing": (lambda studio: None, ["reused", "reused"]),
    "its sentence": (lambda studio: studio.edit("It moves.", "It moved."), ["rendered", "reused"]),
    "another's sentence": (
        lambda studio: studio.edit("Another dot.", "One more dot."),
        ["reused", "rendered"],
    ),
    "a sentence that nobody plays": (
        lambda studio: studio.edit("Nobody plays", "No scene plays"),
        ["reused", "reused"],
    ),
    "a label": (
        lambda studio: studio.edit("{#second}", "```labels\na: b\n```\n\n{#second}"),
        ["rendered", "reused"],
    ),
    "the title of a section": (
        lambda studio: studio.edit("## One", "## The one"),
        ["rendered", "reused"],
    ),
    "the title of the lecture": (
        lambda studio: studio.edit("# A short", "# A shorter"),
        ["reused", "reused"],
    ),
    "the language": (
        lambda studio: studio.edit("language: en", "language: en-GB"),
        ["rendered", "rendered"],
    ),
    "a comment": (
        lambda studio: studio.edit("# A short", "<!--\nmine\n-->\n\n# A short"),
        ["reused", "reused"],
    ),
    "its module": (lambda studio: studio.write_scene("one", "dot"), ["rendered", "reused"]),
    "data beside all scenes": (
        lambda studio: studio.write("data.csv", "1"),
        ["rendered", "rendered"],
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_those_films_are_made_again_that_a_change_concerns(
    studio: Studio, change: Callable[[Studio], object], expected: list[str]
) -> None:
    make(studio)
    change(studio)
    report = make(studio)
    assert states(report) == expected
    assert states(make(studio)) == ["reused", "reused"]


def test_a_module_that_a_scene_takes_something_from_counts(studio: Studio) -> None:
    studio.write("sizes.py", "RUN = 0.5")
    studio.write_scene("two", f"from {studio.package}.sizes import RUN")
    make(studio)
    studio.write("sizes.py", "RUN = 0.6")
    report = make(studio)
    assert states(report) == ["reused", "rendered"]
    assert report.outcomes[1].why == f"{studio.scenes / 'sizes.py'} changed"


def test_a_file_that_a_scene_reads_counts(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    place = studio.document.parent
    monkeypatch.setattr("mnemo_anim.render.reads.ROOT", place)
    monkeypatch.setattr("mnemo_anim.render.reads._NO_INPUT", ("renders",))
    (place / "data.csv").write_text("1")
    studio.write_scene("one", f"open({str(place / 'data.csv')!r}).read()")
    plan = studio.plan()
    studio.begin_anew()  # it is this process that has read the document
    make_planned(plan, "One")
    assert studio.job().why() == ""
    (place / "data.csv").write_text("2")
    assert studio.job().why() == "a file that it reads changed"
    plan = studio.plan()
    studio.begin_anew()
    (outcome,) = make_planned(plan, "One").outcomes
    assert outcome.drawn == outcome.frames


def test_another_driver_draws_all_again(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    one(studio)
    monkeypatch.setattr("mnemo_anim.render.plan.are_there", lambda files: False)
    monkeypatch.setattr("mnemo_anim.render.draw.driver_name", lambda: "another driver")
    monkeypatch.setattr("mnemo_anim.render.work.driver_name", lambda: "another driver")
    outcome = one(studio)
    assert outcome.why == "the OpenGL driver changed"
    assert outcome.drawn == outcome.frames


def test_a_driver_that_was_renewed_and_is_the_same_draws_nothing(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    one(studio)
    monkeypatch.setattr("mnemo_anim.render.plan.are_there", lambda files: False)
    assert (one(studio).state, one(studio).drawn) == ("rendered", 0)


@pytest.mark.parametrize(
    ("lost", "why"),
    [
        ("film", "its film is missing"),
        ("timeline", "its film is missing"),
        ("manifest", "new"),
    ],
)
def test_what_is_lost_is_made_again_from_segments(studio: Studio, lost: str, why: str) -> None:
    one(studio)
    path: Path = getattr(studio.job(), lost)
    content = path.read_bytes()
    path.unlink()
    outcome = one(studio)
    assert (outcome.state, outcome.drawn, outcome.why) == ("rendered", 0, why)
    if lost != "manifest":
        assert path.read_bytes() == content


@pytest.mark.parametrize("damage", [lambda film: film[:-9], lambda film: film + b"!"])
def test_a_film_that_was_changed_is_made_again(
    studio: Studio, damage: Callable[[bytes], bytes]
) -> None:
    one(studio)
    film = studio.job().film
    content = film.read_bytes()
    film.write_bytes(damage(content))
    outcome = one(studio)
    assert (outcome.drawn, outcome.why) == (0, "its film was changed")
    assert film.read_bytes() == content


# ---- segments ------------------------------------------------------------------------------------


def test_a_segment_that_was_damaged_is_drawn_again(studio: Studio) -> None:
    one(studio)
    job = studio.job()
    content = job.film.read_bytes()
    first, *_ = segment_files(job)
    first.write_bytes(first.read_bytes()[:-1])
    job.film.unlink()
    outcome = one(studio)
    assert (outcome.state, outcome.frames) == ("rendered", 37)
    assert 0 < outcome.drawn < 37
    assert job.film.read_bytes() == content


def test_segments_that_do_not_stay_whole_are_told(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SegmentStore, "get", lambda store, segment: None)
    outcome = one(studio)
    assert outcome.state == "failed"
    assert outcome.why.startswith("its segments do not stay whole in ")
    assert not studio.job().film.exists()


def test_segments_of_no_film_go_after_a_day(studio: Studio) -> None:
    one(studio)
    old = segment_files(studio.job())
    for path in old:
        then = path.stat().st_mtime - 2 * KEPT_FOR
        os.utime(path, (then, then))
    studio.edit("It moves.", "It moves on.")
    one(studio)
    kept = [path for path in old if path.exists()]
    assert 0 < len(kept) < len(old)


def test_what_killed_runs_have_left_goes_after_a_day(studio: Studio) -> None:
    folder = studio.job().film.parent
    folder.mkdir(parents=True)
    left = part_of(folder / "01-one.mp4")
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    one(studio)
    assert not left.exists()


@pytest.mark.parametrize(("workers", "played"), [(1, 2), (2, 2), (3, 3), (7, 7)])
def test_workers_who_would_be_idle_play_a_scene_too(
    studio: Studio, workers: int, played: int
) -> None:
    """They have loaded by then what it takes to draw it, so no film is made differently."""
    calls: list[Callable[..., Any]] = []

    class Noted(Here):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
            calls.append(fn)
            return super().submit(fn, *args, **kwargs)

    @contextmanager
    def hire() -> Iterator[Hands]:
        yield Noted(workers, share_disk=True)

    report = make(studio, hire=hire)
    assert states(report) == ["rendered", "rendered"]
    assert [outcome.drawn for outcome in report.outcomes] == [37, 19]
    assert calls.count(evaluate) == played


def test_a_scene_is_drawn_while_another_is_still_being_played(studio: Studio) -> None:
    hands = Held()

    @contextmanager
    def hire() -> Iterator[Hands]:
        yield hands

    report = make(studio, hire=hire)
    assert hands.drawn_ahead
    assert [(outcome.state, outcome.drawn) for outcome in report.outcomes] == [
        ("rendered", 37),
        ("rendered", 19),
    ]


def test_what_another_run_draws_meanwhile_is_not_drawn_twice(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    other = Studio(studio.document, studio.package, studio.scenes, tmp_path / "other")
    assert one(other).drawn == 37
    missing = SegmentStore.missing

    def and_then_they_are_there(store: SegmentStore, segments: list[Segment]) -> list[Segment]:
        absent = missing(store, segments)
        store.folder.parent.mkdir(parents=True, exist_ok=True)
        if not store.folder.exists():
            store.folder.symlink_to(other.job().store.folder)
        return absent

    monkeypatch.setattr(SegmentStore, "missing", and_then_they_are_there)
    outcome = one(studio)
    assert (outcome.state, outcome.drawn) == ("rendered", 0)
