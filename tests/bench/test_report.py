import json

import pytest
from rich.console import Console

from mnemo_anim.bench.report import as_json, figure, row, table
from tests.bench.samples import ABSENT, ALL, LARGE, TWICE


def test_a_row_has_both_figures_their_ratio_the_limit_and_the_verdict() -> None:
    assert row(TWICE, full=False) == (
        "what is fast", "the old way", "2.00 s", "8.00 s", "4.00 ×", "≥ 2 ×", "ok", "",
    )  # fmt: skip


def test_a_number_alone_is_compared_with_nothing() -> None:
    assert row(LARGE, full=False) == (
        "what is large", "—", "1.20 GB", "—", "1.20 GB", "≤ 0.8 GB", "missed", "one scene",
    )  # fmt: skip


def test_what_could_not_be_measured_says_why() -> None:
    assert row(ABSENT, full=False)[-2:] == ("not measured", "It is not installed.")


@pytest.mark.parametrize(
    ("value", "told"), [(0.456, "0.46 s"), (12.34, "12.3 s"), (1234.5, "1234 s"), (None, "—")]
)
def test_a_figure_has_three_digits_or_all_before_the_point(value: float | None, told: str) -> None:
    assert figure(value, "s") == told


def test_the_table_has_a_line_for_each_finding() -> None:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(table(ALL, full=False))
    lines = captured.get().strip().splitlines()
    assert len(lines) == 1 + len(ALL)
    assert [line.partition("  ")[0] for line in lines[1:]] == [one.what for one in ALL]


def test_the_json_holds_numbers_limits_verdicts_and_failures() -> None:
    told = json.loads(as_json(ALL, {"still": "it broke"}, full=True))
    assert told["full"] is True
    assert told["failed"] == {"still": "it broke"}
    assert told["machine"]["cores"] >= 1
    first, *_, last = told["findings"]
    assert (first["ours"], first["theirs"], first["value"], first["margin"]) == (2, 8, 4, 2)
    assert first["limit"] == {"bound": "≥", "value": 2.0, "unit": "×"}
    assert (last["value"], last["margin"], last["verdict"]) == (None, None, "missed")


def test_the_same_findings_give_the_same_json() -> None:
    assert as_json(ALL, {}, full=False) == as_json(ALL, {}, full=False)
