"""What drawing costs, learnt from earlier runs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from mnemo_anim.render.quality import Quality
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.whole import write_text_whole

_PIXELS = 1920 * 1080
_GUESS = (1.0, 0.010, 0.020)  # seconds: to evaluate, per frame, and more per frame of 1080p
_DOUBT = 2.0  # how many times as much a scene may cost as is guessed
_LEARN = 0.5  # weight of a new measurement


@dataclass(frozen=True, slots=True)
class Cost:
    """What a scene costs, in seconds of one worker.

    Attributes:
        evaluation: To play it without drawing.
        frame: To draw and encode a frame, on average.
        doubt: How many times as much it may turn out to be.
    """

    evaluation: float
    frame: float
    doubt: float = 1.0

    def of(self, segments: Sequence[Segment]) -> float:
        """Return what it costs to draw segments, the evaluation apart."""
        return self.frame * sum(segment.frames for segment in segments)


@dataclass
class CostBook:
    """What each scene costs at each quality, kept in a file.

    Args:
        path: The file; one that cannot be read counts as empty.
    """

    path: Path

    def __post_init__(self) -> None:
        self._known: dict[str, Cost] = {}
        self._learnt = False
        try:
            for name, cost in json.loads(self.path.read_text(encoding="utf-8")).items():
                kept = Cost(float(cost["evaluation"]), float(cost["frame"]))
                if 0 <= kept.evaluation < inf and 0 <= kept.frame < inf:
                    self._known[name] = kept
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._known.clear()

    def cost(self, scene: str, quality: Quality) -> Cost:
        """Return what a scene costs; a guess where it has not been drawn yet."""
        evaluation, frame, large = _GUESS
        per_frame = frame + large * quality.width * quality.height / _PIXELS
        return self._known.get(_name(scene, quality), Cost(evaluation, per_frame, _DOUBT))

    def learn(self, scene: str, quality: Quality, measured: Cost) -> None:
        """Note what a scene has cost now."""
        self._learnt = True
        known = self._known.get(_name(scene, quality), measured)
        self._known[_name(scene, quality)] = Cost(
            known.evaluation + _LEARN * (measured.evaluation - known.evaluation),
            known.frame + _LEARN * (measured.frame - known.frame),
        )

    def save(self) -> None:
        """Write the file, if anything has been learnt."""
        if self._learnt:
            kept = {
                name: {"evaluation": cost.evaluation, "frame": cost.frame}
                for name, cost in sorted(self._known.items())
            }
            write_text_whole(self.path, json.dumps(kept, indent=1) + "\n")


def _name(scene: str, quality: Quality) -> str:
    return f"{scene} {quality.width}×{quality.height}"
