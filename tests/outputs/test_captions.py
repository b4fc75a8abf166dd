"""The captions of a film are those of its scenes, each at its own moment."""

from fractions import Fraction

from mnemo_anim.captions import Subtitle
from mnemo_anim.outputs.captions import film_subtitles, scene_subtitles
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.timeline import BeatSpan, Caption, Timeline


def scene(name: str, frames: int, *captions: Caption) -> Timeline:
    beats = tuple(
        BeatSpan(f"{name}-{k}", "", one.start, one.end, one.end - 1, (one,), (), ())
        for k, one in enumerate(captions)
    )
    return Timeline(name, name, name, 15, frames, beats)


FIRST = scene("one", 100, Caption(("up",), 0, 20), Caption(("and", "down"), 25, 90))
SECOND = scene("two", 60, Caption(("level",), 10, 40))


def test_a_scenes_captions_are_in_seconds_from_its_first_frame() -> None:
    one, other = scene_subtitles(FIRST)
    assert one == Subtitle(("up",), Fraction(0), Fraction(4, 3))
    assert other == Subtitle(("and", "down"), Fraction(5, 3), Fraction(6))


def test_a_films_captions_are_in_seconds_from_the_films_first_frame() -> None:
    said = film_subtitles(FilmTimeline("Both", 15, (FIRST, SECOND)))
    assert said[:2] == scene_subtitles(FIRST)
    assert (said[2].start, said[2].end) == (Fraction(110, 15), Fraction(140, 15))
