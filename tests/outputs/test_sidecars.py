"""Beside each film lie its captions, and beside the joined one its chapters and transcript."""

from pathlib import Path

import pytest

from mnemo_anim.captions.check import check_file
from mnemo_anim.cli import main
from mnemo_anim.outputs.sidecars import write_film_sidecars, write_scene_sidecars
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.render.run import join_lecture
from tests.filming import film_of
from tests.tiny_studio import TINY, Studio


@pytest.fixture
def filmed(studio: Studio) -> Studio:
    for job in studio.plan().jobs:
        film_of(job)
    join_lecture(studio.plan())
    return studio


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def test_a_scene_has_captions_in_both_formats(filmed: Studio) -> None:
    job = filmed.plan().jobs[0]
    files = write_scene_sidecars(job)
    assert names(files) == ["01-one.srt", "01-one.vtt"]
    assert all(file.parent == job.film.parent for file in files)
    assert files[0].read_text(encoding="utf-8") == (
        "1\n00:00:00,000 --> 00:00:01,400\nA dot.\n\n"
        "2\n00:00:01,500 --> 00:00:02,900\nIt moves.\n\n"
    )
    assert [check_file(file).faults for file in files] == [(), ()]


def test_the_film_has_a_transcript_and_captions_of_all_scenes(filmed: Studio) -> None:
    files = write_film_sidecars(filmed.plan())
    assert names(files) == ["short.srt", "short.vtt", "short.transcript.md"]
    assert "00:00:03.000 --> 00:00:05.900\nAnother dot." in files[1].read_text(encoding="utf-8")
    assert "## Two\n\n**0:03** Another dot.\n" in files[2].read_text(encoding="utf-8")


def test_a_film_has_a_list_of_chapters_once_it_has_enough_of_them(
    filmed: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapters = filmed.plan().film.with_suffix(".chapters.txt")
    chapters.write_text("of a longer film")
    write_film_sidecars(filmed.plan())
    assert not chapters.exists()
    for job in filmed.plan().jobs:
        film_of(job, seconds=10)
    join_lecture(filmed.plan())
    monkeypatch.setattr("mnemo_anim.outputs.sidecars.FEWEST", 2)
    monkeypatch.setattr("mnemo_anim.render.chapters.FEWEST", 2)
    write_film_sidecars(filmed.plan())
    assert chapters.read_text(encoding="utf-8") == "0:00 One\n0:10 Two\n"


def test_the_same_film_has_the_same_files(filmed: Studio) -> None:
    once = [file.read_bytes() for file in write_film_sidecars(filmed.plan())]
    assert [file.read_bytes() for file in write_film_sidecars(filmed.plan())] == once


@pytest.mark.parametrize("what", ["film", "timeline"])
def test_a_missing_film_is_told_with_the_command_that_makes_it(filmed: Studio, what: str) -> None:
    plan = filmed.plan()
    for owner in (plan, plan.jobs[0]):
        getattr(owner, what).unlink()
    told = r"is missing\. Run make render QUALITY=tiny"
    with pytest.raises(RenderError, match=told):
        write_film_sidecars(plan)
    with pytest.raises(RenderError, match=told):
        write_scene_sidecars(plan.jobs[0])


def test_a_film_of_another_timeline_is_told(filmed: Studio) -> None:
    plan = filmed.plan()
    plan.timeline.write_text(plan.timeline.read_text().replace('"frames": 30', '"frames": 31'))
    with pytest.raises(RenderError, match=r"tells of 62 frames, but .* has 60"):
        write_film_sidecars(plan)


def test_the_command_names_the_files_that_it_writes(
    filmed: Studio, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    assert main(["captions", *filmed.options, "--quality=tiny"]) == 0
    *files, why = capsys.readouterr().out.splitlines()
    assert all(Path(file).is_file() for file in files)
    assert len(files) == 7
    assert why == "No list of chapters: a video site wants 3 of 10 seconds or more."
    assert main(["captions", "Two", *filmed.options, "--quality=tiny"]) == 0
    assert names([Path(line) for line in capsys.readouterr().out.splitlines()]) == [
        "02-two.srt",
        "02-two.vtt",
    ]


def test_the_transcript_is_printed(
    filmed: Studio, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    assert main(["transcript", *filmed.options, "--quality=tiny"]) == 0
    assert "**0:03** Another dot." in capsys.readouterr().out
    assert main(["transcript", "two", *filmed.options, "--quality=tiny"]) == 0
    assert capsys.readouterr().out == "# A short lecture\n\n## Two\n\n**0:00** Another dot.\n"


def test_rendering_writes_them_too(filmed: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    plan = filmed.plan()
    for job in plan.jobs:  # up to date, as far as the manifests go
        Manifest(job.recipe.as_data(), stamp(job.film), 30).write(job.manifest)
    assert main(["render", "One", *filmed.options, "--quality=tiny"]) == 0
    assert plan.jobs[0].film.with_suffix(".vtt").exists()
    assert not plan.film.with_suffix(".vtt").exists()
    assert main(["render", *filmed.options, "--quality=tiny"]) == 0
    assert plan.film.with_suffix(".vtt").exists()
    assert plan.film.with_suffix(".transcript.md").exists()


def test_films_that_are_not_up_to_date_are_told(
    filmed: Studio, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    one, two = filmed.plan().jobs
    Manifest(one.recipe.as_data(), stamp(one.film), 30).write(one.manifest)
    assert main(["transcript", *filmed.options, "--quality=tiny"]) == 0
    assert capsys.readouterr().err == f"Not up to date, so render again: {two.film}\n"
    assert main(["captions", "One", *filmed.options, "--quality=tiny"]) == 0
    assert capsys.readouterr().err == ""
