"""A small bundle to upload, and somebody who is told how that goes."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from mnemo_anim.outputs.youtube.bundle import Bundle
from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.outputs.youtube.upload.patience import Patience
from mnemo_anim.outputs.youtube.upload.run import Upload
from tests.outputs.youtube.upload.fake_youtube import QUARTER, FakeYouTube, service_at

FILM = Random(1).randbytes(3 * QUARTER + 4321)  # three chunks and a short one

METADATA = Metadata(
    title="Slopes | Tests",
    description="What a slope is.",
    tags=("slope", "steep ground"),
    category="Education",
    licence="YouTube",
    made_for_kids=False,
    language="en",
    playlist="Tests",
)

Make = Callable[[], Upload]


class Told(list[str]):
    """What a user is told, how long was waited, and how much of the film had come when."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self.progress: list[tuple[int, int]] = []

    def show(self, come: int, size: int) -> None:
        self.progress.append((come, size))


def bundle_in(folder: Path) -> Bundle:
    """Write a bundle of small files into a new folder."""
    folder.mkdir()
    contents = {"film.mp4": FILM, "film.en.srt": b"1\n", "thumbnail.png": b"a picture"}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    film, captions, thumbnail = (folder / name for name in contents)
    return Bundle(folder, film, captions, thumbnail, METADATA, ())


def upload_to(youtube: FakeYouTube, bundle: Bundle, told: Told) -> Upload:
    """Return an upload of the bundle, as a process of its own would make it."""
    return Upload(
        bundle,
        service_at(youtube.root),
        say=told.append,
        progress=told.show,
        patience=Patience(tries=4, sleep=told.pauses.append, say=told.append),
        chunk=QUARTER,
    )
