"""The captions of a rendered scene, and of the joined film, in seconds."""

from itertools import chain

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.subtitle import subtitles_of
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.timeline import Timeline


def scene_subtitles(timeline: Timeline, first_frame: int = 0) -> tuple[Subtitle, ...]:
    """Return the captions of a scene, which begins at ``first_frame`` of a film."""
    captions = chain.from_iterable(beat.captions for beat in timeline.beats)
    return subtitles_of(captions, timeline.fps, first_frame)


def film_subtitles(film: FilmTimeline) -> tuple[Subtitle, ...]:
    """Return the captions of a joined film."""
    scenes = zip(film.scenes, film.starts, strict=True)
    return tuple(chain.from_iterable(scene_subtitles(scene, start) for scene, start in scenes))
