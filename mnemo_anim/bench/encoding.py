"""Encoding alone: the least that a film can cost, whoever draws it.

The frames are those of the films, decoded to memory piece by piece. They come in the film's own
samples, so that nothing needs to be converted either, and only the encoder is timed.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import av
from av.video.frame import PictureType

from mnemo_anim.render.encode import FilmEncoder, FilmPicture
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import Quality

_AT_ONCE = 60  # frames of 1080p in memory: 190 MB
_SAMPLE = 40  # segments for each worker, at most


def seconds_to_encode(jobs: Sequence[SceneJob], frames: int, workers: int) -> float:
    """Return the seconds that workers take to encode films, from the time they take for a sample.

    Args:
        jobs: The films, which have been rendered.
        frames: How many they have.
        workers: Processes side by side.
    """
    files = [(path, job.quality) for job in jobs for path in sorted(job.store.folder.glob("*.mp4"))]
    sample = files[:: max(1, len(files) // (workers * _SAMPLE))]
    shares = [sample[number::workers] for number in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        timings = [timing for timing in pool.map(time_encoding, shares) if timing[0]]
    return frames / rate(timings)


def rate(timings: Iterable[tuple[int, float]]) -> float:
    """Return the frames a second of workers side by side.

    Args:
        timings: For each, its frames and the seconds that it took.
    """
    return sum(frames / seconds for frames, seconds in timings)


def time_encoding(share: Sequence[tuple[Path, Quality]]) -> tuple[int, float]:
    """Encode films again; return their frames and the seconds that encoding alone has taken."""
    frames, seconds = 0, 0.0
    for film, quality in share:
        picture = FilmPicture(quality)
        with av.open(str(film)) as source:
            decoded = _frames(source.decode(video=0))
            began = perf_counter()
            with FilmEncoder(BytesIO(), quality) as encoder:
                seconds += perf_counter() - began
                while piece := list(islice(decoded, _AT_ONCE)):
                    began = perf_counter()
                    for picture.frame in piece:
                        encoder.show(picture)
                    seconds += perf_counter() - began
                began = perf_counter()
            seconds += perf_counter() - began
            frames += encoder.frames
    return frames, seconds


def _frames(decoded: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    for frame in decoded:
        frame.pict_type = PictureType.NONE  # the encoder chooses, as it did
        yield frame
