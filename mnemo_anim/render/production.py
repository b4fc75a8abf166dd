"""The making of films: scenes are evaluated, their segments drawn by a crew, and joined."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mnemo_anim.render.costs import Cost, CostBook
from mnemo_anim.render.crew import Crew, Work
from mnemo_anim.render.film import join
from mnemo_anim.render.foreman import Foreman
from mnemo_anim.render.hands import Hands
from mnemo_anim.render.locking import locked
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.outcome import Outcome
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.recipe import digest_of
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.sharing import SceneWork, Share
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
        drawn: Frames that have been drawn.
        drawing: Seconds that workers have drawn for.
    """

    job: SceneJob
    why: str
    task: SceneTask | None = None
    evaluation: Evaluation | None = None
    segments: tuple[Segment, ...] = ()
    missing: list[Segment] = field(default_factory=list)
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
        self._open = {number: _Making(job, job.why()) for number, job in enumerate(jobs)}
        self._hands, self._crew, self._costs = hands, Crew(hands), costs
        self._foreman = Foreman(hands.count, {n: job.length for n, job in enumerate(jobs)})
        self._in_hand: dict[Work, int] = {}

    def run(self, advance: Advance) -> Iterator[Outcome]:
        """Yield how each film ended, as soon as it has.

        Args:
            advance: Told how far each film has come.
        """
        yield from self._begin()
        for _ in range(_ROUNDS):
            yield from self._work(advance)
            for number in list(self._open):
                yield from self._look(number)
            if not self._open:
                break
        for number, making in list(self._open.items()):
            folder = making.job.store.folder
            yield self._fail(number, Failure(f"its segments do not stay whole in {folder}"))
        self._costs.save()

    def _begin(self) -> Iterator[Outcome]:
        """Let all scenes be spoken, and have them played without drawing; yield those that fail.

        Workers who would be idle play one too: they have loaded then what it takes to draw.
        """
        for number, making in list(self._open.items()):
            try:
                making.task = making.job.task()
            except VoiceError as error:
                yield self._fail(number, Failure(str(error)))
                continue
            self._in_hand[self._evaluation(making)] = number
        if self._open:
            shortest = min(self._open.values(), key=lambda one: self._cost(one).evaluation)
            for _ in range(self._hands.count - len(self._open)):
                self._evaluation(shortest)

    def _evaluation(self, making: _Making) -> Work:
        """Queue the evaluation of a scene."""
        work = Work(evaluate, (making.task,), self._cost(making).evaluation)
        self._crew.submit(work)
        return work

    def _work(self, advance: Advance) -> Iterator[Outcome]:
        """Let all be done that is in hand, and what comes of it; yield the films that end."""
        self._hand_out()
        for ended in self._crew.results():
            if ended is None:
                self._tell(advance)
                continue
            work, result = ended
            number = self._in_hand.pop(work, None)
            if number not in self._open:  # it has failed, or was played by one who would be idle
                continue
            making = self._open[number]
            if isinstance(result, Failure):
                self._crew.drop(work for work, other in self._in_hand.items() if other == number)
                yield self._fail(number, result)
            elif isinstance(result, Evaluation):
                making.evaluation = result
                making.segments = _segments(making.job, result)
                making.job.derivations.learn(result.derived)
                advance(making.job, 0, result.timeline.frames)
                yield from self._look(number)
            else:
                self._take(making, result)
                advance(making.job, _done(making), making.played.timeline.frames)
                if not self._is_in_work(number):
                    yield from self._finish(number)
            self._hand_out()

    def _look(self, number: int) -> Iterator[Outcome]:
        """See what there is to draw of a scene; yield its film if it is nothing."""
        making = self._open[number]
        making.missing = making.job.store.missing(making.segments)
        length = making.played.timeline.frames
        self._foreman.learn(number, SceneWork(making.missing, length, self._cost(making)))
        if not making.missing:
            yield from self._finish(number)

    def _hand_out(self) -> None:
        """Queue what is to be drawn now."""
        while shares := self._foreman.shares(self._crew.busy()):
            for share in shares:
                work = self._drawing(self._open[share.scene], share)
                self._in_hand[work] = share.scene
                self._crew.submit(work)

    def _drawing(self, making: _Making, share: Share) -> Work:
        assert making.task is not None
        task = replace(making.task, derived=making.job.derivations.known)
        store = making.job.store.folder if self._hands.share_disk else None
        arguments = (task, share.segments, making.played.driver, store)
        return Work(draw, arguments, share.seconds)

    def _is_in_work(self, number: int) -> bool:
        """Return whether some of a scene is being drawn, or will be."""
        return number in self._in_hand.values() or self._foreman.is_waiting_for(number)

    def _tell(self, advance: Advance) -> None:
        """Tell how far films have come whose workers are still drawing."""
        for number in dict.fromkeys(self._in_hand.values()):
            making = self._open.get(number)
            if self._hands.share_disk and making and making.evaluation:
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

    def _finish(self, number: int) -> Iterator[Outcome]:
        """Join a film, and yield that it is rendered; nothing if a segment of it is gone."""
        making = self._open[number]
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
        del self._open[number]
        yield Outcome(job, "rendered", frames, making.drawn, making.seconds, making.why)

    def _fail(self, number: int, failure: Failure) -> Outcome:
        making = self._open.pop(number)
        self._foreman.forget(number)
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
