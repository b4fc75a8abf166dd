"""A film holds the colours it was given, in the form that video sites want."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.paths import ROOT
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.probe import probe
from mnemo_anim.render.quality import QUALITIES, Quality
from mnemo_anim.theme import PALETTE
from tests.render.making import pictures

SMALL = Quality("small", 160, 90, 15)
SMOOTH = Quality("smooth", 320, 180, 60)

COLOURS = {
    "red": (255, 0, 0),
    "green": (0, 255, 0),
    "blue": (0, 0, 255),
    "mid grey": (128, 128, 128),
    "white": (255, 255, 255),
    "black": (0, 0, 0),
}
THEME = {
    name: tuple(bytes.fromhex(value.removeprefix("#")))
    for name in PALETTE.__dataclass_fields__
    if isinstance(value := getattr(PALETTE, name), str)
}


def plain(colour: tuple[int, ...], quality: Quality = SMALL) -> NDArray[np.uint8]:
    frame = np.full((quality.height, quality.width, 4), 255, np.uint8)
    frame[..., :3] = colour
    return frame


def moving(count: int, quality: Quality = SMALL) -> list[NDArray[np.uint8]]:
    """Return frames with a bar that moves, so that the encoder has something to do."""
    frames = []
    for number in range(count):
        frame = plain((10, 17, 32), quality)
        left = 2 * number % (quality.width - 20)
        frame[20:60, left : left + 20, :3] = (251, 159, 68)
        frames.append(frame)
    return frames


def encode(path: Path, frames: Iterable[NDArray[np.uint8]], quality: Quality = SMALL) -> None:
    with FilmEncoder(path, quality) as film:
        for frame in frames:
            film.write(frame)


def rgb_by_bt709(y: Any, cb: Any, cr: Any) -> tuple[float, ...]:
    """Return R'G'B' in levels by ITU-R BT.709-6, items 3.2 to 3.5, solved for R', G', B'."""
    luma, blue, red = (y - 16) / 219, (cb - 128) / 224, (cr - 128) / 224
    r = luma + 1.5748 * red
    b = luma + 1.8556 * blue
    g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
    return tuple(255 * part for part in (r, g, b))


@pytest.mark.parametrize("colour", [*COLOURS.values(), *THEME.values()], ids=[*COLOURS, *THEME])
def test_a_colour_comes_back_within_two_levels(tmp_path: Path, colour: tuple[int, ...]) -> None:
    encode(tmp_path / "film.mp4", [plain(colour)] * 3)
    with av.open(str(tmp_path / "film.mp4")) as film:
        planes = next(film.decode(video=0)).to_ndarray()
    height, width = SMALL.height, SMALL.width
    luma = planes[:height].mean()
    chroma = planes[height:].reshape(2, -1, width // 2)
    found = rgb_by_bt709(luma, chroma[0].mean(), chroma[1].mean())
    assert np.abs(np.subtract(found, colour)).max() <= 2.0


def test_pure_red_has_the_luma_of_bt709_not_of_bt601(tmp_path: Path) -> None:
    encode(tmp_path / "film.mp4", [plain((255, 0, 0))] * 3)
    with av.open(str(tmp_path / "film.mp4")) as film:
        luma = next(film.decode(video=0)).to_ndarray()[0, 0]
    assert abs(int(luma) - 63) <= 1  # BT.601 would be 81


@pytest.mark.parametrize("quality", [SMALL, SMOOTH], ids=lambda quality: quality.name)
def test_the_file_is_what_video_sites_want(tmp_path: Path, quality: Quality) -> None:
    encode(tmp_path / "film.mp4", moving(100, quality), quality)
    found = probe(tmp_path / "film.mp4")
    assert found.picture_faults() == []
    assert (found.width, found.height) == (quality.width, quality.height)
    assert float(found.fps) == quality.fps
    assert found.frames == 100
    assert found.b_frames == 2
    assert b"colrnclx\x00\x01\x00\x01\x00\x01\x00" in (tmp_path / "film.mp4").read_bytes()


@pytest.mark.parametrize("frames", [1, 2, 3, 31])
def test_any_number_of_frames_makes_a_good_film(tmp_path: Path, frames: int) -> None:
    encode(tmp_path / "film.mp4", moving(frames))
    found = probe(tmp_path / "film.mp4")
    assert (found.picture_faults(), found.frames, found.start) == ([], frames, 0)


def test_a_held_picture_is_shown_as_often_as_asked(tmp_path: Path) -> None:
    with FilmEncoder(tmp_path / "film.mp4", SMALL) as film:
        film.write(plain((255, 0, 0)), repeat=40)
        assert film.frames == 40
        film.write(plain((0, 0, 255)), repeat=2)
        assert film.frames == 42
    with av.open(str(tmp_path / "film.mp4")) as decoded:
        lumas = [int(frame.to_ndarray()[0, 0]) for frame in decoded.decode(video=0)]
    assert len(lumas) == 42
    assert max(lumas[40:]) < min(lumas[:40])


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.mp4", "other.mp4"):
        encode(tmp_path / name, moving(40))
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "other.mp4").read_bytes()


ENCODED = """
import hashlib, sys
from io import BytesIO
import numpy as np
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.quality import Quality
quality = Quality("noisy", 854, 480, 15)
still = np.random.default_rng(1).integers(0, 64, (480, 854, 4), np.uint8) * 4
still[..., 3] = 255
with FilmEncoder(target := BytesIO(), quality) as encoder:
    for number in range(12):
        picture = still.copy()
        picture[100:200, 794 + number :, :3] = 200
        picture[300:400, 3 * number : 854 - number, :3] //= 2
        encoder.write(picture)
print(hashlib.sha256(target.getvalue()).hexdigest())
"""


def test_the_same_frames_give_the_same_bytes_whatever_memory_held_before() -> None:
    """The C library fills what is allocated: with nothing, or with two other values."""
    found = {
        subprocess.run(
            [sys.executable, "-c", ENCODED],
            env={**os.environ, "PYTHONPATH": str(ROOT), "MALLOC_PERTURB_": fill},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for fill in ("0", "1", "170")
    }
    assert len(found) == 1


def test_line_art_survives(tmp_path: Path) -> None:
    """Bright lines on the dark ground: 40 dB is where loss begins to be seen."""
    frames = moving(20, SMOOTH)
    for frame in frames:
        for row in range(3):
            frame[row::30, :, :3] = (229, 236, 245)
    encode(tmp_path / "film.mp4", frames, SMOOTH)
    with av.open(str(tmp_path / "film.mp4")) as film:
        decoded = [frame.to_ndarray()[: SMOOTH.height] for frame in film.decode(video=0)]
    errors = []
    for frame, luma in zip(frames, decoded, strict=True):
        true = 16 + 219 / 255 * (frame[..., :3] @ np.array([0.2126, 0.7152, 0.0722]))
        errors.append(((true - luma) ** 2).mean())
    assert 10 * np.log10(255**2 / max(errors)) >= 40.0


def test_an_error_while_encoding_leaves_nothing_behind(tmp_path: Path) -> None:
    def frames() -> Iterator[NDArray[np.uint8]]:
        yield plain((0, 0, 0))
        raise KeyError

    with pytest.raises(KeyError):
        encode(tmp_path / "film.mp4", frames())
    assert list(tmp_path.iterdir()) == []


def test_the_film_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"the last one")
    with FilmEncoder(path, SMALL) as film:
        film.write(plain((0, 0, 0)), repeat=100)
        assert path.read_bytes() == b"the last one"
        assert len(list(tmp_path.iterdir())) == 2
    assert probe(path).frames == 100
    assert list(tmp_path.iterdir()) == [path]


def test_a_film_in_memory_has_the_same_pictures(tmp_path: Path) -> None:
    encode(tmp_path / "film.mp4", moving(40))
    memory = BytesIO()
    with FilmEncoder(memory, SMALL) as film:
        for frame in moving(40):
            film.write(frame)
    assert pictures(memory.getvalue()) == pictures(tmp_path / "film.mp4")


@pytest.mark.parametrize(
    "frame",
    [np.zeros((90, 160, 3), np.uint8), np.zeros((80, 160, 4), np.uint8), np.zeros((90, 160, 4))],
)
def test_a_frame_of_another_kind_is_refused(tmp_path: Path, frame: NDArray[np.uint8]) -> None:
    with (
        pytest.raises(ValueError, match=r"a frame must be uint8 of shape \(90, 160, 4\), not "),
        FilmEncoder(tmp_path / "film.mp4", SMALL) as film,
    ):
        film.write(frame)


@pytest.mark.parametrize("quality", QUALITIES.values(), ids=QUALITIES)
def test_every_quality_can_be_encoded(quality: Quality) -> None:
    assert quality.width % 2 == quality.height % 2 == 0
    assert quality.width / quality.height == pytest.approx(16 / 9, abs=0.002)
    assert quality.gop <= quality.fps / 2
