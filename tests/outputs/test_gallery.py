"""The gallery's pictures are those frames of the films that were chosen."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.document import UnknownIdError, read_lecture
from mnemo_anim.outputs.gallery import MOST_BYTES, SIZE, make_gallery, picture_at
from mnemo_anim.paths import GALLERY_CHOICE, LECTURE
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.timeline import BeatSpan, Timeline
from tests.tiny_studio import TINY, Studio

COLOURS = [(200, 40, 40), (40, 200, 40), (40, 40, 200), (220, 200, 60), (20, 30, 50)]
FRAMES = 3 * len(COLOURS)  # three of each colour
POSTERS = {"first": 4, "second": 10, "third": 1}


def film_of(job: SceneJob, beats: list[str]) -> None:
    """Write a film of plain colours, and a timeline of its beats."""
    with FilmEncoder(job.film, TINY) as film:
        for colour in COLOURS:
            pixels = np.full((TINY.height, TINY.width, 4), (*colour, 255), np.uint8)
            film.write(pixels, repeat=FRAMES // len(COLOURS))
    spans = tuple(BeatSpan(beat, "", 0, FRAMES, POSTERS[beat], (), (), ()) for beat in beats)
    section = job.entry.section
    timeline = Timeline(section.title(), section, section, TINY.fps, FRAMES, spans)
    job.timeline.write_text(timeline.to_json())


@pytest.fixture
def filmed(studio: Studio) -> Studio:
    one, two = studio.plan().jobs
    film_of(one, ["first", "second"])
    film_of(two, ["third"])
    return studio


@pytest.fixture
def choice(tmp_path: Path) -> Path:
    file = tmp_path / "gallery.toml"
    file.write_text('one = "second"\ntwo = "third"\n')
    return file


def test_each_section_has_the_poster_of_its_beat(
    filmed: Studio, choice: Path, tmp_path: Path
) -> None:
    written = make_gallery(filmed.plan(), choice, tmp_path / "gallery")
    assert [file.name for file in written] == ["one.jpg", "two.jpg"]
    for file, poster in zip(written, (POSTERS["second"], POSTERS["third"]), strict=True):
        with Image.open(file) as picture:
            assert picture.size == SIZE
            colour = np.asarray(picture.convert("RGB"))[135, 240]
        expected = COLOURS[poster // 3]
        assert np.abs(colour.astype(int) - expected).max() <= 6
        assert file.stat().st_size <= MOST_BYTES


def test_every_frame_of_a_film_can_be_taken(filmed: Studio) -> None:
    film = filmed.plan().jobs[0].film
    for frame in range(FRAMES):
        colour = np.asarray(picture_at(film, frame))[135, 240].astype(int)
        assert np.abs(colour - COLOURS[frame // 3]).max() <= 6, frame
    with pytest.raises(RenderError, match=f"has no frame {FRAMES}"):
        picture_at(film, FRAMES)


def test_a_picture_full_of_detail_stays_small(
    filmed: Studio, choice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (*SIZE[::-1], 3), np.uint8)
    monkeypatch.setattr(
        "mnemo_anim.outputs.gallery.picture_at", lambda film, frame: Image.fromarray(noise)
    )
    (one, _) = make_gallery(filmed.plan(), choice, tmp_path / "gallery")
    assert one.stat().st_size <= 2 * MOST_BYTES  # noise is worse than any picture


def test_a_missing_film_is_told(filmed: Studio, choice: Path, tmp_path: Path) -> None:
    film = filmed.plan().jobs[1].film
    film.unlink()
    with pytest.raises(RenderError, match=r"02-two\.mp4 is missing.* Run make render QUALITY=tiny"):
        make_gallery(filmed.plan(), choice, tmp_path)


def test_a_film_of_another_timeline_is_told(filmed: Studio, choice: Path, tmp_path: Path) -> None:
    one, two = filmed.plan().jobs
    one.timeline.write_text(one.timeline.read_text().replace('"frames": 15', '"frames": 14'))
    with pytest.raises(RenderError, match=r"tells of 14 frames .* has 15 .* Render that scene"):
        make_gallery(filmed.plan(), choice, tmp_path)
    one.timeline.write_text(two.timeline.read_text())
    with pytest.raises(RenderError, match=r"of section “two”, but .* of “one”"):
        make_gallery(filmed.plan(), choice, tmp_path)


def test_something_that_is_no_film_is_told(filmed: Studio, choice: Path, tmp_path: Path) -> None:
    filmed.plan().jobs[0].film.write_bytes(b"nothing")
    with pytest.raises(RenderError, match=r"01-one\.mp4 is not a film"):
        make_gallery(filmed.plan(), choice, tmp_path)


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ('one = "second"', RenderError, 'names no beat for section “two”. Write two = "third"'),
        ("one = 3", RenderError, 'write one = "id of a beat"'),
        ("one =", RenderError, "cannot be read"),
        ('onne = "first"', UnknownIdError, "onne"),
        ('one = "frist"\ntwo = "third"', UnknownIdError, "frist"),
    ],
)
def test_a_faulty_choice_is_told(
    filmed: Studio, choice: Path, text: str, error: type[Exception], told: str
) -> None:
    choice.write_text(text)
    with pytest.raises(error, match=told):
        make_gallery(filmed.plan(), choice, filmed.folder)


def test_the_command_writes_the_pictures_and_names_them(
    filmed: Studio,
    choice: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    places = [f"--choice={choice}", f"--target={tmp_path / 'gallery'}", "--quality=tiny"]
    assert main(["gallery", *filmed.options, *places]) == 0
    assert capsys.readouterr().out.split() == [
        str(tmp_path / "gallery" / name) for name in ("one.jpg", "two.jpg")
    ]


def test_the_lectures_own_choice_names_a_beat_of_every_section() -> None:
    chosen = tomllib.loads(GALLERY_CHOICE.read_text())
    lecture = read_lecture(LECTURE)
    assert list(chosen) == [section.id for section in lecture.sections]
    for section in lecture.sections:
        section.beat(chosen[section.id])
