"""What was found, in the order of the report: numbered, each at one shot of its beat."""

from collections.abc import Iterable
from dataclasses import dataclass

from mnemo_anim.review.findings import Finding, Waived
from mnemo_anim.review.results import Review, SceneReview, Shot
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan

_RULES = tuple(Rule)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding, the number that names it in the report, and its frame; empty where it has none."""

    number: int
    finding: Finding
    frame: bytes = b""


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
    waived: tuple[Waived, ...]
    beats: tuple[OrderedBeat, ...]


@dataclass(frozen=True, slots=True)
class OrderedReview:
    """The whole review; numbers count from 1 through all of it."""

    review: Review
    whole: tuple[Numbered, ...]
    scenes: tuple[OrderedScene, ...]

    @property
    def findings(self) -> tuple[Numbered, ...]:
        """Everything that counts, by number."""
        return (*self.whole, *(found for scene in self.scenes for found in scene.findings))


def in_order(review: Review) -> OrderedReview:
    """Number what was found: first about the whole, then scene by scene, each by time and rule."""
    whole = _numbered(((finding, b"") for finding in review.findings), first=1)
    scenes: list[OrderedScene] = []
    first = len(whole) + 1
    for scene in review.scenes:
        findings = _numbered(zip(scene.findings, scene.crops, strict=True), first)
        waived = tuple(sorted(scene.waived, key=lambda waived: _rank(waived.finding)))
        scenes.append(OrderedScene(scene, findings, waived, _beats_of(scene, findings)))
        first += len(findings)
    return OrderedReview(review, whole, tuple(scenes))


def _numbered(found: Iterable[tuple[Finding, bytes]], first: int) -> tuple[Numbered, ...]:
    ordered = sorted(found, key=lambda pair: _rank(pair[0]))
    return tuple(Numbered(number, *pair) for number, pair in enumerate(ordered, first))


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
