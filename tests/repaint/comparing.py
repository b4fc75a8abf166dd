"""A scene drawn by both renderers, frame beside frame."""

from collections.abc import Collection, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from manim import tempconfig

from mnemo_anim.boxes import Box
from mnemo_anim.document import Lecture
from mnemo_anim.frames import Pixels
from mnemo_anim.repaint import RepaintingRenderer
from mnemo_anim.section_scene import SectionScene
from tests.collector import Collector


class ChangeCollector(Collector):
    """Keeps frames by what is told to have changed alone, as an encoder does."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)
        self._picture: Pixels | None = None
        self.painted: list[float] = []  # of each frame, the part that has been painted again

    def write_change(self, pixels: Pixels, boxes: Sequence[Box], repeat: int = 1) -> None:
        if self._picture is None:
            self._picture = np.zeros_like(pixels)
        for box in boxes:
            self._picture[box.slices] = pixels[box.slices]
        self.painted.append(sum(box.area for box in boxes) / pixels[..., 0].size)
        self.write_frame(self._picture.copy(), repeat)


def drawn(
    scene: type[SectionScene],
    lecture: Lecture,
    *,
    size: tuple[int, int],
    fps: float,
    repainting: bool,
    wanted: Collection[int] | None = None,
) -> Any:
    """Draw a scene; return what its writer has kept.

    Args:
        scene: Which.
        lecture: What it reads its words in.
        size: Of frames, in pixels.
        fps: Frames a second.
        repainting: Whether only what has changed is painted.
        wanted: Frames to draw; None draws all.
    """
    options: dict[str, Any] = {"writer": Collector}
    if repainting:
        options = {"writer": ChangeCollector, "renderer": RepaintingRenderer}
    width, height = size
    settings = {"pixel_width": width, "pixel_height": height, "frame_rate": fps, "format": "none"}
    with tempconfig(settings):
        made = scene(lecture=lecture, wanted=wanted, **options)
        made.render()
    return made.renderer.file_writer


def first_difference(ones: Sequence[Pixels], others: Sequence[Pixels]) -> str:
    """Return where two sequences of frames differ first; empty if they are the same bit by bit."""
    if len(ones) != len(others):
        return f"{len(ones)} frames and {len(others)}"
    for number, (one, other) in enumerate(zip(ones, others, strict=True)):
        if not np.array_equal(one, other):
            rows, columns = np.nonzero((one != other).any(axis=-1))
            at = SimpleNamespace(row=rows[0], column=columns[0])
            return (
                f"frame {number}: {len(rows)} pixels, first at row {at.row}, column {at.column}: "
                f"{one[at.row, at.column]} and {other[at.row, at.column]}"
            )
    return ""
