import numpy as np
import pytest

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.lettering.title import Title
from tests.mobjects.moments import show


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


def test_it_appears_and_is_whole_afterwards() -> None:
    title = Title("Gradients")
    before = title.get_all_points().copy()
    appear = title.appear()
    appear.begin()
    show(appear, 0.4)
    show(appear, 1.0)
    appear.finish()
    assert title.get_all_points() == pytest.approx(before)
