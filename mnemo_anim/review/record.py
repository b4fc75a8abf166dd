"""The review as JSON, for programs: everything of the page but its pictures."""

import json
import math
from collections.abc import Mapping
from typing import Any

from mnemo_anim.review.findings import Finding
from mnemo_anim.review.ordering import Numbered, OrderedReview, OrderedScene
from mnemo_anim.review.rules import Rule

FORMAT_VERSION = 1


def as_json(ordered: OrderedReview, crops: Mapping[int, str]) -> str:
    """Return the review as JSON text, the same for the same review.

    Args:
        ordered: The review.
        crops: The file of each finding's crop, by number; a finding may have none.
    """
    review = ordered.review
    record = {
        "version": FORMAT_VERSION,
        "theme": review.theme,
        "quality": review.quality,
        "seconds": _number(review.seconds),
        "rules": [_rule(rule, ordered) for rule in Rule],
        "findings": [_numbered(found, crops) for found in ordered.whole],
        "scenes": [_scene(scene, crops) for scene in ordered.scenes],
    }
    return json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _rule(rule: Rule, ordered: OrderedReview) -> dict[str, Any]:
    found = sum(item.finding.rule is rule for item in ordered.findings)
    return {"rule": rule, "statement": rule.statement, "unit": rule.unit, "findings": found}


def _scene(scene: OrderedScene, crops: Mapping[int, str]) -> dict[str, Any]:
    review, timeline = scene.review, scene.review.timeline
    return {
        "scene": review.scene,
        "section": review.section,
        "title": review.title,
        "seconds": timeline.duration,
        "beats": [
            {
                "id": beat.span.id,
                "start": timeline.seconds(beat.span.start),
                "end": timeline.seconds(beat.span.end),
                "text": beat.span.text,
                "shots": [_number(shot.shot.time) for shot in beat.shots],
            }
            for beat in scene.beats
        ],
        "findings": [_numbered(found, crops) for found in scene.findings],
        "waived": [
            {**_numbered(waived, crops), "reason": waived.reason} for waived in scene.waived
        ],
    }


def _numbered(found: Numbered, crops: Mapping[int, str]) -> dict[str, Any]:
    return {
        "number": found.number,
        **_finding(found.finding),
        "crop": crops.get(found.number),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "statement": finding.rule.statement,
        "scene": finding.scene,
        "beat": finding.beat,
        "time": _number(finding.time),
        "value": _number(finding.value),
        "limit": _number(finding.limit),
        "unit": finding.rule.unit,
        "what": finding.what,
        "box": None if finding.box is None else finding.box._asdict(),
        "evidence": dict(finding.evidence),
    }


def _number(number: float) -> float | None:
    """Return a number that JSON has: none that is infinite or not a number."""
    return float(number) if math.isfinite(number) else None
