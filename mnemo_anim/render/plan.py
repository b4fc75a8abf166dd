"""What there is to render: a lecture and its scenes become jobs, with a place for each file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.document import Lecture, Section, read_lecture
from mnemo_anim.edition import Edition
from mnemo_anim.pacing import reading_time
from mnemo_anim.palettes import theme_of_environment
from mnemo_anim.render.manifest import Manifest, content_key, shared_digest
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.registry import PACKAGE, SceneEntry, registered_scenes, scene_named
from mnemo_anim.voice import voice_named

SPEECH = ".speech"  # in the folder of all films


@dataclass(frozen=True, slots=True)
class SceneJob:
    """One scene at one quality: everything a worker process needs to know.

    Attributes:
        entry: the scene.
        quality: size and frame rate.
        edition: which film of the lecture it belongs to.
        lecture: the document.
        film: where the film goes; the other files lie beside it.
        speech: the folder that keeps what voices have said.
        key: of what the film is made from.
        expected: length in seconds, as far as it is known before the scene is played.
    """

    entry: SceneEntry
    quality: Quality
    edition: Edition
    lecture: Path
    film: Path
    speech: Path
    key: str
    expected: float

    @property
    def timeline(self) -> Path:
        """Where the timeline goes."""
        return self.film.with_suffix(".json")

    @property
    def manifest(self) -> Path:
        """Where it is written down what the film was made from."""
        return self.film.with_suffix(".manifest.json")

    @property
    def log(self) -> Path:
        """Where the worker's words go: warnings, the traceback of a failure."""
        return self.film.with_suffix(".log")

    @property
    def expected_frames(self) -> int:
        """Number of frames, as far as it is known before the scene is played."""
        return round(self.expected * self.quality.fps)

    def done(self) -> Manifest | None:
        """Return the manifest of the film if it is up to date, else None."""
        manifest = Manifest.read(self.manifest)
        up_to_date = manifest is not None and manifest.describes(self.film, self.key)
        return manifest if up_to_date and self.timeline.exists() else None


@dataclass(frozen=True, slots=True)
class Plan:
    """All films of one edition of a lecture at one quality.

    Attributes:
        lecture: the parsed document.
        quality: size and frame rate.
        edition: which of the lecture's films they are.
        jobs: one for each scene, in the lecture's order.
        without_scene: the sections that no scene plays yet.
        film: where the joined film goes.
        speech: the folder that keeps what voices have said.
    """

    lecture: Lecture
    quality: Quality
    edition: Edition
    jobs: tuple[SceneJob, ...]
    without_scene: tuple[Section, ...]
    film: Path
    speech: Path

    @property
    def timeline(self) -> Path:
        """Where the joined timeline goes."""
        return self.film.with_suffix(".json")

    @property
    def manifest(self) -> Path:
        """Where it is written down what was joined."""
        return self.film.with_suffix(".manifest.json")

    def only(self, names: Sequence[str]) -> tuple[SceneJob, ...]:
        """Return the jobs of the scenes named by class or section, in the lecture's order.

        Raises:
            UnknownNameError: there is no such scene.
        """
        entries = [job.entry for job in self.jobs]
        wanted = {scene_named(name, entries) for name in names}
        return tuple(job for job in self.jobs if job.entry in wanted)


def make_plan(
    document: Path,
    quality: Quality,
    folder: Path,
    package: str = PACKAGE,
    edition: Edition | None = None,
) -> Plan:
    """Plan all films of the lecture at `document`.

    Args:
        document: the lecture.
        quality: size and frame rate.
        folder: the films go into a folder for the quality, in the edition's place in it.
        package: the package that registers the scenes.
        edition: which films; by default the first, in the theme that the environment names.

    Raises:
        DocumentError: the document is faulty.
        RenderError: a registered scene's module does not exist.
        VoiceError: the edition's voice cannot be had.
        ThemeError: the environment names a theme that there is not.
    """
    edition = edition or Edition(theme_of_environment())
    lecture = read_lecture(document)
    entries = {entry.section: entry for entry in registered_scenes(package)}
    for name in entries:
        lecture.section(name)  # tells of a scene whose section the document does not have
    place = edition.place(folder) / quality.name
    shared = shared_digest()
    speech = folder / SPEECH
    voice = voice_named(edition.voice, lecture.language, speech)
    jobs, without_scene = [], []
    for number, section in enumerate(lecture.sections, start=1):
        entry = entries.get(section.id)
        if entry is None:
            without_scene.append(section)
            continue
        film = place / f"{number:02}-{section.id}.mp4"
        jobs.append(
            SceneJob(
                entry=entry,
                quality=quality,
                edition=edition,
                lecture=document,
                film=film,
                speech=speech,
                key=content_key(
                    entry,
                    lecture,
                    section,
                    quality=quality,
                    edition=edition,
                    speeches=[voice.key(beat) for beat in section.beats],
                    shared=shared,
                ),
                expected=_expected_seconds(film, section, quality),
            )
        )
    return Plan(
        lecture=lecture,
        quality=quality,
        edition=edition,
        jobs=tuple(jobs),
        without_scene=tuple(without_scene),
        film=place / f"{document.stem}.mp4",
        speech=speech,
    )


def _expected_seconds(film: Path, section: Section, quality: Quality) -> float:
    """Return how long the film was when last rendered, or else how long its words take."""
    last = Manifest.read(film.with_suffix(".manifest.json"))
    if last is not None:
        return last.frames / quality.fps
    return sum(reading_time(beat.text) for beat in section.beats)


def cores() -> int:
    """Return how many scenes can be drawn side by side."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
