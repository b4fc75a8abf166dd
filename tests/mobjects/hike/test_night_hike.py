import numpy as np
import pytest

from mnemo_anim.landscape import View
from mnemo_anim.maths import VALLEYS_WALK
from mnemo_anim.mobjects.hike.loss_surface import LossSurface
from mnemo_anim.mobjects.hike.night_hike import NightHike
from mnemo_anim.mobjects.lettering.claims import claims

UNIT = 0.9


@pytest.fixture
def hike() -> NightHike:
    return NightHike(VALLEYS_WALK, word=lambda name: name, view=View.overhead(1.0), unit=UNIT)


def test_the_landscape_is_that_of_the_map(hike: NightHike) -> None:
    assert hike.landscape.field == hike.map.field == VALLEYS_WALK.field
    assert hike.map.unit == pytest.approx(UNIT)


def test_only_the_first_bars_are_named(hike: NightHike) -> None:
    assert len(hike.lay_bars().names) == 2
    assert hike.lay_bars(stop=3).names == []


def test_both_arrows_of_the_gradient_are_as_long_as_it_is(hike: NightHike) -> None:
    pair = hike.gradient_pair("L")
    on_map = (pair.first.tip - pair.first.tail)[:2] / UNIT
    np.testing.assert_allclose(on_map, VALLEYS_WALK.field.gradient(VALLEYS_WALK.start), rtol=1e-9)


def test_the_surface_stands_beside_its_map(hike: NightHike) -> None:
    hike.show_gradients()
    surface = LossSurface(hike)
    surface.part().begin()
    (west, east), (south, north) = VALLEYS_WALK.field.domain
    corners = np.array([(x, y) for x in (west, east) for y in (south, north)])
    hike.landscape.set_view(surface.beside())
    assert hike.landscape.point(corners)[:, 0].min() > 0


def test_the_height_is_told_where_the_hiker_stands(hike: NightHike) -> None:
    hike.show_gradients()
    surface = LossSurface(hike)
    surface.set_names()
    (claim,) = claims(surface.height)
    assert claim.holds()
    assert float(claim.shown) == pytest.approx(
        float(VALLEYS_WALK.field.value(VALLEYS_WALK.start)), abs=0.005
    )
