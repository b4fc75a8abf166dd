"""A program of its own: speak one text with espeak-ng, and end.

The library keeps what it has said in mind (its noise and its flutter go on from there), and would
say the same text differently the next time; so each text has a process. It is run as a file and
needs nothing of the project.

Arguments: the library, its folder of data, the voice, words a minute, and the pitch. Standard
input: the text. Standard output: one line of JSON, with the rate in samples a second and pairs of
a position in the text and the sample at which the word there begins; then the samples, 16-bit.
The C interface is that of espeak-ng's ``speak_lib.h``.
"""

import json
import sys
from collections.abc import Iterator
from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    Union,
    c_char,
    c_char_p,
    c_int,
    c_short,
    c_uint,
    c_void_p,
    string_at,
)
from typing import Any

_SYNCHRONOUS, _DO_NOT_EXIT = 2, 0x8000  # AUDIO_OUTPUT_SYNCHRONOUS, espeakINITIALIZE_DONT_EXIT
_UTF_8, _BY_CHARACTER = 1, 1  # espeakCHARS_UTF8, POS_CHARACTER
_RATE, _PITCH = 1, 3  # espeakRATE, espeakPITCH
_END_OF_LIST, _WORD = 0, 1  # espeakEVENT_LIST_TERMINATED, espeakEVENT_WORD


class _Id(Union):
    _fields_ = (("number", c_int), ("name", c_char_p), ("string", c_char * 8))


class _Event(Structure):
    _fields_ = (
        ("type", c_int),
        ("unique_identifier", c_uint),
        ("text_position", c_int),  # from 1
        ("length", c_int),
        ("audio_position", c_int),
        ("sample", c_int),
        ("user_data", c_void_p),
        ("id", _Id),
    )


_Callback = CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


def speak(
    library: str, data: str, voice: str, text: str, *, rate: int, pitch: int
) -> tuple[int, list[tuple[int, int]], bytes]:
    """Return the samples a second, the onsets of words, and the samples of a text.

    Raises:
        OSError: The library cannot be loaded, started, or made to speak.
    """
    engine = CDLL(library)
    samples_a_second = engine.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _DO_NOT_EXIT)
    if samples_a_second <= 0:
        raise OSError(f"the data in {data} cannot be read")
    samples = bytearray()
    onsets: list[tuple[int, int]] = []

    def take(sound: Any, count: int, events: Any) -> int:
        if sound and count:
            samples.extend(string_at(sound, 2 * count))
        onsets.extend((event.text_position - 1, event.sample) for event in _words(events))
        return 0

    callback = _Callback(take)  # must live until the speech is over
    engine.espeak_SetSynthCallback(callback)
    content = text.encode() + b"\0"
    failed = (
        engine.espeak_SetVoiceByName(voice.encode())
        or engine.espeak_SetParameter(_RATE, rate, 0)
        or engine.espeak_SetParameter(_PITCH, pitch, 0)
        or engine.espeak_Synth(content, len(content), 0, _BY_CHARACTER, 0, _UTF_8, None, None)
        or engine.espeak_Synchronize()
    )
    engine.espeak_Terminate()
    if failed:
        raise OSError(f"the voice “{voice}” fails with error {failed}")
    return samples_a_second, onsets, bytes(samples)


def _words(events: Any) -> Iterator[_Event]:
    index = 0
    while events[index].type != _END_OF_LIST:
        if events[index].type == _WORD:
            yield events[index]
        index += 1


if __name__ == "__main__":
    words = sys.stdin.buffer.read().decode()
    try:
        _, library, data, voice, rate, pitch = sys.argv
        told = speak(library, data, voice, words, rate=int(rate), pitch=int(pitch))
    except OSError as error:
        sys.exit(str(error))
    header = json.dumps({"rate": told[0], "onsets": told[1]}) + "\n"
    sys.stdout.buffer.write(header.encode() + told[2])
