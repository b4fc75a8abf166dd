"""The checklist holds every rule; each can be kept, and each can be missed."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import markdown_it
import numpy as np
import pytest

from mnemo_anim.captions import Subtitle
from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.youtube.checklist import RULES, as_json, as_markdown, check, insist
from mnemo_anim.outputs.youtube.material import Material, Picture
from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.outputs.youtube.word_rules import chapter_moments
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.probe import Probe, Sound, probe
from mnemo_anim.render.quality import Quality
from mnemo_anim.timeline import BeatSpan, Speech, Timeline
from tests.filming import with_sound
from tests.render.test_probe import encode_carelessly
from tests.tiny_studio import LECTURE

FPS = 10
SOUND = Sound("aac", "LC", "stereo", 48000, 0.0, 3.0)
METADATA = Metadata(
    title="Slopes",
    description="What it is.\n\n0:00 One\n0:10 Two\n0:20 Three",
    tags=("slope", "steep ground"),
    category="Education",
    licence="YouTube",
    made_for_kids=False,
    language="en",
    playlist="Tests",
)


def said(*lines: str, start: float = 0.0, end: float = 2.0) -> Subtitle:
    return Subtitle(lines, Fraction(start), Fraction(end))


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Everything as it should be, in a film of three seconds."""
    place = tmp_path_factory.mktemp("material")
    with FilmEncoder(place / "film.mp4", Quality("tiny", 160, 90, FPS)) as film:
        film.write(np.zeros((90, 160, 4), np.uint8), repeat=3 * FPS)
    (place / "short.md").write_text(LECTURE, encoding="utf-8")
    lecture = read_lecture(place / "short.md")
    beats = tuple(
        BeatSpan(beat.id, beat.text, 0, 1, 0, (), (), ())
        for section in lecture.sections
        for beat in section.beats
    )
    return Material(
        lecture=lecture,
        timeline=FilmTimeline("Short", FPS, (Timeline("One", "one", "One", FPS, 300, beats),)),
        film=replace(probe(place / "film.mp4"), sound=SOUND, chapters=(0.0, 10.0, 20.0)),
        passages=((said("A dot."),), (said("It moves.", start=2, end=4),)),
        metadata=METADATA,
        thumbnail=Picture("PNG", (1280, 720), 400_000),
    )


def film(**changes: Any) -> Callable[[Material], Material]:
    return lambda good: replace(good, film=replace(good.film, **changes))


def words(**changes: Any) -> Callable[[Material], Material]:
    return lambda good: replace(good, metadata=replace(good.metadata, **changes))


def captions(*passages: tuple[Subtitle, ...]) -> Callable[[Material], Material]:
    return lambda good: replace(good, passages=passages)


def sound(**changes: Any) -> Callable[[Material], Material]:
    return lambda good: replace(good, film=replace(good.film, sound=replace(SOUND, **changes)))


def thumbnail(**changes: Any) -> Callable[[Material], Material]:
    return lambda good: replace(good, thumbnail=replace(good.thumbnail, **changes))


def rewritten(good: Material) -> Material:
    (scene,) = good.timeline.scenes
    first, *others = scene.beats
    beats = (replace(first, text="A point."), *others)
    return replace(good, timeline=replace(good.timeline, scenes=(replace(scene, beats=beats),)))


def too_loud(good: Material) -> Material:
    """Somebody speaks, like a tone of a third of full scale."""
    spoken = good.film.path.with_name("spoken.mp4")
    with_sound(good.film.path, spoken, [440.0, 440.0, 440.0])
    (scene,) = good.timeline.scenes
    first, *others = scene.beats
    beats = (replace(first, speech=Speech("key", 48_000)), *others)
    timeline = replace(good.timeline, scenes=(replace(scene, beats=beats),))
    return replace(good, timeline=timeline, film=replace(good.film, path=spoken))


class WithAnotherFault(Probe):
    """A film with a fault that no rule knows of."""

    def faults(self) -> list[str]:
        return ["smells"]


def smelly(good: Material) -> Material:
    told = {name: getattr(good.film, name) for name in Probe.__slots__}
    return replace(good, film=WithAnotherFault(**told))


# For each rule what spoils the good material in just that, and what the checklist then says.
SPOILT: dict[str, tuple[Callable[[Material], Material], str]] = {
    "film-codec": (film(profile="Main"), "h264, profile Main, yuv420p, progressive"),
    "film-colours": (film(matrix=5), "TV range, 5-1-1"),
    "film-index": (film(boxes=("ftyp", "mdat", "moov")), "mdat, moov"),
    "film-key-frames": (film(gop=6), "6 frames at 10 a second, closed"),
    "film-b-frames": (film(b_frames=3), "3"),
    "film-entropy": (film(cabac=False), "CAVLC"),
    "film-frames": (film(start=0.2), "30 frames from 0.2 s on, evenly spaced"),
    "sound-track": (sound(rate=44100), "aac LC, stereo, 44100 Hz"),
    "sound-sync": (sound(end=3.041), "41 ms"),
    "film-other": (smelly, "smells"),
    "film-words": (rewritten, "1 of 4 beats differ, first first"),
    "sound-loudness": (too_loud, "-10."),
    "captions-there": (captions((), ()), "0 captions"),
    "captions-lines": (captions((said("a", "b", "c"),)), "missed by 1, first: “a b c” has"),
    "captions-characters": (captions((said("x" * 43, end=5),)), "has 43 characters"),
    "captions-seconds": (captions((said("Up.", end=0.9),)), "is gone after 0.90 s"),
    "captions-speed": (captions((said("x" * 41),)), "has 20.5 characters a second"),
    "captions-order": (captions((said("Up."), said("On.", start=1.5, end=3))), "overlaps the"),
    "captions-articles": (captions((said("Up the", "hill."),)), "ends between “the” and its noun"),
    "chapters-count": (words(description="0:00 One\n0:10 Two"), "2"),
    "chapters-first": (words(description="0:01 A\n0:11 B\n0:20 C"), "0:01"),
    "chapters-length": (words(description="0:00 A\n0:10 B\n0:19 C"), "9 s"),
    "chapters-in-file": (film(chapters=(0.0, 12.0, 20.0)), "3 in the file, 3 told"),
    "title-length": (words(title="x" * 101), "101 characters"),
    "title-characters": (words(title="f < g"), "<"),
    "description-length": (words(description="é" * 2501), "5,002 bytes"),
    "description-characters": (words(description="f > g"), ">"),
    "tags-length": (words(tags=("x" * 501,)), "501 characters"),
    "tags-characters": (words(tags=("up, down",)), ","),
    "tags-distinct": (words(tags=("Slope", "slope")), "slope twice"),
    "thumbnail-size": (thumbnail(size=(1280, 721)), "1280 × 721"),
    "thumbnail-kind": (thumbnail(kind="WEBP"), "WEBP"),
    "thumbnail-length": (thumbnail(length=2_000_001), "2,000,001 bytes"),
}


def measured(material: Material) -> dict[str, tuple[str, bool]]:
    checks = check(material, about="youtube.toml", render="make render")
    return {one.rule.name: (one.reading.value, one.reading.kept) for one in checks}


def test_good_material_keeps_every_rule(material: Material) -> None:
    assert all(kept for _, kept in measured(material).values())
    insist(check(material, about="youtube.toml", render="make render"))


def test_every_rule_is_tried() -> None:
    assert [rule.name for rule in RULES] == list(SPOILT)


@pytest.mark.parametrize("name", SPOILT)
def test_each_rule_can_be_missed(material: Material, name: str) -> None:
    spoil, value = SPOILT[name]
    found, kept = measured(spoil(material))[name]
    assert not kept
    assert value in found


@pytest.mark.parametrize(
    "spoil",
    [
        words(title="x" * 100),
        words(description="é" * 2500),
        words(tags=("x" * 500,)),
        thumbnail(length=2_000_000),
        sound(end=3.039),
        words(description="No chapters."),
        captions((said("x" * 42, end=3),)),
    ],
)
def test_what_is_just_within_a_limit_is_kept(
    material: Material, spoil: Callable[[Material], Material]
) -> None:
    checks = check(spoil(material), about="youtube.toml", render="make render")
    assert [one.rule.name for one in checks if one.verdict == "missed"] == []


def test_a_miss_stops_it_with_name_value_and_mend(material: Material) -> None:
    spoilt = words(title="x" * 120, tags=("a", "A"))(material)
    with pytest.raises(RenderError) as caught:
        insist(check(spoilt, about="youtube.toml", render="make render"))
    assert str(caught.value) == (
        "the film is not ready for YouTube. title-length asks for a title of at most 100 "
        "characters; found: 120 characters. Shorten `title` in youtube.toml. tags-distinct asks "
        "for no tag twice; found: a twice. Take one of them out of `tags` in youtube.toml."
    )


def test_a_film_without_a_sound_track_is_refused(material: Material) -> None:
    assert measured(film(sound=None)(material))["sound-track"] == ("none", False)


def test_every_fault_that_the_probe_finds_belongs_to_one_rule(
    material: Material, tmp_path: Path
) -> None:
    careless = tmp_path / "film.mp4"
    encode_carelessly(careless, "cabac=0:b-adapt=0:bframes=5:b-pyramid=none", profile="high")
    spoilt = replace(material, film=probe(careless))
    kept = {name: fine for name, (_, fine) in measured(spoilt).items()}
    assert [name for name in kept if name.startswith("film-") and not kept[name]] == [
        "film-colours",
        "film-index",
        "film-key-frames",
        "film-b-frames",
        "film-entropy",
    ]


def test_a_line_that_begins_with_a_time_is_a_chapter_to_youtube() -> None:
    description = "At 0:05 it starts.\n0:00 One\n1:05 Two\n1:02:03 Three\n12:345 No.\n"
    assert chapter_moments(description) == [0, 65, 3723]


def test_the_checklist_reads_well_for_people_and_programs(material: Material) -> None:
    checks = check(words(title="f < g | h")(material), about="youtube.toml", render="make render")
    page = markdown_it.MarkdownIt("commonmark").enable("table").render(as_markdown("f < g", checks))
    assert page.count("<table>") == 5
    assert page.count("<tr>") == len(RULES) + 5
    assert "<h1>f &lt; g</h1>" in page
    assert "<td>✗</td>\n<td>title-characters</td>\n<td>none of &lt; &gt; in the title</td>" in page
    told = json.loads(as_json("f < g", checks))
    assert [one["rule"] for one in told["rules"]] == [rule.name for rule in RULES]
    verdicts = {one["rule"]: one["verdict"] for one in told["rules"]}
    assert verdicts.pop("title-characters") == "missed"
    assert set(verdicts.values()) == {"kept"}
