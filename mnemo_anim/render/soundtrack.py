"""The sound of a film, coded as video sites want it: AAC-LC, stereo, 48 kHz."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

import av
from av.container import OutputContainer

from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice.sound import Samples

_Coded: TypeAlias = "av.Packet[av.AudioStream]"

_BIT_RATE = 192_000  # at most; silence takes next to nothing


def add_sound(film: OutputContainer) -> av.AudioStream:
    """Give a film a sound track; return it."""
    stream = film.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    stream.bit_rate = _BIT_RATE
    return stream


def coded(sound: Iterable[Samples], stream: av.AudioStream) -> Iterator[_Coded]:
    """Yield sound in its coded form, the first of it at time 0.

    A decoder of AAC is silent for its first packet, by which all else comes late; an edit list
    would tell players to skip it, but video sites want none. So that packet is left out, and the
    first 1024 samples are faded in instead.

    Args:
        sound: Blocks at 48 kHz, shape (2, n), C-contiguous.
        stream: Of the film that it goes to.
    """
    done = 0
    for block in sound:
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SAMPLE_RATE, done
        done += block.shape[1]
        yield from _heard(stream.encode(frame))
    yield from _heard(stream.encode(None))


def seconds_of(packet: _Coded) -> Fraction:
    """Return the moment at which a packet is heard."""
    assert packet.pts is not None
    return packet.pts * Fraction(packet.time_base)


def _heard(packets: Iterable[_Coded]) -> Iterator[_Coded]:
    return (packet for packet in packets if packet.pts is not None and packet.pts >= 0)
