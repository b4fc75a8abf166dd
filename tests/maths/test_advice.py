"""The advice goes against the sign, and is “a lot” for the larger half of the entries."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.maths.advice import Advice, advice

ENTRIES = st.floats(-10, 10).filter(lambda entry: abs(entry) > 1e-6)


def test_sign_and_size_make_four_sentences() -> None:
    assert advice([3.0, 1.0, -4.0, -0.5]) == (
        Advice.DECREASE_A_LOT,
        Advice.DECREASE_A_LITTLE,
        Advice.INCREASE_A_LOT,
        Advice.INCREASE_A_LITTLE,
    )


@given(st.lists(ENTRIES, min_size=1, max_size=9))
def test_to_follow_it_is_to_go_against_the_entry(entries: list[float]) -> None:
    for entry, said in zip(entries, advice(entries), strict=True):
        assert said.value.startswith("decrease" if entry > 0 else "increase")
        assert f"{said.way}-{said.amount}" == said.value


@given(st.lists(ENTRIES, min_size=2, max_size=9, unique_by=abs))
def test_half_of_the_entries_at_most_are_a_lot_and_they_are_the_largest(
    entries: list[float],
) -> None:
    much = np.array([said.value.endswith("lot") for said in advice(entries)])
    sizes = np.abs(entries)
    assert much.sum() == len(entries) // 2
    assert sizes[much].min() > sizes[~much].max()


@pytest.mark.parametrize("entries", [[1.0, 0.0], [np.nan]])
def test_an_entry_that_advises_nothing_is_refused(entries: list[float]) -> None:
    with pytest.raises(ValueError, match=r"advises nothing|finite"):
        advice(entries)
