"""The probe finds what is wrong with a film: the comparator can fail."""

from pathlib import Path

import av
import numpy as np
import pytest

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.probe import probe


def encode_carelessly(path: Path, x264: str = "", **options: str) -> None:
    """Write a film as PyAV does when told little: what Manim does."""
    options["x264-params"] = f"scenecut=0:{x264}".rstrip(":")
    with av.open(str(path), "w") as film:
        stream = film.add_stream("libx264", rate=15, options=options)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        for number in range(60):
            pixels = np.full((96, 160, 3), number, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        film.mux(stream.encode())


def test_a_careless_film_has_the_faults_that_it_has(tmp_path: Path) -> None:
    encode_carelessly(tmp_path / "film.mp4")
    assert set(probe(tmp_path / "film.mp4").faults()) >= {
        "not tagged as TV range",
        "not tagged as BT.709",
        "the index (moov) stands last",
        "has an edit list",
        "key frames 60 frames apart",
    }


@pytest.mark.parametrize(
    ("x264", "fault"),
    [
        ("cabac=0", "no CABAC"),
        ("b-adapt=0:bframes=5:b-pyramid=none", "5 B-frames in a row, not 2"),
        ("keyint=12:b-adapt=0:bframes=2:open-gop=1", "an open GOP"),
        ("interlaced=1", "interlaced"),
    ],
    ids=lambda value: value,
)
def test_each_fault_is_found(tmp_path: Path, x264: str, fault: str) -> None:
    encode_carelessly(tmp_path / "film.mp4", x264)
    assert fault in probe(tmp_path / "film.mp4").faults()


def test_another_profile_is_found(tmp_path: Path) -> None:
    encode_carelessly(tmp_path / "film.mp4", profile="main")
    assert "profile Main, not High" in probe(tmp_path / "film.mp4").faults()


@pytest.mark.parametrize("content", [None, b"", b"not a film at all"])
def test_a_file_that_is_no_film_is_told_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "film.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RenderError, match="is not a film that can be read") as caught:
        probe(path)
    assert "\n" not in str(caught.value)
