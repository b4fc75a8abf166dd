"""Joining puts films behind one another and codes nothing again."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest

from mnemo_anim.render import film
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline, joined_timeline
from mnemo_anim.render.probe import probe
from mnemo_anim.render.quality import Quality
from mnemo_anim.timeline import SAMPLE_RATE, BeatSpan, Timeline, TimelineError
from tests.render.disks import fill, small_disk
from tests.render.making import pictures

SMALL = Quality("small", 160, 90, 15)


def join(parts: Sequence[Path | bytes], target: Path) -> int:
    """Join films in silence, which is as long as these films are."""
    frames = 0
    for part in parts:
        with av.open(BytesIO(part) if isinstance(part, bytes) else str(part), "r") as source:
            frames += source.streams.video[0].frames
    silence = np.zeros((2, round(frames * SAMPLE_RATE / SMALL.fps)), np.float32)
    return film.join(parts, target, [silence])


def encode(path: Path, frames: int, shade: int = 0, quality: Quality = SMALL) -> Path:
    with FilmEncoder(path, quality) as film:
        for number in range(frames):
            pixels = np.full((quality.height, quality.width, 4), shade, np.uint8)
            pixels[20:40, number : number + 30, 0] = 255
            film.write(pixels)
    return path


def payloads(path: Path) -> list[bytes]:
    with av.open(str(path)) as film:
        return [bytes(packet) for packet in film.demux(video=0) if packet.size]


@pytest.fixture
def parts(tmp_path: Path) -> list[Path]:
    """Three films, one of them a single frame, which has no B-frames to wait for."""
    lengths = (23, 1, 40)
    return [encode(tmp_path / f"{n}.mp4", n, shade=n) for n in lengths]


def test_frame_counts_add_up(tmp_path: Path, parts: list[Path]) -> None:
    assert join(parts, tmp_path / "film.mp4") == 23 + 1 + 40
    assert probe(tmp_path / "film.mp4").frames == 23 + 1 + 40


def test_nothing_is_coded_again(tmp_path: Path, parts: list[Path]) -> None:
    join(parts, tmp_path / "film.mp4")
    assert payloads(tmp_path / "film.mp4") == [data for part in parts for data in payloads(part)]


def test_the_joined_film_is_as_good_as_its_parts(tmp_path: Path, parts: list[Path]) -> None:
    join(parts, tmp_path / "film.mp4")
    found = probe(tmp_path / "film.mp4")
    assert found.faults() == []  # among them: starts at 0, frames evenly spaced
    assert found.duration == pytest.approx(64 / 15)


def test_the_pictures_come_in_order(tmp_path: Path, parts: list[Path]) -> None:
    join(parts, tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as film:
        shown = [frame.to_ndarray()[80, 150] for frame in film.decode(video=0)]
    expected = []
    for part in parts:
        with av.open(str(part)) as film:
            expected += [frame.to_ndarray()[80, 150] for frame in film.decode(video=0)]
    assert shown == expected


def test_what_lies_in_memory_is_joined_as_films_are(tmp_path: Path, parts: list[Path]) -> None:
    join(parts, tmp_path / "one.mp4")
    join([part.read_bytes() for part in parts], tmp_path / "other.mp4")
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "other.mp4").read_bytes()


def test_a_joined_film_may_be_joined_again(tmp_path: Path, parts: list[Path]) -> None:
    join(parts, tmp_path / "all.mp4")
    join(parts[:2], tmp_path / "two.mp4")
    join([tmp_path / "two.mp4", parts[2]], tmp_path / "again.mp4")
    assert pictures(tmp_path / "again.mp4") == pictures(tmp_path / "all.mp4")
    assert probe(tmp_path / "again.mp4").faults() == []


@pytest.mark.parametrize("other", [Quality("q", 160, 100, 15), Quality("q", 160, 90, 30)])
def test_films_of_another_kind_are_refused(tmp_path: Path, other: Quality) -> None:
    one, two = encode(tmp_path / "1.mp4", 5), encode(tmp_path / "2.mp4", 5, quality=other)
    with pytest.raises(RenderError, match=r"a part of .*film\.mp4 is not coded like its first"):
        join([one, two], tmp_path / "film.mp4")
    assert {path.name for path in tmp_path.iterdir()} == {"1.mp4", "2.mp4"}


def test_a_full_disk_is_told_wherever_it_is_full(tmp_path: Path) -> None:
    quality = Quality("noise", 160, 90, 15)
    noise = np.random.default_rng(1).integers(0, 256, (20, 90, 160, 4), np.uint8)
    with FilmEncoder(tmp_path / "part.mp4", quality) as film:
        for frame in noise:
            film.write(frame)
    size = (tmp_path / "part.mp4").stat().st_size
    with small_disk(tmp_path / "disk", 4 * size) as disk:
        for left in range(0, size, size // 10):
            filler = fill(disk, left)
            with pytest.raises(RenderError, match=r"no space is left to write .*film\.mp4\. Make"):
                join([tmp_path / "part.mp4"], disk / "film.mp4")
            assert list(disk.iterdir()) == [filler]
            filler.unlink()
        join([tmp_path / "part.mp4"], disk / "film.mp4")
        assert pictures(disk / "film.mp4") == pictures(tmp_path / "part.mp4")


def timeline(scene: str, frames: int) -> Timeline:
    beat = BeatSpan("beat", "Words.", 0, frames, frames - 1, (), (), ())
    return Timeline(scene, scene.lower(), scene, 15, frames, (beat,))


def test_timelines_are_joined_with_their_starts(tmp_path: Path) -> None:
    paths = []
    for name, frames in (("One", 23), ("Two", 1), ("Three", 40)):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(timeline(name, frames).to_json())
    joined = joined_timeline("All", paths)
    assert joined.starts == (0, 23, 24)
    assert joined.frames == 64
    assert FilmTimeline.from_json(joined.to_json()) == joined


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"scenes": [{}]}', '{"scenes": 3}'])
def test_anything_else_is_no_timeline(text: str) -> None:
    with pytest.raises(TimelineError, match=r"film\.json: not the timeline of a film"):
        FilmTimeline.from_json(text, "film.json")
