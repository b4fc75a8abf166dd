"""The timeline of a joined film: the timelines of its scenes, one after the other."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.timeline import FORMAT_VERSION, Timeline, TimelineError


@dataclass(frozen=True, slots=True)
class FilmTimeline:
    """A joined film as it plays.

    Attributes:
        title: of the lecture.
        fps: frames per second, of all scenes.
        scenes: their timelines, which count from each scene's own first frame.
    """

    title: str
    fps: int
    scenes: tuple[Timeline, ...]

    @property
    def frames(self) -> int:
        """Number of frames in all."""
        return sum(scene.frames for scene in self.scenes)

    @property
    def starts(self) -> tuple[int, ...]:
        """The frame of the film at which each scene begins."""
        return tuple(
            sum(scene.frames for scene in self.scenes[:index]) for index in range(len(self.scenes))
        )

    def to_json(self) -> str:
        """Return the timeline as JSON text, the same for the same timeline."""
        scenes = [
            {"start": start, **json.loads(scene.to_json())}
            for start, scene in zip(self.starts, self.scenes, strict=True)
        ]
        data = {
            "version": FORMAT_VERSION,
            "title": self.title,
            "fps": self.fps,
            "frames": self.frames,
            "scenes": scenes,
        }
        return json.dumps(data, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, source: Path | str = "timeline") -> "FilmTimeline":
        """Read what :meth:`to_json` wrote; raise TimelineError on anything else."""
        try:
            data = json.loads(text)
            for scene in data["scenes"]:
                del scene["start"]
            scenes = tuple(
                Timeline.from_json(json.dumps(scene), source) for scene in data["scenes"]
            )
            return cls(data["title"], data["fps"], scenes)
        except (ValueError, KeyError, TypeError) as error:
            raise TimelineError(
                f"{source}: not the timeline of a film ({error}). Render again to renew it."
            ) from error


def joined_timeline(title: str, parts: Sequence[Path]) -> FilmTimeline:
    """Read the timelines of the scenes, in order, and join them."""
    scenes = tuple(Timeline.from_json(path.read_text(encoding="utf-8"), path) for path in parts)
    return FilmTimeline(title, scenes[0].fps, scenes)
