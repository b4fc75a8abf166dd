"""A voice is named on the command line; its films lie apart from all others."""

from pathlib import Path

import pytest

from mnemo_anim.document import Beat
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import PALETTES
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.voice import UnknownVoiceError, VoiceError, voice_named
from mnemo_anim.voice.choice import VoiceChoice

FOLDER = Path("films")
VOICES = [
    "silent",
    "espeak",
    "piper:/voices/amy.onnx",
    "piper:/other/amy.onnx",
    "recorded:/takes",
    "recorded:/monday/takes",
    "recorded:/voices/amy.onnx",
    "recorded:/paper",
    "recorded:/draft",
]


def test_no_two_voices_share_a_folder() -> None:
    places = {Edition(theme, voice).place(FOLDER) for theme in PALETTES for voice in VOICES}
    assert len(places) == len(PALETTES) * len(VOICES)


def test_no_voice_shares_a_folder_with_a_theme_or_a_quality() -> None:
    for voice in VOICES[1:]:
        assert Edition(voice=voice).place(FOLDER).name not in {*PALETTES, *QUALITIES, "review"}


def test_the_first_edition_lies_in_the_folder_itself() -> None:
    assert Edition().place(FOLDER) == FOLDER
    assert Edition(voice="espeak").place(FOLDER) == FOLDER / "espeak"
    assert Edition("paper", "espeak").place(FOLDER) == FOLDER / "paper" / "espeak"


def test_a_folder_is_named_after_the_voice() -> None:
    assert Edition(voice="piper:/voices/amy.onnx").place(FOLDER).name.startswith("amy-")
    assert Edition(voice="recorded:/monday/takes").place(FOLDER).name.startswith("takes-")


def test_a_path_is_the_same_voice_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    names = ("recorded:takes", "recorded:~/takes", f"recorded:{tmp_path}/takes")
    assert len({VoiceChoice.read(name) for name in names}) == 1


def test_an_edition_tells_how_to_make_it() -> None:
    assert Edition().options == ""
    assert Edition("paper", "espeak").options == "THEME=paper VOICE=espeak"
    assert Edition(voice="recorded:/my takes").options == "VOICE='recorded:/my takes'"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("espek", "there is no voice “espek”. Did you mean “espeak”?"),
        ("recordd:/takes", "Did you mean “recorded:/folder”?"),
        ("", "Use one of “silent”, “espeak”, “piper:/path/voice.onnx”"),
        ("piper", "lacks its path. Write it as piper:/path/voice.onnx."),
        ("recorded: ", "lacks its path. Write it as recorded:/folder."),
        ("silent:", "takes no path. Write it as silent."),
        ("espeak:en", "takes no path. Write it as espeak."),
    ],
)
def test_a_wrong_name_is_told_in_one_line(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(VoiceError) as caught:
        voice_named(name, "en", tmp_path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_voice_is_a_wrong_word() -> None:
    with pytest.raises(UnknownVoiceError):
        Edition(voice="espek").place(FOLDER)


@pytest.mark.parametrize(("name", "extra"), [("espeak", "voice"), ("piper:/voice.onnx", "piper")])
def test_a_missing_package_is_told_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    monkeypatch.setattr("mnemo_anim.voice.errors.find_spec", lambda module: None)
    with pytest.raises(VoiceError, match=rf"Run \.venv/bin/pip install '\.\[{extra}\]'"):
        voice_named(name, "en", tmp_path)


def test_the_silent_voice_says_nothing(tmp_path: Path) -> None:
    voice = voice_named("silent", "en", tmp_path)
    beat = Beat("a-beat", "Some words.", 1)
    assert (voice.key(beat), voice.speech(beat), voice.check([beat], {"a-beat"})) == ("", None, [])
