"""What a review has seen and found: all that its report is made of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mnemo_anim.review.findings import Finding, Waived
from mnemo_anim.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame of a beat.

    Attributes:
        beat: Id of the beat.
        time: In seconds since the start of the scene.
        picture: The frame as a JPEG, 1280 × 720 pixels.
    """

    beat: str
    time: float
    picture: bytes


@dataclass(frozen=True, slots=True)
class SceneReview:
    """What was found in one scene.

    Attributes:
        scene: Class name.
        section: Id of its section.
        title: Title of its section.
        timeline: As it was played.
        findings: That count.
        waived: Findings that the scene allows.
        shots: Of its beats, at least the poster of each; in any order.
        frames: What the findings are cut from, waived ones too: the whole frame at the time of the
            finding, unmarked, as a JPEG of 1280 × 720 pixels. A finding may have none.
    """

    scene: str
    section: str
    title: str
    timeline: Timeline
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    shots: tuple[Shot, ...]
    frames: Mapping[Finding, bytes]

    def __post_init__(self) -> None:
        """Refuse a review whose pictures do not fit its findings or its beats."""
        for shot in self.shots:
            self.timeline.beat(shot.beat)  # tells of one that was not played
        strange = self.frames.keys() - {*self.findings, *(one.finding for one in self.waived)}
        if strange:
            raise ValueError(f"{self.scene}: a frame of what was not found: {strange.pop()}")


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in the film.

    Attributes:
        theme: Name of the theme.
        quality: Name of the quality.
        scenes: In the lecture's order.
        findings: About the whole: its length, its colours, its files.
        seconds: How long the review took.
    """

    theme: str
    quality: str
    scenes: tuple[SceneReview, ...]
    findings: tuple[Finding, ...]
    seconds: float

    def counts(self) -> Counter[tuple[str, str]]:
        """Return how many findings there are of each rule, by scene and rule."""
        return Counter(
            (finding.scene or "the whole", finding.rule) for finding in self.all_findings
        )

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Everything that counts: about the whole first, then scene by scene."""
        of_scenes = (finding for scene in self.scenes for finding in scene.findings)
        return (*self.findings, *of_scenes)
