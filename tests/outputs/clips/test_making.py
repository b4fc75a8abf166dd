"""Clips are made once, from the film as it is, and called after their scene and beat."""

import os
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.outputs.clips import FORMATS, Format, Made, Task, clips_of, jobs_with, make_clips
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import QUALITIES
from tests.filming import film_of
from tests.render.processes import workers_of
from tests.tiny_studio import TINY, Studio

GROUND, INK = 20, 230


def captioned(job: SceneJob) -> None:
    """Write a film of bare ground with words on the rail, but for its last beat, and a timeline."""
    timeline = film_of(job)
    with FilmEncoder(job.film, TINY) as film:
        for beat in timeline.beats:
            pixels = np.full((TINY.height, TINY.width, 4), (GROUND, GROUND, GROUND, 255), np.uint8)
            if beat is not timeline.beats[-1]:
                pixels[80:84, 60:100:4, :3] = INK
            film.write(pixels, repeat=beat.end - beat.start)


@pytest.fixture
def filmed(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    for job in studio.plan().jobs:
        captioned(job)
    return studio


def tasks_of(
    studio: Studio, kinds: tuple[Format, ...] = FORMATS, *, captions: bool = False
) -> list[Task]:
    plan = studio.plan()
    return [
        Task(clip, kind, plan.film.parent / "clips" / f"{clip.name}.{kind}", captions, sound=True)
        for job in plan.jobs
        for clip in clips_of(job)
        for kind in kinds
    ]


def made(tasks: list[Task], count: int = 1) -> list[Made]:
    found: list[Made] = []
    make_clips(tasks, count, found.append)
    return found


def brightest(picture: Path) -> int:
    with Image.open(picture) as image:
        return int(np.asarray(image.convert("L")).max())


def test_each_beat_has_a_film_a_film_for_the_web_and_a_poster(filmed: Studio) -> None:
    files = [one.task.target for one in made(tasks_of(filmed))]
    names = ["01-one-first", "01-one-second", "02-two-third"]
    assert sorted(file.name for file in files) == [
        f"{name}.{ending}" for name in names for ending in ("mp4", "png", "webm")
    ]
    for file, clip in ((task.target, task.clip) for task in tasks_of(filmed)):
        if file.suffix != ".png":
            with av.open(str(file)) as container:
                frames = sum(1 for _ in container.decode(video=0))
            assert frames == clip.beat.end - clip.beat.start


def test_side_by_side_the_same_files_are_made(filmed: Studio) -> None:
    alone = {one.task.target: one.task.target.read_bytes() for one in made(tasks_of(filmed))}
    for file in alone:
        file.unlink()
    together = {one.task.target: one.task.target.read_bytes() for one in made(tasks_of(filmed), 2)}
    assert together == alone


def test_nobody_works_on_when_it_is_stopped(filmed: Studio) -> None:
    def stop(one: Made) -> None:
        raise KeyboardInterrupt

    tasks = tasks_of(filmed)
    with pytest.raises(KeyboardInterrupt):
        make_clips(tasks, 2, stop)
    assert not workers_of(os.getpid())
    assert not list(tasks[0].target.parent.glob(".*.part*"))


def test_captions_are_taken_off_the_rail_where_there_are_any(filmed: Studio) -> None:
    mp4 = (Format.MP4, Format.PNG)
    first, second = (one for one in made(tasks_of(filmed, mp4))[:4] if one.copied is not None)
    assert first.cleared
    assert first.copied == 0
    assert not second.cleared
    assert second.copied
    assert brightest(first.task.target.with_suffix(".png")) <= GROUND + 4


def test_captions_may_stay_and_then_the_film_is_not_coded_again(filmed: Studio) -> None:
    first, still, *_ = made(tasks_of(filmed, (Format.MP4, Format.PNG), captions=True))
    assert not first.cleared
    assert first.copied == len(first.task.clip.span)
    assert brightest(still.task.target) > 150


def test_what_is_there_is_not_made_again(filmed: Studio) -> None:
    made(tasks_of(filmed))
    assert all(one.reused for one in made(tasks_of(filmed)))
    gone, broken = (task.target for task in tasks_of(filmed)[:2])
    gone.unlink()
    broken.write_bytes(broken.read_bytes()[:-1])
    again = [one.task.target for one in made(tasks_of(filmed)) if not one.reused]
    assert again == [gone, broken]


def test_what_is_made_of_another_film_or_otherwise_is_made_again(filmed: Studio) -> None:
    made(tasks_of(filmed))
    film_of(filmed.plan().jobs[1])
    again = [one.task.target.stem for one in made(tasks_of(filmed)) if not one.reused]
    assert again == ["02-two-third"] * 3
    assert not any(one.reused for one in made(tasks_of(filmed, captions=True)))


def test_beats_are_chosen_by_id_from_all_scenes_or_from_some(filmed: Studio) -> None:
    plan = filmed.plan()
    one, two = plan.jobs
    assert jobs_with(plan, [], []) == [one, two]
    assert jobs_with(plan, [], ["third"]) == [two]
    assert [clip.name for clip in clips_of(one, ["second"])] == ["01-one-second"]
    with pytest.raises(UnknownNameError, match=r"no beat “frist”\. Did you mean “first”"):
        jobs_with(plan, [], ["third", "frist"])
    with pytest.raises(UnknownNameError, match="no beat “first”"):
        jobs_with(plan, ["Two"], ["first"])


def test_a_missing_film_is_told(filmed: Studio) -> None:
    filmed.plan().jobs[0].film.unlink()
    with pytest.raises(RenderError, match=r"01-one\.mp4 is missing\. Run make render QUALITY=tiny"):
        tasks_of(filmed)


def test_the_command_makes_what_is_asked_for_and_tells_of_it(
    filmed: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    options = [*filmed.options, "--quality=tiny", "--jobs=1"]
    assert main(["clips", "One", "--beat=second", *options]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0].rpartition("/")[2] for line in told] == [
        "01-one-second.mp4",
        "01-one-second.webm",
        "01-one-second.png",
    ]
    assert "15 of 15 frames copied from the film" in told[0]
    assert main(["clips", "-b", "first", "-f", "gif", "-f", "webp", "-f", "gif", *options]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0].rpartition(".")[2] for line in told] == ["gif", "webp"]
    assert all("captions taken off" in line for line in told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format=mpp4"], "there is no format “mpp4”. Did you mean “mp4”"),
        (["--format=mov"], "there is no format “mov”"),
        (["--beat=frist"], "there is no beat “frist”"),
        (["--transparent", "--format=gif"], "there is no format “gif”. Use one of “mov”"),
        (["--transparent", "--captions"], "transparent"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(
    filmed: Studio, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(["clips", *words, *filmed.options, "--quality=tiny"]) == 2
    line = capsys.readouterr().err
    assert told in line
    assert line.count("\n") == 1
