import numpy as np
import pytest

from mnemo_anim.maths import THREE_DIALS
from mnemo_anim.maths.quantities import Coordinate
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.held_note import HeldNote


def test_it_shows_where_the_input_is_held() -> None:
    spot = Spot((1.0, 2.0, 0.4))
    note = HeldNote(THREE_DIALS, spot, 2, "held constant")
    spot.coords = np.array([0.0, 0.0, -0.7])
    note.update()
    (claim,) = claims(note)
    assert (claim.quantity, claim.shown) == (Coordinate((0.0, 0.0, -0.7), 2), "−0.70")
    assert claim.holds()


def test_words_and_number_stand_on_one_line_and_apart() -> None:
    note = HeldNote(THREE_DIALS, Spot((0.0, 0.0, 0.4)), 2, "held constant")
    assert note.words.get_left()[0] - note.value.get_right()[0] >= 0.3
    assert note.words.get_bottom()[1] == pytest.approx(note.value.number.origin[1], abs=0.02)
