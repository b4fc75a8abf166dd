"""The review as a page: verdict, counts, findings with their crops, every beat with its marks."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mnemo_anim.review import wording
from mnemo_anim.review.marking import Mark, marks_of
from mnemo_anim.review.ordering import OrderedReview, OrderedShot
from mnemo_anim.review.rules import Rule

FRAME = (1280, 720)  # the coordinates that marks are drawn in
_TAG_HEIGHT = 60  # legible where a shot is shown at a quarter of its width


def page(ordered: OrderedReview, crops: Mapping[int, str], shots: Mapping[bytes, str]) -> str:
    """Return the page as HTML. It needs no network and no script; pictures lie beside it.

    Args:
        ordered: The review.
        crops: The file of each finding's crop, by number; a finding may have none.
        shots: The file of each picture of a shot, by the picture.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(wording=wording)
    return environment.get_template("page.html").render(
        ordered=ordered,
        review=ordered.review,
        counts=_counts(ordered),
        film_seconds=sum(scene.timeline.duration for scene in ordered.review.scenes),
        waived_count=len(ordered.waived),
        rules=tuple(Rule),
        crops=crops,
        shots=shots,
        marks=_marks,
        frame=FRAME,
    )


def _marks(shot: OrderedShot) -> tuple[Mark, ...]:
    found = [(item.number, item.finding.box) for item in shot.findings]
    return marks_of(found, FRAME, _TAG_HEIGHT)


def _counts(ordered: OrderedReview) -> dict[Rule, tuple[int, ...]]:
    """Return how often each rule was missed: by the whole, then by each scene."""
    places = (ordered.whole, *(scene.findings for scene in ordered.scenes))
    return {
        rule: tuple(sum(item.finding.rule is rule for item in found) for found in places)
        for rule in Rule
    }
