import pytest

from mnemo_anim.bench.findings import Bound, Finding, Limit, Verdict
from tests.bench.samples import ABSENT, CLOSE, HALF, LARGE, TWICE


def test_faster_is_their_time_over_ours() -> None:
    assert TWICE.value == 4.0
    assert HALF.value == 1.0


def test_within_is_our_time_over_theirs() -> None:
    assert CLOSE.value == 1.5


@pytest.mark.parametrize(
    ("finding", "verdict"),
    [
        (TWICE, Verdict.OK),
        (HALF, Verdict.MISSED),
        (CLOSE, Verdict.OK),
        (LARGE, Verdict.MISSED),
    ],
)
def test_a_number_is_held_to_its_limit(finding: Finding, verdict: Verdict) -> None:
    assert finding.verdict(full=False) is finding.verdict(full=True) is verdict


@pytest.mark.parametrize("bound", Bound)
def test_the_limit_itself_is_kept(bound: Bound) -> None:
    assert Limit(bound, 2.5).is_kept(2.5)
    assert Limit(bound, 2.5).margin(2.5) == 1.0


def test_what_could_not_be_measured_is_missed_in_a_full_run_alone() -> None:
    assert ABSENT.verdict(full=False) is Verdict.NOT_MADE
    assert ABSENT.verdict(full=True) is Verdict.MISSED


@pytest.mark.parametrize(
    ("finding", "margin"), [(TWICE, 2.0), (HALF, 0.5), (CLOSE, 1.6 / 1.5), (LARGE, 0.8 / 1.2)]
)
def test_the_margin_is_above_one_where_the_limit_is_kept(finding: Finding, margin: float) -> None:
    assert finding.margin == pytest.approx(margin)
    assert (margin >= 1) == (finding.verdict(full=True) is Verdict.OK)
