"""Frames in, H.264 out, as video sites want it.

The samples are converted by the BT.709 matrix and say so. Manim's own encoder uses BT.601, and an
option of the encoder alone would only change the label.
"""

from contextlib import ExitStack
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

import av
import numpy as np
from av.video.reformatter import (
    ColorPrimaries,
    ColorRange,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)
from numpy.typing import NDArray

from mnemo_anim.boxes import Box
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.whole import written_whole

# Container: no edit list. B-frames are then shown from time 0 on only if their composition offsets
# may be negative. A film has its index first; what lies in memory is no film yet.
IN_MEMORY = {"movflags": "+negative_cts_offsets", "use_editlist": "0"}
MP4_OPTIONS = {**IN_MEMORY, "movflags": "+faststart+negative_cts_offsets"}

# x264: at this preset line art is as good as with those that take twice as long. Two B-frames in
# every three, and no look ahead for better places, take a third less time than `veryfast` with it,
# for as good a picture and a smaller file. Adaptive quantisation in mode 3 gives dark ground more
# bits: 1.3 dB more on the landscape by night. Without the macroblock tree, whose vector code reads
# memory that nobody has written, the same frames give the same bytes; crf 18 is then as good as 16
# with it, for a sixth to a quarter more bytes.
X264_OPTIONS = {
    "preset": "superfast",
    "crf": "18",
    "aq-mode": "3",
    "profile": "high",
    "bf": "2",
    "x264-params": "open-gop=0:mbtree=0:b-adapt=0:scenecut=0:rc-lookahead=0",
}
_THREADS = 1  # of the encoder: the same bytes on every machine, and scenes run side by side anyway
_TAPS = 8  # pixels around it that a sample of the film may depend on, and more
# A sample of colour is the mean of its four pixels: unlike a cubic, that does not ring at edges.
_SCALING = Interpolation.AREA | Interpolation.FULL_CHR_H_INP


class FilmPicture:
    """The picture of a film, in its own samples: converted where it changes, and only there.

    Args:
        quality: its size.

    Attributes:
        frame: the picture, YUV 4:2:0.
    """

    def __init__(self, quality: Quality) -> None:
        self.frame = av.VideoFrame(quality.width, quality.height, "yuv420p")
        self.frame.colorspace, self.frame.color_range = Colorspace.ITU709, ColorRange.MPEG
        self._size = (quality.width, quality.height)
        self._reformatter = VideoReformatter()
        self._planes = _planes_of(self.frame)

    def around(self, box: Box) -> Box:
        """Return the pixels that are needed to convert a box; its ends must be even."""
        return box.grown(2 * _TAPS, *self._size)

    def change(self, box: Box, pixels: NDArray[np.uint8]) -> None:
        """Convert what has changed.

        Args:
            box: where.
            pixels: C-contiguous RGBA of :meth:`around` the box.
        """
        area, touched = self.around(box), box.grown(_TAPS, *self._size)
        converted = self._reformatter.reformat(
            av.VideoFrame.from_numpy_buffer(pixels, format="rgba"),
            format="yuv420p",
            src_color_range=ColorRange.JPEG,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            dst_color_primaries=ColorPrimaries.BT709,
            dst_color_trc=ColorTrc.BT709,
            interpolation=_SCALING,
            threads=_THREADS,
        )
        inside = touched.moved(-area.left, -area.upper)
        for plane, part, parts in zip(self._planes, _planes_of(converted), (1, 2, 2), strict=True):
            plane[touched.coarser(parts).slices] = part[inside.coarser(parts).slices]


def _planes_of(frame: av.VideoFrame) -> list[NDArray[np.uint8]]:
    """Return the samples of a frame, not copied: shape (height, width) for each plane."""
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[
            :, : plane.width
        ]
        for plane in frame.planes
    ]


class FilmEncoder:
    """Encodes RGBA frames into one silent film, which appears when it is whole.

    Use it in a `with` block: an error inside leaves nothing behind.

    Args:
        target: where the mp4 file goes: a path, or a buffer in memory.
        quality: size and frame rate; each frame must have that size.

    Attributes:
        frames: how many have been encoded so far.
    """

    def __init__(self, target: Path | BytesIO, quality: Quality) -> None:
        self.frames = 0
        self._quality = quality
        self._picture = FilmPicture(quality)
        self._exit = ExitStack()
        if isinstance(target, Path):
            target = self._exit.enter_context(written_whole(target))
        file, options = (
            (target, IN_MEMORY) if isinstance(target, BytesIO) else (str(target), MP4_OPTIONS)
        )
        self._container = av.open(file, "w", format="mp4", options=options)
        self._stream = self._container.add_stream(
            "libx264", rate=quality.fps, options=dict(X264_OPTIONS)
        )
        self._stream.width, self._stream.height = quality.width, quality.height
        self._stream.pix_fmt = "yuv420p"
        context = self._stream.codec_context
        context.gop_size = quality.gop
        context.max_b_frames = 2
        context.thread_count = _THREADS
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709

    def write(self, pixels: NDArray[np.uint8], repeat: int = 1) -> None:
        """Append a picture, shown for `repeat` frames; it is converted once.

        Args:
            pixels: C-contiguous RGBA, shape (height, width, 4), rows from the top. Left alone
                until the call returns.
            repeat: number of frames.

        Raises:
            ValueError: the picture has another size or kind.
        """
        expected = (self._quality.height, self._quality.width, 4)
        if pixels.shape != expected or pixels.dtype != np.uint8:
            raise ValueError(
                f"a frame must be uint8 of shape {expected}, "
                f"not {pixels.dtype} of shape {pixels.shape}"
            )
        self._picture.change(Box(0, 0, self._quality.width, self._quality.height), pixels)
        self.show(self._picture, repeat)

    def show(self, picture: FilmPicture, repeat: int = 1) -> None:
        """Append a picture as it is now, shown for `repeat` frames."""
        frame = picture.frame
        frame.time_base = Fraction(1, self._quality.fps)
        for _ in range(repeat):
            frame.pts = self.frames
            self._container.mux(self._stream.encode(frame))
            self.frames += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._exit:  # which puts the film in its place, or takes it away
            if kind is None:
                self._container.mux(self._stream.encode())
            self._container.close()
            if error is not None:
                raise error
