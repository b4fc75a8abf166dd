"""All measures by name, and the making of them."""

from collections.abc import Callable, Mapping, Sequence

from mnemo_anim.bench.cluster import two_workers
from mnemo_anim.bench.crowd import crowd
from mnemo_anim.bench.films import (
    against_encoding,
    against_expert,
    against_stock,
    nothing_changed,
    sentence_changed,
)
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.landscape import landscape
from mnemo_anim.bench.memory import memory_4k, memory_hd
from mnemo_anim.bench.stills import stills
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.errors import UnknownNameError, one_line

Measure = Callable[[Workplace], Sequence[Finding]]
Measures = Mapping[str, Measure]

MEASURES: Measures = {
    "stock": against_stock,
    "expert": against_expert,
    "encoding": against_encoding,
    "unchanged": nothing_changed,
    "edit": sentence_changed,
    "still": stills,
    "landscape": landscape,
    "memory": memory_hd,
    "memory-4k": memory_4k,
    "cluster": two_workers,
    "crowd": crowd,
}
"""In the order of the table."""


def chosen(measures: Measures, names: Sequence[str]) -> Measures:
    """Return the measures of these names, or all if none, in the order of the table.

    Raises:
        UnknownNameError: There is no measure of a given name.
    """
    for name in names:
        if name not in measures:
            raise UnknownNameError.among("measure", name, measures)
    return {name: measure for name, measure in measures.items() if not names or name in names}


def make(measures: Measures, place: Workplace) -> tuple[list[Finding], dict[str, str]]:
    """Make measures; return what they found, and by name why some failed.

    A measure that fails does not keep the others from being made.
    """
    found: list[Finding] = []
    failed: dict[str, str] = {}
    for name, measure in measures.items():
        try:
            found += measure(place)
        except Exception as error:  # what hours have measured is not lost by one that breaks
            failed[name] = one_line(error)
    return found, failed
