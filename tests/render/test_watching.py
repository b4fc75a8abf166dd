"""`mnemo watch` as its users run it: films follow the files, stills come at once, nothing stays."""

import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import DRAFT
from mnemo_anim.render.still_service import StillRequest, address_of, ask_for_still
from tests.render.commands import Command, run, started
from tests.render.making import pictures
from tests.render.processes import members, wait_until
from tests.render.test_interruptions import strike
from tests.tiny_studio import Studio

pytestmark = pytest.mark.slow

WATCH = ("watch", "-q", "draft", "-j", "1")


class Watch:
    """A watch that runs, and what it has said so far.

    Args:
        command: Its process.
    """

    def __init__(self, command: Command) -> None:
        self.command = command
        self.lines: list[str] = []
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.command.process.stdout is not None
        for line in self.command.process.stdout:
            self.lines.append(line.rstrip())

    def hears(self, words: str) -> str:
        """Wait for a line with these words; return it, and forget all before it."""
        found: list[str] = []

        def heard() -> bool:
            found[:] = [line for line in self.lines if words in line]
            return bool(found)

        wait_until(heard)
        self.lines = self.lines[self.lines.index(found[0]) + 1 :]
        return found[0]

    def end(self) -> int:
        """End it as Ctrl-C does; return its exit code."""
        self.command.press_ctrl_c()
        return self.command.process.wait(20)


@contextmanager
def watching(studio: Studio) -> Iterator[Watch]:
    """Give a watch that has rendered all once."""
    with started(studio, *WATCH) as command:
        watch = Watch(command)
        watch.hears("Two ")
        yield watch


def row(watch: Watch, scene: str) -> list[str]:
    return watch.hears(f"{scene} ").split()


def asked(job: SceneJob, beat: str) -> StillRequest:
    return StillRequest(job.entry.section, beat, None, job.quality.name, job.recipe.key)


def test_films_follow_the_document_through_good_and_bad(studio: Studio) -> None:
    film = studio.job("One", DRAFT).film
    with watching(studio) as watch:
        first = pictures(film)

        studio.edit("It moves.", "It moves, and it goes on to move for quite a while longer.")
        assert row(watch, "One")[1] == "rendered"
        assert row(watch, "Two")[1] == "reused"
        longer = pictures(film)
        assert len(longer) > len(first)

        studio.edit("{#second}", "{#first}")
        told = watch.hears("short.md:")
        assert "first" in told
        assert pictures(film) == longer

        studio.document.write_text(
            studio.document.read_text().replace("{#first}\nIt moves,", "{#second}\nIt jumps,")
        )
        assert row(watch, "One")[1] == "rendered"
        assert watch.end() == 130


def test_a_watch_of_a_translation_looks_at_the_original_too(studio: Studio) -> None:
    """Its ids are held against those of the original, whichever of the two is edited."""
    spanish = studio.document.with_name(f"{studio.document.stem}.es.md")
    spanish.write_text(studio.document.read_text().replace("language: en", "language: es"))
    with started(studio, *WATCH, "--translation", "es") as command:
        watch = Watch(command)
        watch.hears("Two ")
        studio.edit("{#second}", "{#other}")
        assert "other" in watch.hears("short.es.md")
        studio.edit("{#other}", "{#second}")
        assert row(watch, "One")[1] == "reused"
        assert watch.end() == 130


def test_a_scene_is_drawn_with_the_code_that_is_now(studio: Studio) -> None:
    film = studio.job("One", DRAFT).film
    with watching(studio) as watch:
        first = pictures(film)
        studio.write_scene("one", also="self.add(Dot(radius=1.0))")
        assert row(watch, "One")[1] == "rendered"
        second = pictures(film)
        assert second != first

        studio.write_scene("one", also="raise ValueError('too steep')")
        assert row(watch, "One")[1] == "failed"
        assert "too steep" in watch.hears("One: ")
        assert pictures(film) == second

        studio.write_scene("one")
        assert row(watch, "One")[1] == "rendered"
        assert pictures(film) == first


def test_a_still_of_a_watch_is_the_one_that_is_drawn_alone(studio: Studio) -> None:
    with watching(studio):
        job = studio.job("One", DRAFT)
        warm = ask_for_still(studio.folder, asked(job, "second"))
        assert isinstance(warm, bytes)
        assert run(studio, "still", "One", "second", "-q", "draft").process.returncode == 0
        (written,) = studio.folder.rglob("stills/*.png")
        assert written.read_bytes() == warm

        studio.write_scene("one", also="self.add(Dot(radius=1.0))")
        changed = studio.job("One", DRAFT)
        assert ask_for_still(studio.folder, asked(job, "second")) is None  # of what it was before
        other = ask_for_still(studio.folder, asked(changed, "second"))
        assert isinstance(other, bytes)
        assert other != warm
    written.unlink()
    assert run(studio, "still", "One", "second", "-q", "draft").process.returncode == 0
    assert written.read_bytes() == other


def test_a_misspelt_beat_is_told_in_a_line_though_a_watch_runs(studio: Studio) -> None:
    with watching(studio):
        command = run(studio, "still", "One", "secnd", "-q", "draft")
    assert command.process.returncode == 2
    assert command.err.count("\n") == 1
    assert "Did you mean “second”" in command.err


@pytest.mark.parametrize(
    ("blow", "code"), [("Ctrl-C", 130), ("Ctrl-C for the parent alone", 130), ("SIGTERM", 143)]
)
@pytest.mark.parametrize("when", ["it draws", "it waits"])
def test_an_end_leaves_nobody_and_no_socket(
    studio: Studio, blow: str, code: int, when: str
) -> None:
    socket = Path(address_of(studio.folder))
    if when == "it draws":
        for section in ("one", "two"):
            studio.write_scene(section, also="__import__('time').sleep(0.5); self.wait(1)")
    with started(studio, *WATCH) as command:
        wait_until(socket.exists)
        assert not stat.S_IMODE(socket.stat().st_mode) & 0o077
        if when == "it waits":
            Watch(command).hears("Two ")
        else:
            time.sleep(2)
        strike(command, blow)
        assert command.process.wait(20) == code
        assert command.leaves_nobody()
    assert not socket.exists()
    assert not list(studio.folder.rglob("*.part*"))
    assert command.process.stderr is not None
    assert command.process.stderr.read() == "mnemo: stopped\n"


def test_one_that_was_killed_hinders_neither_stills_nor_the_next(studio: Studio) -> None:
    with watching(studio) as watch:
        watch.command.kill_all()
        watch.command.process.wait(20)
    assert Path(address_of(studio.folder)).exists()
    assert run(studio, "still", "One", "second", "-q", "draft").process.returncode == 0
    job = studio.job("One", DRAFT)
    with watching(studio):
        assert isinstance(ask_for_still(studio.folder, asked(job, "second")), bytes)


def test_a_second_watch_is_refused_in_a_line(studio: Studio) -> None:
    with watching(studio) as watch:
        second = run(studio, *WATCH)
        assert second.process.returncode == 1
        assert second.err.count("\n") == 1
        assert "another `mnemo watch`" in second.err
        assert watch.end() == 130


def test_new_scenes_are_taken_in_by_a_process_that_begins_again(studio: Studio) -> None:
    with watching(studio) as watch:
        before = set(members(watch.command.process.pid))
        studio.write_scene("three")
        package = studio.scenes / "__init__.py"
        names = package.read_text().rstrip("}\n")
        package.write_text(f"{names}, 'three': '{studio.package}.three:Three'}}\n")
        watch.hears("the studio itself has changed: begin again")
        assert row(watch, "Three")[1] == "rendered"
        pid = watch.command.process.pid
        assert not before & (set(members(pid)) - {pid})
        assert watch.end() == 130
        assert watch.command.leaves_nobody()
