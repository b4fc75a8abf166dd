import pytest

from mnemo_anim.mobjects.drawing.square_brackets import square_brackets


def test_both_brackets_open_inwards() -> None:
    left, right = square_brackets(-1.0, 2.0, 0.5, -0.75, foot=0.25, line_width=3.0)
    for bracket, back, tip in ((left, -1.0, -0.75), (right, 2.0, 1.75)):
        start, end = bracket.points[0], bracket.points[-1]
        assert start == pytest.approx([tip, 0.5, 0.0])
        assert end == pytest.approx([tip, -0.75, 0.0])
        assert bracket.point_from_proportion(0.5) == pytest.approx([back, -0.125, 0.0])
