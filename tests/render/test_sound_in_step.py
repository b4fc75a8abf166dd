"""In the file itself, sound and picture stay together from the first minute to the last."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from mnemo_anim.render.chapters import Chapter
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.film import join
from mnemo_anim.render.probe import probe
from mnemo_anim.render.quality import Quality
from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice.sound import Samples

MINUTES = 14  # longer than the lecture
FLASH = 0.2  # seconds
NEAR = 0.040  # seconds


def flashing(quality: Quality) -> bytes:
    """Return a film that flashes in the middle of every minute."""
    dark = np.zeros((quality.height, quality.width, 4), np.uint8)
    bright, flash = np.full_like(dark, 255), round(FLASH * quality.fps)
    memory = BytesIO()
    with FilmEncoder(memory, quality) as film:
        for _ in range(MINUTES):
            film.write(dark, repeat=30 * quality.fps)
            film.write(bright, repeat=flash)
            film.write(dark, repeat=30 * quality.fps - flash)
    return memory.getvalue()


def clicking() -> Iterator[Samples]:
    """Yield sound that clicks in the middle of every minute, second by second."""
    for second in range(60 * MINUTES):
        block = np.zeros((2, SAMPLE_RATE), np.float32)
        if second % 60 == 30:
            block[:, : SAMPLE_RATE // 1000] = 0.9
        yield block


def flashes_of(path: Path) -> list[float]:
    with av.open(str(path)) as film:
        lit = [
            (frame.time or 0.0, frame.to_ndarray(format="gray").mean() > 128)
            for frame in film.decode(video=0)
        ]
    return [time for (_, before), (time, now) in pairwise(lit) if now > before]


def clicks_of(path: Path) -> list[float]:
    found: list[float] = []
    with av.open(str(path)) as film:
        for frame in film.decode(audio=0):
            loud = np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.3)
            begin = frame.time or 0.0
            if len(loud) and (not found or begin - found[-1] > 1):
                found.append(begin + float(loud[0]) / SAMPLE_RATE)
    return found


@pytest.mark.parametrize("fps", [15, 60])
def test_clicks_are_heard_when_flashes_are_seen(tmp_path: Path, fps: int) -> None:
    quality, path = Quality("tiny", 32, 18, fps), tmp_path / "film.mp4"
    chapters = (Chapter("One & “two”", 0, 60 * fps), Chapter("Three", 60 * fps, 120 * fps))
    join([flashing(quality)], path, clicking(), chapters)
    flashes, clicks = flashes_of(path), clicks_of(path)
    assert len(flashes) == len(clicks) == MINUTES
    apart = np.array(clicks) - np.array(flashes)
    assert np.abs(apart).max() <= NEAR
    assert np.ptp(apart) <= 0.002  # no drift
    read = probe(path)
    assert read.faults() == []
    assert read.chapters == (0.0, 60.0)
    with av.open(str(path)) as film:
        titles = [chapter["metadata"]["title"] for chapter in film.chapters()]
    assert titles == ["One & “two”", "Three"]
