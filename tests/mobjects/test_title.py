import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects import SectionHeading, Title


def test_the_line_below_the_title_is_the_ground() -> None:
    """Its anchors, stretched back, are the field's values along the middle of the domain."""
    title = Title("Gradients", series="Mnemosyne")
    anchors = np.concatenate([title.profile.points[::4], title.profile.points[-1:]])
    (x0, x1), (y0, y1) = VALLEYS.domain
    share = np.interp(anchors[:, 0], anchors[[0, -1], 0], [0, 1])
    coords = np.stack([x0 + share * (x1 - x0), np.full(len(share), (y0 + y1) / 2)], axis=-1)
    truth = VALLEYS.value(coords)
    drawn = anchors[:, 1] - anchors[:, 1].min()
    assert drawn / drawn.max() == pytest.approx((truth - truth.min()) / np.ptp(truth), abs=1e-9)


def test_title_line_and_series_keep_clear_of_each_other() -> None:
    title = Title("Gradients", series="Mnemosyne")
    assert title.series.get_bottom()[1] > title.words.get_top()[1] + 0.3
    assert title.words.get_bottom()[1] > title.profile.get_top()[1] + 0.3


def test_a_section_number_is_encircled_by_level_curves() -> None:
    heading = SectionHeading(4, "Build the Idea")
    centre = heading.curves.get_center()
    for curve in heading.curves:
        coords = curve.points[::4] - centre
        values = ELLIPTIC_BOWL.value(coords[:, :2])
        assert np.ptp(values) == pytest.approx(0, abs=1e-6 * values.mean())
    inner = heading.curves[-1]
    assert heading.number.width < inner.width
    assert heading.number.height < inner.height
    assert heading.words.get_left()[0] > heading.curves.get_right()[0] + 0.3


def test_both_appear_and_are_whole_afterwards() -> None:
    for mobject in (Title("Gradients"), SectionHeading(1, "Opening")):
        before = mobject.get_all_points().copy()
        appear = mobject.appear()
        appear.begin()
        appear.interpolate(0.4)
        appear.interpolate(1.0)
        appear.finish()
        assert mobject.get_all_points() == pytest.approx(before)
