import numpy as np
from PIL import Image, ImageColor

from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.plot import plot
from mnemo_anim.palettes import DEFAULT_THEME, PALETTES
from tests.bench.samples import ABSENT, ALL, HALF, TWICE

COLOURS = PALETTES[DEFAULT_THEME]


def columns(picture: Image.Image, colour: str) -> tuple[int, int]:
    """Return the first and the last column in which a colour is a lot."""
    is_there = (np.asarray(picture) == ImageColor.getrgb(colour)).all(axis=2)
    found = np.flatnonzero(is_there.sum(axis=0) >= 15)
    return int(found[0]), int(found[-1])


def test_bars_lead_from_the_limit_to_the_better_side_or_to_the_worse() -> None:
    picture = plot([TWICE, HALF])
    good, bad = columns(picture, COLOURS.downhill), columns(picture, COLOURS.uphill)
    assert bad[0] < bad[1] <= good[0] + 2 < good[1]


def test_twice_as_good_is_as_far_as_half_as_good() -> None:
    picture = plot([TWICE, HALF])
    good, bad = columns(picture, COLOURS.downhill), columns(picture, COLOURS.uphill)
    assert abs((good[1] - good[0]) - (bad[1] - bad[0])) <= 2


def test_a_bar_that_is_far_out_stays_in_its_part_of_the_picture() -> None:
    far = Finding.faster("far", "far", "other", ours=0.001, theirs=1000.0, least=1.0)
    first, last = columns(plot([far]), COLOURS.downhill)
    widest = columns(plot([TWICE]), COLOURS.downhill)
    assert first < last <= widest[1]


def test_what_has_no_number_has_no_bar() -> None:
    assert plot(ALL).height == plot([one for one in ALL if one is not ABSENT]).height
    assert plot([ABSENT]).height < plot([TWICE]).height


def test_the_same_findings_give_the_same_picture() -> None:
    assert plot(ALL).tobytes() == plot(ALL).tobytes()
