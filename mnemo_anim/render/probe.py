"""Read a film back: what is really in the file, and where it misses what a film must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from struct import unpack
from typing import BinaryIO

import av
from av.container import InputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from mnemo_anim.render.errors import RenderError

_CONTAINERS = {"moov", "trak", "edts", "mdia", "minf", "stbl"}


_MOST_APART = 0.040  # seconds between sound and picture, at the beginning and at the end
_SOUND = "aac LC, stereo, 48000 Hz"


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound track of a film file.

    Attributes:
        codec, profile, layout: as FFmpeg names them: ``aac``, ``LC``, ``stereo``.
        rate: samples a second.
        start, end: of the sound, in seconds of the film.
    """

    codec: str
    profile: str
    layout: str
    rate: int
    start: float
    end: float

    @property
    def kind(self) -> str:
        """How it is coded, in a few words."""
        return f"{self.codec} {self.profile}, {self.layout}, {self.rate} Hz"


@dataclass(frozen=True, slots=True)
class Probe:
    """What a film file holds.

    Attributes:
        boxes: names of the mp4 boxes, as ``moov/trak/mdia``, in the order of the file.
        frames: number of coded pictures.
        start: time of the first frame in seconds.
        gop: most frames from one key frame to the next, or to the end.
        b_frames: most B-frames between two other frames.
        closed: whether nothing after a key frame, in coding order, is shown before it.
        evenly_spaced: whether frame k is shown at exactly k / fps.
        range, matrix, primaries, transfer: the colour tags.
        sound: its sound track; None where there is none.
        chapters: where its chapters begin, in seconds.
    """

    path: Path
    codec: str
    profile: str
    pixel_format: str
    width: int
    height: int
    fps: Fraction
    frames: int
    start: float
    gop: int
    b_frames: int
    closed: bool
    evenly_spaced: bool
    progressive: bool
    cabac: bool
    range: int
    matrix: int
    primaries: int
    transfer: int
    boxes: tuple[str, ...]
    sound: Sound | None
    chapters: tuple[float, ...]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return float(self.frames / self.fps)

    @property
    def index_first(self) -> bool:
        """Whether the film can be played while it is still being fetched."""
        return self.boxes.index("moov") < self.boxes.index("mdat")

    @property
    def lag(self) -> float:
        """The most seconds by which sound and picture begin, or end, apart."""
        if self.sound is None:
            return 0.0
        start, end = self.start, self.start + self.duration
        return max(abs(self.sound.start - start), abs(self.sound.end - end))

    def faults(self) -> list[str]:
        """Return what video sites would object to, one phrase each; empty for a good film."""
        return [*self.picture_faults(), *self.sound_faults()]

    def sound_faults(self) -> list[str]:
        """Return what they would object to in the sound."""
        if self.sound is None:
            return ["no sound track"]
        checks = {
            f"the sound is {self.sound.kind}, not {_SOUND}": self.sound.kind == _SOUND,
            f"sound and picture are {1000 * self.lag:.0f} ms apart": self.lag <= _MOST_APART,
        }
        return [fault for fault, fine in checks.items() if not fine]

    def picture_faults(self) -> list[str]:
        """Return what they would object to in the pictures, and in the file that holds them."""
        tags = (self.matrix, self.primaries, self.transfer)
        checks = {
            "not H.264": self.codec == "h264",
            f"profile {self.profile}, not High": self.profile == "High",
            f"{self.pixel_format}, not yuv420p": self.pixel_format == "yuv420p",
            "interlaced": self.progressive,
            "not tagged as TV range": self.range == ColorRange.MPEG,
            "not tagged as BT.709": tags
            == (Colorspace.ITU709, ColorPrimaries.BT709, ColorTrc.BT709),
            "the index (moov) stands last": self.index_first,
            "has an edit list": not any(box.endswith("elst") for box in self.boxes),
            f"key frames {self.gop} frames apart": self.gop == 1 or 2 * self.gop <= self.fps,
            "an open GOP": self.closed,
            f"{self.b_frames} B-frames in a row, not 2": self.b_frames <= 2,
            "no CABAC": self.cabac,
            f"starts at {self.start} s, not at 0": self.start == 0,
            "frames are not evenly spaced": self.evenly_spaced,
        }
        return [fault for fault, fine in checks.items() if not fine]


def probe(path: Path) -> Probe:
    """Read the film at `path`; raise RenderError when it is none."""
    try:
        with path.open("rb") as file:
            boxes = tuple(_boxes(file, 0, path.stat().st_size))
        return _probe(path, boxes)
    except (OSError, av.FFmpegError, IndexError, ValueError) as error:
        raise RenderError(f"{path} is not a film that can be read ({error}).") from error


def _probe(path: Path, boxes: tuple[str, ...]) -> Probe:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        fps = stream.average_rate or Fraction(0)
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
        times = [packet.pts * packet.time_base for packet in packets if packet.pts is not None]
        keys = [index for index, packet in enumerate(packets) if packet.is_keyframe]
        container.seek(0)
        first = next(container.decode(stream))
        return Probe(
            path=path,
            codec=context.name,
            profile=context.profile or "",
            pixel_format=context.pix_fmt or "",
            width=context.width,
            height=context.height,
            fps=fps,
            frames=len(packets),
            start=float(min(times)),
            gop=max(b - a for a, b in pairwise([*keys, len(packets)])),
            b_frames=_most_b_frames(times),
            closed=all(min(times[key:]) == times[key] for key in keys),
            evenly_spaced=sorted(times) == [k / fps for k in range(len(times))],
            progressive=not first.interlaced_frame,
            cabac=_uses_cabac(context.extradata or b""),
            range=context.color_range,
            matrix=context.colorspace,
            primaries=context.color_primaries,
            transfer=context.color_trc,
            boxes=boxes,
            sound=_sound(container),
            chapters=tuple(
                float(chapter["start"] * (chapter["time_base"] or 0))
                for chapter in container.chapters()
            ),
        )


def _sound(container: InputContainer) -> Sound | None:
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    context, tick = stream.codec_context, float(stream.time_base or 0)
    start = (stream.start_time or 0) * tick
    return Sound(
        codec=context.name,
        profile=context.profile or "",
        layout=context.layout.name,
        rate=context.sample_rate,
        start=start,
        end=start + (stream.duration or 0) * tick,
    )


def _most_b_frames(times: list[Fraction]) -> int:
    """Return the longest run of frames, in coding order, that are shown before an earlier one."""
    longest = run = 0
    latest = times[0]
    for time in times[1:]:
        run = run + 1 if time < latest else 0
        longest, latest = max(longest, run), max(latest, time)
    return longest


def _boxes(file: BinaryIO, start: int, end: int, parents: str = "") -> Iterator[str]:
    """Yield the path of every mp4 box between two offsets (ISO/IEC 14496-12, 4.2)."""
    while start < end:
        file.seek(start)
        size, kind = unpack(">I4s", file.read(8))
        header = 8
        if size == 1:
            (size,) = unpack(">Q", file.read(8))
            header = 16
        size = size or end - start
        name = kind.decode("latin-1")
        yield parents + name
        if name in _CONTAINERS:
            yield from _boxes(file, start + header, start + size, f"{parents}{name}/")
        start += size


def _uses_cabac(extradata: bytes) -> bool:
    """Read the entropy coding mode from the picture parameter set (ITU-T H.264, 7.3.2.2)."""
    sets = extradata[5] & 0x1F
    position = 6
    for _ in range(sets):
        position += 2 + int.from_bytes(extradata[position : position + 2])
    payload = extradata[position + 1 + 2 + 1 :]  # one count, a length, the NAL unit's header
    bits = "".join(f"{byte:08b}" for byte in payload[:8])
    for _ in range(2):  # the ids of both parameter sets, as Exp-Golomb codes
        zeros = bits.index("1")
        bits = bits[2 * zeros + 1 :]
    return bits[0] == "1"
