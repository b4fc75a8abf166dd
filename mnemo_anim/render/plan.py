"""What there is to render: a lecture and its scenes become jobs, with a place for each file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from mnemo_anim.document import (
    Lecture,
    Section,
    check_translation,
    parse_lecture,
    read_document,
    read_lecture,
)
from mnemo_anim.edition import Edition
from mnemo_anim.palettes import theme_of_environment
from mnemo_anim.render.dependencies import SourceTree
from mnemo_anim.render.derived import DerivationBook, derivation_book
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import are_there
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.reads import are_the_same
from mnemo_anim.render.recipe import Recipe, recipe_for, source_tree
from mnemo_anim.render.registry import (
    PACKAGE,
    SceneEntry,
    folder_of,
    registered_scenes,
    scene_named,
)
from mnemo_anim.render.store import SegmentStore
from mnemo_anim.render.task import SceneTask
from mnemo_anim.timeline import Speech
from mnemo_anim.voice import Voice, voice_named

SPEECH = ".speech"  # in the folder of all films


@dataclass(frozen=True, eq=False)
class SceneJob:
    """The film of one scene at one quality.

    Attributes:
        entry: The scene.
        quality: Size and frame rate.
        edition: Which film of the lecture it belongs to.
        lecture: The document.
        document: What that file holds.
        length: The letters that are spoken: about how long it is, before it has been played.
        film: Where the film goes; the other files lie beside it.
        write_recipe: Tells what it is made from.
        voice: Who speaks.
        speech: The folder that keeps what voices have said.
        derivations: Keeps what has been derived of fields.
    """

    entry: SceneEntry
    quality: Quality
    edition: Edition
    lecture: Path
    document: bytes
    length: int
    film: Path
    write_recipe: Callable[[], Recipe]
    voice: Voice
    speech: Path
    derivations: DerivationBook

    @cached_property
    def recipe(self) -> Recipe:
        """What it is made from. Files are read when it is first asked for.

        Raises:
            VoiceError: The voice cannot speak.
        """
        return self.write_recipe()

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
        """Where the words of a failing scene go, its traceback among them."""
        return self.film.with_suffix(".log")

    @property
    def store(self) -> SegmentStore:
        """Where its segments are kept."""
        return SegmentStore(self.film.parent / ".segments" / self.film.stem)

    def task(self) -> SceneTask:
        """Return what a worker needs to know; what is not spoken yet is spoken now.

        Raises:
            VoiceError: A beat cannot be spoken.
        """
        return SceneTask(
            entry=self.entry,
            quality=self.quality,
            edition=self.edition,
            document=self.document,
            source=self.lecture,
            sources=self.recipe.sources,
            versions=self.recipe.versions,
            speeches=self._speeches(),
            derived=self.derivations.known,
        )

    def _speeches(self) -> dict[str, Speech]:
        lecture = parse_lecture(self.document, self.lecture)
        beats = lecture.section(self.entry.section).beats
        spoken = ((beat.id, self.voice.speech(beat)) for beat in beats)
        return {beat: speech for beat, speech in spoken if speech is not None}

    def done(self) -> Manifest | None:
        """Return the manifest of the film if it is up to date, else None."""
        manifest = Manifest.read(self.manifest)
        return manifest if manifest is not None and not self._why(manifest) else None

    def why(self) -> str:
        """Return why the film is not up to date; empty if it is."""
        manifest = Manifest.read(self.manifest)
        return "new" if manifest is None else self._why(manifest)

    def _why(self, manifest: Manifest) -> str:
        try:
            change = self.recipe.change_since(Recipe.from_data(manifest.recipe))
        except (KeyError, TypeError, ValueError, AttributeError):
            return "new"
        if change:
            return change
        if not are_there(manifest.driver_files):
            return "the OpenGL driver changed"
        if not are_the_same(manifest.reads):
            return "a file that it reads changed"
        if not self.film.exists() or not self.timeline.exists():
            return "its film is missing"
        return "" if stamp(self.film) == manifest.film else "its film was changed"


@dataclass(frozen=True, slots=True)
class Plan:
    """All films of one edition of a lecture at one quality.

    Attributes:
        lecture: The parsed document.
        quality: Size and frame rate.
        edition: Which of the lecture's films they are.
        jobs: One for each scene, in the lecture's order.
        without_scene: The sections that no scene plays yet.
        film: Where the joined film goes.
        voice: Who speaks.
        speech: The folder that keeps what voices have said.
    """

    lecture: Lecture
    quality: Quality
    edition: Edition
    jobs: tuple[SceneJob, ...]
    without_scene: tuple[Section, ...]
    film: Path
    voice: Voice
    speech: Path

    @property
    def timeline(self) -> Path:
        """Where the joined timeline goes."""
        return self.film.with_suffix(".json")

    @property
    def manifest(self) -> Path:
        """Where it is written down what was joined."""
        return self.film.with_suffix(".manifest.json")

    @property
    def costs(self) -> Path:
        """Where it is noted what scenes cost."""
        return self.film.parent / ".costs.json"

    def only(self, names: Sequence[str]) -> tuple[SceneJob, ...]:
        """Return the jobs of the scenes named by class or section, in the lecture's order.

        Raises:
            UnknownNameError: There is no such scene.
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
        document: The lecture, in its first language.
        quality: Size and frame rate.
        folder: The films go into a folder for the quality, in the edition's place in it.
        package: The package that registers the scenes.
        edition: Which films; by default the first, in the theme that the environment names.

    Raises:
        DocumentError: The document is faulty, or there is no such translation.
        TranslationError: The translation lacks what the document has.
        RenderError: There is no such package of scenes, or no module of one of its scenes.
        ThemeError: The environment names a theme that there is not.
        VoiceError: The edition's voice cannot be had.
    """
    edition = edition or Edition(theme_of_environment())
    original, document = document, edition.document(document)
    content = read_document(document)
    lecture = parse_lecture(content, document)
    if document != original:
        check_translation(lecture, read_lecture(original))
    entries = {entry.section: entry for entry in registered_scenes(package)}
    for name, entry in entries.items():
        lecture.section(name)  # tells of a scene whose section the document does not have
        entry.source.exists()  # and of one whose module is not there
    place = edition.place(folder) / quality.name
    speech = folder / SPEECH
    voice = voice_named(edition.voice, lecture.language, speech)
    sources = source_tree(package, folder_of(package), folder / ".imports.json")
    derivations = derivation_book(folder / ".derived.json", sources)
    jobs, without_scene = [], []
    for number, section in enumerate(lecture.sections, start=1):
        if section.id not in entries:
            without_scene.append(section)
            continue
        entry = entries[section.id]
        write_recipe = partial(
            _recipe_of,
            entry,
            lecture,
            section,
            quality=quality,
            edition=edition,
            voice=voice,
            sources=sources,
        )
        jobs.append(
            SceneJob(
                entry=entry,
                quality=quality,
                edition=edition,
                lecture=document,
                document=content,
                length=sum(len(beat.text) for beat in section.beats),
                film=place / f"{number:02}-{section.id}.mp4",
                write_recipe=write_recipe,
                voice=voice,
                speech=speech,
                derivations=derivations,
            )
        )
    return Plan(
        lecture=lecture,
        quality=quality,
        edition=edition,
        jobs=tuple(jobs),
        without_scene=tuple(without_scene),
        film=place / f"{document.stem}.mp4",
        voice=voice,
        speech=speech,
    )


def _recipe_of(
    entry: SceneEntry, lecture: Lecture, section: Section, *, sources: SourceTree, **film: Any
) -> Recipe:
    recipe = recipe_for(entry, lecture, section, sources=sources, **film)
    with suppress(RenderError):  # whoever only looks at films need not be able to write
        sources.save()
    return recipe
