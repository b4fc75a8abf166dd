"""What the gate has to say: a rule that was missed, where, when, and by how much."""

from dataclasses import dataclass
from typing import NamedTuple

from mnemo_anim.review.rules import Rule


class Box(NamedTuple):
    """A rectangle of the frame, in Manim units: the origin in the middle, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Evidence(NamedTuple):
    """A picture that shows what was found: what it is, and its file in the report's folder."""

    shows: str
    file: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule missed at one place.

    Attributes:
        rule: What was missed.
        scene: Class name of the scene; empty where it is about the whole lecture or the theme.
        beat: Its id; empty where it is about the whole scene.
        time: In seconds since the start of the scene.
        value: What was measured, in the unit of the rule.
        limit: What it should be, at least or at most, as the rule says.
        what: One sentence about what was seen.
        box: The place in the frame; None for all of it.
        evidence: Pictures that show it, besides that of the frame.
    """

    rule: Rule
    scene: str
    beat: str
    time: float
    value: float
    limit: float
    what: str
    box: Box | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the scene itself allows, with the reason that it gives."""

    finding: Finding
    reason: str
