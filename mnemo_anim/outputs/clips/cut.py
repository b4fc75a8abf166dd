"""Cut frames out of a film into an mp4 of their own, as they were coded wherever that can be.

A group of pictures, from one key frame up to the next, stands on its own. One that lies within the
clip is copied, byte for byte. Of one that the clip begins or ends in, the frames that belong to the
clip are coded again, with the settings of the film's own encoder.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from io import BytesIO
from itertools import chain
from pathlib import Path

import av
from av.container import InputContainer

from mnemo_anim.outputs.clips.coding import add_pictures, write_pictures
from mnemo_anim.outputs.film_frames import Change, Span, frame_rate, frames_of, opened
from mnemo_anim.render.encode import MP4_OPTIONS, X264_OPTIONS
from mnemo_anim.render.whole import written_whole

_IN_MEMORY = {**MP4_OPTIONS, "movflags": "+negative_cts_offsets"}  # the index stays last there
_CODED_AHEAD = 2  # frames by which a picture may be coded before it is shown: the B-frames


@dataclass(frozen=True, slots=True)
class Cut:
    """How many frames a clip has, and how many of them are as they were coded in the film."""

    frames: int
    copied: int


@dataclass(frozen=True, slots=True)
class _Picture:
    """A coded picture: its number in the film, and whether it is a key frame."""

    number: int
    is_key: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class _Coded:
    """Coded pictures that follow one another, in the order of coding.

    Attributes:
        file: the mp4 that they come from, on disk or in memory.
        extradata: what a decoder must know before the first of them.
    """

    file: Path | BytesIO
    extradata: bytes | None
    pictures: tuple[_Picture, ...]


@dataclass(frozen=True, slots=True)
class _Sound:
    """A packet of sound, and when it is heard, in seconds since the beginning of the clip."""

    time: Fraction
    data: bytes


def cut(span: Span, target: Path, *, change: Change | None = None, sound: bool = True) -> Cut:
    """Write a span of a film to ``target``, which appears when it is whole.

    Args:
        span: the frames, of an mp4 of the renderer's.
        target: the clip.
        change: what to do to each frame; then all are coded again.
        sound: whether the clip has the film's sound, where there is any. Its packets are copied, so
            it may begin 21 ms, the length of one, after the picture.

    Raises:
        RenderError: The film cannot be read, or is shorter.
    """
    with opened(span.film) as source:
        rate = frame_rate(span.film, source.streams.video[0])
        whole = _coded(span.film, source, rate)
        heard = _sound(source, span.first / rate, span.end / rate) if sound else []
    copied = () if change else _groups_within(whole.pictures, span)
    begin, stop = (copied[0].number, copied[0].number + len(copied)) if copied else (span.end,) * 2
    pieces = [
        _recoded(replace(span, end=begin), rate, change),
        replace(whole, pictures=copied),
        _recoded(replace(span, first=stop), rate, change),
    ]
    if len({piece.extradata for piece in pieces if piece.pictures}) > 1:
        copied = ()  # another encoder made the film, and no decoder reads the two as one
        pieces = [_recoded(span, rate, change)]
    _write(target, [piece for piece in pieces if piece.pictures], rate, span, heard)
    return Cut(len(span), len(copied))


def _coded(file: Path | BytesIO, container: InputContainer, rate: Fraction) -> _Coded:
    """Return the coded pictures of an mp4."""
    stream = container.streams.video[0]
    pictures = tuple(
        _Picture(round(packet.pts * packet.time_base * rate), packet.is_keyframe, bytes(packet))
        for packet in container.demux(stream)
        if packet.pts is not None  # the demuxer's sign that the stream is over has none
    )
    return _Coded(file, stream.codec_context.extradata, pictures)


def _sound(container: InputContainer, start: Fraction, end: Fraction) -> list[_Sound]:
    """Return the packets of a film's sound that are heard from ``start`` to ``end``, in seconds."""
    if not container.streams.audio:
        return []
    container.seek(0)
    heard = [
        (packet.pts * packet.time_base, bytes(packet))
        for packet in container.demux(container.streams.audio[0])
        if packet.pts is not None
    ]
    return [_Sound(time - start, data) for time, data in heard if start <= time < end]


def _groups_within(pictures: tuple[_Picture, ...], span: Span) -> tuple[_Picture, ...]:
    """Return the pictures of those groups that lie within a span."""
    keys = ((picture.number, at) for at, picture in enumerate(pictures) if picture.is_key)
    within = [
        at for number, at in (*keys, (len(pictures),) * 2) if span.first <= number <= span.end
    ]
    run = pictures[within[0] : within[-1]] if within else ()
    numbers = sorted(picture.number for picture in run)
    stands_alone = all(number == run[0].number + at for at, number in enumerate(numbers))
    return run if stands_alone else ()


def _recoded(span: Span, rate: Fraction, change: Change | None) -> _Coded:
    """Return the frames of a span, coded again by the film's settings."""
    memory = BytesIO()
    frames = frames_of(span, change)
    opening = next(frames, None)
    if opening is None:
        return _Coded(memory, None, ())
    size = opening.width, opening.height
    with av.open(memory, "w", format="mp4", options=_IN_MEMORY) as piece:
        stream = add_pictures(piece, "libx264", size, rate, X264_OPTIONS)
        stream.codec_context.max_b_frames = 2
        write_pictures(piece, stream, rate, chain([opening], frames))
    memory.seek(0)
    with av.open(memory, "r") as piece:
        coded = _coded(memory, piece, rate)
    numbered = (replace(one, number=span.first + one.number) for one in coded.pictures)
    return replace(coded, pictures=tuple(numbered))


def _write(
    target: Path, pieces: list[_Coded], rate: Fraction, span: Span, heard: list[_Sound]
) -> None:
    """Write coded pieces, one after the other, and sound, as an mp4 without an edit list."""
    with (
        written_whole(target) as part,
        _reopened(pieces[0].file) as model,
        _reopened(span.film) as source,
        av.open(str(part), "w", format="mp4", options=MP4_OPTIONS) as clip,
    ):
        video = clip.add_stream_from_template(model.streams.video[0])
        packets = []
        for order, picture in enumerate(one for piece in pieces for one in piece.pictures):
            packet = av.Packet(picture.data)
            packet.stream, packet.time_base = video, 1 / rate
            packet.pts, packet.dts = picture.number - span.first, order - _CODED_AHEAD
            packet.duration, packet.is_keyframe = 1, picture.is_key
            packets.append((packet.dts / rate, packet))
        if heard:
            template = source.streams.audio[0]
            voice, tick = clip.add_stream_from_template(template), Fraction(1, template.rate)
            for sound in heard:
                packet = av.Packet(sound.data)
                packet.stream, packet.time_base = voice, tick
                packet.pts = packet.dts = round(sound.time / tick)
                packets.append((sound.time, packet))
        for _, packet in sorted(packets, key=lambda item: item[0]):
            clip.mux(packet)


def _reopened(file: Path | BytesIO) -> InputContainer:
    if isinstance(file, BytesIO):
        file.seek(0)
        return av.open(file, "r")
    return av.open(str(file), "r")
