"""What was found, as a table and as JSON."""

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from mnemo_anim.bench.findings import Finding
from mnemo_anim.render.cores import cores
from mnemo_anim.render.identity import versions

_COLUMNS = ("measure", "against", "ours", "theirs", "ratio", "limit", "", "on")


def table(found: Sequence[Finding], *, full: bool) -> Table:
    """Return a table with one row for each finding.

    Args:
        found: What was found.
        full: Whether what could not be measured is missed.
    """
    made = Table(box=None, pad_edge=False)
    for column in _COLUMNS:
        made.add_column(column, overflow="fold", justify="left")
    for finding in found:
        made.add_row(*row(finding, full=full))
    return made


def row(finding: Finding, *, full: bool) -> tuple[str, ...]:
    """Return the cells of a finding."""
    limit = finding.limit
    return (
        finding.what,
        finding.against or "—",
        figure(finding.ours, finding.unit),
        figure(finding.theirs, finding.unit),
        figure(finding.value, limit.unit),
        f"{limit.bound} {limit.value:g} {limit.unit}",
        finding.verdict(full=full).value,
        finding.why_not or finding.where,
    )


def figure(value: float | None, unit: str) -> str:
    """Return a number with its unit, in three digits or all before the point."""
    if value is None:
        return "—"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}"


def as_json(found: Sequence[Finding], failed: Mapping[str, str], *, full: bool) -> str:
    """Return all that is known, for programs.

    Args:
        found: What was found.
        failed: By measure, why it failed.
        full: Whether all scenes were rendered.
    """
    findings: list[dict[str, Any]] = [
        {
            **asdict(finding),
            "margin": finding.margin,
            "verdict": finding.verdict(full=full),
        }
        for finding in found
    ]
    told = {
        "full": full,
        "machine": {"cores": cores(), "processor": platform.machine(), **versions()},
        "findings": findings,
        "failed": dict(failed),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
