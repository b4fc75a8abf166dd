"""A writer that keeps frames in memory."""

from types import SimpleNamespace
from typing import Any

from mnemo_anim.frames import Pixels


class Collector:
    """Takes frames as Manim's file writer does, and keeps them."""

    def __init__(self, settings: Any) -> None:
        self.output_spec, self.output_plan = settings.plan.output, settings.plan
        self.sections = [SimpleNamespace(skip_animations=False)]
        self.frames: list[Pixels] = []
        self.writes = 0

    def next_section(self, *_: Any) -> None: ...
    def add_partial_movie_file(self, _: Any) -> None: ...
    def begin_animation(self, *_: Any, **__: Any) -> None: ...
    def end_animation(self, *_: Any) -> None: ...
    def finish(self) -> None: ...
    def abort_encode_jobs(self, *_: Any) -> None: ...

    def write_frame(self, pixels: Pixels, repeat: int = 1) -> None:
        self.writes += 1
        self.frames += [pixels] * repeat
