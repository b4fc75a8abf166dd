"""A YouTube on this machine, and a bundle to upload to it; both need the extra ``youtube``."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mnemo_anim.outputs.youtube.bundle import Bundle
    from mnemo_anim.outputs.youtube.upload.run import Upload
    from tests.outputs.youtube.upload.fake_youtube import FakeYouTube
    from tests.outputs.youtube.upload.samples import Told


@pytest.fixture
def youtube() -> Iterator["FakeYouTube"]:
    from tests.outputs.youtube.upload.fake_youtube import FakeYouTube

    with FakeYouTube().running() as running:
        yield running


@pytest.fixture
def small_bundle(tmp_path: Path) -> "Bundle":
    from tests.outputs.youtube.upload.samples import bundle_in

    return bundle_in(tmp_path / "youtube")


@pytest.fixture
def told() -> "Told":
    from tests.outputs.youtube.upload.samples import Told

    return Told()


@pytest.fixture
def upload(youtube: "FakeYouTube", small_bundle: "Bundle", told: "Told") -> Callable[[], "Upload"]:
    """Make an upload of the bundle, as a process of its own would."""
    from tests.outputs.youtube.upload.samples import upload_to

    return lambda: upload_to(youtube, small_bundle, told)
