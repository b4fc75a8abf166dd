"""A film is spoken by the voice that the command line or the environment names."""

from pathlib import Path

import numpy as np
import pytest

from mnemo_anim.cli import main
from mnemo_anim.edition import Edition
from mnemo_anim.render.plan import Plan, make_plan
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.timeline import Timeline
from mnemo_anim.voice import VOICE_VARIABLE
from mnemo_anim.voice.track import track_length, track_of
from tests.tiny_studio import TINY, Studio
from tests.voice.sounds import babble, write_wav


@pytest.fixture
def takes(studio: Studio) -> Path:
    """A folder with recordings of all beats that scenes play."""
    folder = studio.folder.parent / "takes"
    for seed, beat in enumerate(("first", "second", "third")):
        write_wav(folder / f"{beat}.wav", babble(1.2 + 0.3 * seed, seed=seed))
    return folder


def plan_of(studio: Studio, voice: str) -> Plan:
    return make_plan(studio.document, TINY, studio.folder, studio.package, Edition(voice=voice))


def keys_of(studio: Studio, voice: str) -> list[str]:
    return [job.recipe.key for job in plan_of(studio, voice).jobs]


def test_films_of_two_voices_lie_apart_and_are_made_from_different_things(
    studio: Studio, takes: Path
) -> None:
    silent, spoken = (plan_of(studio, voice) for voice in ("silent", f"recorded:{takes}"))
    assert {job.film.parent for job in silent.jobs} == {studio.folder / "tiny"}
    assert not {job.film for job in silent.jobs} & {job.film for job in spoken.jobs}
    assert not {job.recipe.key for job in silent.jobs} & {job.recipe.key for job in spoken.jobs}
    assert silent.speech == spoken.speech == studio.folder / ".speech"


def test_a_new_recording_renews_its_scene_alone(studio: Studio, takes: Path) -> None:
    one, two = keys_of(studio, f"recorded:{takes}")
    write_wav(takes / "second.wav", babble(2.0, seed=9))
    renewed, same = keys_of(studio, f"recorded:{takes}")
    assert (one == renewed, two == same) == (False, True)


def test_recordings_that_are_moved_say_the_same(studio: Studio, takes: Path) -> None:
    before = keys_of(studio, f"recorded:{takes}")
    moved = takes.rename(takes.with_name("moved"))
    assert keys_of(studio, f"recorded:{moved}") == before


def test_planning_speaks_nothing(studio: Studio, takes: Path) -> None:
    plan_of(studio, f"recorded:{takes}")
    assert not (studio.folder / ".speech").exists()


@pytest.mark.slow
def test_the_film_lasts_as_long_as_its_speech_and_its_sound_can_be_laid(
    studio: Studio, takes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    options = [*studio.options, "--quality=tiny", f"--voice=recorded:{takes}", "--jobs=1"]
    assert main(["render", "One", *options]) == 0
    (job,) = plan_of(studio, f"recorded:{takes}").only(["One"])
    timeline = Timeline.from_json(job.timeline.read_text())
    assert timeline.duration == pytest.approx(1.5 + 1.5 + 2 * 0.5, abs=0.25)
    track = np.concatenate(list(track_of(timeline, job.speech)), axis=1)
    assert track.shape == (2, track_length(timeline))
    assert track.any()
    assert job.done() is not None


@pytest.mark.slow
def test_remarks_on_recordings_are_told_once_whatever_the_number_of_scenes(
    studio: Studio,
    takes: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    (takes / "second.wav").unlink()
    write_wav(takes / "third.wav", np.zeros(48_000, np.float32))
    write_wav(takes / "thrid.wav", babble(1.0))
    options = [*studio.options, "--quality=tiny", f"--voice=recorded:{takes}", "--jobs=2"]
    assert main(["render", *options]) == 0
    told = capfd.readouterr().out
    for line in (
        "1 beat has no recording and stays silent, with captions: second.",
        "third.wav: it is silent",
        "no beat is called “thrid”. Did you mean “third”?",
    ):
        assert told.count(line) == 1, line


def test_the_environment_names_a_voice_too(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VOICE_VARIABLE, "espek")
    assert main(["render", *studio.options]) == 2
    assert "there is no voice “espek”. Did you mean “espeak”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["render"],
        ["preview", "One"],
        ["still", "One", "first"],
        ["gallery"],
        ["review"],
        ["determinism"],
        ["teleprompter"],
    ],
    ids=lambda words: words[0],
)
def test_every_command_that_draws_takes_a_voice(
    studio: Studio, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main([*words, *studio.options, "--voice", "espek"]) == 2
    assert "there is no voice “espek”" in capsys.readouterr().err


def test_a_voice_that_cannot_speak_leaves_no_film(
    studio: Studio, takes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for take in takes.iterdir():
        take.unlink()
    assert main(["render", *studio.options, f"--voice=recorded:{takes}"]) == 1
    told = capsys.readouterr().err
    assert "holds no WAV file" in told
    assert told.count("\n") == 1
    assert not studio.folder.exists()
