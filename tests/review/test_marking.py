"""A mark lies where the box is: around it, on the frame, in a crop, on a contact sheet."""

from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.review.contact_sheet import COLUMNS, SHOT, contact_sheet
from mnemo_anim.review.findings import Box
from mnemo_anim.review.marking import area_of, crop_of, draw_marks, marks_of
from mnemo_anim.review.ordering import in_order
from mnemo_anim.review.results import Review
from tests.review.samples import BOX, GAP, frame, scene

FULL = (1280, 720)  # 90 pixels a unit


def reddish(picture: Image.Image) -> NDArray[np.bool_]:
    """Where a grey picture has the colour of a mark."""
    pixels = np.asarray(picture.convert("RGB")).astype(int)
    return np.asarray(pixels[..., 0] - pixels[..., 1] > 90)


def extent(marked: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is true."""
    rows, columns = np.nonzero(marked)
    return columns.min(), rows.min(), columns.max(), rows.max()


@pytest.mark.parametrize(
    ("box", "pixels"),
    [
        (BOX, (460, 180, 730, 270)),
        (None, (0, 0, 1280, 720)),
        (Box(-64 / 9, -4.0, 64 / 9, 4.0), (0, 0, 1280, 720)),
        (Box(7.0, 3.5, 9.0, 5.0), (1270, 0, 1280, 45)),
        (Box(8.0, -1.0, 9.0, 1.0), (1280, 270, 1280, 450)),
    ],
)
def test_units_become_pixels(box: Box | None, pixels: tuple[int, int, int, int]) -> None:
    assert area_of(box, FULL) == pytest.approx(pixels)


def test_a_drawn_mark_goes_round_the_box_and_leaves_it_clear() -> None:
    picture = Image.new("RGB", FULL, (40, 40, 40))
    draw_marks(picture, marks_of([(1, BOX)], FULL, tag_height=24))
    marked = reddish(picture)
    below = marked[180:]  # without the number, which stands above
    left, _, right, bottom = extent(below)
    assert left == pytest.approx(460, abs=5)
    assert right == pytest.approx(730, abs=5)
    assert bottom + 180 == pytest.approx(270, abs=5)
    assert not marked[182:268, 462:728].any()
    assert marked[160:178, 462:480].any()  # the number


@pytest.mark.parametrize("box", [None, Box(8.0, -1.0, 9.0, 1.0), Box(-9.0, 5.0, -8.0, 6.0)])
def test_what_is_the_whole_frame_or_outside_is_marked_at_the_edge(box: Box | None) -> None:
    picture = Image.new("RGB", FULL, (40, 40, 40))
    draw_marks(picture, marks_of([(1, box)], FULL, tag_height=24))
    assert reddish(picture).any()


def test_no_number_covers_another() -> None:
    corner = Box(6.9, 3.8, 7.1, 4.0)
    boxes = [BOX, BOX, None, None, None, corner, corner, corner, *([BOX] * 20)]
    marks = marks_of(enumerate(boxes, 95), FULL, tag_height=60)
    tags = [mark.tag for mark in marks]
    for index, tag in enumerate(tags):
        assert not any(tag.meets(other) for other in tags[:index])
        assert tag.left >= 0
        assert tag.right <= FULL[0]
        assert tag.top >= 0
        assert tag.bottom <= FULL[1]


@pytest.mark.parametrize(
    ("box", "size"),
    [
        (BOX, (480, 270)),
        (Box(-7.1, -4.0, -7.0, -3.9), (480, 270)),
        (Box(8.0, -1.0, 9.0, 1.0), (480, 334)),
        (Box(-6.0, -1.0, 6.0, 1.0), (1234, 334)),
        (None, FULL),
    ],
)
def test_a_crop_shows_the_box_and_what_surrounds_it(box: Box | None, size: tuple[int, int]) -> None:
    with Image.open(BytesIO(crop_of(frame(40), 7, box))) as crop:
        assert crop.size == size
        marked = reddish(crop)
    assert marked.any()
    if box is BOX:  # 270 × 90 pixels, in the middle
        left, _, right, bottom = extent(marked[90:])
        assert (left, right, bottom + 90) == pytest.approx((105, 375, 180), abs=6)


def test_the_contact_sheet_marks_the_shot_of_the_finding() -> None:
    ordered = in_order(Review("night", "draft", (scene("One", (GAP,)),), (), 1.0))
    with Image.open(BytesIO(contact_sheet(ordered.scenes[0]))) as sheet:
        marked = reddish(sheet)
    gap, margin, head = 16, 24, 72
    shown = []
    for column in range(COLUMNS):
        left = margin + column * (SHOT[0] + gap)
        cell = marked[margin + head :][: SHOT[1], left : left + SHOT[0]]
        shown.append(bool(cell.any()))
        if cell.any():
            scale = SHOT[0] / FULL[0]
            edges = extent(cell[round(180 * scale) :])
            assert edges[0] == pytest.approx(460 * scale, abs=5)
            assert edges[2] == pytest.approx(730 * scale, abs=5)
            assert edges[3] + round(180 * scale) == pytest.approx(270 * scale, abs=5)
    assert shown == [False, False, True, False]  # 4.5 s is the middle of the second beat
