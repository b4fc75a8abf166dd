"""The base class of all scenes: it plays the beats of one section of the lecture.

A scene looks its words up in the document and paces itself by them::

    with self.beat("feel-left-right") as beat:
        self.play(probe.appear(), run_time=beat.seconds_until("left"))
        beat.until("right")                  # the moment at which the narration says it
        self.play(probe.tilt())

Leaving a beat waits until its narration is over: spoken by a voice, or at reading pace.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Self

from manim import Animation, Group, Mobject, RendererType, Scene, config, tempconfig
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException

from mnemo_anim.beat_clock import BeatClock
from mnemo_anim.document import Beat, Lecture, Section, noted, read_lecture
from mnemo_anim.frames import FrameRenderer, FrameTimes, frame_at, times_of
from mnemo_anim.landscape import LandscapeCamera
from mnemo_anim.mobjects.lettering.numerals import write_numbers_as_in
from mnemo_anim.mobjects.motion.dolly import Ongoing
from mnemo_anim.paths import LECTURE
from mnemo_anim.theme import PACE, PALETTE
from mnemo_anim.timeline import BeatSpan, Caption, Play, Timeline
from mnemo_anim.updating import update
from mnemo_anim.voice import SilentVoice, Voice

__all__ = ["BeatClock", "SceneError", "SectionScene"]


class SceneError(Exception):
    """A scene and its section of the document do not fit: what, where, how to mend it."""


class SectionScene(Scene):
    """A Manim scene that plays one section of the lecture, beat by beat.

    Args:
        writer: Takes the frames. By default Manim's own, so that ``manim render`` works.
        renderer: What draws them.
        wanted: Numbers of the frames to draw; None draws all.
        skip_animations: Whether to play without drawing, as Manim does.
        captions: Whether the words are shown on the rail.
        lecture: The parsed document; by default ``assets/gradients.md``.
        voice: Who speaks; by default nobody. What is spoken has no captions on the rail.

    Raises:
        VoiceError: A beat cannot be spoken.
        SceneError: Manim is told to draw with anything but Cairo.
        DocumentError: The lecture has no section of this name.
    """

    section: ClassVar[str]  # the id of the section that the scene plays
    waivers: ClassVar[Mapping[str, Mapping[str, str]]] = {}
    """By beat and by rule of the gate, the reason why the scene may miss it there."""

    def __init__(
        self,
        *,
        writer: Callable[..., SceneFileWriter] = SceneFileWriter,
        renderer: type[FrameRenderer] = FrameRenderer,
        wanted: Collection[int] | None = None,
        skip_animations: bool = False,
        captions: bool = True,
        lecture: Lecture | None = None,
        voice: Voice | None = None,
    ) -> None:
        if config.renderer != RendererType.CAIRO:
            raise SceneError("The scenes draw with Cairo. Render without --renderer=opengl.")
        super().__init__(
            renderer=renderer(
                writer, LandscapeCamera, skip_animations=skip_animations, wanted=wanted
            ),
            camera_class=LandscapeCamera,
        )
        self.camera.background_color = PALETTE.ground
        self.fps: int = round(config.frame_rate)
        self.lecture = lecture or read_lecture(LECTURE)
        self.voice = voice or SilentVoice()
        self.heard: list[tuple[int, str]] = []  # the next frame when a beat's words were read
        self.script: Section = noted(self.lecture.section(self.section), self._note_reading)
        self.clock = 0.0  # ideal seconds since the start, never rounded
        self._captions_on = captions
        self._captions: list[Caption] = []
        self._plays: list[Play] = []
        self._beats: list[BeatSpan] = []
        self._beat_is_open = False
        self._last_beat: str | None = None
        self._posing: str | None = None
        self._cut_short = False
        self._ongoing: Ongoing | None = None

    # ---- time ------------------------------------------------------------------------------

    @property
    def frame(self) -> int:
        """The number of the next frame."""
        return self.frame_at(self.clock)

    def frame_at(self, seconds: float) -> int:
        """Return the first frame at or after ``seconds``."""
        return frame_at(seconds, self.fps)

    def frames_of(self, duration: float) -> range:
        """Return the frames of a play of ``duration`` seconds that starts now."""
        return range(self.frame, self.frame_at(self.clock + duration))

    def get_time_progression(self, run_time: float, *args: Any, **kwargs: Any) -> FrameTimes:
        """Return the moments of the current play that are drawn."""
        if self.renderer.skip_animations:
            return FrameTimes([run_time])
        return FrameTimes(times_of(self.renderer.frames, self.clock, self.fps))

    def follow(self, ongoing: Ongoing) -> None:
        """Let something go on in the plays and waits to come, until it is over: a camera move."""
        self._ongoing = ongoing

    def play(self, *args: Any, run_time: float | None = None, **kwargs: Any) -> None:
        """Play animations, as Manim does, and move the clock on by their run time."""
        first = self.frame
        animations = self.compile_animations(*args, **kwargs)
        if run_time is not None:
            kwargs["run_time"] = run_time
        if self._ongoing is not None and not self._ongoing.over:
            animations.append(self._ongoing.part(run_time or self.get_run_time(animations)))
        super().play(*animations, **kwargs)
        self.clock += self.duration
        still = self.is_current_animation_frozen_frame()
        self._plays.append(Play(first, self.frame, still))

    @classmethod
    def validate_run_time(
        cls, run_time: float, method: Callable[..., Any], parameter_name: str = "run_time"
    ) -> float:
        """Return a run time as it is, however short: Manim's is at least a frame long.

        A scene would last longer at fewer frames a second then.
        """
        if not run_time > 0:
            raise SceneError(
                f"{cls.__name__}.{method.__name__}() takes a positive {parameter_name}, "
                f"not {run_time:g} seconds."
            )
        return run_time

    def wait(self, duration: float = 1.0, **kwargs: Any) -> None:
        """Hold the picture; only what the scene follows, as a camera on the move, goes on.

        Nothing else moves without a play: no updater here knows the time.
        """
        if self._ongoing is not None and not self._ongoing.over:
            moving = min(duration, self._ongoing.left)
            self.play(run_time=moving)
            duration -= moving
            if self.frame_at(self.clock + duration) <= self.frame:
                return
        self.update_mobjects(0)
        super().wait(duration, frozen_frame=True, **kwargs)

    def update_mobjects(self, dt: float) -> None:
        """Run the updaters of all mobjects in the scene."""
        for mobject in self.mobjects:
            update(mobject, dt)

    def add_mobjects_from_animations(self, animations: list[Animation]) -> None:
        """Add what is animated and not in the scene yet; leave the rest in its order.

        Manim adds the group that an animation makes of several mobjects, and so lifts them over
        everything else.
        """
        for animation in animations:
            if not animation.is_introducer():
                self._add_missing(animation.mobject)

    def _add_missing(self, mobject: Mobject | None) -> None:
        if mobject is None or mobject in self.get_mobject_family_members():
            return
        if type(mobject) is Group:
            for member in mobject:
                self._add_missing(member)
        else:
            self.add(mobject)

    def remove(self, *mobjects: Mobject) -> Self:
        """Remove mobjects; of the group that an animation makes of several, each of them."""
        for mobject in mobjects:
            if type(mobject) is Group:
                self.remove(*mobject)
        super().remove(*mobjects)
        return self

    # ---- beats -----------------------------------------------------------------------------

    def setup(self) -> None:
        """Write numbers as the language of the lecture does."""
        write_numbers_as_in(self.lecture.language)

    @contextmanager
    def beat(self, beat_id: str, *, on_rail: bool = True) -> Iterator[BeatClock]:
        """Play the beat ``beat_id`` of the section; wait for its narration on leaving.

        Args:
            beat_id: Its id in the document.
            on_rail: Whether the words stand on the caption rail: not where the picture itself
                holds them. The captions of the timeline hold them in any case.

        Raises:
            DocumentError: The section has no such beat.
            SceneError: The beat has been played, is not the next one, or lies inside another.
        """
        beat = self.script.beat(beat_id)
        self._check_turn(beat)
        self.next_section(beat_id)
        clock = BeatClock(self, beat, self.voice.speech(beat))
        first_play, first = len(self._plays), self.frame
        captions = self._captions_of(clock)
        self._captions = captions if on_rail and clock.speech is None else []
        self._beat_is_open = True
        try:
            yield clock
            end = clock.start + clock.length + PACE.breath
            if beat.id == self._posing and clock.poster is None:
                self.renderer.wanted = {self.frame_at(end) - 1}
            self.hold_until(end)
        except BaseException:
            self._cut_short = True
            raise
        self._beat_is_open = False
        self._captions = []
        self._beats.append(
            BeatSpan(
                id=beat.id,
                text=beat.text,
                start=first,
                end=self.frame,
                poster=self.frame - 1 if clock.poster is None else clock.poster,
                captions=tuple(captions),
                cues=tuple(clock.cues),
                plays=tuple(self._plays[first_play:]),
                pauses=tuple(clock.pauses),
                speech=clock.speech,
            )
        )
        if beat.id == self._last_beat:
            self._cut_short = True
            raise EndSceneEarlyException

    def _note_reading(self, beat_id: str) -> None:
        if all(known != beat_id for _, known in self.heard):
            self.heard.append((self.frame, beat_id))

    def label(self, label_id: str) -> str:
        """Return the words that the section keeps for the screen under ``label_id``."""
        return self.script.labels[label_id]

    def hold_until(self, moment: float) -> None:
        """Hold the picture until a moment, in seconds; go on at once if it is over."""
        if self.frame_at(moment) > self.frame:
            self.wait(moment - self.clock)

    def _check_turn(self, beat: Beat) -> None:
        if self._beat_is_open:
            raise SceneError(
                f"{type(self).__name__}: beat “{beat.id}” begins inside another. "
                "End that one first."
            )
        order = [known.id for known in self.script.beats]
        played = len(self._beats)
        if order[played : played + 1] != [beat.id]:
            expected = f"“{order[played]}”" if played < len(order) else "none"
            raise SceneError(
                f"{type(self).__name__}: beat “{beat.id}” is out of turn; next in section "
                f"“{self.section}” is {expected}. Play the beats once each, in order."
            )

    def _captions_of(self, clock: BeatClock) -> list[Caption]:
        return [
            Caption(
                chunk.lines,
                self.frame_at(clock.start + chunk.start),
                self.frame_at(clock.start + chunk.end),
            )
            for chunk in clock.captions()
        ]

    def caption_at(self, frame: int) -> tuple[str, ...]:
        """Return the caption lines over ``frame`` of the beat that plays; empty for none."""
        if self._captions_on:
            for caption in self._captions:
                if caption.start <= frame < caption.end:
                    return caption.lines
        return ()

    # ---- the whole -------------------------------------------------------------------------

    def render(self, preview: bool = False) -> bool:
        """Play the scene, as Manim does."""
        try:
            return bool(super().render(preview))
        finally:
            # A group of animations has an array of them, behind which Python does not look for
            # garbage: a scene that its mobjects know would stay for ever.
            self.animations = None

    def tear_down(self) -> None:
        """Check that every beat was played; beside a film of Manim's own, write the timeline."""
        if self._cut_short:
            return
        left = [beat.id for beat in self.script.beats[len(self._beats) :]]
        if left:
            raise SceneError(
                f"{type(self).__name__} does not play {', '.join(left)}. "
                f"Play every beat of section “{self.section}”."
            )
        artifact = self.output_plan.primary_artifact
        if type(self.renderer.file_writer) is SceneFileWriter and artifact is not None:
            path = Path(artifact).with_suffix(".json")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.timeline.to_json(), encoding="utf-8")

    def pose_for(self, beat_id: str) -> None:
        """Draw the last frame of a beat alone, and play no further; to be called before `render`.

        Nothing is drawn if the beat has another poster, or ends without a hold: which frame its
        poster is, is known too late then.
        """
        self._posing = self._last_beat = beat_id
        self.renderer.wanted = ()

    @property
    def timeline(self) -> Timeline:
        """What has been played so far."""
        return Timeline(
            scene=type(self).__name__,
            section=self.section,
            title=self.script.title,
            fps=self.fps,
            frames=self.frame,
            beats=tuple(self._beats),
        )

    @classmethod
    def play_through(
        cls,
        fps: int = 60,
        lecture: Lecture | None = None,
        voice: Voice | None = None,
        *,
        until: str | None = None,
    ) -> Self:
        """Play the scene without drawing anything; return it as it is at its end.

        Args:
            fps: Frames per second.
            lecture: The parsed document; by default ``assets/gradients.md``.
            voice: Who speaks; by default nobody.
            until: The last beat to be played; by default the scene's last one.
        """
        with tempconfig({"format": "none", "frame_rate": fps, "progress_bar": "none"}):
            scene = cls(skip_animations=True, lecture=lecture, voice=voice)
            scene._last_beat = until
            scene.render()
        return scene

    @classmethod
    def measure(
        cls, fps: int = 60, lecture: Lecture | None = None, voice: Voice | None = None
    ) -> Timeline:
        """Return the timeline of the scene, of which nothing is drawn."""
        return cls.play_through(fps, lecture, voice).timeline
