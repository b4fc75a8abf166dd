import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.slope_panel import SlopePanel
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.numbers.gradient_row import GradientRow
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection
from mnemo_anim.theme import STAGE

HERE = (1.0, 2.0)
COLUMN = (-6.4, -0.5)


@pytest.fixture
def panel() -> SlopePanel:
    chart, spot = ContourMap(ELLIPTIC_BOWL, unit=0.9), Spot(HERE)
    arrow = GradientArrow(chart, spot, scale=0.18)
    return SlopePanel(UnitDirection(chart, spot), arrow, COLUMN, ("angle", "slope"))


def test_a_slope_is_as_high_on_the_graph_as_its_arrow_is_long_on_the_map(
    panel: SlopePanel,
) -> None:
    foot, peak = panel.graph.point(0.0, [0.0, panel.arrow.magnitude])
    length = np.linalg.norm(panel.arrow.tip - panel.arrow.tail)
    assert np.linalg.norm(peak - foot) == pytest.approx(length)


def test_everything_stands_in_the_column_and_clear_of_the_rail(panel: SlopePanel) -> None:
    lines = panel.lines
    for part in (panel.graph, lines.norm, lines.root, lines.readout, panel.number):
        assert part.get_left()[0] >= COLUMN[0] - 1e-6
        assert part.get_top()[1] <= STAGE.top + 1e-6
        assert part.get_bottom()[1] >= STAGE.bottom
    assert panel.graph.lines.get_right()[0] <= COLUMN[1] + 1e-6


def test_all_that_is_written_of_the_length_has_its_equals_sign_in_one_place(
    panel: SlopePanel,
) -> None:
    lines = panel.lines
    place = lines.norm.part("equals").get_center()
    np.testing.assert_allclose(lines.root.part("equals").get_center(), place, atol=1e-6)
    np.testing.assert_allclose(lines.readout.label[-1].get_center(), place, atol=1e-6)


def test_the_length_is_written_from_the_entries_at_the_spot(panel: SlopePanel) -> None:
    assert [claim.shown for claim in panel.lines.root.claims] == ["2", "8"]
    assert [claim.shown for claim in panel.lines.norm.claims] == ["68", "8.25"]


def test_the_number_is_the_slope_in_the_direction(panel: SlopePanel) -> None:
    panel.direction.turned = np.pi / 2
    panel.number.update()
    assert panel.number.text == "+8.00"


def test_the_names_stand_beside_their_places_of_the_curve(panel: SlopePanel) -> None:
    for turn, side in ((0, 1), (90, 1), (180, -1)):
        panel.note("words", turn)
        place = panel.curve.point(panel.curve.peak + turn)
        assert side * (panel.notes[-1].get_center() - place)[0] > 0


def test_both_places_where_the_slope_is_zero_are_marked(panel: SlopePanel) -> None:
    panel.mark_zeros()
    for zero, angle in zip(panel.notes[-1], (165.96, 345.96), strict=True):
        np.testing.assert_allclose(zero.get_center(), panel.graph.point(angle, 0.0), atol=1e-3)


def test_a_row_makes_room_so_that_its_equals_sign_stays(panel: SlopePanel) -> None:
    row = GradientRow(["2", "8"])
    shift = panel.lines.make_room(row)
    shift.begin()
    shift.finish()
    place = panel.lines.root.part("equals").get_center()
    np.testing.assert_allclose(row.part("equals").get_center(), place, atol=1e-6)
