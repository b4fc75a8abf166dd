import pytest
from manim import VGroup

from mnemo_anim.mobjects import Claim, Number, claims


@pytest.mark.parametrize(
    ("shown", "truth", "holds"),
    [
        ("8.25", 68**0.5, True),
        ("8.24", 68**0.5, False),
        ("−8.25", 68**0.5, False),
        ("0.00", -0.004, True),
        ("1.2×10⁷", 12_400_000, True),
        ("1.2×10⁷", 12_600_000, False),
        ("4", 4.5, True),
        ("4", 4.51, False),
    ],
)
def test_a_claim_holds_when_the_number_shown_is_the_rounded_truth(
    shown: str, truth: float, holds: bool
) -> None:
    assert Claim("a quantity", shown, lambda: truth).holds() is holds


def test_a_number_left_behind_by_its_quantity_is_caught() -> None:
    state = {"value": 1.0}
    number = Number(source=lambda: state["value"])
    state["value"] = 2.0
    (claim,) = claims(number)
    assert not claim.holds()
    assert claim.error == pytest.approx(1.0)
    number.update()
    assert claims(number)[0].holds()


def test_claims_are_collected_from_the_whole_family_in_order() -> None:
    first, second = Number(source=lambda: 1.0, what="one"), Number(source=lambda: 2.0, what="two")
    family = VGroup(VGroup(first), Number(7), VGroup(VGroup(second)))
    assert [claim.what for claim in claims(family, first)] == ["one", "two", "one"]
