"""The sections of a film become chapters that players and video sites take."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.render.chapters import Chapter, chapter_lines, chapters_of, clock
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.timeline import Timeline

FPS = 10


def film(*seconds: float, fps: int = FPS) -> FilmTimeline:
    """A film whose sections A, B, C … last so long."""
    scenes = tuple(
        Timeline(name, name.lower(), name, fps, round(length * fps), ())
        for name, length in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", seconds, strict=False)
    )
    return FilmTimeline("Letters", fps, scenes)


@pytest.mark.parametrize(
    ("seconds", "titles"),
    [
        ((10, 30, 20.1), ["A", "B", "C"]),
        ((30, 9.9, 20), ["A · B", "C"]),
        ((9.9, 30, 20), ["A · B", "C"]),
        ((3, 3, 30, 20), ["A · B · C", "D"]),
        ((30, 20, 1), ["A", "B · C"]),
        ((30, 2, 9, 10), ["A · B · C", "D"]),
        ((4,), ["A"]),
        ((3, 4), ["A · B"]),
    ],
)
def test_a_short_section_shares_a_chapter_with_its_neighbour(
    seconds: tuple[float, ...], titles: list[str]
) -> None:
    assert [chapter.title for chapter in chapters_of(film(*seconds))] == titles


@given(st.lists(st.floats(0.1, 90), min_size=1, max_size=26), st.sampled_from([15, 60]))
def test_chapters_cover_the_film_and_none_is_shorter_than_ten_seconds(
    seconds: list[float], fps: int
) -> None:
    whole = film(*seconds, fps=fps)
    chapters = chapters_of(whole)
    assert chapters[0].start == 0
    assert chapters[-1].end == whole.frames
    for one, other in pairwise(chapters):
        assert one.end == other.start
    if whole.frames >= 10 * fps:
        assert all(chapter.end - chapter.start >= 10 * fps for chapter in chapters)
    titles = " · ".join(chapter.title for chapter in chapters)
    assert titles.split(" · ") == [scene.title for scene in whole.scenes]


@given(st.lists(st.integers(150, 4000), min_size=3, max_size=26))
def test_the_lines_keep_the_rules_of_video_sites(frames: list[int]) -> None:
    """Read back as a site does: mm:ss or h:mm:ss, then a title."""
    whole = film(*(count / 15 for count in frames), fps=15)
    moments = []
    for line in chapter_lines(chapters_of(whole), whole.fps):
        found = re.fullmatch(r"(?:(\d+):)?(\d{1,2}):(\d\d) (\S.*)", line)
        assert found is not None
        hours, minutes, seconds, _ = found.groups()
        moments.append((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds))
    assert moments[0] == 0
    assert len(moments) >= 3
    assert all(after - before >= 10 for before, after in pairwise(moments))


def test_a_chapter_begins_in_the_second_of_its_first_frame() -> None:
    chapters = (Chapter("A", 0, 259), Chapter("B", 259, 600), Chapter("x < y", 600, 9999))
    assert chapter_lines(chapters, 10) == ["0:00 A", "0:25 B", "1:00 x ‹ y"]


def test_two_chapters_are_too_few_for_a_video_site() -> None:
    with pytest.raises(RenderError, match=r"wants 3 chapters of 10 seconds or more, .* has 2"):
        chapter_lines(chapters_of(film(20, 20)), FPS)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (65, "1:05"), (3599, "59:59"), (3600, "1:00:00")]
)
def test_a_moment_is_shown_as_players_do(seconds: int, shown: str) -> None:
    assert clock(seconds) == shown
