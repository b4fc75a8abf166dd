"""What stands still and what flashes is found, in plain looks and in films, from both sides."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.quality import Quality
from mnemo_anim.review.looks import HEIGHT, WIDTH, Look, looks
from mnemo_anim.review.luminance import luminance
from mnemo_anim.review.motion import Stretch, findings_in, motion_findings, narration
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Caption, Pause, Timeline

FPS = 20
WHOLE = (slice(None), slice(None))


def scene(seconds: float, *beats: BeatSpan, fps: int = FPS) -> Timeline:
    frames = round(seconds * fps)
    said = beats or (beat(0, seconds, fps=fps),)
    return Timeline("Example", "example", "An example", fps, frames, said)


def beat(
    start: float, end: float, *, words_end: float | None = None, pause: bool = False, fps: int = FPS
) -> BeatSpan:
    first, last = round(start * fps), round(end * fps)
    over = last if words_end is None else round(words_end * fps)
    pauses = (Pause(over, last),) if pause else ()
    captions = (Caption(("Words.",), first, over),)
    return BeatSpan(f"at-{start:g}", "Words.", first, last, last - 1, captions, (), (), pauses)


def grey(level: int) -> NDArray[np.uint8]:
    return np.full((HEIGHT, WIDTH, 3), level, np.uint8)


def shown(
    seconds: float, picture_at: Callable[[float], NDArray[np.uint8]], fps: int = FPS
) -> Iterator[Look]:
    return (Look(k / fps, picture_at(k / fps)) for k in range(round(seconds * fps)))


# Stillness


def changing_once(
    at: float, place: tuple[slice, slice] = WHOLE, change: int = 24
) -> Iterator[Look]:
    def picture_at(time: float) -> NDArray[np.uint8]:
        picture = grey(40)
        if time >= at:
            picture[(*place, 1)] += change
        return picture

    return shown(12, picture_at)


@pytest.mark.parametrize(("at", "still"), [(6.0, None), (6.05, 0.0), (5.95, 5.95)])
def test_a_picture_stands_for_six_seconds_of_narration_at_most(
    at: float, still: float | None
) -> None:
    findings = findings_in(changing_once(at), scene(12))
    assert [finding.rule for finding in findings] == ([] if still is None else [Rule.STILL])
    for finding in findings:
        assert (finding.limit, finding.beat) == (6, "at-0")
        assert finding.time == pytest.approx(still)
        assert finding.value == pytest.approx(6.05)


@pytest.mark.parametrize(("change", "found"), [(23, True), (24, False)])
def test_a_change_is_more_than_coding_makes(change: int, found: bool) -> None:
    assert bool(findings_in(changing_once(6.0, change=change), scene(12))) == found


@pytest.mark.parametrize(("row", "found"), [(153, False), (154, True)])
def test_the_caption_rail_does_not_count(row: int, found: bool) -> None:
    changing = changing_once(6.0, (slice(row, None), slice(None)))
    assert bool(findings_in(changing, scene(12))) == found


def test_what_moves_slowly_moves() -> None:
    brightening = shown(12, lambda time: grey(40 + int(5 * time)))
    assert findings_in(brightening, scene(12)) == ()


def test_a_still_picture_is_fine_while_nothing_is_said() -> None:
    standing = list(shown(20, lambda _: grey(40)))
    assert findings_in(standing, scene(20, beat(0, 20, words_end=6.0))) == ()
    (finding,) = findings_in(standing, scene(20, beat(0, 20, words_end=6.1)))
    assert finding.value == pytest.approx(6.1)


def test_a_breath_is_narration_and_a_silence_or_a_pause_is_not() -> None:
    breath = scene(10, beat(0, 5, words_end=4), beat(5, 10))
    silence = scene(10, beat(0, 5, words_end=3.95), beat(5, 10))
    pause = scene(10, beat(0, 5, words_end=4.5, pause=True), beat(5, 10))
    assert narration(breath) == [Stretch(0, 10)]
    assert narration(silence) == [Stretch(0, 3.95), Stretch(5, 10)]
    assert narration(pause) == [Stretch(0, 4.5), Stretch(5, 10)]


# Flashes


def blinking(
    changes: int,
    *,
    levels: tuple[int, int] = (20, 220),
    area: tuple[slice, slice] = WHOLE,
    apart: float = 0.15,
) -> Iterator[Look]:
    """Look at 3 s in which an area changes some times from one grey to another and back."""

    def picture_at(time: float) -> NDArray[np.uint8]:
        picture = grey(levels[0])
        done = min(changes, max(0, int((time - 0.5) / apart + 1e-9) + 1)) if time >= 0.5 else 0
        picture[area] = levels[done % 2]
        return picture

    return shown(3, picture_at)


def flashes(seen: Iterator[Look]) -> list[float]:
    return [f.value for f in findings_in(seen, scene(3)) if f.rule == Rule.FLASH]


def test_three_flashes_a_second_are_the_most() -> None:
    assert flashes(blinking(6)) == []
    assert flashes(blinking(7)) == [3.5]


def test_more_flashes_that_are_further_apart_are_fine() -> None:
    assert flashes(blinking(12, apart=0.2)) == []


def code_of(light: float) -> int:
    """Return the least grey that has this relative luminance."""
    lights = luminance(np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1))
    return int(np.searchsorted(lights, light))


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ((code_of(0.30), code_of(0.40) + 1), True),
        ((code_of(0.30), code_of(0.40) - 2), False),
        ((code_of(0.80) - 1, 255), True),
        ((code_of(0.80), 255), False),
    ],
    ids=["a tenth", "less than a tenth", "dark enough", "both light"],
)
def test_a_flash_is_a_tenth_of_luminance_with_a_dark_side(
    levels: tuple[int, int], found: bool
) -> None:
    assert bool(flashes(blinking(7, levels=levels))) == found


@pytest.mark.parametrize(("rows", "found"), [(32, True), (28, False)])
def test_a_flash_takes_a_quarter_of_some_window(rows: int, found: bool) -> None:
    """A window has 15 × 26 places, 4 pixels apart: 8 rows of 13 are more than a quarter."""
    area = slice(60, 60 + rows), slice(200, 252)
    findings = findings_in(blinking(7, area=area), scene(3))
    assert bool(findings) == found
    for finding in findings:
        assert finding.box is not None
        left, bottom, right, top = finding.box
        assert right - left == pytest.approx(26 * 8 / 45)
        assert top - bottom == pytest.approx(8 / 3)
        assert left <= (200 - 160) * 8 / 180
        assert right >= (252 - 160) * 8 / 180
        assert bottom <= (90 - 60 - rows) * 8 / 180
        assert top >= (90 - 60) * 8 / 180


def test_flashes_need_not_stay_at_one_place_of_the_window() -> None:
    def picture_at(time: float) -> NDArray[np.uint8]:
        picture, turn = grey(20), int(time / 0.1)
        if 5 <= turn < 13 and turn % 2:
            first = 120 if turn < 9 else 150  # columns of one and the same window
            picture[60:120, first : first + 30] = 220
        return picture

    assert flashes(shown(3, picture_at)) == [4]


def test_lines_that_move_are_no_flash() -> None:
    """Each place of a third of the picture turns light and dark again, one after the other."""

    def picture_at(time: float) -> NDArray[np.uint8]:
        picture = grey(20)
        picture[:, 100 + round(80 * time) % 20 : 220 : 20] = 255
        picture[:, 101 + round(80 * time) % 20 : 220 : 20] = 255
        return picture

    assert flashes(shown(3, picture_at)) == []


def test_one_spell_of_flashing_is_one_finding() -> None:
    assert len(flashes(blinking(14, apart=0.1))) == 1


# Films


def film(
    path: Path, seconds: float, fps: int, picture_at: Callable[[int], NDArray[np.uint8]]
) -> Path:
    with FilmEncoder(path, Quality("small", 640, 360, fps)) as encoder:
        for frame in range(round(seconds * fps)):
            encoder.write(picture_at(frame))
    return path


def night(brightness: int = 20) -> NDArray[np.uint8]:
    picture = np.full((360, 640, 4), brightness, np.uint8)
    picture[::40, :, :3] = 120  # something for the encoder to do
    picture[..., 3] = 255
    return picture


@pytest.mark.parametrize("fps", [15, 60])
def test_a_film_that_stands_still_is_found(tmp_path: Path, fps: int) -> None:
    path = film(tmp_path / "still.mp4", 7, fps, lambda _: night())
    (finding,) = motion_findings(path, scene(7, fps=fps))
    assert finding.rule == Rule.STILL
    assert finding.value == pytest.approx(7)


def test_a_small_dot_that_moves_is_seen(tmp_path: Path) -> None:
    """It has 12 px at 1080p, here 4, and moves by its own width every five seconds."""

    def picture_at(frame: int) -> NDArray[np.uint8]:
        picture, left = night(), 301 + 4 * (frame // 75)
        picture[101:105, left : left + 4, :3] = 169, 184, 208
        return picture

    path = film(tmp_path / "dot.mp4", 12, 15, picture_at)
    assert motion_findings(path, scene(12, fps=15)) == ()


@pytest.mark.parametrize(
    ("light", "period"), [(1, 15), (2, 12), (1, 6), (3, 6), (1, 4), (2, 4), (1, 3), (2, 3)]
)
def test_a_film_that_flashes_is_found(tmp_path: Path, light: int, period: int) -> None:
    """At 60 frames a second, from 4 to 20 flashes a second, some of a single frame."""

    def picture_at(frame: int) -> NDArray[np.uint8]:
        picture = night()
        if frame % period < light:
            picture[90:270, 160:480, :3] = 220
        return picture

    path = film(tmp_path / "flash.mp4", 2, 60, picture_at)
    (finding,) = motion_findings(path, scene(2, fps=60))
    assert finding.rule == Rule.FLASH
    assert finding.value == pytest.approx(60 / period, abs=0.6)


def test_looks_have_the_colours_of_the_film(tmp_path: Path) -> None:
    picture = night()
    picture[..., :3] = 200, 40, 90
    path = film(tmp_path / "red.mp4", 0.2, 60, lambda _: picture)
    for look in looks(path):
        assert look.picture.shape == (HEIGHT, WIDTH, 3)
        assert np.abs(look.picture.astype(int) - (200, 40, 90)).max() <= 3


def test_what_is_no_film_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is not a film that can be read") as caught:
        motion_findings(tmp_path / "none.mp4", scene(7))
    assert "\n" not in str(caught.value)
