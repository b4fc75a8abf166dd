import pytest
from manim import VGroup

from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.lettering.claims import Claim, claims
from mnemo_anim.mobjects.numbers.number import Number


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
    assert Claim(shown, Given("a quantity", truth)).holds() is holds


def test_an_exact_number_leaves_nothing_to_rounding() -> None:
    assert Claim("4", Given("a tick", 4.0 + 1e-12), exact=True).holds()
    assert Claim("0", Given("a tick", 1e-15), exact=True).holds()
    assert not Claim("4", Given("a tick", 4.001), exact=True).holds()


def test_another_truth_may_be_asked_for() -> None:
    claim = Claim("8.25", Given("a wrong quantity", 8.25))
    assert not claim.holds(truth=8.5)
    assert claim.error(truth=8.5) == pytest.approx(0.25)


def test_a_number_left_behind_by_its_quantity_is_caught() -> None:
    state = {"value": 1.0}
    number = Number(source=lambda: Given("a state", state["value"]))
    state["value"] = 2.0
    (claim,) = claims(number)
    assert not claim.holds()
    assert claim.error() == pytest.approx(1.0)
    number.update()
    assert claims(number)[0].holds()


def test_claims_are_collected_from_the_whole_family_in_order() -> None:
    one, two = Given("one", 1.0), Given("two", 2.0)
    first, second = Number(source=lambda: one), Number(source=lambda: two)
    family = VGroup(VGroup(first), Number(7), VGroup(VGroup(second)))
    assert [claim.quantity for claim in claims(family, first)] == [one, two, one]
