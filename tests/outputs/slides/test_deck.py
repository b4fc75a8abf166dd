"""Each beat is a slide, with its film, its picture and its words; slides have no sound."""

from dataclasses import replace

import av
import pytest

from mnemo_anim.outputs.clips import Format, Made
from mnemo_anim.outputs.slides.deck import Deck, make_deck
from mnemo_anim.palettes import PALETTES
from mnemo_anim.render.errors import RenderError
from mnemo_anim.timeline import Speech, Timeline
from tests.outputs.slides.conftest import SPOKEN
from tests.tiny_studio import TINY, Studio


def deck_of(studio: Studio, film: Format = Format.MP4, *names: str, captions: bool = False) -> Deck:
    plan = studio.plan()
    jobs = plan.only(names) if names else plan.jobs
    return make_deck(plan, jobs, film, captions=captions, count=1, on_made=lambda made: None)


def test_each_beat_is_a_slide_of_its_section(filmed: Studio) -> None:
    deck = deck_of(filmed)
    assert [section.title for section in deck.sections] == ["One", "Two"]
    one, two = (section.slides for section in deck.sections)
    assert [slide.notes for slide in one] == [SPOKEN, "It moves."]
    assert [slide.film.name for slide in one] == ["01-one-first.mp4", "01-one-second.mp4"]
    assert [slide.still.name for slide in two] == ["02-two-third.png"]
    assert all(slide.film.is_file() and slide.still.is_file() for slide in (*one, *two))


def test_it_tells_what_it_is_of(filmed: Studio) -> None:
    deck = deck_of(filmed)
    assert (deck.title, deck.series, deck.language) == ("A short lecture", "Tests", "en")
    assert (deck.ground, deck.size) == (PALETTES["night"].ground, (TINY.width, TINY.height))
    assert deck_of(filmed, Format.MP4, "Two").title == "Two"


def test_it_takes_the_clips_that_are_there(filmed: Studio) -> None:
    deck_of(filmed)
    told: list[Made] = []
    plan = filmed.plan()
    make_deck(plan, plan.jobs, Format.MP4, captions=False, count=1, on_made=told.append)
    assert len(told) == 6
    assert all(made.reused for made in told)


def test_slides_of_a_spoken_film_are_silent_and_its_clips_are_left_alone(filmed: Studio) -> None:
    job = filmed.plan().jobs[0]
    silent = Timeline.from_json(job.timeline.read_text(encoding="utf-8"))
    first, *others = silent.beats
    spoken = replace(silent, beats=(replace(first, speech=Speech("key", 48_000)), *others))
    job.timeline.write_text(spoken.to_json(), encoding="utf-8")
    one, two = deck_of(filmed).sections
    assert one.slides[0].film.parent.name == "silent"
    assert two.slides[0].film.parent.name == "clips"
    with av.open(str(one.slides[0].film)) as clip:
        assert not clip.streams.audio


def test_slides_with_captions_are_apart_from_those_without(filmed: Studio) -> None:
    kept, cleared = (deck_of(filmed, captions=captions) for captions in (True, False))
    assert kept.sections[0].slides[0].film.parent.name == "captioned"
    assert cleared.sections[0].slides[0].film.parent.name == "clips"


def test_a_missing_film_is_told(filmed: Studio) -> None:
    filmed.plan().jobs[1].film.unlink()
    with pytest.raises(RenderError, match=r"02-two\.mp4 is missing\. Run make render"):
        deck_of(filmed)
