from collections.abc import Callable
from itertools import pairwise

import pytest
from manim import Dot, VGroup

from mnemo_anim.maths import ELLIPTIC_BOWL, linear_layer_run
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.examples.worked_lines import (
    WorkedLine,
    chain,
    evaluation,
    gradient_of,
    learning_rate,
    linear_layer,
    mean_squared_error,
    update,
    update_of_weights,
)
from mnemo_anim.mobjects.examples.worked_strip import WorkedStrip
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import STAGE

EXAMPLE = WorkedExample(ELLIPTIC_BOWL, (1.0, 2.0), 0.1, linear_layer_run())
WORDS = {"inputs": "inputs", "outputs": "outputs", "targets": "targets", "loss": "loss"}

LINES: dict[str, tuple[Callable[[], WorkedLine], list[str], int]] = {
    "the value": (lambda: evaluation(EXAMPLE), ["1", "8", "9"], 3),
    "the slope in x": (lambda: chain(EXAMPLE, 0), ["1", "2", "2"], 1),
    "the slope in y": (lambda: chain(EXAMPLE, 1), ["1", "2", "4", "8"], 1),
    "the gradient": (lambda: gradient_of(EXAMPLE), ["2.0", "8.0"], 2),
    "the update of x": (lambda: update(EXAMPLE, 0), ["1.0", "0.1", "2.0", "0.8"], 2),
    "the update of y": (lambda: update(EXAMPLE, 1), ["2.0", "0.1", "8.0", "1.2"], 2),
    "the rate": (lambda: learning_rate(EXAMPLE), ["0.1"], 1),
    "the layer": (lambda: linear_layer("in", "out"), [], 1),
    "the loss": (lambda: mean_squared_error(EXAMPLE, "out", "aim"), ["1.22"], 1),
    "the rule": (update_of_weights, [], 1),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_claims_the_numbers_that_it_shows(case: str) -> None:
    make, shown, _ = LINES[case]
    line = make()
    assert sorted(claim.shown for claim in claims(line)) == sorted(shown)
    assert all(claim.holds() for claim in claims(line))


@pytest.mark.parametrize("case", LINES)
def test_its_stages_are_the_whole_line_from_left_to_right(case: str) -> None:
    make, _, count = LINES[case]
    line = make()
    assert len(line.stages) == count
    glyphs = [glyph for stage in line.stages for glyph in stage]
    assert glyphs == line.family_members_with_points()
    for stage, following in pairwise(line.stages):
        assert stage.get_right()[0] < following.get_left()[0]


def test_the_strip_stands_in_the_middle_below_the_code_and_above_the_captions() -> None:
    above = Words("code").move_to([-2.0, -1.0, 0.0])
    strip = WorkedStrip(above, EXAMPLE, words=WORDS)
    first = (strip.value, strip.chains, strip.gradient, strip.rate, strip.updates)
    for line in (*first, strip.layer, strip.loss, strip.rule):
        assert line.get_x() == pytest.approx(-2.0)
        assert STAGE.bottom <= line.get_bottom()[1]
        assert line.get_top()[1] < above.get_bottom()[1]


def test_a_line_longer_than_the_code_begins_where_the_stage_does() -> None:
    long = WORDS | {"loss": "the mean of the squares of all errors"}
    strip = WorkedStrip(Words("code").move_to([-4.0, 0.0, 0.0]), EXAMPLE, words=long)
    assert strip.loss.get_left()[0] == pytest.approx(STAGE.left)


def test_lines_side_by_side_share_a_baseline() -> None:
    strip = WorkedStrip(Words("code"), EXAMPLE, words=WORDS)
    for row in (strip.chains, strip.updates):
        assert isinstance(row, VGroup)
        ends = [line.family_members_with_points()[-1].get_bottom()[1] for line in row]
        assert ends == pytest.approx([ends[0]] * len(ends))
        assert all(isinstance(line, WorkedLine) for line in row)


def test_the_factors_of_a_chain_come_from_where_they_are() -> None:
    line = chain(EXAMPLE, 1)
    starts = [Dot([x, 2.0, 0.0]) for x in (1.0, 2.0, 3.0)]
    moves = line.write(starts).animations
    glyphs = line.family_members_with_points()
    for letter, start in zip("abc", starts, strict=True):
        (glyph,) = line.part(f"factor{letter}").family_members_with_points()
        first = moves[glyphs.index(glyph)].create_starting_mobject()
        assert first.get_center() == pytest.approx(start.get_center())
