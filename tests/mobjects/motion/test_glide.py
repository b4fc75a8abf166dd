import numpy as np
from manim import Square

from mnemo_anim.mobjects.motion.glide import Glide
from tests.mobjects.moments import show


def test_it_goes_straight_from_where_it_is_to_the_point() -> None:
    square = Square(2.0).move_to([1.0, 0.0, 0.0])
    corners = square.points - square.get_center()
    glide = Glide(square, [3.0, -4.0, 0.0], rate_func=lambda t: t)
    square.shift([0.0, 2.0, 0.0])  # before it begins
    glide.begin()
    for alpha in (0.0, 0.25, 1.0):
        show(glide, alpha)
        assert np.allclose(square.get_center(), [1.0 + 2.0 * alpha, 2.0 - 6.0 * alpha, 0.0])
        assert np.allclose(square.points - square.get_center(), corners)
