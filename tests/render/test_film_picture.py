"""A picture that is converted where it changes is the one that is converted whole."""

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from mnemo_anim.boxes import Box
from mnemo_anim.render import encode
from mnemo_anim.render.encode import FilmPicture
from mnemo_anim.render.quality import QUALITIES, Quality

Picture = NDArray[np.uint8]

SIZES = [Quality("small", 162, 94, 15), Quality("draft", 854, 480, 15)]  # no multiples of 4 or 16


def noise(quality: Quality, seed: int) -> Picture:
    """Return pixels that have nothing to do with their neighbours: the hardest to convert."""
    chance = np.random.default_rng(seed)
    pixels = chance.integers(0, 256, (quality.height, quality.width, 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


def whole(quality: Quality, pixels: Picture) -> Picture:
    picture = FilmPicture(quality)
    picture.change(Box(0, 0, quality.width, quality.height), pixels)
    return samples(picture)


def samples(picture: FilmPicture) -> Picture:
    return np.array(picture.frame.to_ndarray(), np.uint8)


def changed(quality: Quality, before: Picture, after: Picture, boxes: list[Box]) -> Picture:
    """Return the samples of a picture that was changed box by box."""
    picture = FilmPicture(quality)
    picture.change(Box(0, 0, quality.width, quality.height), before)
    for box in boxes:
        picture.change(box, after[picture.around(box).slices].copy())
    return samples(picture)


@st.composite
def even_boxes(draw: st.DrawFn, quality: Quality) -> Box:
    """Give a box with even ends, as small as a sample of colour, often at the border."""

    def ends(length: int) -> tuple[int, int]:
        one = draw(st.sampled_from([0, length // 2 - 1]) | st.integers(0, length // 2 - 1))
        other = draw(st.just(length // 2) | st.integers(one + 1, length // 2))
        return 2 * one, 2 * max(other, one + 1)

    (left, right), (upper, lower) = ends(quality.width), ends(quality.height)
    return Box(left, upper, right, lower)


@pytest.mark.parametrize("quality", SIZES, ids=lambda quality: quality.name)
@given(data=st.data())
@settings(derandomize=True, deadline=None, max_examples=120)
def test_changing_boxes_is_converting_the_whole(quality: Quality, data: st.DataObject) -> None:
    boxes = data.draw(st.lists(even_boxes(quality), min_size=1, max_size=4))
    before = noise(quality, data.draw(st.integers(0, 3)))
    after, other = before.copy(), noise(quality, 9)
    for box in boxes:
        after[box.slices] = other[box.slices]
    assert np.array_equal(changed(quality, before, after, boxes), whole(quality, after))


@pytest.mark.parametrize("quality", QUALITIES.values(), ids=QUALITIES)
def test_every_quality_may_be_changed_in_its_corners(quality: Quality) -> None:
    before, after = noise(quality, 0), noise(quality, 0)
    width, height = quality.width, quality.height
    boxes = [
        Box(left, upper, left + 2, upper + 2)
        for left in (0, width - 2)
        for upper in (0, height - 2)
    ]
    for box in boxes:
        after[box.slices][..., :3] ^= 255
    assert np.array_equal(changed(quality, before, after, boxes), whole(quality, after))


def test_a_change_of_one_pixel_reaches_all_samples_that_depend_on_it() -> None:
    quality = SIZES[0]
    before = noise(quality, 0)
    after = before.copy()
    after[41, 57, :3] ^= 255
    difference = whole(quality, before) != whole(quality, after)
    assert difference.any()
    found = changed(quality, before, after, [Box(56, 40, 58, 42)])
    assert np.array_equal(found, whole(quality, after))


def test_what_lies_around_a_box_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: without the pixels around it, a box has other samples."""
    monkeypatch.setattr(encode, "_TAPS", 0)
    quality = SIZES[0]
    before, after = noise(quality, 0), noise(quality, 0)
    box = Box(40, 30, 60, 50)
    after[box.slices] = noise(quality, 9)[box.slices]
    assert not np.array_equal(changed(quality, before, after, [box]), whole(quality, after))


def test_the_whole_is_what_libswscale_makes_of_it_at_once() -> None:
    quality = SIZES[0]
    pixels = noise(quality, 0)
    frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
    converted = frame.reformat(
        format="yuv420p",
        src_color_range=av.video.reformatter.ColorRange.JPEG,
        dst_colorspace="ITU709",
        dst_color_range=av.video.reformatter.ColorRange.MPEG,
        interpolation=encode._SCALING,
    )
    assert np.array_equal(converted.to_ndarray(), whole(quality, pixels))
