import numpy as np
import pytest

from mnemo_anim.maths import SADDLE, VALLEYS
from mnemo_anim.mobjects import ContourMap
from mnemo_anim.mobjects.level_run import LevelRun


def at(run: LevelRun, part: float) -> LevelRun:
    run.run = part
    run.redraw()
    return run


def test_the_value_stays_all_the_way_round() -> None:
    chart = ContourMap(VALLEYS, plain=True)
    run = LevelRun.longest(chart)
    level = at(run, 0.0).value
    for part in np.linspace(0, 1, 30):
        assert at(run, part).value == pytest.approx(level, abs=2e-3)
    assert any(np.isclose(level, known, atol=1e-6) for known in chart.levels)


def test_ends_where_it_began() -> None:
    run = LevelRun.longest(ContourMap(VALLEYS, plain=True))
    start = at(run, 0.0).spot.coords.copy()
    assert at(run, 0.5).spot.coords != pytest.approx(start, abs=0.1)
    assert at(run, 1.0).spot.coords == pytest.approx(start)


def test_draws_what_is_behind_the_point() -> None:
    chart = ContourMap(VALLEYS, plain=True)
    run = at(LevelRun.longest(chart), 0.4)
    assert run.stretch_line.points[-1] == pytest.approx(chart.point(run.spot.coords))


def test_says_when_no_curve_is_closed() -> None:
    with pytest.raises(ValueError, match="no closed level curve"):
        LevelRun.longest(ContourMap(SADDLE, plain=True))
