"""Reviews that were never made, of small plain pictures."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

from mnemo_anim.review.findings import Box, Finding, Waived
from mnemo_anim.review.results import Review, SceneReview, Shot
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Timeline

FPS = 10
BOX = Box(left=-2.0, bottom=1.0, right=1.0, top=2.0)


def frame(grey: int) -> bytes:
    """A plain frame of 1280 × 720 pixels."""
    file = BytesIO()
    Image.new("RGB", (1280, 720), (grey, grey, grey)).save(file, "JPEG")
    return file.getvalue()


def beat(name: str, start: int, text: str = "") -> BeatSpan:
    """Three seconds; the poster is its last frame."""
    return BeatSpan(name, text or f"What {name} says.", start, start + 30, start + 29, (), (), ())


def scene(
    name: str = "One",
    findings: tuple[Finding, ...] = (),
    frames: Mapping[Finding, bytes] | None = None,
    waived: tuple[Waived, ...] = (),
) -> SceneReview:
    """Two beats, each with a shot of its middle and of its poster."""
    section = name.lower()
    beats = (beat("first", 0), beat("second", 30))
    shots = tuple(
        Shot(span.id, at / FPS, frame(40 + at))
        for span in beats
        for at in (span.start + 15, span.poster)
    )
    timeline = Timeline(name, section, f"Section {name}", FPS, 60, beats)
    if frames is None:
        frames = {one: frame(90) for one in (*findings, *(allowed.finding for allowed in waived))}
    return SceneReview(name, section, f"Section {name}", timeline, findings, waived, shots, frames)


GAP = Finding(Rule.GAP, "One", "second", 4.5, 0.2, 0.3, "Two words nearly touch.", BOX)
STILL = Finding(Rule.STILL, "One", "first", 0.5, 6.5, 6.0, "Nothing moves.")
CAPTION = Finding(Rule.CAPTION, "Two", "first", 1.0, 3.0, 2.0, "Three lines.")
LENGTH = Finding(Rule.LENGTH, "", "", 0.0, 800.0, 780.0, "The film is long.")
DARK = Waived(
    Finding(Rule.BLANK, "Two", "second", 3.25, 0.1, 0.4, "Nearly nothing is drawn."),
    "The dark is what is told.",
)


def flawed() -> Review:
    """Findings about the whole, in two scenes, one of them without a picture, and a waiver."""
    one = scene("One", (GAP, STILL))
    two = scene("Two", (CAPTION,), frames={DARK.finding: frame(20)}, waived=(DARK,))
    return Review("night", "draft", (one, two), (LENGTH,), 12.5)


def clean() -> Review:
    """Nothing found, nothing waived."""
    return Review("paper", "hd", (scene("One"), scene("Two")), (), 9.0)
