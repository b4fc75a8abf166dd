"""Two cuts that cross at one spot, and their graphs in a column."""

import numpy as np
import pytest
from manim import Square, VMobject

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.survey.cross_cuts import CrossCuts
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

CORNER, HERE, COLUMN = (-3.0, 3.0), (0.5, 0.7), 4.0


@pytest.fixture
def cuts() -> CrossCuts:
    land = Landscape(VALLEYS, origin=CORNER, view=View(0.3, 0.5, 0.05, 1.0), resolution=16)
    words = ("run", "rise", "slope")
    return CrossCuts(land, Spot(HERE), words=words, column=COLUMN, beside=-2.0)


def test_what_both_leave_is_the_corner_behind_the_spot(cuts: CrossCuts) -> None:
    cuts.landscape.set_state(extent=cuts.extent)
    ends = np.array(cuts.landscape.domain)
    assert ends == pytest.approx(np.array([(-3.0, HERE[0]), (HERE[1], 3.0)]))


def test_the_view_of_that_corner_has_it_where_it_is_asked_for(cuts: CrossCuts) -> None:
    land, centre = cuts.landscape, np.array([-2.0, 1.0])
    land.set_state(view=cuts.view(0.7, 0.5, (-2.0, 1.0)), extent=cuts.extent)
    (west, east), (south, north) = land.domain
    grid = np.stack(np.meshgrid(np.linspace(west, east, 40), np.linspace(south, north, 40)), -1)
    points = land.point(grid)[..., :2].reshape(-1, 2)
    assert (points.min(axis=0) + points.max(axis=0)) / 2 == pytest.approx(centre, abs=0.1)


def test_the_graphs_stand_in_one_column_and_do_not_touch(cuts: CrossCuts) -> None:
    above, below = (cut.graph.axes.border for cut in (cuts.x, cuts.y))
    assert above.get_x() == pytest.approx(COLUMN)
    assert below.get_x() == pytest.approx(COLUMN)
    assert above.get_bottom()[1] > below.get_top()[1] + STAGE.gap


def test_slopes_line_up_in_the_column_at_the_heights_of_the_numbers(cuts: CrossCuts) -> None:
    numbers: list[VMobject] = [Square(0.2).move_to([1, y, 0]) for y in (-0.5, -1.5)]
    animation = cuts.line_up(numbers)
    animation.begin()
    show(animation, 1.0)
    animation.finish()
    for cut, number in zip((cuts.x, cuts.y), numbers, strict=True):
        assert cut.slope.get_center() == pytest.approx([COLUMN, number.get_y(), 0], abs=1e-6)


def test_slopes_that_line_up_stay_two_lines_however_close_the_numbers_are(cuts: CrossCuts) -> None:
    numbers: list[VMobject] = [Square(0.2).move_to([1, y, 0]) for y in (-0.9, -1.1)]
    animation = cuts.line_up(numbers)
    animation.begin()
    show(animation, 1.0)
    animation.finish()
    above, below = cuts.x.slope, cuts.y.slope
    assert above.get_bottom()[1] - below.get_top()[1] >= STAGE.gap
    assert (above.get_y() + below.get_y()) / 2 == pytest.approx(-1.0)
