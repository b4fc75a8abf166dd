"""The making of films: scenes are evaluated, their segments drawn by a crew, and joined."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice

from mnemo_anim.render.costs import Cost, CostBook
from mnemo_anim.render.crew import Crew, Work
from mnemo_anim.render.film import join
from mnemo_anim.render.hands import Hands
from mnemo_anim.render.locking import locked
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.outcome import Outcome
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.recipe import digest_of
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.sharing import SceneWork, Share, share_out
from mnemo_anim.render.task import DrawnSegment, Evaluation, Failure, SceneTask
from mnemo_anim.render.whole import remove_abandoned, write_text_whole, written_whole
from mnemo_anim.render.work import draw, evaluate
from mnemo_anim.voice import VoiceError
from mnemo_anim.voice.track import track_of

Advance = Callable[[SceneJob, int, int], None]  # the job, its frames that are done, all of them

_ROUNDS = 3  # in which segments may be gone when their film is joined: another run, a bad disk


@dataclass(eq=False)
class _Making:
    """A film while it is made.

    Attributes:
        job: Which.
        why: Why it is made.
        task: What workers are told; None before its words are spoken.
        evaluation: What its scene plays.
        segments: All of them, in order.
        missing: Those that are still to be drawn.
        shares: How many shares of the work are out.
        drawn: Frames that have been drawn.
        drawing: Seconds that workers have drawn for.
    """

    job: SceneJob
    why: str
    task: SceneTask | None = None
    evaluation: Evaluation | None = None
    segments: tuple[Segment, ...] = ()
    missing: list[Segment] = field(default_factory=list)
    shares: int = 0
    drawn: int = 0
    drawing: float = 0.0

    @property
    def played(self) -> Evaluation:
        """What its scene plays, once that is known."""
        assert self.evaluation is not None
        return self.evaluation

    @property
    def seconds(self) -> float:
        """What it has cost so far."""
        return self.drawing + (self.evaluation.seconds if self.evaluation else 0.0)


class Production:
    """Makes the films of scenes.

    Args:
        jobs: The films that are to be made.
        hands: Who does the work.
        costs: What scenes are known to cost; it learns from this run.
    """

    def __init__(self, jobs: Sequence[SceneJob], hands: Hands, costs: CostBook) -> None:
        self._open = [_Making(job, job.why()) for job in jobs]
        self._hands, self._crew, self._costs = hands, Crew(hands), costs

    def run(self, advance: Advance) -> Iterator[Outcome]:
        """Yield how each film ended, as soon as it has.

        Args:
            advance: Told how far each film has come.
        """
        yield from self._evaluate(advance)
        for _ in range(_ROUNDS):
            if self._open:
                yield from self._draw(advance)
        for making in list(self._open):
            folder = making.job.store.folder
            yield self._fail(making, Failure(f"its segments do not stay whole in {folder}"))
        self._costs.save()

    def _evaluate(self, advance: Advance) -> Iterator[Outcome]:
        """Let all scenes be spoken, then played without drawing; yield those that fail.

        Workers who would be idle play one too: they have loaded then what it takes to draw it.
        """
        in_hand: dict[Work, _Making] = {}
        for making in list(self._open):
            try:
                making.task = making.job.task()
            except VoiceError as error:
                yield self._fail(making, Failure(str(error)))
                continue
            in_hand[self._evaluation(making)] = making
        for making in islice(cycle(self._open), max(0, self._hands.count - len(self._open))):
            self._evaluation(making)
        for work, result in filter(None, self._crew.results()):
            if work not in in_hand:
                continue
            making = in_hand.pop(work)
            if isinstance(result, Failure):
                yield self._fail(making, result)
            else:
                making.evaluation = result
                making.segments = _segments(making.job, result)
                making.job.derivations.learn(result.derived)
                advance(making.job, 0, result.timeline.frames)
            if not in_hand:
                return

    def _evaluation(self, making: _Making) -> Work:
        """Queue the evaluation of a scene."""
        work = Work(evaluate, (making.task,), self._cost(making).evaluation)
        self._crew.submit(work)
        return work

    def _draw(self, advance: Advance) -> Iterator[Outcome]:
        """Let all segments be drawn that are missing; yield the films that end."""
        for making in list(self._open):
            making.missing = making.job.store.missing(making.segments)
            if not making.missing:
                yield from self._finish(making)
        in_hand: dict[Work, _Making] = {}
        for share in self._shares():
            making = self._open[share.scene]
            work = self._work(making, share)
            in_hand[work] = making
            making.shares += 1
            self._crew.submit(work)
        for ended in self._crew.results():
            if ended is None:
                self._tell(advance, in_hand.values())
                continue
            work, result = ended
            if work not in in_hand:  # it was played by one who would have been idle
                continue
            making = in_hand.pop(work)
            making.shares -= 1
            if making not in self._open:
                continue
            if isinstance(result, Failure):
                self._crew.drop(work for work, other in in_hand.items() if other is making)
                yield self._fail(making, result)
                continue
            self._take(making, result)
            advance(making.job, _done(making), making.played.timeline.frames)
            if not making.shares:
                yield from self._finish(making)

    def _shares(self) -> Sequence[Share]:
        scenes = {
            number: SceneWork(
                tuple(making.missing), making.played.timeline.frames, self._cost(making)
            )
            for number, making in enumerate(self._open)
            if making.missing
        }
        return share_out(scenes, self._hands.count)

    def _work(self, making: _Making, share: Share) -> Work:
        assert making.task is not None
        task = replace(making.task, derived=making.job.derivations.known)
        store = making.job.store.folder if self._hands.share_disk else None
        arguments = (task, share.segments, making.played.driver, store)
        return Work(draw, arguments, share.seconds)

    def _tell(self, advance: Advance, makings: Iterable[_Making]) -> None:
        """Tell how far films have come whose workers are still drawing."""
        for making in dict.fromkeys(makings):
            if self._hands.share_disk and making in self._open:
                making.missing = making.job.store.missing(making.missing)
                advance(making.job, _done(making), making.played.timeline.frames)

    def _take(self, making: _Making, drawn: Sequence[DrawnSegment]) -> None:
        """Keep what a worker has drawn."""
        for one in drawn:
            if one.content:
                making.job.store.put(one.segment, one.content)
            making.drawn += one.segment.frames
            making.drawing += one.seconds
        keys = {one.segment.key for one in drawn}
        making.missing = [segment for segment in making.missing if segment.key not in keys]

    def _finish(self, making: _Making) -> Iterator[Outcome]:
        """Join a film, and yield that it is rendered; nothing if a segment of it is gone."""
        job, played = making.job, making.played
        contents = [job.store.get(segment) for segment in making.segments]
        whole = [content for content in contents if content is not None]
        if len(whole) < len(contents):
            return
        with locked(job.film.parent):
            job.manifest.unlink(missing_ok=True)  # the old one must not vouch for the new film
            with written_whole(job.timeline) as part:  # film and timeline come together, or not
                part.write_text(played.timeline.to_json(), encoding="utf-8")
                frames = join(whole, job.film, track_of(played.timeline, job.speech))
            Manifest(
                job.recipe.as_data(), stamp(job.film), frames, played.driver_files, played.reads
            ).write(job.manifest)
        job.log.unlink(missing_ok=True)
        job.store.prune(making.segments)
        remove_abandoned(job.film.parent, time.time())
        if making.drawn:
            measured = Cost(played.seconds, making.drawing / making.drawn)
            self._costs.learn(job.entry.class_name, job.quality, measured)
        self._open.remove(making)
        yield Outcome(job, "rendered", frames, making.drawn, making.seconds, making.why)

    def _fail(self, making: _Making, failure: Failure) -> Outcome:
        self._open.remove(making)
        job = making.job
        write_text_whole(job.log, f"{failure.trace}\n{failure.message}\n".lstrip())
        return Outcome(job, "failed", seconds=making.seconds, why=failure.message)

    def _cost(self, making: _Making) -> Cost:
        return self._costs.cost(making.job.entry.class_name, making.job.quality)


def _segments(job: SceneJob, played: Evaluation) -> tuple[Segment, ...]:
    narration = job.recipe.narration
    # What beats there are, a scene may know from its start.
    common = digest_of([job.recipe.common, list(narration), played.driver, played.reads])
    heard = [(frame, f"{beat} {narration.get(beat)}") for frame, beat in played.heard]
    return segments_of(played.timeline, common, heard)


def _done(making: _Making) -> int:
    """Return how many frames of a film need not be drawn any more."""
    missing = sum(segment.frames for segment in making.missing)
    return making.played.timeline.frames - missing
