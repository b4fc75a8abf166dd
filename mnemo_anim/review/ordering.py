"""What was found, in the order of the report: numbered, each at one shot of its beat."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from mnemo_anim.review.findings import Finding
from mnemo_anim.review.results import Review, SceneReview, Shot
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan

_RULES = tuple(Rule)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding in the report.

    Attributes:
        number: That names it.
        finding: What was found.
        frame: That it is cut from; empty where there is none.
        reason: For which it is waived; empty where it counts.
    """

    number: int
    finding: Finding
    frame: bytes = b""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrderedShot:
    """One frame of a beat, and what is marked on it."""

    shot: Shot
    findings: tuple[Numbered, ...]
    poster: bool


@dataclass(frozen=True, slots=True)
class OrderedBeat:
    """One beat with its shots, by time."""

    span: BeatSpan
    shots: tuple[OrderedShot, ...]


@dataclass(frozen=True, slots=True)
class OrderedScene:
    """One scene: findings and waivers by time, and its beats as they were played."""

    review: SceneReview
    findings: tuple[Numbered, ...]
    waived: tuple[Numbered, ...]
    beats: tuple[OrderedBeat, ...]


@dataclass(frozen=True, slots=True)
class OrderedReview:
    """The whole review; numbers count from 1 through all that counts, then through the waived."""

    review: Review
    whole: tuple[Numbered, ...]
    scenes: tuple[OrderedScene, ...]

    @property
    def findings(self) -> tuple[Numbered, ...]:
        """Everything that counts, by number."""
        return (*self.whole, *(found for scene in self.scenes for found in scene.findings))

    @property
    def waived(self) -> tuple[Numbered, ...]:
        """Everything that is waived, by number."""
        return tuple(found for scene in self.scenes for found in scene.waived)


def in_order(review: Review) -> OrderedReview:
    """Number what was found: first about the whole, then scene by scene, each by time and rule."""
    numbers = count(1)
    whole = tuple(Numbered(next(numbers), found) for found in _ranked(review.findings))
    findings = [
        tuple(
            Numbered(next(numbers), found, scene.frames.get(found, b""))
            for found in _ranked(scene.findings)
        )
        for scene in review.scenes
    ]
    waived = [
        tuple(
            Numbered(next(numbers), one.finding, scene.frames.get(one.finding, b""), one.reason)
            for one in sorted(scene.waived, key=lambda one: _rank(one.finding))
        )
        for scene in review.scenes
    ]
    scenes = (
        OrderedScene(scene, found, allowed, _beats_of(scene, found))
        for scene, found, allowed in zip(review.scenes, findings, waived, strict=True)
    )
    return OrderedReview(review, whole, tuple(scenes))


def _ranked(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[float, int, str, tuple[float, ...], str]:
    box = tuple(finding.box or ())
    return finding.time, _RULES.index(finding.rule), finding.beat, box, finding.what


def _beats_of(scene: SceneReview, findings: tuple[Numbered, ...]) -> tuple[OrderedBeat, ...]:
    shots = sorted(scene.shots, key=lambda shot: shot.time)
    marked: dict[int, list[Numbered]] = {index: [] for index in range(len(shots))}
    for found in findings:
        index = _nearest(found.finding, shots)
        if index is not None:
            marked[index].append(found)
    beats = []
    for span in scene.timeline.beats:
        poster = _poster_of(scene, span, shots)
        beats.append(
            OrderedBeat(
                span,
                tuple(
                    OrderedShot(shot, tuple(marked[index]), index == poster)
                    for index, shot in enumerate(shots)
                    if shot.beat == span.id
                ),
            )
        )
    return tuple(beats)


def _nearest(finding: Finding, shots: list[Shot]) -> int | None:
    """Return which shot of the finding's beat, or of any where it names none, is nearest to it."""
    near = [index for index, shot in enumerate(shots) if finding.beat in {"", shot.beat}]
    return min(near, key=lambda index: abs(shots[index].time - finding.time), default=None)


def _poster_of(scene: SceneReview, span: BeatSpan, shots: list[Shot]) -> int | None:
    """Return which shot is the poster of a beat: one within half a frame of it."""
    time = scene.timeline.seconds(span.poster)
    half = 0.5 / scene.timeline.fps
    for index, shot in enumerate(shots):
        if shot.beat == span.id and abs(shot.time - time) < half:
            return index
    return None
