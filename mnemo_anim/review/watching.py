"""Watch a scene play: look at the frames that are drawn, and note what misses a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from manim import Mobject
from numpy.typing import NDArray

from mnemo_anim.pacing import Onset, cue_time
from mnemo_anim.render.sink import Sink
from mnemo_anim.review import lasting, layout, pixels
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.lasting import Presences, Stay
from mnemo_anim.review.layout import Sight
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.sampling import last_frames
from mnemo_anim.review.screen import Glance
from mnemo_anim.review.standing_out import StandingOut
from mnemo_anim.theme import PALETTE
from mnemo_anim.timeline import SAMPLE_RATE, BeatSpan, Timeline

Pixels = NDArray[np.uint8]
Look = Callable[[Pixels, int, int], None]  # a picture, its first frame, its last one

_HALF = 0.5  # opacity from which a text has appeared
_NUMBER = re.compile(r"[−+]?\d+([.,]\d+)?")


class WatchSink(Sink):
    """Shows each picture that is drawn to a watcher, with the numbers of its frames.

    Args:
        settings: What Manim gives its writers.
        frames: Numbers of the frames that will be drawn.
        look: Takes a picture, and the first and the last of the frames that show it.
    """

    def __init__(self, settings: Any, frames: Iterable[int], look: Look) -> None:
        super().__init__(settings)
        self._frames = sorted(frames)
        self._look = look

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Show a picture."""
        shown, self._frames = self._frames[:repeat], self._frames[repeat:]
        self._look(pixels, shown[0], shown[-1])


class Watcher:
    """Notes what a scene does, frame by frame.

    Args:
        timeline: What the scene is going to play.

    Attributes:
        posters: The picture of each beat, by its id.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.posters: dict[str, Pixels] = {}
        self._timeline = timeline
        self._at_rest = last_frames(timeline)
        self._ground = bytes.fromhex(PALETTE.ground.removeprefix("#"))
        self._standing_out = StandingOut()
        self._texts = Presences()
        self._mobjects: dict[int, tuple[str, Mobject]] = {}
        self._seen: dict[str, Stay] = {}
        self._alive: dict[str, float] = {}
        self._sights: list[tuple[int, Sight]] = []

    def look(self, mobjects: Sequence[Mobject], frame: Pixels, first: int, last: int) -> None:
        """Look at a picture, and at the mobjects that it was drawn from.

        Args:
            mobjects: Of the scene, in the order of drawing.
            frame: The picture, without captions, shape (height, width, 4).
            first: Number of the first frame that shows it.
            last: Number of the last one.
        """
        glance = Glance(list(mobjects))
        self._note_presence(glance, first, last)
        at_rest = last in self._at_rest
        self._sights += ((last, sight) for sight in self._judge(glance, frame, at_rest))
        beat = self._beat_at(last)
        if first <= beat.poster <= last:
            self.posters[beat.id] = frame[..., :3].copy()
        if last == beat.end - 1:
            self._sights += ((last, sight) for sight in layout.off_screen(glance.screen))

    def findings(self) -> tuple[Finding, ...]:
        """Return what has been found, each thing once for each beat, where it was worst."""
        worst: dict[tuple[str, Rule, str], Finding] = {}
        for frame, sight in chain(self._sights, self._over_time()):
            beat = self._beat_at(frame)
            finding = Finding(
                sight.rule,
                self._timeline.scene,
                beat.id,
                frame / self._timeline.fps,
                round(sight.value, 3),
                round(sight.limit, 3),
                sight.what,
                sight.box,
            )
            key = (beat.id, sight.rule, _NUMBER.sub("0", sight.what))  # a live number is one thing
            if key not in worst or _excess(finding) > _excess(worst[key]):
                worst[key] = finding
        return tuple(sorted(worst.values(), key=lambda finding: (finding.time, finding.rule)))

    def _judge(self, glance: Glance, frame: Pixels, at_rest: bool) -> Iterator[Sight]:
        screen, ink = glance.screen, pixels.inked(frame, self._ground)
        yield from layout.outside_margin(screen)
        yield from layout.too_small(screen)
        yield from layout.crowded(screen, at_rest=at_rest)
        yield from layout.crossed(screen)
        yield from pixels.in_rail(ink)
        yield from self._standing_out.texts(glance, frame, at_rest=at_rest)
        if at_rest:
            yield from pixels.blank(ink)
            yield from pixels.clipped(ink)
            yield from layout.ideas(screen)
            yield from self._standing_out.drawings(glance, frame)

    def _note_presence(self, glance: Glance, first: int, last: int) -> None:
        there = {
            text.words: text.box
            for text in glance.screen.texts
            if text.prose and text.presence >= _HALF
        }
        for frame in (first, last):
            self._texts.look(frame / self._timeline.fps, there)
        now = last / self._timeline.fps
        seen = set(map(id, glance.seen))
        for mobject in glance.mobjects:
            kind = type(mobject).__name__
            known = len(self._mobjects) + 1
            name, _ = self._mobjects.setdefault(id(mobject), (f"{kind} {known}", mobject))
            self._alive[name] = now
            if id(mobject) in seen:
                self._seen[name] = Stay(now, now, now, now)

    def _over_time(self) -> Iterator[tuple[int, Sight]]:
        fps = self._timeline.fps
        stays = self._texts.stays
        timed = [*lasting.too_short(stays), *lasting.left_over(self._seen, self._alive)]
        for beat in self._timeline.beats:
            start, end = beat.start / fps, beat.end / fps
            timed += lasting.out_of_step(stays, self._spoken(beat, stays), start, end)
        for time, sight in timed:
            yield min(round(time * fps), self._timeline.frames - 1), sight

    def _spoken(self, beat: BeatSpan, stays: Iterable[str]) -> dict[str, float]:
        """Return the moments at which a beat says words that are texts on the screen as well."""
        start = beat.start / self._timeline.fps
        onsets: tuple[Onset, ...] = ()
        length = beat.captions[-1].end / self._timeline.fps - start
        if beat.speech is not None:
            start, length = beat.speech.start / SAMPLE_RATE, beat.speech.seconds
            onsets = tuple((place, at / SAMPLE_RATE) for place, at in beat.speech.onsets)
        moments = {}
        for words in filter(lasting.is_phrase, stays):
            try:
                moments[words] = start + cue_time(
                    beat.text, " ".join(words.split()), length, onsets
                )
            except ValueError:
                continue  # not said in this beat
        return moments

    def _beat_at(self, frame: int) -> BeatSpan:
        beats = self._timeline.beats
        return next(beat for beat in beats if frame < beat.end)


def _excess(finding: Finding) -> float:
    return abs(finding.value - finding.limit)
