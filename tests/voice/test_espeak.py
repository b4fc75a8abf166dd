"""espeak-ng speaks for real: the same each time, in the document's language, word by word."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from mnemo_anim.document import Beat, read_lecture
from mnemo_anim.pacing import reading_time
from mnemo_anim.paths import LECTURE
from mnemo_anim.voice import Voice, VoiceError, voice_named
from mnemo_anim.voice.espeak import EspeakVoice

pytest.importorskip("espeakng_loader", reason="espeakng-loader is not installed")

BEAT = Beat("a-beat", "Slide the two slopes together, and ∇f = [2, 8] is one arrow.", 1)


def voice_in(place: Path, language: str = "en") -> EspeakVoice:
    voice = voice_named("espeak", language, place / ".speech")
    assert isinstance(voice, EspeakVoice)
    return voice


def test_a_beat_takes_about_its_reading_time(tmp_path: Path) -> None:
    speech = voice_in(tmp_path).speech(BEAT)
    assert speech is not None
    assert 0.6 * reading_time(BEAT.text) < speech.seconds < 1.6 * reading_time(BEAT.text)


def test_the_lecture_is_spoken_in_about_the_time_that_it_is_read_in(tmp_path: Path) -> None:
    voice = voice_in(tmp_path)
    beats = [beat for section in read_lecture(LECTURE).sections for beat in section.beats][::8]
    spoken = sum(voice.sound(beat).seconds + 0.15 for beat in beats)
    assert spoken == pytest.approx(sum(reading_time(beat.text) for beat in beats), rel=0.15)


def test_almost_every_word_has_its_moment_and_they_rise(tmp_path: Path) -> None:
    speech = voice_in(tmp_path).speech(BEAT)
    assert speech is not None
    words = BEAT.text.split()
    places, moments = zip(*speech.onsets, strict=True)
    assert all(place == 0 or BEAT.text[place - 1] == " " for place in places)
    assert len(places) >= len(words) - 2
    assert moments[0] < 4_800
    assert list(moments) == sorted(set(moments))
    assert moments[-1] < speech.samples


def test_a_word_is_heard_at_its_moment(tmp_path: Path) -> None:
    """Behind a long pause, the next word begins where silence ends."""
    text = "Stop here. Peak."
    voice = voice_in(tmp_path)
    speech = voice.speech(Beat("pause", text, 1))
    assert speech is not None
    kept = voice.cache.read(speech.key)
    assert kept is not None
    moment = dict(speech.onsets)[text.index("Peak")]
    quiet = np.abs(kept.samples[moment - 4_800 : moment - 480]).max()
    loud = np.abs(kept.samples[moment : moment + 9_600]).max()
    assert quiet < 0.02
    assert loud > 0.2


def test_it_says_the_same_whatever_it_has_said_before(tmp_path: Path) -> None:
    voice, other = voice_in(tmp_path / "a"), voice_in(tmp_path / "b")
    voice.speech(Beat("other", "Something else, said first.", 1))
    keys = [one.speech(BEAT) for one in (voice, other)]
    assert keys[0] == keys[1]
    assert keys[0] is not None
    kept = [one.cache.path(keys[0].key).read_bytes() for one in (voice, other)]
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    ("language", "voice"),
    [("en", "gmw/en"), ("en-US", "gmw/en-US"), ("de-AT", "gmw/de"), ("pt-BR", "roa/pt-BR")],
)
def test_the_language_chooses_who_speaks(tmp_path: Path, language: str, voice: str) -> None:
    assert voice_in(tmp_path, language).voice == voice


def test_languages_sound_different_and_have_different_keys(tmp_path: Path) -> None:
    english, german = voice_in(tmp_path, "en"), voice_in(tmp_path, "de")
    beat = Beat("a-beat", "Im Tal ist es still.", 1)
    assert english.key(beat) != german.key(beat)
    assert len(english.sound(beat).samples) != len(german.sound(beat).samples)


def test_a_language_that_it_does_not_know_is_told(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="no voice for the language “tlh-001”"):
        voice_in(tmp_path, "tlh-001")


def test_words_decide_the_key_and_the_place_of_a_beat_does_not(tmp_path: Path) -> None:
    voice = voice_in(tmp_path)
    assert voice.key(Beat("b", BEAT.text, 9)) == voice.key(BEAT)
    assert voice.key(Beat("a-beat", BEAT.text + " So.", 1)) != voice.key(BEAT)


def test_a_text_without_anything_to_say_is_told(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="says nothing for beat “dots”"):
        voice_in(tmp_path).speech(Beat("dots", "…", 1))


def test_a_library_that_does_not_work_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = voice_in(tmp_path)
    monkeypatch.setattr("espeakng_loader.get_library_path", lambda: str(tmp_path / "none.so"))
    with pytest.raises(VoiceError, match=r"espeak-ng cannot speak: .*none\.so") as caught:
        voice.check([BEAT], {"a-beat"})
    assert "\n" not in str(caught.value)


def test_data_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = voice_in(tmp_path)
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(tmp_path / "none"))
    with pytest.raises(VoiceError, match="espeak-ng cannot speak"):
        voice.check([BEAT], {"a-beat"})


def test_it_can_be_handed_to_another_process(tmp_path: Path) -> None:
    voice: Voice = voice_in(tmp_path)
    assert pickle.loads(pickle.dumps(voice)).key(BEAT) == voice.key(BEAT)
