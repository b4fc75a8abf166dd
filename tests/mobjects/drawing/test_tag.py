import numpy as np
import pytest
from manim import LEFT, RIGHT, UP, Square

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.tag import Tag
from tests.mobjects.moments import show


def test_stays_beside_a_point_that_moves() -> None:
    point = np.array([1.0, 2.0, 0.0])
    tag = Tag(Square(0.5), lambda: point, RIGHT, gap=0.2)
    for place in ((1.0, 2.0, 0.0), (-3.0, 0.5, 0.0)):
        point[:] = place
        tag.update()
        assert tag.get_edge_center(LEFT) == pytest.approx(point + 0.2 * RIGHT)


def test_stands_beyond_the_tip_in_line_with_the_arrow() -> None:
    arrow = Arrow((0, 0, 0), (1, 1, 0))
    tag = Tag.beyond(arrow, Square(0.2), gap=0.5)
    assert tag.get_center() == pytest.approx(np.array([1, 1, 0]) * (1 + 0.5 / np.sqrt(2)))
    arrow.put((0, 0, 0), (0, 2, 0))
    tag.update()
    assert tag.get_center() == pytest.approx(2.5 * UP)


def test_follows_while_it_fades_in() -> None:
    point = np.zeros(3)
    tag = Tag(Square(0.5), lambda: point, UP)
    fade = tag.appear()
    fade.begin()
    point[:] = (2.0, 0.0, 0.0)
    show(fade, 0.5)
    tag.update()
    assert tag.get_center()[0] == pytest.approx(2.0)
