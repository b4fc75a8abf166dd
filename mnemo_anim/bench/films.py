"""Whole films: anew, again, and after an edit."""

import shutil
from itertools import repeat

from mnemo_anim.bench.commands import DRAFT, manim, middle_of, mnemo, run
from mnemo_anim.bench.encoding import seconds_to_encode
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.document import parse_lecture
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.cores import cores
from mnemo_anim.render.errors import RenderError

_ANEW = "films, 1080p60, nothing cached"
_TIMES = 3  # that a short command is run
_ONE_MORE = "And so it is."
"""The sentence that is added: a cue of the scene must find its words as before."""


def against_stock(place: Workplace) -> list[Finding]:
    """Films made anew, against Manim, scene by scene."""
    return [
        Finding.faster(
            "stock",
            _ANEW,
            "manim render -qh, scene by scene",
            ours=place.ours().seconds,
            theirs=place.stock,
            least=2.5,
            where=place.where,
        )
    ]


def against_expert(place: Workplace) -> list[Finding]:
    """Films made anew, against Manim as well as it can be had."""
    return [
        Finding.faster(
            "expert",
            _ANEW,
            "manim render -qh, one process a core, 4 encoders each",
            ours=place.ours().seconds,
            theirs=place.expert,
            least=1.7,
            where=place.where,
        )
    ]


def against_encoding(place: Workplace) -> list[Finding]:
    """Films made anew, against the encoding of their frames alone."""
    ours = place.ours().seconds
    place.say("encoding alone")
    frames = sum(place.timeline(job).frames for job in place.jobs)
    return [
        Finding.within(
            "encoding",
            _ANEW,
            "encoding alone, frames in memory, all cores",
            ours=ours,
            theirs=seconds_to_encode(place.jobs, frames, cores()),
            most=1.6,
            where=place.where,
        )
    ]


def nothing_changed(place: Workplace) -> list[Finding]:
    """The same command again, against Manim with its cache full."""
    place.ours()
    ours = middle_of(repeat(place.render(place.films), _TIMES))
    _ = place.stock
    place.say("manim render -qh once more, with its cache")
    return [
        Finding.faster(
            "unchanged",
            "nothing changed, 1080p60",
            "manim render -qh, all cached",
            ours=ours,
            theirs=place.stock_again(),
            least=30.0,
            where=place.where,
        ),
        Finding.amount(
            "unchanged",
            "nothing changed, 1080p60",
            ours=ours,
            most=1.0,
            unit="s",
            where=place.where,
        ),
    ]


def sentence_changed(place: Workplace) -> list[Finding]:
    """The last beat of a scene is edited, and the scene rendered again, in draft."""
    scene = place.first.entry
    document, folder = place.folder / LECTURE.name, place.folder / "edited"
    shutil.copyfile(LECTURE, document)
    render = mnemo(
        "render", scene.class_name, "-q", "draft", "--lecture", document, "--folder", folder
    )
    place.say(f"{scene.class_name} in draft, then with another sentence")
    run(render)
    edited = with_another_sentence(document.read_text(encoding="utf-8"), scene.section)
    document.write_text(edited, encoding="utf-8")
    return [
        Finding.faster(
            "edit",
            "last sentence changed, draft",
            "manim render of that scene, 854 × 480 at 15",
            ours=run(render).seconds,
            theirs=run(manim(scene, place.folder / "stock-draft", *DRAFT)).seconds,
            least=3.0,
            where=scene.class_name,
        )
    ]


def with_another_sentence(document: str, section: str) -> str:
    """Return a document in which the last beat of a section says one sentence more.

    Raises:
        RenderError: The last beat is not a paragraph, but the answer to a question.
    """
    beat = parse_lecture(document.encode(), LECTURE).section(section).beats[-1]
    before, mark, after = document.partition(f"{{#{beat.id}}}\n")
    if not mark:
        raise RenderError(f"the last beat of “{section}” is no paragraph. Choose another --scene.")
    paragraph, gap, rest = after.partition("\n\n")
    return f"{before}{mark}{paragraph.rstrip()} {_ONE_MORE}{gap or chr(10)}{rest}"
