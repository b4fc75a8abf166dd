"""What all voices share that are heard."""

from abc import abstractmethod

from mnemo_anim.document import Beat
from mnemo_anim.timeline import Speech
from mnemo_anim.voice.cache import SpeechCache
from mnemo_anim.voice.loudness import ready_for_film
from mnemo_anim.voice.sound import Sound
from mnemo_anim.voice.voice import Voice


class SoundingVoice(Voice):
    """A voice that is heard: what it has said once is taken from the cache.

    Args:
        cache: Of speech.
    """

    def __init__(self, cache: SpeechCache) -> None:
        self.cache = cache

    @abstractmethod
    def sound(self, beat: Beat) -> Sound:
        """Return the beat as it is spoken, before it is made ready for the film.

        Raises:
            VoiceError: It cannot be spoken.
        """

    def speech(self, beat: Beat) -> Speech | None:
        """Return the speech of a beat, spoken now unless it lies in the cache."""
        key = self.key(beat)
        if not key:
            return None
        sound = self.cache.read(key)
        if sound is None:
            sound = ready_for_film(self.sound(beat))
            self.cache.write(key, sound)
        return sound.as_speech(key)
