"""The still of each beat as it was accepted, and what looks unlike it now.

The stills lie in the repository as ``<section>/<beat>.avif``. Only those of the night are kept:
paper plays the same scenes, and would take as much again.
"""

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from mnemo_anim.render.whole import written_whole
from mnemo_anim.review.findings import Evidence, Finding
from mnemo_anim.review.heat import heat_picture
from mnemo_anim.review.likeness import Difference, Picture, difference
from mnemo_anim.review.limits import CHANGED_MEAN, CHANGED_MOST
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Timeline

SUFFIX = ".avif"

# At 2.3 MB for the lecture, this is off by ΔE 5 at most. WebP halves the resolution of colours, and
# is off by 20 on thin strokes; without loss it takes 6 MB.
_STORING = {"quality": 88, "subsampling": "4:4:4", "speed": 6}


def still_path(stills: Path, section: str, beat: str) -> Path:
    """Return where the accepted still of a beat lies."""
    return stills / section / f"{beat}{SUFFIX}"


def read_still(path: Path) -> Picture | None:
    """Return an accepted still; None where there is none that can be read."""
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError):
        return None


def write_still(path: Path, picture: Picture) -> None:
    """Store a still in one step."""
    with written_whole(path) as part:
        Image.fromarray(picture).save(part, "AVIF", **_STORING)


def orphaned(stills: Path, section: str, beats: Collection[str]) -> list[Path]:
    """Return the stills of a section, in order, that are of none of its beats."""
    return [path for path in sorted((stills / section).glob("*")) if not _is_of(path, beats)]


def orphaned_sections(stills: Path, sections: Collection[str]) -> list[Path]:
    """Return the folders of stills, in order, that are of none of the sections."""
    return [path for path in sorted(stills.glob("*")) if path.name not in sections]


def within_limits(found: Difference) -> bool:
    """Return whether two pictures count as the same."""
    return found.mean <= CHANGED_MEAN and found.most <= CHANGED_MOST


def changed_findings(
    timeline: Timeline, pictures: Mapping[str, Picture], stills: Path, evidence: Path
) -> tuple[Finding, ...]:
    """Compare a scene with its accepted stills. No beat and no still is left out.

    What has changed is shown in ``<evidence>/<section>/<beat>-{expected,actual,difference}.png``;
    what lay there of the section is removed. The folder lies in that of the report.

    Args:
        timeline: What the scene plays.
        pictures: The still of each beat, by its id.
        stills: The folder of accepted stills.
        evidence: The folder that shows what has changed.
    """
    folder = evidence / timeline.section
    shutil.rmtree(folder, ignore_errors=True)
    findings = []
    for beat in timeline.beats:
        actual = pictures[beat.id]
        path = still_path(stills, timeline.section, beat.id)
        expected = read_still(path)
        if expected is None:
            lack = "cannot be read" if path.exists() else "has not been accepted yet"
            shown = _show(folder, beat.id, {"actual": actual})
            findings.append(_finding(timeline, beat, f"the still {lack}; run make accept", shown))
            continue
        found = difference(expected, actual)
        if not within_limits(found):
            pictures_of_it = {"expected": expected, "actual": actual}
            if found.heat is not None:
                pictures_of_it["difference"] = heat_picture(actual, found.heat, 2 * CHANGED_MOST)
            shown = _show(folder, beat.id, pictures_of_it)
            findings.append(_unlike(timeline, beat, found, shown))
    beats = [beat.id for beat in timeline.beats]
    for path in orphaned(stills, timeline.section, beats):
        what = f"{timeline.section}/{path.name} is the still of no beat; run make accept"
        findings.append(_finding(timeline, None, what))
    return tuple(findings)


def section_findings(stills: Path, sections: Collection[str]) -> tuple[Finding, ...]:
    """Return a finding for each folder of stills that is of none of the lecture's sections."""
    return tuple(
        Finding(
            Rule.CHANGED,
            "",
            "",
            0.0,
            _all_of_it().most,
            CHANGED_MOST,
            f"the stills in {path.name} are of no section; run make accept",
        )
        for path in orphaned_sections(stills, sections)
    )


def _is_of(path: Path, beats: Collection[str]) -> bool:
    return path.suffix == SUFFIX and path.stem in beats


def _all_of_it() -> Difference:
    """Return the difference between something and nothing."""
    return difference(np.zeros((0, 0, 3), np.uint8), np.zeros((1, 1, 3), np.uint8))


def _finding(
    timeline: Timeline, beat: BeatSpan | None, what: str, shown: tuple[Evidence, ...] = ()
) -> Finding:
    """Return the finding about a still, or a beat, that has nothing to be compared with."""
    name, time = ("", 0.0) if beat is None else (beat.id, timeline.seconds(beat.poster))
    value = _all_of_it().most
    return Finding(
        Rule.CHANGED, timeline.scene, name, time, value, CHANGED_MOST, what, evidence=shown
    )


def _unlike(
    timeline: Timeline, beat: BeatSpan, found: Difference, shown: tuple[Evidence, ...]
) -> Finding:
    local = found.most / CHANGED_MOST >= found.mean / CHANGED_MEAN
    value, limit = (found.most, CHANGED_MOST) if local else (found.mean, CHANGED_MEAN)
    what = (
        "the still has another size than the accepted one"
        if found.heat is None
        else f"the still looks unlike the accepted one: ΔE {found.most:.1f} at the worst place, "
        f"{found.mean:.3f} over the picture"
    )
    time = timeline.seconds(beat.poster)
    return Finding(
        Rule.CHANGED, timeline.scene, beat.id, time, round(value, 3), limit, what, evidence=shown
    )


def _show(folder: Path, beat: str, pictures: Mapping[str, Picture]) -> tuple[Evidence, ...]:
    """Write what shows a change; return it as the report links to it, from two folders above."""
    for shows, picture in pictures.items():
        with written_whole(folder / f"{beat}-{shows}.png") as part:
            Image.fromarray(picture).save(part, "PNG")
    place = f"{folder.parent.name}/{folder.name}"
    return tuple(Evidence(shows, f"{place}/{beat}-{shows}.png") for shows in pictures)
