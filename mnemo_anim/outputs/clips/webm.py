"""Frames of a film as WebM: VP9, and Opus where the film has sound; for web pages."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path

import av
from av.audio.resampler import AudioResampler

from mnemo_anim.outputs.clips.coding import add_pictures, write_pictures
from mnemo_anim.outputs.film_frames import Change, Span, frame_rate, frames_of, opened
from mnemo_anim.render.whole import written_whole

CONTAINER_OPTIONS = {
    "fflags": "+bitexact",  # no random numbers that name the tracks
    "cues_to_front": "1",  # so that one may jump before all of it is there
    "max_interleave_delta": "0",  # sound waits for the pictures, however long the clip is
}

# libvpx: with the landscape at 1080p, 2 % of the bytes and 0.5 dB lie between this and what takes
# six times as long; a third of the bytes, and 4 dB, between this and the film's own H.264.
VP9_OPTIONS = {"crf": "28", "b": "0", "deadline": "realtime", "cpu-used": "5"}

KEY_FRAME_EVERY = 4.0  # seconds

_OPUS_RATE = 48_000  # samples a second
_OPUS_FRAME = 960  # samples


def write_webm(
    span: Span, target: Path, *, change: Change | None = None, sound: bool = True
) -> None:
    """Write a span of a film to ``target``, which appears when it is whole.

    Args:
        span: the frames.
        target: the clip.
        change: what to do to each frame.
        sound: whether the clip has the film's sound, where there is any.

    Raises:
        RenderError: The film cannot be read, or is shorter.
    """
    with opened(span.film) as source:
        video = source.streams.video[0]
        rate, size = frame_rate(span.film, video), (video.width, video.height)
        has_sound = sound and bool(source.streams.audio)
    with (
        written_whole(target) as part,
        av.open(str(part), "w", format="webm", options=CONTAINER_OPTIONS) as clip,
    ):
        stream = add_pictures(
            clip, "libvpx-vp9", size, rate, VP9_OPTIONS, key_frame_every=KEY_FRAME_EVERY
        )
        if has_sound:
            voice = clip.add_stream("libopus", rate=_OPUS_RATE, layout="stereo")
            for heard in _sound(span.film, span.first / rate, span.end / rate):
                clip.mux(voice.encode(heard))
            clip.mux(voice.encode())
        write_pictures(clip, stream, rate, frames_of(span, change))


def _sound(film: Path, start: Fraction, end: Fraction) -> Iterator[av.AudioFrame]:
    """Yield the sound of a film from ``start`` to ``end``, in seconds, as Opus takes it."""
    resampler = AudioResampler("flt", "stereo", _OPUS_RATE, _OPUS_FRAME)
    heard = 0
    with opened(film) as source:
        frames = (
            frame
            for frame in source.decode(source.streams.audio[0])
            if frame.time is not None and start <= frame.time < end
        )
        for frame in chain(frames, [None]):
            for part in resampler.resample(frame):
                part.pts, part.time_base = heard, Fraction(1, _OPUS_RATE)
                heard += part.samples
                yield part
