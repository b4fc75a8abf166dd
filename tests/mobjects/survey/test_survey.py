import numpy as np
import pytest

from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.mobjects.survey.survey import Survey
from mnemo_anim.theme import STAGE

HERE = (0.5, 0.5)


@pytest.fixture(scope="module")
def survey() -> Survey:
    return Survey(VALLEYS, HERE, word=lambda name: name, scale=1.2, reach=3.0)


def test_everything_stands_on_one_spot(survey: Survey) -> None:
    for place in (survey.cuts.x.spot, survey.cuts.y.spot, survey.tour.spot):
        assert place is survey.spot
    np.testing.assert_allclose(survey.way.coords[0], HERE)


def test_both_cuts_leave_the_corner_in_which_the_ground_begins(survey: Survey) -> None:
    (west, east), (south, north) = VALLEYS.domain
    kept_x, kept_y = survey.cuts.extent
    assert kept_x == pytest.approx((HERE[0] - west) / (east - west))
    assert kept_y == pytest.approx((north - HERE[1]) / (north - south))


def test_the_whole_ground_stands_beside_the_column(survey: Survey) -> None:
    (west, east), (south, north) = VALLEYS.domain
    corners = [(x, y) for x in (west, east) for y in (south, north)]
    view = survey.whole_view(0.7)
    x = view.project(np.array([[*corner, VALLEYS.value(corner)] for corner in corners]))[:, 0]
    assert x.min() > STAGE.left
    assert x.max() < survey.tour.panel.map.get_left()[0] - STAGE.gap
