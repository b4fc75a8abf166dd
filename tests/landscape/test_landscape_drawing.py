"""What the pictures show, measured in the pictures."""

from dataclasses import replace
from math import pi
from typing import Any

import numpy as np
import pytest
from manim import Square

from mnemo_anim.landscape import (
    CuttingPlane,
    Landscape,
    LandscapeError,
    Lantern,
    LevelPlane,
    View,
)
from mnemo_anim.maths import ELLIPTIC_BOWL, HILL, VALLEYS, ScalarField, level_curves
from mnemo_anim.palettes import NIGHT
from tests.landscape.pictures import (
    brightness,
    curve_alone,
    picture,
    pixel_positions,
    profiles,
    widths,
)

OFFSETS = np.arange(-4.0, 4.01, 0.1)
FLAT = ScalarField("0.001*x + 0.001*y", domain=((-2.0, 2.0), (-2.0, 2.0)))


@pytest.mark.parametrize("flatness", [0.0, 1.0])
def test_from_above_the_level_curves_lie_where_the_map_has_them(flatness: float) -> None:
    view = View.overhead(unit=1.2, centre=(0.3, -0.2), focus=(0.1, 0.2))
    levels = (0.55, 1.2, 2.0)
    landscape = Landscape(VALLEYS, view=view, levels=levels, index_levels=levels, flatness=flatness)
    image = curve_alone(landscape, 1080, curves=0.0)
    errors = []
    for level in levels:
        for piece in level_curves(VALLEYS, [level]):
            inside = np.abs(piece.coords).max(axis=-1) < 2.9
            path = view.project(np.pad(piece.coords, ((0, 0), (0, 1))))
            across = profiles(image, pixel_positions(path, 1080), OFFSETS)[inside[1:-1]]
            errors.append(across @ OFFSETS / across.sum(axis=1))
    assert np.abs(np.concatenate(errors)).max() < 0.5  # pixels; a pixel would do


def test_in_perspective_a_level_curve_lies_on_the_projected_surface() -> None:
    landscape = Landscape(VALLEYS, levels=(1.2,), index_levels=(1.2,))
    image = curve_alone(landscape, 1080, curves=0.0)
    for piece in level_curves(VALLEYS, [1.2]):
        seen = landscape.visible(piece.coords) & (np.abs(piece.coords).max(axis=-1) < 2.9)
        path = pixel_positions(landscape.point(piece.coords), 1080)
        across = profiles(image, path, OFFSETS)
        solid = seen[1:-1] & (across.max(axis=1) > 20)
        assert solid.sum() > 20
        centroids = (across @ OFFSETS / across.sum(axis=1))[solid]
        assert np.abs(centroids).max() < 1.0


@pytest.mark.parametrize("azimuth", [-2.5, -0.6, 0.9])
def test_the_picture_and_the_projection_put_a_point_at_the_same_place(azimuth: float) -> None:
    whole = Landscape(VALLEYS, resolution=4)
    view = whole.fitting_view(azimuth=azimuth)
    for x, y in ((1.6, -1.0), (-2.0, 0.5), (0.5, -2.0)):
        spot = Landscape(
            VALLEYS,
            x_range=(x - 0.02, x + 0.02),
            y_range=(y - 0.02, y + 0.02),
            height_scale=0.3,
            view=view,
            levels=(),
            rim=0.0,
        )
        alpha = picture(spot, height=1080)[..., 3].astype(float)
        rows, columns = np.indices(alpha.shape)
        found = np.array([(alpha * columns).sum(), (alpha * rows).sum()]) / alpha.sum()
        expected = pixel_positions(spot.project(x, y), 1080)
        # The wall below the spot, a tenth of its size, pulls the centre down by less than a pixel.
        assert np.abs(found - expected).max() < 1.0


def test_curves_are_equally_wide_near_and_far_on_slopes_and_on_flats() -> None:
    landscape = Landscape(
        VALLEYS,
        levels=(),
        cut_x=CuttingPlane(-1.5, (1, 1, 1), 1.0, sheet=0.0),
        cut_y=CuttingPlane(-1.0, (1, 1, 1), 1.0, sheet=0.0),
    )
    found = []
    for axis, plane in ((0, "cut_x"), (1, "cut_y")):
        image = curve_alone(landscape, 1080, **{plane: CuttingPlane()})
        coords = np.full((200, 2), -1.5 if axis == 0 else -1.0)
        coords[:, axis] = np.linspace(-2.8, 2.8, 200)
        clear = landscape.visible(coords) & (np.abs(coords[:, axis] - (-1.0, -1.5)[axis]) > 0.2)
        path = pixel_positions(landscape.point(coords), 1080)
        found.append(widths(profiles(image, path, OFFSETS), OFFSETS)[clear[1:-1]])
    measured = np.concatenate(found)
    assert len(measured) > 200
    assert abs(np.median(measured) - 3.0) < 1.0
    assert np.abs(measured - np.median(measured)).max() <= 0.6


def test_level_curves_are_equally_wide_on_slopes_and_on_flats() -> None:
    levels = (0.6, 1.1, 2.0)
    landscape = Landscape(VALLEYS, levels=levels, index_levels=levels)
    image = curve_alone(landscape, 1080, curves=0.0)
    found = []
    for level in levels:
        for piece in level_curves(VALLEYS, [level]):
            clear = landscape.visible(piece.coords) & (np.abs(piece.coords).max(axis=-1) < 2.9)
            path = pixel_positions(landscape.point(piece.coords), 1080)
            across = profiles(image, path, OFFSETS)
            clear[1:-1] &= across.max(axis=1) > 20
            found.append(widths(across, OFFSETS)[clear[1:-1]])
    measured = np.concatenate(found)
    assert len(measured) > 300
    assert np.abs(measured - np.median(measured)).max() <= 0.6


def test_the_silhouette_has_soft_steps_and_the_inside_has_none() -> None:
    alpha = picture(Landscape(HILL, extent=(1.0, 1.0)), height=540)[..., 3]
    partial = (alpha > 8) & (alpha < 247)
    assert len(np.unique(alpha[partial])) > 60  # multisampling by four would give three
    # Along the top silhouette every column has a soft pixel, unless the edge meets the grid.
    top = np.argmax(alpha > 8, axis=0)
    columns = np.flatnonzero(alpha.max(axis=0) == 255)
    soft = partial[top[columns], columns]
    assert soft.mean() > 0.9


def test_there_are_no_seams_and_no_holes() -> None:
    landscape = Landscape(VALLEYS, levels=(), rim=0.0)
    alpha = picture(landscape, height=540)[..., 3]
    for column in range(0, alpha.shape[1], 3):
        covered = np.flatnonzero(alpha[:, column] == 255)
        if len(covered):
            assert np.array_equal(covered, np.arange(covered[0], covered[-1] + 1))


@pytest.mark.parametrize("view", [None, View.overhead(1.2)])
def test_no_speckle_at_an_extremum(view: View | None) -> None:
    levels = (0.9, 1.3, 1.7)  # the summit is at 2
    landscape = Landscape(HILL, view=view, levels=levels, index_levels=levels)
    image = np.abs(curve_alone(landscape, 540, curves=0.0))
    assert image.max() > 40
    assert np.count_nonzero(_near_summit(landscape, image) > 3) == 0


def test_a_level_at_the_summit_itself_is_no_blot() -> None:
    landscape = Landscape(HILL, view=View.overhead(1.2), levels=(2.0,), index_levels=(2.0,))
    image = np.abs(curve_alone(landscape, 540, curves=0.0))
    assert np.count_nonzero(_near_summit(landscape, image) > 3) <= 12


def _near_summit(landscape: Landscape, image: Any) -> Any:
    column, row = np.round(pixel_positions(landscape.project(0, 0), 540)).astype(int)
    return image[row - 12 : row + 13, column - 12 : column + 13]


def test_opacity_scales_the_whole_drawing_and_zero_draws_nothing() -> None:
    landscape = Landscape(VALLEYS)
    full = picture(landscape).astype(int)
    half = picture(landscape.set_opacity(0.5)).astype(int)
    assert np.abs(half - full / 2).max() <= 1.5
    assert not picture(landscape.set_opacity(0.0)).any()


def test_landscape_and_vector_mobjects_are_drawn_in_order() -> None:
    landscape = Landscape(VALLEYS)
    alone = picture(landscape)[170, 320]
    red = Square(1, color="#ff0000", fill_opacity=1)
    blue = Square(0.3, color="#0000ff", fill_opacity=1)
    assert tuple(picture(red, landscape, blue)[180, 320]) == (0, 0, 255, 255)
    assert tuple(picture(red, landscape)[170, 320]) == tuple(alone)
    assert tuple(picture(landscape, red)[170, 320]) == (255, 0, 0, 255)
    assert tuple(picture(landscape, red.set_z_index(-1))[170, 320]) == tuple(alone)


def test_what_a_fogged_landscape_does_not_hide_shows_through() -> None:
    red = Square(1, color="#ff0000", fill_opacity=1)
    landscape = Landscape(VALLEYS, fog=1.0)
    assert tuple(picture(red, landscape)[170, 320]) == (255, 0, 0, 255)


def test_a_full_fog_leaves_the_lantern_disc_and_nothing_else() -> None:
    lantern = Lantern((1.6, -1.0), radius=0.8, strength=1.0)
    landscape = Landscape(VALLEYS, fog=1.0, lantern=lantern)
    alpha = picture(landscape, height=540)[..., 3]
    side = np.linspace(-2.9, 2.9, 30)
    coords = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    away = np.linalg.norm(landscape.world(coords) - landscape.world((1.6, -1.0)), axis=-1)
    columns, rows = np.round(pixel_positions(landscape.point(coords), 540)).astype(int).T
    seen = landscape.visible(coords)
    assert alpha[rows, columns][seen & (away > 0.85)].max() == 0
    assert alpha[rows, columns][seen & (away < 0.3)].min() > 200


@pytest.mark.parametrize("coords", [(1.6, -1.0), (-2.9, 2.9), (2.9, -2.9)])
def test_the_last_of_the_fog_changes_nothing_in_the_lantern_disc(
    coords: tuple[float, float],
) -> None:
    lantern = Lantern(coords, radius=1.5, strength=1.0)
    view = View(0.4, 0.5, 0.12, 1.2, centre=(1.0, 0.5, 0.0))
    full = picture(Landscape(VALLEYS, fog=1.0, lantern=lantern, view=view)).astype(int)
    nearly = picture(Landscape(VALLEYS, fog=1.0 - 1e-7, lantern=lantern, view=view)).astype(int)
    assert full.any()
    assert np.abs(full - nearly).max() <= 1


def test_the_fog_hides_nothing_when_it_has_lifted() -> None:
    clear = picture(Landscape(VALLEYS))
    np.testing.assert_array_equal(picture(Landscape(VALLEYS, fog=0.0)), clear)
    dim, dark = (brightness(picture(Landscape(VALLEYS, fog=fog))).sum() for fog in (0.5, 1.0))
    assert dark == 0 < dim < brightness(clear).sum()


def test_a_cutting_plane_is_hidden_behind_the_ridge_and_shown_in_front() -> None:
    landscape = Landscape(VALLEYS, cut_x=CuttingPlane(2.6, (1, 1, 1), 1.0))
    landscape.set_view(landscape.fitting_view(azimuth=0.0, elevation=0.25))
    change = curve_alone(landscape, 540, cut_x=CuttingPlane())
    x = np.linspace(-2.7, 2.7, 60)
    height = 0.12  # a point of the sheet, this high above the ground
    coords = np.stack([x, np.full_like(x, 2.6)], axis=-1)
    seen = landscape.visible(coords, height)
    columns, rows = np.round(pixel_positions(landscape.point(coords, height), 540)).astype(int).T
    brighter = change[rows, columns]
    border = np.flatnonzero(np.diff(seen)).repeat(3) + np.tile([-1, 0, 1], np.diff(seen).sum())
    sure = np.setdiff1d(np.arange(len(x)), border)
    assert seen[sure].sum() > 5
    assert (~seen[sure]).sum() > 5
    assert brighter[sure][seen[sure]].min() > 10
    assert np.abs(brighter[sure][~seen[sure]]).max() <= 1


def test_a_level_plane_covers_what_lies_below_it_and_nothing_above() -> None:
    landscape = Landscape(VALLEYS, view=View.overhead(1.2), levels=())
    landscape.set_state(level_planes=(LevelPlane(1.2, (1, 1, 1)),))
    change = curve_alone(landscape, 540, level_planes=())
    side = np.linspace(-2.8, 2.8, 40)
    coords = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    columns, rows = np.round(pixel_positions(landscape.point(coords), 540)).astype(int).T
    values = VALLEYS.value(coords)
    assert change[rows, columns][values < 1.1].min() > 10
    # The bright curve has a halo, of some pixels: look farther up the slope.
    assert np.abs(change[rows, columns][values > 1.7]).max() <= 1


def test_planes_that_are_not_revealed_leave_no_trace() -> None:
    plain = picture(Landscape(VALLEYS))
    hidden = Landscape(
        VALLEYS,
        cut_x=CuttingPlane(1.0, (1, 0, 0), 0.0),
        level_planes=(LevelPlane(1.0, (0, 1, 0), 0.0),),
    )
    np.testing.assert_array_equal(picture(hidden), plain)


def test_a_flat_landscape_from_the_side_is_a_line() -> None:
    landscape = Landscape(VALLEYS, flatness=1.0, view=View.side(1.0))
    alpha = picture(landscape, height=540)[..., 3]
    assert alpha.any()
    assert np.flatnonzero(alpha.any(axis=1)).size <= 4


def test_ground_that_has_not_grown_is_the_graph_over_its_axis() -> None:
    view = View.side(unit=1.0, centre=(0.0, -2.0))
    landscape = Landscape(HILL, height_scale=1.0, extent=(1.0, 0.0), view=view, levels=())
    alpha = picture(landscape, height=540)[..., 3].astype(float)
    x = np.linspace(-2.5, 2.5, 21)
    for point in view.project(np.stack([x, 0 * x, HILL.value(np.stack([x, 0 * x], -1))], -1)):
        column, row = pixel_positions(point, 540)
        drawn = np.flatnonzero(alpha[:, round(column)] > 100)
        assert drawn[0] - 1 <= row <= drawn[0] + 3  # the line, with the wall of earth below it


def test_the_ground_grows_without_a_jump() -> None:
    pictures = [
        picture(Landscape(VALLEYS, extent=(1.0, extent)), height=180).astype(float)
        for extent in (0.999, 1.0)
    ]
    assert np.abs(pictures[0] - pictures[1]).mean() < 0.1


def test_light_and_tint_follow_the_height() -> None:
    landscape = Landscape(FLAT, view=View.overhead(1.0), levels=(), flatness=1.0)
    pixels = picture(landscape, height=180)
    columns, rows = np.round(pixel_positions(landscape.point([(-1.9, -1.9), (1.9, 1.9)]), 180)).T
    low, high = pixels[rows.astype(int), columns.astype(int)].astype(int)
    assert high[0] > low[0] + 30  # from indigo to sand


def test_a_camera_inside_the_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="lower the view's perspective"):
        Landscape(ELLIPTIC_BOWL, view=View(perspective=0.5))


def test_a_camera_that_touches_the_ground_is_refused() -> None:
    box = Landscape(ELLIPTIC_BOWL).terrain
    corners = box.world([(-3.0, -3.0), (3.0, -3.0), (3.0, 3.0), (-3.0, 3.0)])
    nearest = View().depth(corners).max()
    landscape = Landscape(ELLIPTIC_BOWL, view=View(perspective=0.999 / nearest))
    with pytest.raises(LandscapeError, match="lower the view's perspective"):
        picture(landscape)


def test_curves_are_as_wide_on_the_screen_in_a_larger_frame() -> None:
    state = {"levels": (1.2,), "index_levels": (1.2,), "view": View.overhead(1.2)}
    piece = max(level_curves(VALLEYS, [1.2]), key=lambda curve: len(curve.coords))
    measured = []
    for height in (1080, 2160):
        landscape = Landscape(VALLEYS, **state)  # type: ignore[arg-type]
        image = curve_alone(landscape, height, curves=0.0)
        path = pixel_positions(landscape.point(piece.coords[5:60]), height)
        measured.append(np.median(widths(profiles(image, path, OFFSETS), OFFSETS)) / height)
    assert measured[0] == pytest.approx(measured[1], rel=0.35)


def test_the_lantern_lights_the_ground_about_it() -> None:
    dark = Landscape(VALLEYS, view=View.overhead(1.2))
    lit = dark.copy().set_state(lantern=Lantern((1.0, 1.0), 1.0, 1.0))
    change = brightness(picture(lit, height=540)) - brightness(picture(dark, height=540))
    rows, columns = np.nonzero(change > 0.3 * change.max())
    centre = pixel_positions(lit.project(1.0, 1.0), 540)
    assert np.hypot(columns.mean() - centre[0], rows.mean() - centre[1]) < 25


def test_the_azimuth_turns_the_picture_by_whole_turns_only() -> None:
    first = Landscape(VALLEYS, view=View.overhead(1.0))
    second = Landscape(VALLEYS, view=View(azimuth=2 * pi, elevation=pi / 2, perspective=0.0))
    difference = picture(first).astype(int) - picture(second).astype(int)
    assert np.abs(difference).mean() < 0.05


@pytest.mark.parametrize("azimuth", [-2.5, -0.6, 0.9, 2.4])
def test_haze_grows_with_the_distance_from_the_viewer(azimuth: float) -> None:
    black = (0.0, 0.0, 0.0)
    dark = replace(NIGHT.light, beam=black, sky=black, earth=black)
    landscape = Landscape(FLAT, light=dark, haze=(1.0, 1.0, 1.0), levels=(), rim=0.0)
    landscape.set_view(landscape.fitting_view(azimuth=azimuth))
    coords = np.stack(np.meshgrid(*[np.linspace(-1.8, 1.8, 7)] * 2), axis=-1).reshape(-1, 2)
    columns, rows = np.round(pixel_positions(landscape.point(coords), 1080)).astype(int).T
    stored = picture(landscape, height=1080)[rows, columns, 0] / 255.0
    depths = landscape.view.depth(landscape.terrain.world(coords))
    slope, offset = np.polyfit(depths, stored**2, 1)
    assert slope < 0
    assert stored**2 == pytest.approx(slope * depths + offset, abs=0.01)
