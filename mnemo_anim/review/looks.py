"""Look at each frame of a film as a small picture: enough to see what moves and flashes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from mnemo_anim.render.errors import RenderError

WIDTH, HEIGHT = 320, 180
"""Of a look. Each pixel is the mean of its 6 × 6 at 1080p, so a dot of 12 px keeps its colour."""


class Look(NamedTuple):
    """A picture of the film, RGB of shape (180, 320, 3), and its second."""

    time: float
    picture: NDArray[np.uint8]


def looks(film: Path) -> Iterator[Look]:
    """Yield a look at each frame of a film, in order.

    Raises:
        RenderError: it is no film that can be read.
    """
    try:
        with av.open(str(film)) as container:
            stream = container.streams.video[0]
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
