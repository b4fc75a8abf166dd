"""Join the films of the sections into one, without coding any picture again."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av

from mnemo_anim.render.encode import MP4_OPTIONS
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.whole import written_whole

_CODED_AHEAD = 2  # frames by which a picture may be coded before it is shown: the B-frames


def join_films(parts: Sequence[Path], target: Path) -> int:
    """Write `parts`, one after the other, to `target`; return the number of frames.

    All parts must come from the same encoder at the same quality.

    Raises:
        RenderError: a part has another size, frame rate or coding than the first one.
    """
    frames = 0
    with written_whole(target) as path, av.open(str(path), "w", "mp4", options=MP4_OPTIONS) as film:
        with av.open(str(parts[0])) as first:
            model = first.streams.video[0]
            stream = film.add_stream_from_template(model)
            fps = model.average_rate or Fraction(0)
            alike = _coding(model)
        for part in parts:
            with av.open(str(part)) as source:
                video = source.streams.video[0]
                if _coding(video) != alike:
                    raise RenderError(
                        f"{part} is not coded like {parts[0]}. Remove both and render again."
                    )
                start = frames / fps
                for packet in source.demux(video):
                    if packet.pts is None:
                        continue  # the demuxer's sign that the stream is over
                    tick = packet.time_base
                    packet.pts += int(start / tick)
                    packet.dts = int((frames - _CODED_AHEAD) / fps / tick)
                    packet.stream = stream
                    film.mux(packet)
                    frames += 1
    return frames


def _coding(stream: av.VideoStream) -> tuple[object, ...]:
    """Return what two films must share to be joined."""
    context = stream.codec_context
    return (
        context.name,
        context.width,
        context.height,
        stream.average_rate,
        stream.time_base,
        context.extradata,
    )
