"""The gradient on a flat map, on a meter and as a column: always that at the spot."""

import numpy as np
import pytest

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.survey.gradient_panel import GradientPanel, Lay
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

SCALE, STEEPEST, SIDE = 0.8, 2.0, 3.0


@pytest.fixture
def spot() -> Spot:
    return Spot((0.5, 0.5))


@pytest.fixture
def panel(spot: Spot) -> GradientPanel:
    land = Landscape(VALLEYS, resolution=8)
    panel = GradientPanel(
        land, spot, scale=SCALE, steepest=STEEPEST, words=("magnitude", "scale"), x=4.0, side=SIDE
    )
    unfold = panel.unfold(land.view)
    unfold.begin()
    unfold.finish()
    return panel


def test_the_arrow_on_the_map_is_the_gradient_to_the_scale_of_the_key(
    panel: GradientPanel, spot: Spot
) -> None:
    unit = SIDE / 6
    for coords in ((0.5, 0.5), (-1.0, 1.4), (1.0, -2.0)):
        spot.coords = np.array(coords)
        panel.arrow.update()
        drawn = (panel.arrow.tip - panel.arrow.tail)[:2]
        assert drawn == pytest.approx(SCALE * unit * VALLEYS.gradient(coords))
    assert panel.key.bar.width == pytest.approx(SCALE * unit)


def test_column_and_meter_tell_the_gradient_at_the_spot(panel: GradientPanel, spot: Spot) -> None:
    spot.coords = np.array([-1.0, 1.4])
    for part in (panel.numbers, panel.meter, panel.arrow):
        part.update()
    made = claims(panel.numbers, panel.meter.header)
    assert [claim.holds() for claim in made] == [True] * 3
    gradient = VALLEYS.gradient(spot.coords)
    expected = [*gradient, np.linalg.norm(gradient)]
    assert [claim.quantity.value for claim in made] == pytest.approx(expected)


def test_rows_of_symbols_and_of_numbers_stand_side_by_side(panel: GradientPanel) -> None:
    slots = zip(panel.symbols.slots, panel.numbers.slots, strict=True)
    assert all(one.get_y() == pytest.approx(other.get_y()) for one, other in slots)


def test_everything_keeps_clear_of_the_rail_and_of_the_margins(panel: GradientPanel) -> None:
    for part in (panel.axes, panel.meter, panel.word, panel.name, panel.symbols, panel.numbers):
        assert part.get_bottom()[1] >= STAGE.bottom
        assert part.get_top()[1] <= STAGE.top + 1e-9
        assert part.get_right()[0] <= STAGE.right


def test_an_arrow_that_lies_down_stays_an_arrow() -> None:
    arrow = Arrow((0, 0, 0), (0, 1, 0))
    lay = Lay(arrow, np.array([1.0, 0, 0]), np.array([3.0, 0, 0]), rate_func=lambda t: t)
    lay.begin()
    show(lay, 0.5)
    assert arrow.tail == pytest.approx([0.5, 0, 0])
    assert arrow.tip == pytest.approx([1.5, 0.5, 0])
    assert arrow.points == pytest.approx(Arrow(arrow.tail, arrow.tip).points)
    show(lay, 1.0)
    assert arrow.tip == pytest.approx([3, 0, 0])
