"""What is written with transparency is read back with it, and in its own colours."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.outputs.overlays.files import OverlayFormat, overlay_files, straight

SIZE = (96, 64)
ALL = tuple(OverlayFormat)

Pixels = NDArray[np.uint8]


def drawn(colour: tuple[int, int, int], opacity: int) -> Pixels:
    """Return a picture as Cairo draws it: colour times opacity in its left half, nothing right."""
    pixels = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    pixels[:, : SIZE[0] // 2, :3] = [round(part * opacity / 255) for part in colour]
    pixels[:, : SIZE[0] // 2, 3] = opacity
    return pixels


PICTURES = [drawn((240, 120, 40), 255), drawn((240, 120, 40), 128), drawn((40, 160, 220), 60)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[OverlayFormat, Path]:
    name = tmp_path_factory.mktemp("overlay") / "02-two.5-third"
    with overlay_files(name, ALL, SIZE, Fraction(10), poster=4) as writer:
        for picture in PICTURES:
            writer.write(picture, repeat=3)
    return {kind: kind.beside(name) for kind in ALL}


def test_files_have_their_names(files: dict[OverlayFormat, Path]) -> None:
    folder = next(iter(files.values())).parent
    assert sorted(file.name for file in folder.iterdir()) == [
        "02-two.5-third.mov",
        "02-two.5-third.png",
        "02-two.5-third.webm",
    ]


def read_back(file: Path) -> list[Pixels]:
    """Return the frames of a film as RGBA. Transparent VP9 is read by the codec's own library."""
    with av.open(str(file)) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
        if stream.codec_context.name == "vp9":
            decoder = av.VideoCodecContext.create("libvpx-vp9", "r")
            frames = [frame for packet in packets for frame in decoder.decode(packet)]
            frames += decoder.decode(None)
        else:
            frames = [frame for packet in packets for frame in packet.decode()]
        return [
            np.asarray(
                frame.reformat(format="rgba", src_colorspace=1, dst_color_range=2).to_ndarray(),
                np.uint8,
            )
            for frame in frames
        ]


@pytest.mark.parametrize("kind", [OverlayFormat.MOV, OverlayFormat.WEBM])
def test_a_film_keeps_transparency_and_colours(
    files: dict[OverlayFormat, Path], kind: OverlayFormat
) -> None:
    frames = read_back(files[kind])
    assert len(frames) == 9
    for number, frame in enumerate(frames):
        colour = [(240, 120, 40), (240, 120, 40), (40, 160, 220)][number // 3]
        opacity = [255, 128, 60][number // 3]
        seen, clear = frame[SIZE[1] // 2, SIZE[0] // 4].astype(int), frame[SIZE[1] // 2, -8]
        assert abs(seen[3] - opacity) <= 2
        assert np.abs(seen[:3] - colour).max() <= 12
        assert clear[3] <= 2


def test_the_still_is_the_poster(files: dict[OverlayFormat, Path]) -> None:
    with Image.open(files[OverlayFormat.PNG]) as still:
        assert still.mode == "RGBA"
        np.testing.assert_array_equal(np.asarray(still), straight(PICTURES[1]))


def test_the_same_frames_make_the_same_files(
    files: dict[OverlayFormat, Path], tmp_path: Path
) -> None:
    with overlay_files(tmp_path / "again", ALL, SIZE, Fraction(10), poster=4) as writer:
        for picture in PICTURES:
            writer.write(picture, repeat=3)
    for kind, file in files.items():
        assert kind.beside(tmp_path / "again").read_bytes() == file.read_bytes()


def test_an_error_leaves_no_file(tmp_path: Path) -> None:
    def fail() -> None:
        with overlay_files(tmp_path / "name", ALL, SIZE, Fraction(10), poster=0) as writer:
            writer.write(PICTURES[0])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_colours_are_undarkened_exactly_where_they_can_be() -> None:
    """Of eight bits times an opacity, no more than the opacity's own steps are left."""
    colours, opacities = (axis.ravel() for axis in np.mgrid[:256:5, 1:256])
    darkened = np.round(colours * opacities / 255)
    pixels = np.stack([darkened, darkened, darkened, opacities], axis=-1).astype(np.uint8)
    back = straight(pixels[np.newaxis])[0, :, 0].astype(float)
    assert np.abs(back - colours).max() <= 128
    assert (np.abs(back - colours) <= 128 / opacities + 0.5).all()
    assert (straight(np.full((1, 1, 4), (9, 9, 9, 0), np.uint8)) == 0).all()
