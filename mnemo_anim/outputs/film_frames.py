"""The frames of a film, by their numbers, counted from 0."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.container import InputContainer
from av.video.reformatter import ColorRange, Colorspace, Interpolation

from mnemo_anim.render.errors import RenderError

if TYPE_CHECKING:
    from PIL import Image

_CONVERSION = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT


Change = Callable[[av.VideoFrame], av.VideoFrame]
"""What is done to each frame that is taken out of a film."""


@dataclass(frozen=True, slots=True)
class Span:
    """The frames ``first`` up to, not including, ``end`` of a film."""

    film: Path
    first: int
    end: int

    def __len__(self) -> int:
        return self.end - self.first


@contextmanager
def opened(film: Path) -> Iterator[InputContainer]:
    """Open a film; whatever cannot be read in it is told as a RenderError."""
    try:
        with av.open(str(film)) as container:
            if not container.streams.video:
                raise RenderError(f"{film} is not a film that can be read (it has no picture).")
            yield container
    except (OSError, av.FFmpegError) as error:
        raise RenderError(f"{film} is not a film that can be read ({error}).") from error


def frame_rate(film: Path, stream: av.VideoStream) -> Fraction:
    """Return the frames a second of a film; raise RenderError where it does not tell."""
    if stream.average_rate is None:
        raise RenderError(f"{film} does not tell its frame rate. Render it again.")
    return stream.average_rate


def frames_of(span: Span, change: Change | None = None) -> Iterator[av.VideoFrame]:
    """Yield the frames of a span, changed as asked for.

    Raises:
        RenderError: The film cannot be read, or is shorter.
    """
    if not len(span):
        return
    with opened(span.film) as container:
        stream = container.streams.video[0]
        rate = frame_rate(span.film, stream)
        container.seek(int(span.first / rate * av.time_base))
        expected = span.first
        for picture in container.decode(stream):
            number = round((picture.time or 0) * rate)
            if number < span.first:
                continue
            if number >= span.end or number != expected:
                break
            yield change(picture) if change else picture
            expected += 1
    if expected < span.end:
        raise RenderError(f"{span.film} has no frame {expected}. Render it again.")


def as_image(picture: av.VideoFrame) -> "Image.Image":
    """Return a frame of a film, which is coded by BT.709, in RGB."""
    full = picture.reformat(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=_CONVERSION,
    )
    from PIL import Image  # noqa: PLC0415 - whoever just opens a film needs none

    return Image.fromarray(full.to_ndarray())
