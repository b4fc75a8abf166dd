"""Many workers, simulated: how much of their time goes into the film."""

from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import mean

from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.cores import cores
from mnemo_anim.render.costs import Cost, CostBook
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.foreman import Foreman
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.sharing import SceneWork
from mnemo_anim.render.task import Failure
from mnemo_anim.render.work import evaluate

_WORKERS = 64


def crowd(place: Workplace) -> list[Finding]:
    """The whole lecture at 1080p60 by 64 workers, from the costs that have been measured here."""
    place.ours()
    plan = place.plan()
    place.say("all scenes, played without drawing")
    book = CostBook(plan.costs)
    frames = {
        job: book.cost(job.entry.class_name, job.quality).frame for job in place.jobs
    }  # of those that have been drawn here
    middle = mean(frames.values())
    drawn = {job.entry: seconds for job, seconds in frames.items()}
    played = _played(plan.jobs)
    works = {
        number: SceneWork(segments, segments[-1].end, Cost(seconds, drawn.get(job.entry, middle)))
        for number, (job, (segments, seconds)) in enumerate(zip(plan.jobs, played, strict=True))
    }
    taken, perfect = seconds_by(works, _WORKERS), perfect_seconds(works, _WORKERS)
    return [
        Finding.faster(
            "crowd",
            f"all scenes, 1080p60, {_WORKERS} workers, simulated",
            "perfect division",
            ours=taken,
            theirs=perfect,
            least=0.75,
            where=f"a frame costs what it does in {place.where}",
        )
    ]


def seconds_by(works: Mapping[int, SceneWork], workers: int) -> float:
    """Return the seconds that workers take, each with the next piece of work when it is free.

    As in a production, each scene is played without drawing first, by one worker; those who would
    be idle play the shortest. And whoever draws a part of a scene plays it up to there.

    Args:
        works: By the number of the scene.
        workers: How many there are.
    """
    foreman = Foreman(workers, {number: work.frames for number, work in works.items()})
    queue: deque[tuple[float, int | None]] = deque()  # seconds, and the scene that is known then
    queue.extend((work.cost.evaluation, number) for number, work in works.items())
    shortest = min(work.cost.evaluation for work in works.values())
    queue.extend((shortest, None) for _ in range(workers - len(works)))
    in_hand: list[tuple[float, int | None]] = []  # when it ends, and the same
    now = 0.0
    while queue or in_hand:
        while queue and len(in_hand) < workers:
            seconds, scene = queue.popleft()
            in_hand.append((now + seconds, scene))
        ended = min(in_hand, key=lambda work: work[0])
        in_hand.remove(ended)
        now, scene = ended
        if scene is not None:
            foreman.learn(scene, works[scene])
        while shares := foreman.shares(
            [*(end - now for end, _ in in_hand), *(seconds for seconds, _ in queue)]
        ):
            queue.extend((share.seconds, None) for share in shares)
    return now


def perfect_seconds(works: Mapping[int, SceneWork], workers: int) -> float:
    """Return the seconds if nothing were done twice and nobody waited."""
    needed = (work.cost.evaluation + work.cost.of(work.segments) for work in works.values())
    return sum(needed) / workers


def _played(jobs: Sequence[SceneJob]) -> list[tuple[tuple[Segment, ...], float]]:
    """Return the segments of scenes, and the seconds that it takes to play each."""
    with ProcessPoolExecutor(cores(), mp_context=get_context("spawn")) as pool:
        results = list(pool.map(evaluate, [job.task() for job in jobs]))
    played = []
    for result in results:
        if isinstance(result, Failure):
            raise RenderError(result.message)
        played.append((segments_of(result.timeline, "", ()), result.seconds))
    return played
