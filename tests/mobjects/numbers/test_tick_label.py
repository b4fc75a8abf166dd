from manim import RIGHT, UP

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.maps.contour_map import ContourMap


def test_a_tick_claims_the_coordinate_at_which_it_stands() -> None:
    chart = ContourMap(VALLEYS).scale(0.6).shift(2 * RIGHT + UP)
    made = claims(chart.axes)
    assert [claim.shown for claim in made] == ["−2", "0", "2"] * 2
    assert all(claim.holds() for claim in made)


def test_a_tick_that_has_left_its_place_is_caught() -> None:
    axes = ContourMap(VALLEYS).axes
    axes.marks[1].shift(0.02 * RIGHT)
    axes.marks[2].shift(0.02 * UP)  # off the axis, but still at the place
    assert [claim.holds() for claim in claims(axes)] == [True, False, True, True, True, True]


def test_ticks_are_read_off_axes_without_a_box_too() -> None:
    from mnemo_anim.mobjects.graphs.slice_graph import SliceGraph

    axes = SliceGraph(VALLEYS, (0.6, -1.0), 0).axes
    assert len(claims(axes)) >= 4
    assert all(claim.holds() for claim in claims(axes))
