"""How the films of a run ended."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mnemo_anim.render.plan import SceneJob


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended.

    Attributes:
        job: What was to be done.
        state: ``rendered``, ``reused`` because it was up to date, or ``failed``.
        frames: Of the film; 0 where there is none.
        drawn: How many of them have been drawn now.
        seconds: That workers took for it.
        why: Why it was rendered, or how it failed; one line.
    """

    job: SceneJob
    state: Literal["rendered", "reused", "failed"]
    frames: int = 0
    drawn: int = 0
    seconds: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """How a run ended.

    Attributes:
        outcomes: One for each scene that was asked for, in the lecture's order.
        film: The joined film; None where it was not asked for or a scene failed.
    """

    outcomes: tuple[Outcome, ...]
    film: Path | None

    @property
    def failed(self) -> bool:
        """Whether any scene failed."""
        return any(outcome.state == "failed" for outcome in self.outcomes)
