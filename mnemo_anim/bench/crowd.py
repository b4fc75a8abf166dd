"""Many workers, simulated: how much of their time goes into the film."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import mean

from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.costs import Cost, CostBook
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import SceneJob, cores
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.sharing import SceneWork, Share, share_out, time_for
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

    As in a production, all scenes are evaluated before any is drawn; and whoever draws a part of
    a scene plays it up to there.

    Args:
        works: By the number of the scene.
        workers: How many there are.
    """
    evaluations = [Share(number, (), work.cost.evaluation) for number, work in works.items()]
    return time_for(evaluations, workers) + time_for(share_out(works, workers), workers)


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
