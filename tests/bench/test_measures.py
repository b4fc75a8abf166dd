from pathlib import Path

import pytest

from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.measures import MEASURES, chosen, make
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.errors import RenderError, UnknownNameError
from tests.bench.samples import HALF, TWICE


def broken(_: Workplace) -> list[Finding]:
    raise RenderError("it broke")


def faulty(_: Workplace) -> list[Finding]:
    raise ZeroDivisionError("by zero")


def test_a_measure_that_fails_does_not_keep_the_others_from_being_made(tmp_path: Path) -> None:
    measures = {"a": lambda _: [TWICE], "b": broken, "d": faulty, "c": lambda _: [HALF]}
    found, failed = make(measures, Workplace(tmp_path, (), print))
    assert found == [TWICE, HALF]
    assert failed == {"b": "it broke", "d": "ZeroDivisionError: by zero"}


def test_measures_are_made_in_the_order_of_the_table() -> None:
    assert list(chosen(MEASURES, ["still", "stock"])) == ["stock", "still"]
    assert chosen(MEASURES, []) == MEASURES


def test_a_misspelt_measure_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="landscape"):
        chosen(MEASURES, ["landscap"])
