"""Accepted stills: what looks the same passes, what has changed is found and shown."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.review.likeness import difference
from mnemo_anim.review.limits import CHANGED_MEAN, CHANGED_MOST
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.stills import changed_findings, read_still, write_still
from tests.review.samples import scene
from tests.tiny_studio import Studio

TIMELINE = scene().timeline
GREY = np.full((480, 854, 3), 60, np.uint8)


def with_dot(size: int, level: int = 255) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    picture = GREY.copy()
    picture[200 : 200 + size, 400 : 400 + size] = level
    return picture


def test_a_picture_is_like_itself_and_unlike_one_of_another_size() -> None:
    same = difference(GREY, GREY.copy())
    assert (same.mean, same.most) == (0.0, 0.0)
    other = difference(GREY, GREY[:, :-2])
    assert other.most > CHANGED_MOST
    assert other.mean > CHANGED_MEAN


def test_a_small_dot_is_noticed_and_a_speck_is_not() -> None:
    assert difference(GREY, with_dot(5)).most > CHANGED_MOST
    assert difference(GREY, with_dot(1, 100)).most < CHANGED_MOST


def test_other_light_all_over_is_noticed_though_nowhere_much() -> None:
    found = difference(GREY, GREY + np.uint8(8))
    assert found.most < CHANGED_MOST
    assert found.mean > CHANGED_MEAN


@pytest.fixture
def stills(tmp_path: Path) -> Path:
    """Give the folder of stills in which every beat of the sample is accepted as grey."""
    for beat in TIMELINE.beats:
        write_still(tmp_path / "stills" / TIMELINE.section / f"{beat.id}.avif", GREY)
    return tmp_path / "stills"


def pictures() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    return {beat.id: GREY for beat in TIMELINE.beats}


def test_storing_a_still_changes_nothing_that_counts(stills: Path, tmp_path: Path) -> None:
    assert changed_findings(TIMELINE, pictures(), stills, tmp_path / "shown") == ()
    assert not list((tmp_path / "shown").rglob("*.png"))


def test_a_changed_beat_is_found_and_shown(stills: Path, tmp_path: Path) -> None:
    beat = TIMELINE.beats[0].id
    now = {**pictures(), beat: with_dot(9)}
    (finding,) = changed_findings(TIMELINE, now, stills, tmp_path / "shown")
    assert (finding.rule, finding.beat) == (Rule.CHANGED, beat)
    assert finding.value > finding.limit
    shown = {path.name for path in (tmp_path / "shown" / TIMELINE.section).iterdir()}
    assert shown == {f"{beat}-{what}.png" for what in ("expected", "actual", "difference")}


def test_nothing_is_skipped(stills: Path, tmp_path: Path) -> None:
    beat = TIMELINE.beats[0].id
    accepted = stills / TIMELINE.section / f"{beat}.avif"
    accepted.rename(accepted.with_stem("of-no-beat"))
    found = changed_findings(TIMELINE, pictures(), stills, tmp_path / "shown")
    assert {finding.rule for finding in found} == {Rule.CHANGED}
    told = " ".join(finding.what for finding in found)
    assert "not been accepted" in told
    assert "of-no-beat" in told


@pytest.mark.slow
def test_accepted_stills_pass_the_gate_and_changed_ones_do_not(
    studio: Studio, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stills, places = tmp_path / "stills", [o for o in studio.options if "--folder" not in o]
    assert main(["accept", *places, f"--stills={stills}"]) == 0
    assert "3 stills renewed" in capsys.readouterr().out
    assert main(["accept", *places, f"--stills={stills}"]) == 0
    assert "0 stills renewed" in capsys.readouterr().out
    for path in (stills / "two").iterdir():
        assert read_still(path) is not None
        Image.new("RGB", (854, 480), "white").save(path, "AVIF")
    assert main(["review", *studio.options, "-q", "draft", f"--stills={stills}"]) == 1
    told = capsys.readouterr().out
    assert "changed" in told
    page = studio.folder / "review" / "index.html"
    assert "third" in page.read_text(encoding="utf-8")
    evidence = studio.folder / "review" / "changed" / "two"
    assert (evidence / "third-difference.png").exists()
