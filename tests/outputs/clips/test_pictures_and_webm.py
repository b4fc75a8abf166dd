"""Posters, animated pictures and WebM show the frames of their span, in their colours and times."""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.outputs.clips.picture import HOLD, write_gif, write_poster, write_webp
from mnemo_anim.outputs.clips.webm import write_webm
from mnemo_anim.outputs.film_frames import Span
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from tests.filming import COLOURS, tone_of, with_sound
from tests.tiny_studio import TINY

EACH = 10  # frames of each colour: a second


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    with FilmEncoder(path, TINY) as encoder:
        for colour in COLOURS:
            pixels = np.full((TINY.height, TINY.width, 4), (*colour, 255), np.uint8)
            encoder.write(pixels, repeat=EACH)
    return path


def middle(picture: Image.Image) -> NDArray[np.int64]:
    """Return the colour in the middle of a picture."""
    pixels = np.asarray(picture.convert("RGB"), int)
    return np.asarray(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2], np.int64)


def sequence(file: Path) -> list[tuple[NDArray[np.int64], int]]:
    """Return the colour of each picture of an animation, and its milliseconds."""
    found = []
    with Image.open(file) as animation:
        for number in range(getattr(animation, "n_frames", 1)):
            animation.seek(number)
            animation.load()
            found.append((middle(animation), int(animation.info["duration"])))
    return found


def test_a_poster_is_its_frame(film: Path, tmp_path: Path) -> None:
    for number, colour in ((0, 0), (9, 0), (10, 1), (49, 4)):
        write_poster(film, number, tmp_path / "poster.png")
        with Image.open(tmp_path / "poster.png") as poster:
            assert poster.size == (TINY.width, TINY.height)
            assert np.abs(middle(poster) - COLOURS[colour]).max() <= 4


@pytest.mark.parametrize(("write", "ending"), [(write_webp, "webp"), (write_gif, "gif")])
def test_an_animation_shows_each_colour_for_its_time(
    film: Path, tmp_path: Path, write: type, ending: str
) -> None:
    file = tmp_path / f"clip.{ending}"
    write(Span(film, 10, 40), file)
    shown = dict.fromkeys(range(len(COLOURS)), 0)
    pictures = sequence(file)
    for colour, milliseconds in pictures:
        nearest = int(np.argmin([np.abs(colour - known).max() for known in COLOURS]))
        assert np.abs(colour - COLOURS[nearest]).max() <= 12
        shown[nearest] += milliseconds
    assert shown[0] == shown[4] == 0
    assert shown[1] == pytest.approx(1000, abs=80)
    assert shown[2] == pytest.approx(1000, abs=80)
    assert shown[3] == pytest.approx(1000 + HOLD, abs=80)
    with Image.open(file) as animation:
        assert animation.info["loop"] == 0


@pytest.mark.parametrize(
    ("write", "ending"), [(write_webp, "webp"), (write_gif, "gif"), (write_webm, "webm")]
)
def test_the_same_clip_has_the_same_bytes(
    film: Path, tmp_path: Path, write: type, ending: str
) -> None:
    for name in ("one", "other"):
        write(Span(film, 5, 25), tmp_path / f"{name}.{ending}")
    one, other = ((tmp_path / f"{name}.{ending}").read_bytes() for name in ("one", "other"))
    assert one == other


def test_a_webm_has_its_frames_in_their_colours(film: Path, tmp_path: Path) -> None:
    clip = tmp_path / "clip.webm"
    write_webm(Span(film, 8, 33), clip)
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "vp9"
        assert stream.average_rate == TINY.fps
        tags = stream.codec_context
        assert (tags.colorspace, tags.color_range) == (1, 1)  # BT.709, TV range
        frames = list(container.decode(stream))
    assert [round(float(frame.time or 0) * TINY.fps) for frame in frames] == [*range(25)]
    for number, frame in enumerate(frames, start=8):
        seen = frame.reformat(format="rgb24", src_colorspace=1, dst_color_range=2).to_ndarray()
        colour = seen[TINY.height // 2, TINY.width // 2].astype(int)
        assert np.abs(colour - COLOURS[number // EACH]).max() <= 8, number


def test_a_webm_has_the_sound_of_its_span(film: Path, tmp_path: Path) -> None:
    spoken, clip = tmp_path / "spoken.mp4", tmp_path / "clip.webm"
    with_sound(film, spoken, tones=(300, 500, 700, 900, 1100))
    write_webm(Span(spoken, 20, 30), clip)
    assert tone_of(clip) == pytest.approx(700, abs=5)
    write_webm(Span(spoken, 20, 30), clip, sound=False)
    with av.open(str(clip)) as container:
        assert not container.streams.audio


@pytest.mark.parametrize("write", [write_webp, write_gif, write_webm])
def test_a_film_that_is_too_short_leaves_no_file(film: Path, tmp_path: Path, write: type) -> None:
    with pytest.raises(RenderError, match="has no frame 50"):
        write(Span(film, 45, 55), tmp_path / "clip.x")
    assert list(tmp_path.iterdir()) == []
