"""The service of stills: for its user alone, gone when it ends, and right or silent."""

import json
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.still_service import StillRequest, StillService, address_of, ask_for_still
from mnemo_anim.render.task import Failure

PICTURE = b"\x89PNG and so on" * 100_000  # larger than what a socket holds at once
REQUEST = StillRequest("one", "first", None, "draft", "the key")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "renders"


@pytest.fixture
def service(folder: Path) -> Iterator[StillService]:
    with closing(StillService(folder, lambda request: PICTURE)) as made:
        yield made


def test_a_picture_comes_back_as_it_was_drawn(folder: Path, service: StillService) -> None:
    assert ask_for_still(folder, REQUEST) == PICTURE


@pytest.mark.parametrize("at", [None, 0.0, 0.1, 1.0])
def test_what_is_wanted_is_told_exactly(folder: Path, at: float | None) -> None:
    asked: list[StillRequest] = []

    def draw(request: StillRequest) -> bytes:
        asked.append(request)
        return PICTURE

    wanted = StillRequest("one", "first", at, "hd", "∇")
    with closing(StillService(folder, draw)):
        ask_for_still(folder, wanted)
    assert asked == [wanted]


def test_why_a_scene_fails_is_told(folder: Path) -> None:
    with closing(StillService(folder, lambda request: Failure("too steep", "a traceback"))):
        told = ask_for_still(folder, REQUEST)
    assert isinstance(told, Failure)
    assert told.message == "too steep"


def test_another_recipe_is_not_drawn(folder: Path) -> None:
    with closing(StillService(folder, lambda request: None)):
        assert ask_for_still(folder, REQUEST) is None


def test_where_nobody_listens_there_is_no_answer(folder: Path) -> None:
    assert ask_for_still(folder, REQUEST) is None


def test_one_that_cannot_draw_goes_on_answering(folder: Path) -> None:
    """A worker may be lost, or a file be unreadable for a moment; who asks then draws alone."""
    drawn: Iterator[Callable[[], bytes]] = iter([lambda: 1 / 0, lambda: PICTURE])  # type: ignore[list-item, return-value]

    with closing(StillService(folder, lambda request: next(drawn)())):
        assert ask_for_still(folder, REQUEST) is None
        assert ask_for_still(folder, REQUEST) == PICTURE


@pytest.mark.parametrize(
    "said",
    [
        b"not JSON",
        b"[]",
        json.dumps({"section": "one", "of": "another version"}).encode(),
        b"\xff\xfe",
    ],
)
def test_who_speaks_otherwise_is_not_answered_and_others_are(
    folder: Path, service: StillService, said: bytes
) -> None:
    with Client(address_of(folder), family="AF_UNIX") as connection:
        connection.send_bytes(said)
        with pytest.raises((EOFError, OSError)):
            connection.recv_bytes()
    assert ask_for_still(folder, REQUEST) == PICTURE


def test_who_hangs_up_early_does_no_harm(folder: Path, service: StillService) -> None:
    for _ in range(3):
        Client(address_of(folder), family="AF_UNIX").close()
    assert ask_for_still(folder, REQUEST) == PICTURE


def test_one_who_asks_many_at_once_gets_all(folder: Path, service: StillService) -> None:
    got: list[object] = []
    threads = [
        threading.Thread(target=lambda: got.append(ask_for_still(folder, REQUEST)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert got == [PICTURE] * 8


# ---- the socket ----------------------------------------------------------------------------------


def test_only_its_user_may_open_it(folder: Path, service: StillService) -> None:
    mode = Path(address_of(folder)).stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert not mode & 0o077


def test_it_is_gone_when_the_service_is(folder: Path) -> None:
    with closing(StillService(folder, lambda request: PICTURE)):
        assert Path(address_of(folder)).exists()
    assert list(folder.iterdir()) == []
    assert ask_for_still(folder, REQUEST) is None


def test_one_that_was_left_behind_is_replaced(folder: Path) -> None:
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address_of(folder))  # and closed without being removed
    assert Path(address_of(folder)).exists()
    assert ask_for_still(folder, REQUEST) is None
    with closing(StillService(folder, lambda request: PICTURE)):
        assert ask_for_still(folder, REQUEST) == PICTURE


def test_two_at_once_are_told_of_each_other(folder: Path, service: StillService) -> None:
    with pytest.raises(RenderError, match=r"another `mnemo watch` is at work on .*renders"):
        StillService(folder, lambda request: PICTURE)
    assert ask_for_still(folder, REQUEST) == PICTURE


def test_a_folder_with_a_long_name_has_its_own_too(tmp_path: Path) -> None:
    folders = [tmp_path / (letter * 120) for letter in "ab"]
    one, other = (address_of(folder) for folder in folders)
    assert one != other
    assert len(one.encode()) <= 100
    with closing(StillService(folders[0], lambda request: PICTURE)):
        assert ask_for_still(folders[0], REQUEST) == PICTURE
        assert ask_for_still(folders[1], REQUEST) is None
    assert not Path(one).exists()


def test_that_of_another_user_is_not_spoken_to(
    folder: Path, service: StillService, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Path(address_of(folder)).stat().st_uid
    monkeypatch.setattr("os.getuid", lambda: mine + 1)
    assert ask_for_still(folder, REQUEST) is None


def test_where_it_cannot_be_made_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "renders").write_text("a file")
    with pytest.raises(RenderError, match=r"no stills can be asked for at .*--folder"):
        StillService(tmp_path / "renders", lambda request: PICTURE)
