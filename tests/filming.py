"""Films of plain colours and their timelines, for tests of what is made of films."""

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import av
import numpy as np

from mnemo_anim.document import read_lecture
from mnemo_anim.render.encode import MP4_OPTIONS, FilmEncoder
from mnemo_anim.render.film import join
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import Quality
from mnemo_anim.timeline import BeatSpan, Caption, Timeline
from mnemo_anim.voice.track import track_of

Colour = tuple[int, int, int]

COLOURS: tuple[Colour, ...] = (
    (200, 40, 40),
    (40, 200, 40),
    (40, 40, 200),
    (220, 200, 60),
    (20, 30, 50),
)


def film_of(job: SceneJob, seconds: float = 3.0, colours: Sequence[Colour] = COLOURS) -> Timeline:
    """Write a film of plain colours, as long as each other, and a timeline; return that.

    The beats of the section share the film, and each has one caption, from its first frame up to
    its last.
    """
    each = round(seconds * job.quality.fps / len(colours))
    frames = each * len(colours)
    pictures = BytesIO()
    with FilmEncoder(pictures, job.quality) as film:
        for colour in colours:
            pixels = np.full((job.quality.height, job.quality.width, 4), (*colour, 255), np.uint8)
            film.write(pixels, repeat=each)
    section = read_lecture(job.lecture).section(job.entry.section)
    bounds = np.linspace(0, frames, len(section.beats) + 1).round().astype(int).tolist()
    beats = tuple(
        BeatSpan(
            beat.id,
            beat.text,
            start,
            end,
            end - 1,
            (Caption((beat.text,), start, end - 1),),
            (),
            (),
        )
        for beat, start, end in zip(section.beats, bounds[:-1], bounds[1:], strict=True)
    )
    timeline = Timeline(
        job.entry.class_name, section.id, section.title, job.quality.fps, frames, beats
    )
    job.timeline.parent.mkdir(parents=True, exist_ok=True)
    job.timeline.write_text(timeline.to_json(), encoding="utf-8")
    join([pictures.getvalue()], job.film, track_of(timeline, job.speech))
    return timeline


def film_of_noise(path: Path, frames: int, quality: Quality) -> None:
    """Write a film in which no frame is like another: a pattern that moves and changes colour."""
    rows, columns = np.mgrid[: quality.height, : quality.width]
    with FilmEncoder(path, quality) as film:
        for number in range(frames):
            wave = 128 + 100 * np.sin((columns + 3 * number) / 9 + rows / 7)
            pixels = np.full((quality.height, quality.width, 4), 255, np.uint8)
            pixels[..., 0], pixels[..., 1], pixels[..., 2] = wave, 255 - wave, 5 * number % 256
            film.write(pixels)


def with_sound(film: Path, target: Path, tones: Sequence[float]) -> None:
    """Write a film to ``target`` with AAC added: one second of each tone, in hertz."""
    rate = 48_000
    seconds = np.arange(rate) / rate
    sound = np.concatenate([0.3 * np.sin(2 * np.pi * tone * seconds) for tone in tones])
    with av.open(str(film)) as source, av.open(str(target), "w", options=MP4_OPTIONS) as both:
        video = both.add_stream_from_template(source.streams.video[0])
        voice = both.add_stream("aac", rate=rate, layout="stereo")
        for begin in range(0, len(sound) - 1023, 1024):
            part = np.ascontiguousarray(np.tile(sound[begin : begin + 1024], (2, 1)), np.float32)
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
            both.mux(voice.encode(frame))
        both.mux(voice.encode())
        for packet in source.demux(source.streams.video[0]):
            if packet.pts is not None:
                packet.stream = video
                both.mux(packet)


def tone_of(film: Path) -> float:
    """Return the tone that is heard in the middle of a film, in hertz."""
    with av.open(str(film)) as container:
        rate = container.streams.audio[0].rate
        resampler = av.AudioResampler("flt", "mono", rate)
        heard = np.concatenate(
            [
                part.to_ndarray().ravel()
                for frame in container.decode(audio=0)
                for part in resampler.resample(frame)
            ]
        )
    middle = heard[len(heard) // 4 : 3 * len(heard) // 4]
    return float(np.argmax(np.abs(np.fft.rfft(middle))) * rate / len(middle))
