from itertools import combinations

import numpy as np
import pytest

from mnemo_anim.landscape import CuttingPlane, LandscapeState, LevelPlane, View
from mnemo_anim.landscape.edges import mitres, visible_edges
from mnemo_anim.landscape.sheets import Sheet, back_to_front, sheets_of
from mnemo_anim.landscape.terrain import Terrain
from mnemo_anim.maths import VALLEYS

TERRAIN = Terrain(VALLEYS, 0.6, resolution=8)
DOMAIN = ((-3.0, 3.0), (-3.0, 3.0))
STATE = LandscapeState(
    cut_x=CuttingPlane(1.0, (1, 0, 0), 1.0),
    cut_y=CuttingPlane(-0.5, (0, 1, 0), 1.0),
    level_planes=(LevelPlane(1.0, (0, 0, 1)), LevelPlane(2.0, (1, 1, 0))),
)
VIEWS = [
    View(azimuth, elevation, perspective)
    for azimuth in (-2.5, -0.6, 0.7, 2.0)
    for elevation in (0.2, 1.2)
    for perspective in (0.0, 0.06)
]


def area(sheet: Sheet) -> float:
    first, second = sheet.sides
    return (sheet.high[first] - sheet.low[first]) * (sheet.high[second] - sheet.low[second])


@pytest.mark.parametrize("view", VIEWS)
def test_splitting_loses_nothing(view: View) -> None:
    whole = sheets_of(STATE, TERRAIN, DOMAIN)
    pieces = back_to_front(whole, view)
    assert len(pieces) > len(whole) == 4
    assert sum(map(area, pieces)) == pytest.approx(sum(map(area, whole)))


@pytest.mark.parametrize("view", VIEWS)
def test_no_piece_is_painted_over_by_one_behind_it(view: View) -> None:
    pieces = back_to_front(sheets_of(STATE, TERRAIN, DOMAIN), view)
    rng = np.random.default_rng(1)
    crossed = 0
    for before, after in combinations(pieces, 2):
        low, high = np.array(before.low), np.array(before.high)
        points = low + rng.uniform(0.02, 0.98, (40, 3)) * (high - low)
        rays = view.towards_camera(points)
        # Where does each ray to the camera, begun on the piece painted first, cross the other?
        axis = after.normal
        along = (after.low[axis] - points[:, axis]) / np.where(
            np.abs(rays[:, axis]) < 1e-12, np.inf, rays[:, axis]
        )
        # Painted later means nearer: a ray backwards, away from the camera, must not cross it.
        where = points + along[:, None] * rays
        sides = list(after.sides)
        inside = np.all(
            (where[:, sides] > np.array(after.low)[sides] + 1e-9)
            & (where[:, sides] < np.array(after.high)[sides] - 1e-9),
            axis=1,
        )
        assert not (inside & (along < -1e-9)).any()
        crossed += int((inside & (along > 1e-9)).sum())
    assert crossed > 0


def test_a_sheet_grows_along_its_axis() -> None:
    state = LandscapeState(cut_x=CuttingPlane(1.0, (1, 0, 0), 0.25))
    (sheet,) = sheets_of(state, TERRAIN, DOMAIN)
    assert (sheet.low[0], sheet.high[0]) == (-3.0, -1.5)
    assert sheet.low[1] == sheet.high[1] == 1.0


def test_flat_ground_seen_from_above_has_no_silhouette_and_a_rim_all_around() -> None:
    side = np.linspace(-1, 1, 5)
    pixels = np.stack(np.meshgrid(100 * side, 100 * side), axis=-1)
    silhouette, rim = visible_edges(pixels, (False,) * 4)
    assert len(silhouette.ends) == 0
    assert len(rim.ends) == 16
    flat = pixels.reshape(-1, 2)
    middle = 0.5 * (flat[rim.ends[:, 0]] + flat[rim.ends[:, 1]])
    assert (np.sum(middle * rim.outward, axis=1) > 0).all()
    np.testing.assert_allclose(np.linalg.norm(rim.outward, axis=1), 1.0)


def test_a_ridge_seen_from_the_side_has_a_silhouette_along_its_crest() -> None:
    along = np.linspace(-1, 1, 9)
    x, y = np.meshgrid(100 * along, along)
    up = 60 * (1 - y**2) + 5 * y  # a roof, its far side turned away
    silhouette, _ = visible_edges(np.stack([x, up], axis=-1), (False,) * 4)
    rows = np.unique(silhouette.ends // 9)
    assert set(rows) <= {4, 5}
    assert (silhouette.outward[:, 1] > 0.5).all()


def test_ground_seen_edge_on_keeps_its_rim() -> None:
    x, _ = np.meshgrid(np.linspace(-50, 50, 5), np.zeros(5))
    _, rim = visible_edges(np.stack([x, 0 * x], axis=-1), (False,) * 4)
    assert len(rim.ends) == 16


def test_strips_that_meet_leave_no_gap_and_keep_their_width() -> None:
    along = np.linspace(-1, 1, 9)
    x, y = np.meshgrid(100 * along, along)
    up = 60 * (1 - y**2) + 5 * y - 0.002 * x**2  # a roof with a bent crest
    silhouette, rim = visible_edges(np.stack([x, up], axis=-1), (False,) * 4)
    outward = mitres(silhouette, rim, 81)
    edges = np.concatenate([silhouette.outward, rim.outward])
    width = np.sum(outward * edges[:, None], axis=-1)
    np.testing.assert_allclose(width, 1.0, atol=0.02)
    ends = silhouette.ends.ravel()
    widened = outward[: len(silhouette.ends)].reshape(-1, 2)
    inner = np.isin(ends, np.setdiff1d(ends, rim.ends.ravel()))
    for vertex in np.unique(ends[inner]):
        np.testing.assert_allclose(np.ptp(widened[ends == vertex], axis=0), 0.0, atol=1e-12)


def test_at_a_sharp_corner_each_strip_keeps_to_its_own_edge() -> None:
    side = np.linspace(-1, 1, 5)
    x, y = np.meshgrid(100 * side, 100 * side)
    sheared = np.stack([x + 3 * y, y], axis=-1)  # corners of 18 and 162 degrees
    silhouette, rim = visible_edges(sheared, (False,) * 4)
    assert np.linalg.norm(mitres(silhouette, rim, 25), axis=-1).max() < 2.0
