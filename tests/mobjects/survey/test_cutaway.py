"""A cut through a landscape: in the ground, and as a flat graph, of one point and one slope."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.ground.cut_curve import CutCurve
from mnemo_anim.mobjects.ground.cut_face import CutFace
from mnemo_anim.mobjects.ground.ground_axis import GroundAxis
from mnemo_anim.mobjects.ground.ground_triangle import GroundTriangle
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.survey.cutaway import Cutaway
from tests.mobjects.moments import show

CORNER = (-3.0, 3.0)  # stays: what lies to the south and to the east is cut away
HERE = (0.5, 0.7)
indices = pytest.mark.parametrize("index", [0, 1])
SLANTED = View(0.3, 0.5, 0.05, 1.0)


def ground() -> Landscape:
    return Landscape(VALLEYS, origin=CORNER, view=SLANTED, resolution=16)


def cutaway(index: int, at: Spot | tuple[float, float] = HERE) -> Cutaway:
    return Cutaway(
        ground(), as_spot(at), index, centre=(4, 0), width=3, words=("run", "rise", "slope")
    )


def ends(line: np.ndarray) -> np.ndarray:
    return np.stack([line[0], line[-1]])


@indices
def test_what_is_left_of_the_ground_ends_at_the_point(index: int) -> None:
    cut = cutaway(index)
    cut.landscape.set_state(extent=cut.extent)
    (west, east), (south, north) = cut.landscape.domain
    assert (west, north) == CORNER
    assert (south, east) == pytest.approx((HERE[1], 3.0) if index == 0 else (-3.0, HERE[0]))


@indices
def test_the_edge_is_as_long_as_the_ground(index: int) -> None:
    cut = cutaway(index)
    cut.landscape.set_state(extent=(cutaway(1).extent[0], cutaway(0).extent[1]))
    edge = CutCurve(cut.landscape, HERE, index)
    along = np.array(HERE) * np.ones((2, 2))
    along[:, index] = cut.landscape.domain[index]
    assert ends(edge.points) == pytest.approx(cut.landscape.point(along), abs=2e-3)


@indices
def test_the_face_lies_in_the_cut_first_and_under_the_graph_at_last(index: int) -> None:
    cut = cutaway(index)
    land, paper = cut.landscape, cut.graph.curve.paper
    s = np.array([*VALLEYS.domain[index]])
    coords = np.array(HERE) * np.ones((2, 2))
    coords[:, index] = s
    face = CutFace(land, paper)
    assert face.points[0] == pytest.approx(land.point(coords[0]))
    (half,) = np.flatnonzero((face.points == face.points[-1]).all(axis=1))[:1]
    assert half == 0  # it is closed
    face.folded = 0.0
    face.redraw()
    assert face.points[0] == pytest.approx(
        paper.corners.point([s[0], float(VALLEYS.value(coords[0]))])
    )
    lowest = face.points[:, 1].min()
    assert lowest == pytest.approx(paper.corners.point([0, paper.corners.ranges[1][0]])[1])


@indices
def test_half_way_the_face_is_between_ground_and_graph(index: int) -> None:
    cut = cutaway(index)
    outlines = []
    for folded in (0.0, 0.5, 1.0):
        face = CutFace(cut.landscape, cut.graph.curve.paper, folded=folded)
        outlines.append(face.points)
    flat, between, on_ground = outlines
    assert between == pytest.approx((flat + on_ground) / 2)


@given(st.tuples(st.floats(-1.9, 1.9), st.floats(-1.9, 1.9)), st.sampled_from([0, 1]))
def test_rise_over_run_on_the_ground_is_its_slope(at: tuple[float, float], index: int) -> None:
    land = Landscape(VALLEYS, view=View.side(azimuth=-index * np.pi / 2), resolution=8)
    triangle = GroundTriangle(land, at, index)
    run = np.diff(ends(triangle.run_side.points), axis=0)[0]
    rise = np.diff(ends(triangle.rise_side.points), axis=0)[0]
    scale = land.terrain.height_scale
    assert rise[1] / abs(run[0]) == pytest.approx(scale * VALLEYS.gradient(at)[index], abs=1e-9)
    assert abs(run[1]) < 1e-12
    assert abs(rise[0]) < 1e-12


@indices
def test_both_tangents_and_both_numbers_follow_the_spot(index: int) -> None:
    spot = Spot(HERE)
    cut = cutaway(index, spot)
    spot.coords = np.array([-0.4, 1.1])
    for part in (cut.graph, cut.tangent, cut.slope, cut.held):
        part.update()
    slope, held = claims(cut.slope, cut.held)
    assert slope.holds()
    assert held.holds()
    assert slope.quantity.value == pytest.approx(float(VALLEYS.gradient(spot.coords)[index]))
    assert held.quantity.value == spot.coords[1 - index]
    start, end = ends(cut.graph.tangent.points)
    rise, run = (end - start)[1], (end - start)[0]
    assert rise / run == pytest.approx(slope.quantity.value)


@pytest.mark.parametrize(
    ("index", "side", "corner"), [(0, "low", (-3, -3)), (1, "low", (-3, -3)), (1, "high", (3, -3))]
)
def test_an_axis_runs_beside_its_edge_in_the_sense_of_its_variable(
    index: int, side: str, corner: tuple[float, float]
) -> None:
    land = Landscape(VALLEYS, view=View.overhead(), resolution=8)
    axis = GroundAxis(land, index, "low" if side == "low" else "high")
    tail, tip = axis.arrow.tail[:2], axis.arrow.tip[:2]
    assert tip[index] - tail[index] == pytest.approx(6.0)
    assert tip[1 - index] == pytest.approx(tail[1 - index])
    assert abs(tail[1 - index]) > 3.0  # outside
    assert np.linalg.norm(tail - corner) == pytest.approx(abs(tail[1 - index]) - 3.0)


@indices
def test_uncovering_takes_the_ground_before_the_cut_and_the_sheet_with_it(index: int) -> None:
    cut = cutaway(index)
    for animation in (cut.lay_sheet(), cut.uncover()):
        animation.begin()
        show(animation, 1.0)
        animation.finish()
    planes = (cut.landscape.state.cut_x, cut.landscape.state.cut_y)
    plane, other = planes[index], planes[1 - index]
    assert cut.landscape.state.extent == pytest.approx(cut.extent)
    assert (plane.at, plane.reveal, plane.sheet) == pytest.approx((HERE[1 - index], 1.0, 0.0))
    assert other.reveal == 0.0
    cut.clear_plane()
    assert (cut.landscape.state.cut_x.reveal, cut.landscape.state.cut_y.reveal) == (0.0, 0.0)


@indices
def test_its_variable_runs_to_the_right_when_a_cut_is_looked_at_squarely(index: int) -> None:
    cut = cutaway(index)
    step = np.zeros((2, 2))
    step[1, index] = 1.0
    cut.landscape.set_view(cut.view(centre=(-1.0, 0.5)))
    start, end = cut.landscape.point(step)
    assert end[0] > start[0] + 0.1
    aside = cut.view(0.2)
    assert aside.azimuth == pytest.approx(cut.view().azimuth + 0.2)


VERBS = ["show", "lift", "touch", "measure", "put_away", "give_way", "come_back", "uncover"]


@pytest.mark.parametrize("name", VERBS)
def test_a_part_that_comes_or_goes_keeps_following_the_landscape(name: str) -> None:
    verb: Callable[[], object] = getattr(cutaway(0), name)
    animation = verb()
    assert animation.suspend_mobject_updating is False  # type: ignore[attr-defined]
