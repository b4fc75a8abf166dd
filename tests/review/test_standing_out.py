"""Drawings stand out from what is right beside them, a thin dark edge included."""

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Glance
from mnemo_anim.review.standing_out import StandingOut
from tests.review.test_contrast import frame

BRIGHT = "#9a9a9a"
PINK = "#ee4fae"


def arrow(**style: float) -> Arrow:
    """Return an arrow as thin as those of a field."""
    drawn = Arrow((0, 0, 0), (0.5, 0.2, 0), color=PINK, thickness=4.2)
    return drawn.set_stroke(background=True, **style) if style else drawn


def found(drawn: Arrow) -> list[Rule]:
    sights = StandingOut().drawings(Glance([drawn]), frame(drawn, ground=BRIGHT))
    return [sight.rule for sight in sights]


def test_a_dark_edge_of_two_pixels_is_enough() -> None:
    assert found(arrow()) == []


def test_without_it_a_drawing_does_not_stand_out_from_bright_ground() -> None:
    assert found(arrow(width=0.0)) == [Rule.GRAPHICS]
