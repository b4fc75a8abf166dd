import copy
import pickle

import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.landscape import Landscape, LandscapeError
from mnemo_anim.landscape.skylight import BEAM_DIRECTION, bake_skylight
from mnemo_anim.landscape.terrain import Terrain
from mnemo_anim.maths import ELLIPTIC_BOWL, RAVINE, THREE_DIALS, VALLEYS, ScalarField


def test_the_mesh_holds_the_field_and_its_gradient() -> None:
    mesh = Terrain(ELLIPTIC_BOWL, resolution=8).mesh.astype(float)
    x, y = mesh[..., 0], mesh[..., 1]
    assert (x.min(), x.max(), y.min(), y.max()) == (-3, 3, -3, 3)
    np.testing.assert_allclose(mesh[..., 2], x**2 + 2 * y**2, rtol=1e-6)
    np.testing.assert_allclose(mesh[..., 3], 2 * x, rtol=1e-6)
    np.testing.assert_allclose(mesh[..., 4], 4 * y, rtol=1e-6)


def test_cells_are_square_on_an_oblong() -> None:
    assert Terrain(RAVINE, resolution=64).cells == (64, 32)


def test_the_shaders_interpolation_is_exact_to_the_second_order() -> None:
    """The value that ``surface.vert`` passes on: f − ½ ∇f · p, to be added to ½ ∇f · p."""
    rng = np.random.default_rng(4)
    corners = rng.uniform(-1, 1, (3, 2))
    weights = rng.dirichlet((1, 1, 1), 20)
    points = weights @ corners
    gradients = ELLIPTIC_BOWL.gradient(corners)
    offsets = ELLIPTIC_BOWL.value(corners) - 0.5 * np.sum(gradients * corners, axis=-1)
    found = weights @ offsets + 0.5 * np.sum((weights @ gradients) * points, axis=-1)
    np.testing.assert_allclose(found, ELLIPTIC_BOWL.value(points), atol=1e-14)


def test_half_grown_ground_covers_half_of_each_side() -> None:
    terrain = Terrain(VALLEYS, resolution=8)
    mesh = terrain.grown_mesh((1.0, 0.5), (0.0, 1.0))
    assert (mesh[..., 0].min(), mesh[..., 0].max()) == (-3.0, 3.0)
    assert (mesh[..., 1].min(), mesh[..., 1].max()) == (-1.0, 2.0)
    np.testing.assert_allclose(mesh[..., 2], VALLEYS.value(mesh[..., :2].astype(float)), rtol=1e-6)


def test_a_terrain_is_shared_by_copies_and_rebuilt_from_a_pickle() -> None:
    terrain = Terrain(VALLEYS, 0.5, resolution=8)
    assert copy.copy(terrain) is copy.deepcopy(terrain) is terrain
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(terrain)).mesh, terrain.mesh)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Terrain(THREE_DIALS), "two variables"),
        (lambda: Terrain(VALLEYS, height_scale=0.0), "height_scale has to be positive"),
        (lambda: Terrain(VALLEYS, height_scale=float("nan")), "height_scale"),
        (lambda: Terrain(VALLEYS, resolution=2), "resolution has to be at least 4"),
        (lambda: Landscape(VALLEYS, height_scale=0.0), "height_scale has to be positive"),
        (lambda: Landscape(ScalarField("log(x)")), "choose x_range and y_range"),
    ],
)
def test_impossible_ground_says_what_is_wrong(make: object, says: str) -> None:
    with pytest.raises(LandscapeError, match=says):
        make()  # type: ignore[operator]


def bowl_and_plain() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    side = np.linspace(-3, 3, 61)
    x, y = np.meshgrid(side, side)
    return side, -2.0 * np.exp(-2 * (x**2 + y**2))


def test_a_plain_sees_all_of_the_sky_and_a_pit_less() -> None:
    side, heights = bowl_and_plain()
    sky, moon = np.moveaxis(bake_skylight(side, side, heights), -1, 0)
    assert sky[2, 2] == pytest.approx(1.0, abs=0.01)
    assert sky[30, 30] < 0.6
    np.testing.assert_allclose(bake_skylight(side, side, 0 * heights), 1.0, atol=1e-6)
    assert moon.min() >= 0.0
    assert moon.max() <= 1.0


def test_the_shadow_falls_away_from_the_moon() -> None:
    side, heights = bowl_and_plain()
    moon = bake_skylight(side, side, -heights * 1.5)[..., 1]  # a steep peak
    towards = np.array(BEAM_DIRECTION[:2]) / np.hypot(*BEAM_DIRECTION[:2])
    column, row = np.round(30 - 12 * towards).astype(int)
    assert moon[row, column] < 0.5 < moon[60 - row, 60 - column]


def test_each_fifth_level_is_an_index_level() -> None:
    landscape = Landscape(ELLIPTIC_BOWL, levels=(1.0, 2.0, 3.0, 4.0, 5.0, 10.0))
    assert landscape.palette.index_levels == (5.0, 10.0)
    assert len(Landscape(ELLIPTIC_BOWL).palette.levels) in range(15, 29)
    assert Landscape(ELLIPTIC_BOWL, levels=()).palette.index_levels == ()


def test_landscapes_of_the_same_field_share_their_ground() -> None:
    one, same = Landscape(VALLEYS, resolution=8), Landscape(VALLEYS, resolution=8)
    assert same.terrain is one.terrain
    assert Landscape(VALLEYS, resolution=10).terrain is not one.terrain
    assert Landscape(VALLEYS, resolution=8, height_scale=0.1).terrain is not one.terrain
    assert Landscape(VALLEYS, resolution=8, x_range=(0.0, 1.0)).terrain is not one.terrain
    assert Landscape(RAVINE, resolution=8).terrain is not one.terrain
