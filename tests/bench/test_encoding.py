from pathlib import Path

import numpy as np
import pytest

from mnemo_anim.bench.encoding import rate, time_encoding
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.quality import Quality

SMALL = Quality("small", 64, 36, 30)


def film(path: Path, frames: int) -> Path:
    with FilmEncoder(path, SMALL) as encoder:
        for number in range(frames):
            encoder.write(np.full((36, 64, 4), number, np.uint8))
    return path


def test_all_frames_of_all_films_are_encoded_again(tmp_path: Path) -> None:
    share = [(film(tmp_path / f"{count}.mp4", count), SMALL) for count in (7, 130)]
    frames, seconds = time_encoding(share)
    assert frames == 137
    assert seconds > 0


def test_no_share_is_no_work() -> None:
    assert time_encoding([]) == (0, 0.0)


def test_the_rates_of_workers_side_by_side_add_up() -> None:
    assert rate([(100, 2.0), (90, 3.0)]) == pytest.approx(50 + 30)
