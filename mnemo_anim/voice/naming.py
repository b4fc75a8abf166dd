"""From the name of a voice to the voice."""

from pathlib import Path

from mnemo_anim.voice.choice import ESPEAK, PIPER, SILENT, VoiceChoice
from mnemo_anim.voice.voice import SilentVoice, Voice


def voice_named(name: str, language: str, cache: Path) -> Voice:
    """Return the voice of that name. It can be handed to another process, or made anew there.

    Args:
        name: As on the command line: ``silent``, ``espeak``, ``piper:/path/voice.onnx`` or
            ``recorded:/folder``.
        language: Of the words, a BCP 47 tag.
        cache: The folder that speech is kept in.

    Raises:
        UnknownVoiceError: There is no such voice.
        VoiceError: What it speaks with is missing or cannot be used.
    """
    choice = VoiceChoice.read(name)
    if choice.engine == SILENT:
        return SilentVoice()

    from mnemo_anim.voice.cache import SpeechCache  # noqa: PLC0415 - codes sound: not for silence

    kept = SpeechCache(cache)
    if choice.engine == ESPEAK:
        from mnemo_anim.voice.espeak import EspeakVoice  # noqa: PLC0415 - its package is optional

        return EspeakVoice(language, kept)
    assert choice.path is not None
    if choice.engine == PIPER:
        from mnemo_anim.voice.piper_voice import PiperVoice  # noqa: PLC0415 - so is its package

        return PiperVoice(choice.path, language, kept)

    from mnemo_anim.voice.recorded import RecordedVoice  # noqa: PLC0415 - reads sound files

    return RecordedVoice(choice.path, kept)
