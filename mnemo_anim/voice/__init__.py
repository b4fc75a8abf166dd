"""Who speaks the narration: nobody, espeak-ng, a neural voice, or the lecturer.

A voice is named as on the command line: ``silent``, ``espeak``, ``piper:/path/voice.onnx`` or
``recorded:/folder``. It tells for each beat what its speech is made from (`Voice.key`), without
making it, and gives the speech (`Voice.speech`), which is kept in a cache and laid on the track of
a film by `mnemo_anim.voice.track`.

Nothing here imports manim, nor an engine before it is asked for.
"""

from mnemo_anim.voice.choice import SILENT, VOICE_VARIABLE, VOICES
from mnemo_anim.voice.errors import UnknownVoiceError, VoiceError
from mnemo_anim.voice.naming import voice_named
from mnemo_anim.voice.voice import PreparedVoice, SilentVoice, Voice

__all__ = [
    "SILENT",
    "VOICES",
    "VOICE_VARIABLE",
    "PreparedVoice",
    "SilentVoice",
    "UnknownVoiceError",
    "Voice",
    "VoiceError",
    "voice_named",
]
