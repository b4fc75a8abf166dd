"""One frame of a film as a PNG, and a clip as an animated picture: WebP or GIF."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.filter import Graph
from av.video.format import VideoFormat
from av.video.frame import PictureType
from PIL import Image

from mnemo_anim.outputs.film_frames import (
    Change,
    Span,
    as_image,
    frame_rate,
    frames_of,
    opened,
)
from mnemo_anim.render.whole import written_whole

HOLD = 2000  # milliseconds that an animation stands still at its end, before it begins again

_WEBP_WIDTH, _WEBP_STEP = 960, 40  # pixels, and milliseconds from one picture to the next
_GIF_WIDTH, _GIF_STEP = 640, 80  # of a GIF, which counts in hundredths of a second
_TICK = Fraction(1, 1000)  # seconds


def write_poster(film: Path, frame: int, target: Path, *, change: Change | None = None) -> None:
    """Write one frame of a film as a PNG."""
    (picture,) = frames_of(Span(film, frame, frame + 1), change)
    with written_whole(target) as part:
        as_image(picture).save(part, "PNG")


def write_webp(span: Span, target: Path, *, change: Change | None = None) -> None:
    """Write a span of a film as a WebP that begins anew when it is over."""
    pictures = list(_small(span, _WEBP_WIDTH, _WEBP_STEP, change))
    with written_whole(target) as part:
        pictures[0].save(
            part,
            "WEBP",
            save_all=True,
            append_images=pictures[1:],
            duration=[_WEBP_STEP] * (len(pictures) - 1) + [HOLD],
            loop=0,
            quality=80,
        )


def write_gif(span: Span, target: Path, *, change: Change | None = None) -> None:
    """Write a span of a film as a GIF that begins anew when it is over.

    Its 256 colours are chosen from all of its pictures.
    """
    pictures = list(_small(span, _GIF_WIDTH, _GIF_STEP, change))
    options = {"loop": "0", "final_delay": str(HOLD // 10)}
    with (
        written_whole(target) as part,
        av.open(str(part), "w", format="gif", options=options) as clip,
    ):
        stream = clip.add_stream("gif", rate=1 / (_GIF_STEP * _TICK))
        stream.width, stream.height = pictures[0].size
        stream.pix_fmt = "pal8"
        for picture in _in_few_colours(pictures):
            clip.mux(stream.encode(picture))
        clip.mux(stream.encode())


def _small(span: Span, width: int, step: int, change: Change | None) -> Iterator[Image.Image]:
    """Yield the pictures that stand at every ``step`` milliseconds, no wider than ``width``."""
    with opened(span.film) as source:
        rate = frame_rate(span.film, source.streams.video[0])
    due = Fraction(0)  # frames since the first
    for number, picture in enumerate(frames_of(span, change)):
        if number + 1 <= due:
            continue
        full = as_image(picture)
        height = round(full.height * min(width, full.width) / full.width)
        small = full.resize((min(width, full.width), height), Image.Resampling.LANCZOS)
        while number + 1 > due:
            yield small
            due += step * _TICK * rate


def _in_few_colours(pictures: Sequence[Image.Image]) -> Iterator[av.VideoFrame]:
    """Yield pictures of the same 256 colours, with the moments at which they begin."""
    width, height = pictures[0].size
    graph = Graph()
    source = graph.add_buffer(
        width=width, height=height, format=VideoFormat("rgb24"), time_base=_TICK
    )
    both = graph.add("split")
    palette = graph.add("palettegen", "stats_mode=full")
    use = graph.add("paletteuse", "dither=bayer:bayer_scale=4:diff_mode=rectangle")
    end = graph.add("buffersink")
    source.link_to(both)
    both.link_to(palette, 0, 0)
    both.link_to(use, 1, 0)
    palette.link_to(use, 0, 1)
    use.link_to(end)
    graph.configure()
    for number, picture in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24")
        frame.pts, frame.time_base = number * _GIF_STEP, _TICK
        graph.vpush(frame)
    graph.vpush(None)
    for _ in pictures:
        frame = graph.vpull()
        frame.pict_type = PictureType.NONE
        yield frame
