"""Where measures are made, and the long runs that several of them share."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from time import monotonic

from mnemo_anim.bench.commands import HD, Run, manim, mnemo, run
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.cores import cores
from mnemo_anim.render.plan import Plan, SceneJob, make_plan
from mnemo_anim.render.quality import HD as HD_QUALITY
from mnemo_anim.render.quality import Quality
from mnemo_anim.timeline import Timeline


class Workplace:
    """A folder for all that is rendered, with nothing in it at first.

    Args:
        folder: Empty.
        names: The scenes that are rendered, by class or section; all if none.
        say: Told of each command that takes long.
    """

    def __init__(self, folder: Path, names: Sequence[str], say: Callable[[str], None]) -> None:
        self.folder, self.say = folder, say
        self.names = tuple(names)
        self._runs: dict[int, Run] = {}

    @property
    def films(self) -> Path:
        """The folder of the films that all cores have made."""
        return self._films(cores())

    def _films(self, workers: int) -> Path:
        return self.folder / f"films-{workers}"

    def plan(self, quality: Quality = HD_QUALITY) -> Plan:
        """Return the plan of those films."""
        return make_plan(LECTURE, quality, self.films)

    @cached_property
    def jobs(self) -> tuple[SceneJob, ...]:
        """The scenes at 1080p60, in the lecture's order."""
        plan = self.plan()
        return plan.only(self.names) if self.names else plan.jobs

    @property
    def first(self) -> SceneJob:
        """The scene for what is measured on one alone."""
        return self.jobs[0]

    @property
    def where(self) -> str:
        """The names of the scenes."""
        return ", ".join(job.entry.class_name for job in self.jobs) if self.names else "all scenes"

    # ---- runs that measures share ----------------------------------------------------------

    def ours(self, workers: int | None = None) -> Run:
        """Render the scenes at 1080p60 with nothing there, once.

        Args:
            workers: Side by side; by default one a core.
        """
        count = workers or cores()
        if count not in self._runs:
            self.say(f"mnemo render: {self.where}, 1080p60, {count} workers")
            self._runs[count] = run(self.render(self._films(count), "--jobs", str(count)))
        return self._runs[count]

    def render(self, folder: Path, *options: str) -> list[str]:
        """Return the command that renders the scenes at 1080p60."""
        return mnemo("render", *self.names, "--quality", "hd", "--folder", folder, *options)

    @cached_property
    def stock(self) -> float:
        """Seconds that Manim takes for the scenes, one after the other, with nothing cached."""
        self.say(f"manim render -qh: {self.where}, one after the other")
        return self.stock_again()

    def stock_again(self) -> float:
        """Let Manim render the scenes with the cache that is there; return the seconds."""
        media = self.folder / "stock"
        return sum(run(manim(job.entry, media, *HD)).seconds for job in self.jobs)

    @cached_property
    def expert(self) -> float:
        """Seconds that Manim takes with one process a core, each with four encoders.

        The longest scenes come first, as whoever knows the lecture would have it.
        """
        self.ours()
        longest_first = sorted(self.jobs, key=lambda job: -self.timeline(job).frames)
        options = (*HD, "--max-inflight-encoders", "4")
        media = self.folder / "expert"
        self.say(f"manim render -qh: {self.where}, one process a core, four encoders each")

        def render(number: int) -> None:
            # A cache of its own: processes that share one spoil each other's files.
            run(manim(longest_first[number].entry, media / str(number), *options))

        began = monotonic()
        with ThreadPoolExecutor(cores()) as pool:
            list(pool.map(render, range(len(longest_first))))
        return monotonic() - began

    def timeline(self, job: SceneJob) -> Timeline:
        """Return the timeline of a scene that has been rendered."""
        return Timeline.from_json(job.timeline.read_text(encoding="utf-8"), job.timeline)
