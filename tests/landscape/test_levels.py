"""Which level is nearest, as the shaders are told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import Landscape
from mnemo_anim.landscape.levels import (
    TABLE_SIZE,
    EvenLevels,
    even_levels,
    level_table,
    table_range,
)
from mnemo_anim.maths import VALLEYS
from tests.landscape.pictures import picture

steps = st.floats(1e-3, 1e3)
firsts = st.floats(-1e3, 1e3)
counts = st.integers(2, 40)


def numbers(rule: EvenLevels) -> range:
    return range(rule.last + 1)


@given(firsts, steps, counts, st.integers(1, 7), st.data())
def test_even_levels_are_known_by_their_rule(
    first: float, step: float, count: int, every: int, data: st.DataObject
) -> None:
    levels = tuple(first + step * number for number in range(count))
    index = data.draw(st.integers(0, min(every, count) - 1))
    stronger = levels[index::every]
    rule = even_levels(levels, stronger)
    assert rule is not None
    np.testing.assert_allclose(
        [rule.first + rule.step * number for number in numbers(rule)], levels, rtol=1e-9, atol=1e-9
    )
    assert rule.gap == rule.step
    named = [number for number in numbers(rule) if (number - rule.index) % rule.every == 0]
    assert [levels[number] for number in named] == list(stronger)
    assert rule.strength == 1.0


def test_levels_without_index_levels_have_none() -> None:
    rule = even_levels((1.0, 2.0, 3.0), ())
    assert rule is not None
    assert rule.strength == 0.0


@pytest.mark.parametrize(
    ("levels", "stronger"),
    [
        ((1.0, 2.0, 4.0), ()),
        ((1.0, 2.0, 3.0, 4.0), (1.0, 2.0, 4.0)),
        ((1.0, 2.0, 3.0, 4.0, 5.0), (3.0, 5.0)),
        ((1.0, 10.0, 100.0), (10.0,)),
    ],
)
def test_what_follows_no_rule_is_not_taken_for_even(
    levels: tuple[float, ...], stronger: tuple[float, ...]
) -> None:
    assert even_levels(levels, stronger) is None


@pytest.mark.parametrize("levels", [(), (1.5,)])
def test_a_single_level_or_none_stands_alone(levels: tuple[float, ...]) -> None:
    rule = even_levels(levels, levels)
    assert rule is not None
    assert rule.last == 0
    assert rule.gap > 1e20
    assert rule.first == (levels[0] if levels else pytest.approx(1e30))


def test_each_height_finds_its_nearest_level_in_the_table() -> None:
    low, high = 0.0, 5.0
    table = level_table(low, high, (1.0, 2.0, 4.0), (2.0,))
    slope, offset = table_range(low, high)
    for height, level, index, spacing in (
        (0.1, 1.0, 0.0, 1.0),
        (1.4, 1.0, 0.0, 1.0),
        (1.6, 2.0, 1.0, 1.0),
        (2.9, 2.0, 1.0, 1.0),
        (3.1, 4.0, 0.0, 2.0),
        (5.0, 4.0, 0.0, 2.0),
    ):
        entry = int(slope * height + offset)
        assert 0 <= entry < TABLE_SIZE
        assert table[entry, :3].tolist() == [level, index, spacing]


def test_levels_look_the_same_by_their_rule_and_by_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reckoned = picture(Landscape(VALLEYS)).astype(int)
    bare = picture(Landscape(VALLEYS, levels=())).astype(int)
    assert (np.abs(reckoned - bare) > 10).any()
    for module in ("renderer", "uniforms"):
        monkeypatch.setattr(f"mnemo_anim.landscape.{module}.even_levels", lambda *_: None)
    looked_up = picture(Landscape(VALLEYS)).astype(int)
    assert np.abs(reckoned - looked_up).max() <= 3
