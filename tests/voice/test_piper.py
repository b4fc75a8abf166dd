"""A voice of Piper's speaks for real: a tiny one, made here, since none can be fetched."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import mnemo_anim
from mnemo_anim.document import Beat
from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice import VoiceError, voice_named
from mnemo_anim.voice.phonemes import word_starts

pytest.importorskip("piper", reason="piper-tts is not installed")
pytest.importorskip("onnx", reason="onnx is not installed")

from mnemo_anim.voice.piper_voice import PiperVoice
from tests.voice.tiny_voice import HOP, RATE, frames_of, write_voice

BEAT = Beat("a-beat", "Slide the two slopes together, and they make one arrow.", 1)


def voice_of(model: Path, language: str = "en") -> PiperVoice:
    voice = voice_named(f"piper:{model}", language, model.parent / ".speech")
    assert isinstance(voice, PiperVoice)
    return voice


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_voice(tmp_path)


def test_a_beat_is_spoken_at_the_rate_of_the_film(model: Path) -> None:
    voice = voice_of(model)
    speech = voice.speech(BEAT)
    assert speech is not None
    assert speech.key == voice.key(BEAT)
    kept = voice.cache.read(speech.key)
    assert kept is not None
    assert kept.rate == SAMPLE_RATE
    assert speech.samples == len(kept.samples) > SAMPLE_RATE


def test_words_begin_where_the_model_says(tmp_path: Path) -> None:
    """Letters stand for phonemes here, so each word's place among them is known."""
    text = "Go down the hill and up again"
    sound = voice_of(write_voice(tmp_path, kind="text")).sound(Beat("letters", text, 1))
    codes = [1, 0, *(code for letter in text for code in (ord(letter), 0)), 2]
    frames = np.cumsum([0, *map(frames_of, codes)])
    first = 2 * 1  # the signs in front of the first letter
    for place, at in sound.onsets:
        expected = HOP * (frames[first + 2 * place] - frames[0])
        assert at == pytest.approx(expected, abs=1), text[place:]
    assert [place for place, _ in sound.onsets] == [
        place for place in range(len(text)) if place == 0 or text[place - 1] == " "
    ]
    assert len(sound.samples) == HOP * frames[-1] + round(0.08 * RATE)  # silence that is kept


def test_real_words_have_their_moments_in_order(model: Path) -> None:
    written = "Lay the two slopes along x and y. They make ∇f = [2, 8], one arrow."
    sound = voice_of(model).sound(Beat("a-beat", written, 1))
    places, moments = zip(*sound.onsets, strict=True)
    assert len(places) >= len(written.split()) - 2
    assert list(moments) == sorted(set(moments))
    assert moments[-1] < len(sound.samples)


def test_a_model_that_tells_no_lengths_gives_words_in_proportion(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from piper import PiperVoice as Model

    plain = Model.load
    monkeypatch.setattr(Model, "load", lambda path, **_: plain(path))
    sound = voice_of(model).sound(BEAT)
    places, moments = zip(*sound.onsets, strict=True)
    assert len(places) >= len(BEAT.text.split()) - 1
    assert moments[0] < 0.1 * RATE
    assert moments[-1] < len(sound.samples)


def test_it_says_the_same_whatever_it_has_said_before(tmp_path: Path) -> None:
    voice, other = (voice_of(write_voice(tmp_path / name)) for name in "ab")
    voice.sound(Beat("other", "Something else, said first.", 1))
    one, two = voice.sound(BEAT), other.sound(BEAT)
    assert np.array_equal(one.samples, two.samples)
    assert voice.key(BEAT) == other.key(BEAT)


IN_A_PROCESS = """
import sys
from pathlib import Path
import mnemo_anim
from mnemo_anim.document import Beat
from mnemo_anim.voice import voice_named
voice = voice_named(f"piper:{sys.argv[1]}", "en", Path(sys.argv[1]).parent)
sys.stdout.buffer.write(voice.sound(Beat("a-beat", sys.argv[2], 1)).samples.tobytes())
"""


def test_it_says_the_same_in_every_process(model: Path) -> None:
    root = Path(mnemo_anim.__file__).parents[1]
    program = [sys.executable, "-c", IN_A_PROCESS, str(model), BEAT.text]
    said = [subprocess.run(program, cwd=root, capture_output=True, check=True) for _ in range(2)]
    assert said[0].stdout == said[1].stdout == voice_of(model).sound(BEAT).samples.tobytes()


def test_the_model_its_settings_and_the_words_decide_the_key(model: Path) -> None:
    keys = [voice_of(model).key(BEAT), voice_of(model).key(Beat("b", "Other words.", 2))]
    settings = json.loads(model.with_name("tiny.onnx.json").read_text())
    settings["inference"] = {"length_scale": 1.2}
    model.with_name("tiny.onnx.json").write_text(json.dumps(settings))
    keys.append(voice_of(model).key(BEAT))
    model.write_bytes(model.read_bytes() + b"\0")
    keys.append(voice_of(model).key(BEAT))
    assert len(set(keys)) == 4


def test_a_voice_for_another_language_is_told(model: Path) -> None:
    assert voice_of(model).check([], set()) == []
    (line,) = voice_of(model, "de-AT").check([], set())
    assert line == f"{model} speaks “en”, but the lecture is in “de-AT”."


@pytest.mark.parametrize("missing", ["tiny.onnx", "tiny.onnx.json"])
def test_a_missing_file_is_told(model: Path, missing: str) -> None:
    model.with_name(missing).unlink()
    with pytest.raises(VoiceError, match=rf"there is no .*{missing}\. A voice .* two files"):
        voice_of(model)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"audio": 3}', '{"audio": {}}'])
def test_settings_that_are_none_are_told_in_one_line(model: Path, text: str) -> None:
    model.with_name("tiny.onnx.json").write_text(text)
    with pytest.raises(VoiceError, match="does not describe a voice of Piper’s") as caught:
        voice_of(model)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"no model", None])
def test_a_model_that_cannot_be_read_is_told_before_anything_is_drawn(
    model: Path, content: bytes | None
) -> None:
    whole = model.read_bytes()
    model.write_bytes(whole[: len(whole) // 2] if content is None else content)
    with pytest.raises(VoiceError, match=r"tiny\.onnx is not a voice that can be read") as caught:
        voice_of(model).check([BEAT], {"a-beat"})
    assert "\n" not in str(caught.value)


def test_a_model_that_says_nothing_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from piper import PiperVoice as Model

    monkeypatch.setattr(Model, "synthesize", lambda *_, **__: [])
    with pytest.raises(VoiceError, match="says nothing for beat “a-beat”"):
        voice_of(model).speech(BEAT)


def test_a_model_that_fails_is_told_with_its_beat(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from piper import PiperVoice as Model

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("index out of bounds\nmore of it")

    monkeypatch.setattr(Model, "synthesize", fail)
    with pytest.raises(VoiceError, match=r"cannot speak beat “a-beat” \(index out of bounds\)"):
        voice_of(model).speech(BEAT)


def test_it_can_be_handed_to_another_process(model: Path) -> None:
    voice = voice_of(model)
    assert pickle.loads(pickle.dumps(voice)).key(BEAT) == voice.key(BEAT)


@pytest.mark.parametrize(
    ("words", "said", "starts"),
    [
        (["abc", "de"], "abc de", (0, 4)),
        (["of", "a", "hill"], "ofa hill", (0, 2, 4)),  # run into one another
        (["abc", "xyz", "de"], "abc de", (0, None, 4)),  # one is not said
        (["ˈab", "cd"], "ab cd", (0, 3)),  # unstressed
        ([], "abc", ()),
        (["abc"], "", (None,)),
    ],
)
def test_words_are_found_again_in_what_is_said(
    words: list[str], said: str, starts: tuple[int | None, ...]
) -> None:
    assert word_starts(words, said) == starts
