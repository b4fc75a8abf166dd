"""Transparent frames in, files out that keep the transparency.

In all of them colours are "straight": not darkened by the transparency, which stands beside them.

- QuickTime, ProRes 4444: Keynote, PowerPoint on a Mac, Final Cut, Premiere, DaVinci Resolve.
- WebM, VP9: Chromium, Edge, Firefox, OBS.
- PNG: a still. PowerPoint on Windows, which plays no transparent film, takes this one.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.outputs.clips.coding import add_pictures
from mnemo_anim.outputs.clips.webm import CONTAINER_OPTIONS, KEY_FRAME_EVERY, VP9_OPTIONS
from mnemo_anim.render.encode import MP4_OPTIONS
from mnemo_anim.render.whole import written_whole

Pixels = NDArray[np.uint8]


class OverlayFormat(StrEnum):
    """A kind of file; its value is the ending of its name."""

    MOV = "mov"
    WEBM = "webm"
    PNG = "png"

    def beside(self, name: Path) -> Path:
        """Return the file of this kind called ``name``."""
        return name.with_name(f"{name.name}.{self}")


_PRORES = {"profile": "4444", "vendor": "apl0", "alpha_bits": "16"}
_VP9 = {**VP9_OPTIONS, "auto-alt-ref": "0"}  # frames that are not shown have no transparency
_SCALING = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INP


class OverlayWriter:
    """Writes each frame into the films, and one of them into the still.

    Args:
        films: the files that are being written, each with its stream of pictures.
        rate: frames a second.
        poster: number of the frame that is the still, counted from 0.
        still: where the still goes; None for none.
    """

    def __init__(
        self,
        films: Sequence[tuple[OutputContainer, av.VideoStream]],
        rate: Fraction,
        poster: int,
        still: Path | None,
    ) -> None:
        self.frames = 0
        self._films = films
        self._rate = rate
        self._poster = poster
        self._still = still

    def write(self, pixels: Pixels, repeat: int = 1) -> None:
        """Append a picture, shown for ``repeat`` frames.

        Args:
            pixels: RGBA as it is drawn, shape (height, width, 4): colours times opacity.
            repeat: number of frames.
        """
        picture = straight(pixels)
        if self._still is not None and 0 <= self._poster - self.frames < repeat:
            Image.fromarray(picture).save(self._still, "PNG")
        frame = av.VideoFrame.from_ndarray(picture, format="rgba")
        for container, stream in self._films:
            coded = frame.reformat(
                format=stream.pix_fmt,
                src_color_range=ColorRange.JPEG,
                dst_colorspace=Colorspace.ITU709,
                dst_color_range=ColorRange.MPEG,
                dst_color_primaries=ColorPrimaries.BT709,
                dst_color_trc=ColorTrc.BT709,
                interpolation=_SCALING,
            )
            coded.time_base = 1 / self._rate
            for number in range(self.frames, self.frames + repeat):
                coded.pts, coded.pict_type = number, PictureType.NONE
                container.mux(stream.encode(coded))
        self.frames += repeat


@contextmanager
def overlay_files(
    name: Path,
    kinds: Sequence[OverlayFormat],
    size: tuple[int, int],
    rate: Fraction,
    poster: int,
) -> Iterator[OverlayWriter]:
    """Give a writer of files called ``name``, which appear when all of them are whole.

    Args:
        name: where they go, without an ending.
        kinds: which there are.
        size: width and height in pixels.
        rate: frames a second.
        poster: number of the frame that is the still, counted from 0.
    """
    with ExitStack() as stack:
        parts = {kind: stack.enter_context(written_whole(kind.beside(name))) for kind in kinds}
        films = []
        if OverlayFormat.MOV in parts:
            part = str(parts[OverlayFormat.MOV])
            mov = stack.enter_context(av.open(part, "w", format="mov", options=MP4_OPTIONS))
            colours = "yuva444p10le"
            films.append(
                (mov, add_pictures(mov, "prores_ks", size, rate, _PRORES, pixel_format=colours))
            )
        if OverlayFormat.WEBM in parts:
            part = str(parts[OverlayFormat.WEBM])
            webm = stack.enter_context(av.open(part, "w", format="webm", options=CONTAINER_OPTIONS))
            pictures = add_pictures(
                webm,
                "libvpx-vp9",
                size,
                rate,
                _VP9,
                pixel_format="yuva420p",
                key_frame_every=KEY_FRAME_EVERY,
            )
            films.append((webm, pictures))
        yield OverlayWriter(films, rate, poster, parts.get(OverlayFormat.PNG))
        for container, stream in films:
            container.mux(stream.encode())


def straight(pixels: Pixels) -> Pixels:
    """Return RGBA with its colours undarkened; where nothing is, they are black.

    Args:
        pixels: shape (height, width, 4), colours times opacity, as Cairo draws.
    """
    opacity = pixels[..., 3:].astype(np.uint16)
    colours = pixels[..., :3].astype(np.uint16) * 255 + opacity // 2
    undarkened = np.minimum(colours // np.maximum(opacity, 1), 255) * (opacity > 0)
    return np.concatenate([undarkened.astype(np.uint8), pixels[..., 3:]], axis=-1)
