"""Film files against what video sites recommend. What a file does not hold is not measured."""

from pathlib import Path

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.probe import probe
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.rules import Rule


def file_findings(film: Path, scene: str = "") -> tuple[Finding, ...]:
    """Return what is wrong with a film file; that there is none that can be read is a finding.

    Args:
        film: the file.
        scene: that it shows; empty for the whole lecture.
    """
    try:
        read = probe(film)
    except RenderError as error:
        return (_finding(scene, f"{film.name} cannot be read: {error}"),)
    return tuple(_finding(scene, f"{film.name}: {fault}.") for fault in read.faults())


def _finding(scene: str, what: str) -> Finding:
    return Finding(Rule.FILE, scene, "", 0.0, 0.0, 0.0, what)
