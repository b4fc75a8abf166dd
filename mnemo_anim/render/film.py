"""Join segments into a film, and films into one, without coding any picture again; add sound."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import av
from av.container import InputContainer, OutputContainer

from mnemo_anim.render.chapters import Chapter
from mnemo_anim.render.encode import MP4_OPTIONS
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.soundtrack import add_sound, coded, seconds_of
from mnemo_anim.render.whole import written_whole
from mnemo_anim.voice.sound import Samples

_CODED_AHEAD = 2  # frames by which a picture may be coded before it is shown: the B-frames


def join(
    parts: Sequence[Path | bytes],
    target: Path,
    sound: Iterable[Samples],
    chapters: Sequence[Chapter] = (),
) -> int:
    """Write `parts`, one after the other, to `target`; return the number of frames.

    Args:
        parts: films, or what film files hold; all from the same encoder at the same quality. Their
            sound is left out.
        target: the film, which appears when it is whole.
        sound: of the whole film, as :func:`mnemo_anim.voice.track.track_of` lays it.
        chapters: of the whole film.

    Raises:
        RenderError: a part has another size, frame rate or coding than the first one.
        VoiceError: there is no such sound any more.
    """
    frames = 0
    with written_whole(target) as path, av.open(str(path), "w", "mp4", options=MP4_OPTIONS) as film:
        with _opened(parts[0]) as first:
            model = first.streams.video[0]
            stream = film.add_stream_from_template(model)
            fps = model.average_rate or Fraction(0)
            alike = _coding(model)
        heard = coded(sound, add_sound(film))
        coming = next(heard, None)
        _add_chapters(film, chapters, fps)
        for part in parts:
            with _opened(part) as source:
                video = source.streams.video[0]
                if _coding(video) != alike:
                    raise RenderError(
                        f"a part of {target} is not coded like its first one. Remove the folder "
                        f"{target.parent} and render again."
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
                    while coming is not None and seconds_of(coming) <= frames / fps:
                        film.mux(coming)
                        coming = next(heard, None)
        film.mux([packet for packet in (coming, *heard) if packet is not None])
    return frames


def _add_chapters(film: OutputContainer, chapters: Sequence[Chapter], fps: Fraction) -> None:
    if chapters:
        film.set_chapters(
            [
                {
                    "id": number,
                    "start": chapter.start,
                    "end": chapter.end,
                    "time_base": 1 / fps,
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(chapters, start=1)
            ]
        )


def _opened(part: Path | bytes) -> InputContainer:
    return av.open(BytesIO(part) if isinstance(part, bytes) else str(part), "r")


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
