"""Rendering at each save: what has changed and nothing else, whatever state the files are in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from mnemo_anim.document import DocumentError, TranslationError
from mnemo_anim.render import watch
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.outcome import Report
from mnemo_anim.render.plan import Plan
from mnemo_anim.render.still_service import StillRequest
from mnemo_anim.render.task import Failure
from mnemo_anim.render.watch import (
    Changes,
    SupersededError,
    answer_still,
    keep_rendering,
    places_of,
)
from mnemo_anim.render.work import still
from mnemo_anim.render.workshop import Workshop
from mnemo_anim.voice import VoiceError
from tests.render.making import make_planned, pictures
from tests.tiny_studio import LECTURE, TINY, Studio

Save = Callable[[], object]


class Bench:
    """Stands in for a workshop: it works in this process, and notes what it is told."""

    def __init__(self) -> None:
        self.prepared: list[Mapping[str, str]] = []

    def prepare(self, sources: Mapping[str, str]) -> None:
        self.prepared.append(sources)

    def submit(self, fn: Callable[..., Any], *args: Any) -> Any:
        return fn(*args)


class Saves:
    """Stands in for what is saved: one edit after the other, and then Ctrl-C."""

    def __init__(self, edits: Sequence[tuple[Save, set[Path]]]) -> None:
        self._edits = iter(edits)

    def wait(self) -> set[Path]:
        try:
            edit, paths = next(self._edits)
        except StopIteration:
            raise KeyboardInterrupt from None
        edit()
        return paths


class Watched:
    """What a watch does with a few edits."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.drawn: list[dict[str, str]] = []
        self.told: list[str] = []
        self.bench = Bench()
        self.superseded = 0  # how many runs are stopped by a save

    def render(self, plan: Plan) -> Report:
        if self.superseded:
            self.superseded -= 1
            raise SupersededError
        report = make_planned(plan)
        self.drawn.append({one.job.entry.section: one.state for one in report.outcomes})
        return report

    def run(self, *edits: Save, paths: set[Path] | None = None) -> None:
        """Make edits, one after the other; end as by Ctrl-C, unless it ends by itself."""
        saves = Saves([(edit, paths or {self.studio.document}) for edit in edits])
        keep_rendering(
            self.studio.plan,
            self.render,
            cast(Workshop, self.bench),
            cast(Changes, saves),
            self.told.append,
        )


@pytest.fixture
def watched(studio: Studio) -> Watched:
    return Watched(studio)


def test_each_save_renders_what_has_changed(studio: Studio, watched: Watched) -> None:
    with pytest.raises(KeyboardInterrupt):
        watched.run(
            lambda: studio.edit("Another dot.", "One more dot."),
            lambda: None,
            lambda: studio.write_scene("one", also="self.wait(0.5)"),
        )
    assert watched.drawn == [
        {"one": "rendered", "two": "rendered"},
        {"one": "reused", "two": "rendered"},
        {"one": "reused", "two": "reused"},
        {"one": "rendered", "two": "reused"},
    ]
    assert watched.told == []


def test_workers_are_made_ready_with_the_code_that_is_now(studio: Studio, watched: Watched) -> None:
    with pytest.raises(KeyboardInterrupt):
        watched.run(lambda: studio.write_scene("one", also="self.wait(0.5)"))
    before, after = watched.bench.prepared
    changed = {name for name in after if before[name] != after[name]}
    assert [Path(name).name for name in changed] == ["one.py"]


def test_a_broken_document_is_told_in_a_line_and_the_film_stays(
    studio: Studio, watched: Watched
) -> None:
    film = studio.job("One").film
    kept: list[bytes] = []

    def mend() -> None:
        kept.append(film.read_bytes())
        studio.document.write_text(LECTURE.replace("It moves.", "It moves on."))

    with pytest.raises(KeyboardInterrupt):
        watched.run(
            lambda: kept.append(film.read_bytes()),
            lambda: studio.document.write_text(LECTURE.replace("{#second}", "{#first}")),
            mend,
        )
    assert kept[0] == kept[1]
    assert len(watched.told) == 1
    assert "\n" not in watched.told[0]
    assert "short.md:" in watched.told[0]
    assert watched.drawn[-1] == {"one": "rendered", "two": "reused"}
    assert pictures(film)


def test_a_translation_that_does_not_fit_and_a_voice_that_fails_end_nothing(
    studio: Studio, watched: Watched
) -> None:
    faults = [
        TranslationError([DocumentError(Path("short.es.md"), 3, "a beat is missing", "Add it")]),
        VoiceError("the voice has no breath."),
    ]
    plan = studio.plan

    def planned() -> Plan:
        if faults:
            raise faults.pop(0)
        return plan()

    with pytest.raises(KeyboardInterrupt):
        keep_rendering(
            planned,
            watched.render,
            cast(Workshop, watched.bench),
            cast(Changes, Saves([(lambda: None, {studio.document})] * 2)),
            watched.told.append,
        )
    assert watched.told == [
        "short.es.md:3: a beat is missing. Add it.",
        "the voice has no breath.",
    ]
    assert watched.drawn == [{"one": "rendered", "two": "rendered"}]


@pytest.mark.parametrize("text", ["", "\xff", "---\n"])
def test_half_a_document_ends_nothing(studio: Studio, watched: Watched, text: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        watched.run(
            lambda: studio.document.write_bytes(text.encode("latin-1")),
            studio.document.unlink,
            lambda: studio.document.write_text(LECTURE),
        )
    assert len(watched.told) == 2
    assert watched.drawn[-1] == {"one": "reused", "two": "reused"}


@pytest.mark.parametrize("code", ["class One(", "import nothing_of_that_name", "\0"])
def test_a_broken_scene_fails_alone_and_its_film_stays(
    studio: Studio, watched: Watched, code: str
) -> None:
    film = studio.job("One").film
    good: list[bytes] = []

    def break_it() -> None:
        good.append(film.read_bytes())
        studio.write("one.py", code)

    with pytest.raises(KeyboardInterrupt):
        watched.run(break_it, lambda: studio.write_scene("one"))
    assert watched.drawn[1] == {"one": "failed", "two": "reused"}
    assert film.read_bytes() == good[0]
    assert watched.drawn[2]["one"] in ("rendered", "reused")
    assert not studio.job("One").log.exists()


def test_a_save_while_films_are_drawn_begins_again(watched: Watched) -> None:
    watched.superseded = 1
    with pytest.raises(KeyboardInterrupt):
        watched.run(lambda: None)
    assert watched.drawn == [{"one": "rendered", "two": "rendered"}]
    assert watched.told == []


# ---- the studio's own code -----------------------------------------------------------------------


def test_it_ends_to_begin_again_when_its_own_code_has_changed(
    studio: Studio, watched: Watched
) -> None:
    watched.run(lambda: None, paths={studio.scenes / "__init__.py"})
    assert watched.told == ["the studio itself has changed: begin again"]


def test_its_own_code_is_known_through_a_link(
    studio: Studio, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(studio.scenes)
    package = __import__(studio.package)
    monkeypatch.setattr(package, "__file__", str(tmp_path / "link" / "__init__.py"))
    watched.run(lambda: None, paths={studio.scenes / "__init__.py"})


def test_own_code_that_is_broken_is_told_and_the_old_goes_on(
    studio: Studio, watched: Watched
) -> None:
    own = studio.scenes / "__init__.py"
    good = own.read_text()
    with pytest.raises(KeyboardInterrupt):
        watched.run(lambda: own.write_text("SCENES = {"), paths={own})
    assert len(watched.told) == 1
    assert watched.told[0].startswith(f"{own}: SyntaxError: ")
    own.write_text(good)


def test_a_scene_is_code_of_workers_alone(studio: Studio, watched: Watched) -> None:
    assert not watch._is_loaded(studio.scenes / "one.py")


# ---- what is saved -------------------------------------------------------------------------------


@pytest.fixture
def changes(studio: Studio) -> Iterator[Changes]:
    with closing(Changes(places_of([studio.document], studio.scenes))) as made:
        wait_for_ears(made, studio.document)
        yield made


def wait_for_ears(changes: Changes, path: Path) -> None:
    """Save a file until it is heard: the system needs a moment to begin."""
    while not changes._changed.wait(0.3):
        path.touch()
    while changes._changed.wait(0.5):
        changes.wait()


def edits(path: Path) -> dict[str, Save]:
    def by_renaming() -> None:
        other = path.with_name(f".{path.name}.new")
        other.write_text("renamed")
        other.replace(path)

    return {"in place": lambda: path.write_text("new"), "by renaming": by_renaming}


@pytest.mark.parametrize("how", ["in place", "by renaming"])
def test_a_document_that_is_saved_is_noticed(studio: Studio, changes: Changes, how: str) -> None:
    changes.check()
    edits(studio.document)[how]()
    assert changes._changed.wait(10)
    with pytest.raises(SupersededError):
        changes.check()
    assert studio.document in changes.wait()
    changes.check()


def test_a_scene_that_is_saved_is_noticed(studio: Studio, changes: Changes) -> None:
    (studio.scenes / "one.py").write_text("")
    assert changes._changed.wait(10)
    assert studio.scenes / "one.py" in changes.wait()


def test_what_editors_and_renders_write_is_not_noticed(studio: Studio, changes: Changes) -> None:
    (studio.scenes / "__pycache__").mkdir(exist_ok=True)
    for path in (
        studio.document.with_name("other.md"),
        studio.document.with_name("short.md~"),
        studio.scenes / ".one.py.swp",
        studio.scenes / "one.py~",
        studio.scenes / "__pycache__" / "one.pyc",
        studio.folder / "draft.mp4",
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    assert not changes._changed.wait(1.5)


def test_a_system_that_does_not_tell_is_an_error(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deaf(*_: Any, **__: Any) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watch, "watch", deaf)
    with (
        closing(Changes([studio.document])) as changes,
        pytest.raises(RenderError, match=r"does not tell .*limit reached.*POLLING=1"),
    ):
        changes.wait()


# ---- stills --------------------------------------------------------------------------------------


def request(studio: Studio, **other: Any) -> StillRequest:
    wanted = {"section": "one", "beat": "first", "at": None, "quality": "tiny"}
    return StillRequest(**{**wanted, "key": studio.job().recipe.key, **other})


def answer(studio: Studio, wanted: StillRequest) -> bytes | Failure | None:
    def make(quality: str) -> Plan:
        if quality != TINY.name:
            raise RenderError("there is no such quality")
        return studio.plan()

    return answer_still(wanted, make, cast(Workshop, Bench()))


@pytest.mark.parametrize("at", [None, 0.0, 0.5])
def test_a_still_is_the_one_that_is_drawn_without_a_watch(studio: Studio, at: float | None) -> None:
    job = studio.job()
    cold = still(job.task(), job.recipe.key, "first", at)
    assert isinstance(cold, bytes)
    assert answer(studio, request(studio, at=at)) == cold


@pytest.mark.parametrize(
    "other",
    [{"key": "of another version"}, {"section": "ten"}, {"quality": "8k"}],
    ids=lambda other: next(iter(other)),
)
def test_what_it_does_not_have_it_does_not_draw(studio: Studio, other: dict[str, str]) -> None:
    assert answer(studio, request(studio, **other)) is None


def test_a_document_that_is_broken_meanwhile_is_not_drawn(studio: Studio) -> None:
    wanted = request(studio)
    studio.document.write_text("")
    assert answer(studio, wanted) is None


def test_a_beat_that_is_unknown_is_told(studio: Studio) -> None:
    told = answer(studio, request(studio, beat="frist"))
    assert isinstance(told, Failure)
    assert "frist" in told.message
