"""A stream of pictures in a file that is being written, set up like those of the films."""

from collections.abc import Iterable
from fractions import Fraction

import av
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc


def add_pictures(
    container: OutputContainer,
    codec: str,
    size: tuple[int, int],
    rate: Fraction,
    options: dict[str, str],
    *,
    pixel_format: str = "yuv420p",
    key_frame_every: float = 0.5,
) -> av.VideoStream:
    """Add a stream of pictures, coded and tagged by BT.709.

    One thread codes it, so the bytes are the same on every machine.

    Args:
        container: the file.
        codec: name of the encoder.
        size: width and height in pixels.
        rate: frames a second.
        options: of the encoder.
        pixel_format: in which the encoder takes pictures.
        key_frame_every: so many seconds, at least.
    """
    stream = container.add_stream(codec, rate=rate, options=dict(options))
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height = size
    stream.pix_fmt = pixel_format
    context = stream.codec_context
    context.gop_size = max(1, int(rate * Fraction(key_frame_every)))
    context.thread_count = 1
    context.color_range = ColorRange.MPEG
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    return stream


def write_pictures(
    container: OutputContainer,
    stream: av.VideoStream,
    rate: Fraction,
    pictures: Iterable[av.VideoFrame],
) -> None:
    """Code pictures one after the other, from time 0 on."""
    for number, picture in enumerate(pictures):
        picture.pts, picture.time_base = number, 1 / rate
        picture.pict_type = PictureType.NONE  # the encoder chooses anew
        container.mux(stream.encode(picture))
    container.mux(stream.encode())
