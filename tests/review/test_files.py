"""The faults of a film file are findings, and a file that is none is one as well."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.film import join
from mnemo_anim.render.quality import Quality
from mnemo_anim.review.files import file_findings
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import SAMPLE_RATE
from tests.render.test_probe import encode_carelessly


def test_a_film_of_our_own_has_no_fault(tmp_path: Path) -> None:
    pictures = BytesIO()
    with FilmEncoder(pictures, Quality("small", 160, 90, 15)) as film:
        film.write(np.zeros((90, 160, 4), np.uint8), repeat=30)
    silence = np.zeros((2, 2 * SAMPLE_RATE), np.float32)
    join([pictures.getvalue()], tmp_path / "film.mp4", [silence])
    assert file_findings(tmp_path / "film.mp4", "Example") == ()


def test_each_fault_of_a_film_is_a_finding(tmp_path: Path) -> None:
    encode_carelessly(tmp_path / "film.mp4")
    findings = file_findings(tmp_path / "film.mp4", "Example")
    assert {(finding.rule, finding.scene) for finding in findings} == {(Rule.FILE, "Example")}
    assert {finding.what for finding in findings} >= {
        "film.mp4: has an edit list.",
        "film.mp4: key frames 60 frames apart.",
    }


@pytest.mark.parametrize("content", [None, b"not a film at all"])
def test_a_file_that_is_no_film_is_a_finding(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "film.mp4"
    if content is not None:
        path.write_bytes(content)
    (finding,) = file_findings(path)
    assert finding.rule == Rule.FILE
    assert "film.mp4 cannot be read" in finding.what
