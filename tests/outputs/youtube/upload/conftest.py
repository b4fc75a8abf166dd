"""A YouTube on this machine, and a small bundle to upload to it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("googleapiclient", reason="needs the extra: pip install '.[youtube]'")

from mnemo_anim.outputs.youtube.bundle import Bundle
from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.outputs.youtube.upload.patience import Patience
from mnemo_anim.outputs.youtube.upload.run import Upload
from tests.outputs.youtube.upload.fake_youtube import QUARTER, FakeYouTube, service_at

FILM = Random(1).randbytes(3 * QUARTER + 4321)  # three chunks and a short one


@pytest.fixture
def youtube() -> Iterator[FakeYouTube]:
    with FakeYouTube().running() as running:
        yield running


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    folder = tmp_path / "youtube"
    folder.mkdir()
    contents = {"film.mp4": FILM, "film.en.srt": b"1\n", "thumbnail.png": b"a picture"}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    film, captions, thumbnail = (folder / name for name in contents)
    metadata = Metadata(
        title="Slopes | Tests",
        description="What a slope is.",
        tags=("slope", "steep ground"),
        category="Education",
        licence="YouTube",
        made_for_kids=False,
        language="en",
        playlist="Tests",
    )
    return Bundle(folder, film, captions, thumbnail, metadata, ())


class Told(list[str]):
    """What a user is told, and how long was waited."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self.progress: list[tuple[int, int]] = []

    def show(self, come: int, size: int) -> None:
        self.progress.append((come, size))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def upload(youtube: FakeYouTube, bundle: Bundle, told: Told) -> Callable[[], Upload]:
    """Make an upload of the bundle, as a process of its own would."""

    def make() -> Upload:
        patience = Patience(tries=4, sleep=told.pauses.append, say=told.append)
        return Upload(
            bundle,
            service_at(youtube.root),
            say=told.append,
            progress=told.show,
            patience=patience,
            chunk=QUARTER,
        )

    return make
