"""A clip has exactly the frames of its span, and as few as can be are coded a second time."""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.outputs.clips.cut import cut
from mnemo_anim.outputs.film_frames import Span
from mnemo_anim.render.encode import X264_OPTIONS
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.probe import probe
from tests.filming import film_of_noise, tone_of, with_sound
from tests.tiny_studio import TINY

FRAMES = 47  # with a key frame at each fifth, see TINY

Picture = NDArray[np.uint8]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    film_of_noise(path, FRAMES, TINY)
    return path


def decoded(film: Path) -> list[Picture]:
    """Return all pictures of a film, read from its beginning."""
    with av.open(str(film)) as container:
        return [np.asarray(frame.to_ndarray(), np.uint8) for frame in container.decode(video=0)]


def likeness(one: Picture, other: Picture) -> float:
    """Return the peak signal-to-noise ratio in decibels."""
    error = np.mean((one.astype(float) - other) ** 2)
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))


@pytest.mark.parametrize(
    ("first", "end", "copied"),
    [
        (0, FRAMES, 47),
        (0, 5, 5),
        (10, 30, 20),
        (8, 30, 20),
        (10, 33, 20),
        (8, 33, 20),
        (45, 47, 2),
        (44, 47, 2),
        (6, 9, 0),
        (4, 6, 0),
        (12, 13, 0),
    ],
)
def test_a_clip_has_its_frames_and_no_others(
    film: Path, tmp_path: Path, first: int, end: int, copied: int
) -> None:
    clip = tmp_path / "clip.mp4"
    done = cut(Span(film, first, end), clip)
    assert (done.frames, done.copied) == (end - first, copied)
    pairs = list(zip(decoded(film)[first:end], decoded(clip), strict=True))
    assert sum(likeness(*pair) == float("inf") for pair in pairs) >= copied
    assert min(likeness(*pair) for pair in pairs) > 38


def test_the_frames_differ_from_their_neighbours_by_more_than_coding_does(film: Path) -> None:
    pictures = decoded(film)
    assert max(map(likeness, pictures, pictures[1:])) < 30


@pytest.mark.parametrize(("first", "end"), [(0, FRAMES), (8, 33), (6, 9), (46, 47)])
def test_a_clip_is_as_good_a_file_as_the_film(
    film: Path, tmp_path: Path, first: int, end: int
) -> None:
    clip = tmp_path / "clip.mp4"
    cut(Span(film, first, end), clip)
    read = probe(clip)
    assert read.picture_faults() == []
    assert read.frames == end - first
    assert read.fps == TINY.fps


def test_the_same_clip_has_the_same_bytes(film: Path, tmp_path: Path) -> None:
    for name in ("one.mp4", "other.mp4"):
        cut(Span(film, 8, 33), tmp_path / name)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "other.mp4").read_bytes()


def test_a_change_is_made_to_every_frame(film: Path, tmp_path: Path) -> None:
    def grey(picture: av.VideoFrame) -> av.VideoFrame:
        pixels = np.full_like(picture.to_ndarray(), 128)
        return av.VideoFrame.from_ndarray(pixels, format="yuv420p")

    done = cut(Span(film, 5, 30), tmp_path / "clip.mp4", change=grey)
    assert done.copied == 0
    assert all(
        np.abs(picture.astype(int) - 128).max() < 3 for picture in decoded(tmp_path / "clip.mp4")
    )


def test_a_film_of_another_encoder_is_coded_again_as_a_whole(
    film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = {**X264_OPTIONS, "preset": "slow", "crf": "10"}
    monkeypatch.setattr("mnemo_anim.outputs.clips.cut.X264_OPTIONS", options)
    clip = tmp_path / "clip.mp4"
    assert cut(Span(film, 8, 33), clip).copied == 0
    assert min(map(likeness, decoded(film)[8:33], decoded(clip))) > 38
    assert cut(Span(film, 10, 30), clip).copied == 20  # nothing of it is coded again


def test_sound_is_cut_with_the_picture(film: Path, tmp_path: Path) -> None:
    spoken, clip = tmp_path / "spoken.mp4", tmp_path / "clip.mp4"
    with_sound(film, spoken, tones=(300, 500, 700, 900, 1100))
    cut(Span(spoken, 20, 30), clip)
    assert tone_of(clip) == pytest.approx(700, abs=5)
    with av.open(str(clip)) as container:
        voice = container.streams.audio[0]
        times = [
            packet.pts * packet.time_base
            for packet in container.demux(voice)
            if packet.pts is not None
        ]
    assert 0 <= times[0] < 0.022
    assert times[-1] < 1
    assert min(map(likeness, decoded(film)[20:30], decoded(clip))) > 38
    cut(Span(spoken, 20, 30), clip, sound=False)
    with av.open(str(clip)) as container:
        assert not container.streams.audio


@pytest.mark.parametrize("span", [(40, 48), (47, 50), (60, 61)])
def test_a_film_that_is_too_short_is_told(
    film: Path, tmp_path: Path, span: tuple[int, int]
) -> None:
    with pytest.raises(RenderError, match=r"film\.mp4 has no frame \d+. Render it again"):
        cut(Span(film, *span), tmp_path / "clip.mp4")
    assert list(tmp_path.iterdir()) == []


def test_something_that_is_no_film_is_told(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"nothing")
    with pytest.raises(RenderError, match=r"film\.mp4 is not a film that can be read"):
        cut(Span(tmp_path / "film.mp4", 0, 1), tmp_path / "clip.mp4")
