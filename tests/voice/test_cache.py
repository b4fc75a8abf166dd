"""What has been said is kept whole, read back as it was, and made again where it is damaged."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import av
import numpy as np
import pytest

from mnemo_anim.document import Beat
from mnemo_anim.voice.cache import SpeechCache, key_of
from mnemo_anim.voice.sound import Sound
from mnemo_anim.voice.sounding import SoundingVoice
from tests.voice.sounds import RATE, babble

SOUND = Sound(babble(1.5), RATE, ((0, 0), (4, 9_000)))


@pytest.fixture
def cache(tmp_path: Path) -> SpeechCache:
    return SpeechCache(tmp_path / ".speech")


def same(one: Sound | None, other: Sound) -> bool:
    return (
        one is not None
        and one.onsets == other.onsets
        and len(one.samples) == len(other.samples)
        and float(np.abs(one.samples - other.samples).max()) <= 1 / 32767
    )


def test_what_is_kept_is_read_back(cache: SpeechCache) -> None:
    cache.write("key", SOUND)
    assert same(cache.read("key"), SOUND)
    cache.write("bare", Sound(SOUND.samples, RATE))
    assert same(cache.read("bare"), Sound(SOUND.samples, RATE))


def test_a_file_can_be_listened_to_and_is_the_same_each_time(cache: SpeechCache) -> None:
    cache.write("key", SOUND)
    first = cache.path("key").read_bytes()
    cache.write("key", SOUND)
    assert cache.path("key").read_bytes() == first
    with av.open(str(cache.path("key"))) as file:
        assert file.streams.audio[0].rate == RATE


def test_nothing_is_there_before_it_is_kept(cache: SpeechCache) -> None:
    assert cache.read("key") is None
    assert not cache.folder.exists()


@pytest.mark.parametrize("part", [0.02, 0.1, 0.5, 0.9])
def test_a_changed_byte_is_noticed(cache: SpeechCache, part: float) -> None:
    cache.write("key", SOUND)
    content = bytearray(cache.path("key").read_bytes())
    content[int(part * len(content))] ^= 0x10
    cache.path("key").write_bytes(content)
    read = cache.read("key")
    assert read is None or same(read, SOUND)  # a byte of the padding says nothing


@pytest.mark.parametrize("content", [b"", b"nothing", None])
def test_a_file_that_is_cut_or_is_something_else_is_noticed(
    cache: SpeechCache, content: bytes | None
) -> None:
    cache.write("key", SOUND)
    whole = cache.path("key").read_bytes()
    cache.path("key").write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert cache.read("key") is None


def test_a_key_changes_with_all_that_a_speech_is_made_from() -> None:
    keys = {key_of("a", 1), key_of("a", 2), key_of("b", 1), key_of("a", "1"), key_of("a1")}
    assert len(keys) == 5
    assert key_of("a", 1) == key_of("a", 1)


class Counting(SoundingVoice):
    """Says the same for every beat, and counts how often."""

    said = 0

    def key(self, beat: Beat) -> str:
        return key_of(beat.text)

    def sound(self, beat: Beat) -> Sound:
        self.said += 1
        return SOUND


def test_a_beat_is_spoken_once_and_again_only_when_its_file_is_damaged(cache: SpeechCache) -> None:
    voice, beat = Counting(cache), Beat("one", "Some words.", 1)
    first = voice.speech(beat)
    assert (voice.speech(beat), voice.said) == (first, 1)
    assert (Counting(cache).speech(beat), voice.said) == (first, 1)
    cache.path(voice.key(beat)).write_bytes(b"damaged")
    assert (voice.speech(beat), voice.said) == (first, 2)
    assert cache.read(voice.key(beat)) is not None


def test_an_error_while_it_is_kept_leaves_nothing(
    cache: SpeechCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on the disk")

    monkeypatch.setattr("mnemo_anim.voice.cache._write_flac", full)
    with pytest.raises(OSError, match="no space left"):
        cache.write("key", SOUND)
    assert list(cache.folder.iterdir()) == []


def keep(folder: Path, times: int) -> int:
    """Write one speech again and again; return how often it could not be read in between."""
    cache, lost = SpeechCache(folder), 0
    for _ in range(times):
        cache.write("key", SOUND)
        lost += not same(cache.read("key"), SOUND)
    return lost


def test_two_processes_may_write_the_same_speech_at_once(cache: SpeechCache) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(keep, [cache.folder] * 2, [8, 8])) == [0, 0]
    assert [file.name for file in cache.folder.iterdir()] == ["key.flac"]
