import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.formal.nudge_panel import NudgePanel
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

COLUMN = (-6.4, -0.5)


@pytest.fixture
def panel() -> NudgePanel:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.9, centre=(3.2, 0.4))
    return NudgePanel(chart, (1.0, 2.0), 0.01, COLUMN, ("change in f", "nudge", "f per line"))


def test_all_of_it_stands_in_the_column(panel: NudgePanel) -> None:
    glass = panel.lens.glass.chart
    for part in (glass, panel.heading, panel.legend, panel.ratio, panel.bars.names):
        assert part.get_left()[0] >= COLUMN[0]
        assert part.get_right()[0] <= COLUMN[1] + 1e-6
        assert part.get_bottom()[1] >= STAGE.bottom - 1e-6


def test_the_longer_bar_stays_below_the_heading(panel: NudgePanel) -> None:
    panel.nudges.by = np.full(2, 0.01)
    panel.bars.redraw()
    assert panel.bars.numbers.get_top()[1] < panel.heading.get_bottom()[1]


def test_it_says_how_many_times_more_f_owes_to_y(panel: NudgePanel) -> None:
    assert [claim.shown for claim in panel.ratio.claims] == ["8", "4", "2"]


def test_it_says_how_far_each_input_is_nudged_and_what_a_level_adds(panel: NudgePanel) -> None:
    nudge, line = (said[1].text for said in panel.legend)
    assert (nudge, line) == ("+0.01", "+0.02")


def test_a_bar_flies_into_the_other_past_the_number_over_it(panel: NudgePanel) -> None:
    panel.nudges.by = np.full(2, 0.01)
    panel.bars.redraw()
    over = panel.bars.numbers[0]
    for flight in panel.bars.fit_in(0, 1).animations:
        flight.begin()
        for alpha in np.linspace(0.0, 1.0, 21):
            show(flight, alpha)
            block = flight.mobject
            below = block.get_top()[1] < over.get_bottom()[1]
            assert below or block.get_left()[0] > over.get_right()[0]
