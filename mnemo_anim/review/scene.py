"""Review one scene: what a worker process does. Only this part draws."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.edition import FIRST, Edition
from mnemo_anim.render.draw import manim_set_up
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import Quality
from mnemo_anim.review.files import file_findings
from mnemo_anim.review.findings import Finding, Waived
from mnemo_anim.review.motion import motion_findings
from mnemo_anim.review.pace import pace_findings
from mnemo_anim.review.results import SceneReview, Shot
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.sampling import frames_to_look_at
from mnemo_anim.review.stills import changed_findings
from mnemo_anim.review.watching import Watcher, WatchSink
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.timeline import Timeline
from mnemo_anim.voice import Voice

Pixels = NDArray[np.uint8]

QUALITY = Quality("review", 1920, 1080, 15)
"""In which the gate draws: legibility is measured at 1080p, whatever the film's size."""

_SHOT = (1280, 720)  # pixels
_STILL = (854, 480)
_JPEG = 88


def watch(
    scene_class: type[SectionScene], lecture: Lecture, voice: Voice | None = None
) -> tuple[Timeline, Watcher]:
    """Play a scene, draw the frames that the gate looks at, and return what it saw."""
    with manim_set_up(QUALITY):
        timeline = scene_class.measure(fps=QUALITY.fps, lecture=lecture, voice=voice)
        watcher = Watcher(timeline)
        frames = frames_to_look_at(timeline)

        def look(picture: Pixels, first: int, last: int) -> None:
            watcher.look([*scene.mobjects, *scene.foreground_mobjects], picture, first, last)

        scene = scene_class(
            writer=partial(WatchSink, frames=frames, look=look),
            wanted=frames,
            captions=False,
            lecture=lecture,
            voice=voice,
        )
        scene.render()
    return timeline, watcher


def apply_waivers(
    findings: Iterable[Finding],
    waivers: Mapping[str, Mapping[str, str]],
    timeline: Timeline,
    edition: Edition = FIRST,
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Return the findings that count, and those that the scene allows.

    A waiver without a reason, of an unknown rule or beat, or of nothing that was found is itself a
    finding; the last only in the first edition, for which scenes write their waivers.
    """
    counting, waived = [], []
    unused = {(beat, rule) for beat, rules in waivers.items() for rule in rules}
    for finding in findings:
        reason = waivers.get(finding.beat, {}).get(finding.rule, "").strip()
        if reason:
            waived.append(Waived(finding, reason))
            unused.discard((finding.beat, finding.rule))
        else:
            counting.append(finding)
    known = {beat.id: beat.start / timeline.fps for beat in timeline.beats}
    for beat, rule in sorted(unused):
        if beat not in known:
            what = f"waives “{rule}” for beat “{beat}”, which the section does not have"
        elif rule not in [*Rule]:
            what = f"waives “{rule}”, which is no rule"
        elif not waivers[beat][rule].strip():
            what = f"waives “{rule}” without a reason"
        elif edition != FIRST:
            continue
        else:
            what = f"waives “{rule}”, though nothing misses it"
        counting.append(
            Finding(Rule.WAIVER, timeline.scene, beat, known.get(beat, 0.0), 1, 0, what)
        )
    return tuple(counting), tuple(waived)


def pictures_of(
    scene_class: type[SectionScene],
    lecture: Lecture,
    frames: Collection[int],
    *,
    captions: bool = True,
    voice: Voice | None = None,
) -> dict[int, Pixels]:
    """Draw frames of a scene; return them by number."""
    drawn: dict[int, Pixels] = {}

    def keep(picture: Pixels, first: int, last: int) -> None:
        drawn.update({frame: picture for frame in frames if first <= frame <= last})

    if frames:
        with manim_set_up(QUALITY):
            scene_class(
                writer=partial(WatchSink, frames=frames, look=keep),
                wanted=frames,
                captions=captions,
                lecture=lecture,
                voice=voice,
            ).render()
    return drawn


def posters_of(
    scene_class: type[SectionScene], lecture: Lecture
) -> tuple[Timeline, dict[str, Pixels]]:
    """Return what a scene plays, and the still of each of its beats by id, without captions."""
    with manim_set_up(QUALITY):
        timeline = scene_class.measure(fps=QUALITY.fps, lecture=lecture)
    frames = {beat.poster for beat in timeline.beats}
    drawn = pictures_of(scene_class, lecture, frames, captions=False)
    return timeline, {beat.id: as_still(drawn[beat.poster]) for beat in timeline.beats}


def as_still(picture: Pixels) -> Pixels:
    """Return a frame in the size of the stills that are kept, RGB."""
    image = Image.fromarray(picture[..., :3])
    return np.asarray(image.resize(_STILL, Image.Resampling.BOX))


def as_jpeg(picture: Pixels) -> bytes:
    """Return a frame as a JPEG of the size of the report."""
    file = BytesIO()
    image = Image.fromarray(picture[..., :3]).resize(_SHOT, Image.Resampling.LANCZOS)
    image.save(file, "JPEG", quality=_JPEG)
    return file.getvalue()


def review_scene(job: SceneJob, stills: Path | None, evidence: Path) -> SceneReview:
    """Return what is found in a scene and in its film.

    Args:
        job: The scene; its film has been rendered.
        stills: The folder of accepted stills; None where there are none in this theme.
        evidence: The folder that shows which stills have changed.
    """
    scene_class, lecture = job.entry.load(), read_lecture(job.lecture)
    timeline, watcher = watch(scene_class, lecture, job.voice)
    played = Timeline.from_json(job.timeline.read_text(encoding="utf-8"), job.timeline)
    found = [
        *watcher.findings(),
        *pace_findings(played, lecture.language),
        *motion_findings(job.film, played),
        *file_findings(job.film, timeline.scene),
    ]
    if stills is not None:
        posters = {beat: as_still(picture) for beat, picture in watcher.posters.items()}
        found += changed_findings(timeline, posters, stills, evidence)
    counting, waived = apply_waivers(found, scene_class.waivers, timeline, job.edition)
    frames = {
        one: min(timeline.frames - 1, round(one.time * timeline.fps))
        for one in (*counting, *(allowed.finding for allowed in waived))
    }
    drawn = pictures_of(scene_class, lecture, {*frames.values()}, voice=job.voice)
    pictures = {number: as_jpeg(picture) for number, picture in drawn.items()}
    return SceneReview(
        scene=timeline.scene,
        section=timeline.section,
        title=timeline.title,
        timeline=timeline,
        findings=counting,
        waived=waived,
        shots=tuple(
            Shot(beat.id, beat.poster / timeline.fps, as_jpeg(watcher.posters[beat.id]))
            for beat in timeline.beats
        ),
        frames={one: pictures[number] for one, number in frames.items()},
    )
