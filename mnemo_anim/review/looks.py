"""Look at a film many times a second, as small pictures: enough to see what moves and flashes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from mnemo_anim.render.errors import RenderError
from mnemo_anim.review.limits import LOOKS_A_SECOND

WIDTH, HEIGHT = 320, 180
"""Of a look. Each pixel is the mean of its 6 × 6 at 1080p, so a dot of 12 px keeps its colour."""

_MOST_B_FRAMES = 2  # of our films, in a row


class Look(NamedTuple):
    """A picture of the film, RGB of shape (180, 320, 3), and its second."""

    time: float
    picture: NDArray[np.uint8]


def looks(film: Path) -> Iterator[Look]:
    """Yield looks at a film, in order.

    Where the frames come fast enough, those that no other is made from are passed over, which
    takes half the time. The encoder holds on to whatever is unlike its neighbours: a single light
    frame of 60 a second is among those that are looked at.

    Raises:
        RenderError: it is no film that can be read.
    """
    try:
        with av.open(str(film)) as container:
            stream = container.streams.video[0]
            rate = stream.average_rate or 0
            if rate >= LOOKS_A_SECOND * (1 + _MOST_B_FRAMES):
                stream.codec_context.skip_frame = "BIDIR"
            stream.thread_type = "AUTO"
            small = VideoReformatter()
            for frame in container.decode(stream):
                picture = small.reformat(
                    frame,
                    width=WIDTH,
                    height=HEIGHT,
                    format="rgb24",
                    src_colorspace=Colorspace.ITU709,
                    src_color_range=ColorRange.MPEG,
                    dst_color_range=ColorRange.JPEG,
                    interpolation=Interpolation.AREA,
                )
                yield Look(frame.time or 0.0, picture.to_ndarray().astype(np.uint8, copy=False))
    except (OSError, av.FFmpegError, IndexError, ValueError) as error:
        raise RenderError(f"{film} is not a film that can be read ({error}).") from error
