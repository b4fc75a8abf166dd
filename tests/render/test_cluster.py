"""A Dask cluster draws the same frames; who draws otherwise is refused, who is lost is replaced."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from mnemo_anim.edition import Edition
from mnemo_anim.palettes import PALETTES
from mnemo_anim.paths import ROOT
from mnemo_anim.render import cluster as cluster_module
from mnemo_anim.render import crew as crew_module
from mnemo_anim.render.cluster import cluster
from mnemo_anim.render.crew import Crew, Work
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.hands import Hands
from mnemo_anim.render.identity import processor, versions
from mnemo_anim.render.plan import Plan
from mnemo_anim.theme import THEME
from tests.render import deeds
from tests.render.dask_cluster import Cluster, dask_cluster
from tests.render.making import here, make_planned, pictures, states
from tests.render.processes import end_group, wait_until
from tests.tiny_studio import LANDSCAPE, Studio

pytestmark = pytest.mark.slow
pytest.importorskip("distributed", reason="Dask is not installed: .venv/bin/pip install .[cluster]")


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Cluster]:
    with dask_cluster(tmp_path / "cluster", tmp_path) as started:
        yield started


@pytest.fixture
def two(studio: Studio) -> Studio:
    """A studio in which one of the scenes needs OpenGL."""
    studio.write_scene("two", scene=LANDSCAPE)
    studio.edit("Another dot.", "Another dot, and words for two segments, or it may be three.")
    return studio


def expected_of(plan: Plan) -> dict[str, str]:
    sources = {name: digest for job in plan.jobs for name, digest in job.recipe.sources.items()}
    return {**sources, **versions(), "theme": plan.edition.theme}


def films(plan: Plan) -> list[list[str]]:
    return [pictures(job.film) for job in plan.jobs]


def drawn_here(studio: Studio, place: Path) -> list[list[str]]:
    """Return the pictures of all films, drawn without the cluster."""
    elsewhere = Studio(studio.document, studio.package, studio.scenes, place / "here")
    assert states(make_planned(elsewhere.plan(), hire=here)) == ["rendered", "rendered"]
    return films(elsewhere.plan())


def refuse_nothing(line: str) -> None:
    raise AssertionError(f"said: {line}")


def hands_of(dask: Cluster, say: Callable[[str], None] = refuse_nothing) -> Any:
    """Return who gives workers for work that draws nothing."""
    return partial(cluster, dask.address, {**versions(), "theme": THEME}, say)


def done(hands: Hands, *works: Work) -> list[Any]:
    crew = Crew(hands)
    for work in works:
        crew.submit(work)
    results = dict(filter(None, crew.results()))
    return [results[work] for work in works]


def test_two_workers_draw_the_same_frames_as_this_machine(
    two: Studio, dask: Cluster, tmp_path: Path
) -> None:
    dask.workers(2)
    plan = two.plan()
    hire = partial(cluster, dask.address, expected_of(plan), refuse_nothing)
    assert states(make_planned(plan, hire=hire)) == ["rendered", "rendered"]
    assert films(plan) == drawn_here(two, tmp_path)
    two.edit("It moves.", "It moves on.")
    plan = two.plan()
    report = make_planned(plan, hire=hire)
    assert states(report) == ["rendered", "reused"]
    assert report.outcomes[0].drawn < report.outcomes[0].frames


def test_workers_that_draw_otherwise_are_refused(
    two: Studio, dask: Cluster, tmp_path: Path
) -> None:
    """One with other code, one with another Manim, one without the scenes; one is left."""
    altered = tmp_path / "altered"
    for folder in ("mnemo_anim", "assets/fonts"):
        shutil.copytree(ROOT / folder, altered / folder)
    with (altered / "mnemo_anim" / "theme.py").open("a") as file:
        file.write("# another theme\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text(
        "from importlib import metadata\n"
        "really = metadata.version\n"
        "metadata.version = lambda name: '0.1' if name == 'manim' else really(name)\n"
    )
    dask.worker(root=altered)
    dask.worker(before=other)
    dask.workers(1)
    said: list[str] = []
    plan = two.plan()
    hire = partial(cluster, dask.address, expected_of(plan), said.append)
    with hire() as hands:
        wait_until(lambda: look(hands) and len(said) == 2)
    assert sorted(line.partition(" is refused: ")[2] for line in said) == [
        "it has another mnemo_anim/theme.py.",
        f"it has manim 0.1, not {versions()['manim']}.",
    ]
    assert states(make_planned(plan, hire=hire)) == ["rendered", "rendered"]
    assert films(plan) == drawn_here(two, tmp_path)


def test_a_worker_that_rounds_as_no_other_does_is_refused(dask: Cluster) -> None:
    units = [name for name in processor().split(", ") if not name.startswith("baseline")]
    if not units:
        pytest.skip("NumPy has no other code for this processor")
    dask.workers(2)
    dask.worker(environment={"NPY_DISABLE_CPU_FEATURES": " ".join(units)})
    dask.wait()
    said: list[str] = []
    with hands_of(dask, said.append)() as hands:
        wait_until(lambda: look(hands) and len(said) == 1)
        assert hands.count == 2
    assert " is refused: it has processor baseline" in said[0]
    assert said[0].endswith(f", not {processor()}.")


def look(hands: Hands) -> bool:
    hands.look()
    return True


def test_workers_draw_in_the_theme_that_they_are_asked_for_first(
    two: Studio, dask: Cluster
) -> None:
    dask.workers(1)
    (other,) = (theme for theme in PALETTES if theme != THEME)
    plan = two.plan(edition=Edition(other))
    hire = partial(cluster, dask.address, expected_of(plan), refuse_nothing)
    assert states(make_planned(plan, "Two", hire=hire)) == ["rendered"]
    with av.open(str(plan.jobs[1].film)) as film:
        corner = next(film.decode(video=0)).to_ndarray(format="rgb24")[0, 0]
    ground = bytes.fromhex(PALETTES[other].ground.removeprefix("#"))
    assert np.abs(corner.astype(int) - list(ground)).max() <= 3
    said: list[str] = []
    with (
        pytest.raises(RenderError, match=r"start its workers again: each draws in one theme\."),
        cluster(dask.address, expected_of(two.plan()), said.append),
    ):
        pass
    assert said[0].endswith(f" is refused: it has theme {other}, not {THEME}.")


def test_a_cluster_without_a_worker_that_will_do_is_told(two: Studio, dask: Cluster) -> None:
    plan = two.plan()
    with (
        pytest.raises(RenderError, match=r"the cluster at tcp://\S+ has no workers\. Start some"),
        cluster(dask.address, expected_of(plan), refuse_nothing),
    ):
        pass
    dask.workers(1)
    said: list[str] = []
    with (
        pytest.raises(RenderError, match=r"has no worker that draws as this machine does\. In"),
        cluster(dask.address, {**expected_of(plan), "av": "0.1"}, said.append),
    ):
        pass
    assert len(said) == 1
    assert said[0].endswith(f"it has av {versions()['av']}, not 0.1.")


def test_the_work_of_a_worker_that_is_killed_is_done_by_another(
    dask: Cluster, tmp_path: Path
) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    dask.workers(2)
    with hands_of(dask)() as hands:
        wait_until(lambda: look(hands) and fitting(hands) == 2)
        works = [Work(deeds.die_at_first, (marks, 1), 1.0)]
        works += [Work(deeds.double, (number,), 1.0) for number in range(10)]
        assert done(hands, *works) == [1, *range(0, 20, 2)]


def fitting(hands: Any) -> int:
    return sum(worker.fits for worker in hands._workers.values())


def test_a_worker_that_is_begun_again_goes_on(dask: Cluster, tmp_path: Path) -> None:
    """Dask's nannies begin workers again that die; they have another address then."""
    marks = tmp_path / "marks"
    marks.mkdir()
    dask.worker(nanny=True)
    dask.wait()
    with hands_of(dask)() as hands:
        assert done(hands, Work(deeds.die_at_first, (marks, 1), 1.0)) == [1]


def test_a_worker_that_comes_late_helps_and_one_that_hangs_is_used_no_more(
    dask: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew_module, "_AT_LEAST", 2.0)
    monkeypatch.setattr(crew_module, "_TIMES", 0.0)
    marks = tmp_path / "marks"
    marks.mkdir()
    dask.workers(1)
    said: list[str] = []
    with hands_of(dask, said.append)() as hands:
        dask.workers(1)
        works = [Work(deeds.hang_at_first, (marks, 1), 0.0), Work(deeds.double, (21,), 9.0)]
        assert done(hands, *works) == [1, 42]
    assert len(said) == 1
    assert said[0].endswith(" is given up: it makes no end.")


def after(dask: Cluster, blow: Callable[[], None]) -> None:
    """Let something happen to a cluster that has work in hand, and look after it until an error."""
    with hands_of(dask)() as hands:
        Crew(hands).submit(Work(deeds.sleep, (600,), 1.0))
        blow()
        wait_until(lambda: not look(hands))


def test_that_no_worker_is_left_is_told(dask: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_RETURN", 1.0)
    (worker,) = dask.workers(1)
    with pytest.raises(RenderError, match="has no worker left that draws as this machine does"):
        after(dask, lambda: end_group(worker))


def test_that_the_scheduler_is_gone_is_told_soon(
    dask: Cluster, capfd: pytest.CaptureFixture[str]
) -> None:
    dask.workers(1)
    began = time.monotonic()
    with pytest.raises(RenderError, match=r"the cluster at tcp://\S+ no longer answers"):
        after(dask, lambda: end_group(dask.scheduler))
    assert time.monotonic() - began < 60
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "udp://1.2.3.4:5", ""])
def test_that_no_cluster_answers_is_told_soon(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster_module, "_ANSWER", 1.0)
    began = time.monotonic()
    with (
        pytest.raises(RenderError, match=f"no cluster answers at {address} .*Start one, as in"),
        cluster(address, {}, refuse_nothing),
    ):
        pass
    assert time.monotonic() - began < 20
    assert capfd.readouterr().err == ""


def test_that_dask_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(RenderError, match=r"a cluster needs Dask.*: \.venv/bin/pip install '\.\[cl"),
        cluster("tcp://127.0.0.1:9", {}, refuse_nothing),
    ):
        pass
