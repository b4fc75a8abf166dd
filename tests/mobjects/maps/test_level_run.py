import numpy as np
import pytest

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.level_run import LevelRun


def at(run: LevelRun, part: float) -> LevelRun:
    run.run = part
    run.redraw()
    return run


def test_the_value_stays_all_the_way_along() -> None:
    chart = ContourMap(VALLEYS)
    run = LevelRun.longest(chart)
    level = at(run, 0.0).height.value
    for part in np.linspace(0, 1, 30):
        assert at(run, part).height.value == pytest.approx(level, abs=4e-3)
    assert any(np.isclose(level, label.level, atol=1e-6) for label in chart.labels)


def test_runs_from_one_end_of_its_curve_to_the_other() -> None:
    chart = ContourMap(VALLEYS)
    run = LevelRun.longest(chart)
    ends = [chart.point(at(run, part).spot.coords) for part in (0.0, 1.0)]
    curves = [line.path[[0, -1]] for line in chart.lines]
    assert min(np.abs(np.array(ends) - curve).max() for curve in curves) < 1e-9


def test_draws_what_is_behind_the_point() -> None:
    chart = ContourMap(VALLEYS)
    run = at(LevelRun.longest(chart), 0.4)
    assert run.stretch_line.points[-1] == pytest.approx(chart.point(run.spot.coords))


def test_says_when_no_level_is_told() -> None:
    with pytest.raises(ValueError, match="tells no level"):
        LevelRun.longest(ContourMap(VALLEYS, plain=True))


def test_knows_the_number_on_its_curve() -> None:
    chart = ContourMap(VALLEYS)
    run = LevelRun.longest(chart)
    assert run.number.level == pytest.approx(run.height.value, abs=4e-3)
    way = [chart.point(at(run, part).spot.coords) for part in np.linspace(0, 1, 400)]
    assert np.linalg.norm(way - run.number.get_center(), axis=1).min() < 0.05
