"""Rules for the film file.

Whether the pictures of a film have a fault, its probe knows, and knows alone. Here each of its
faults has a rule, told by a word of the fault, and that rule the value that was read; a fault that
no rule here knows of counts as well.
"""

from collections.abc import Callable, Iterator
from functools import partial

from av.video.reformatter import ColorRange

from mnemo_anim.outputs.youtube.material import Material
from mnemo_anim.outputs.youtube.rule import Reading, Rule, Subject
from mnemo_anim.render.probe import Probe
from mnemo_anim.voice.loudness import LOUDNESS, level_of

_TRUE_PEAK = -1.0  # dBTP
_MEND = "Remove the film and run {render}"

# Name, what is asked for, what was read, and words of the probe's faults.
_CODING: tuple[tuple[str, str, Callable[[Probe], str], tuple[str, ...]], ...] = (
    (
        "film-codec",
        "H.264, profile High, 4:2:0, progressive",
        lambda film: (
            f"{film.codec}, profile {film.profile}, {film.pixel_format}, "
            f"{'progressive' if film.progressive else 'interlaced'}"
        ),
        ("H.264", "profile", "yuv420p", "interlaced"),
    ),
    (
        "film-colours",
        "TV range, BT.709: 1-1-1 by ITU-T H.273",
        lambda film: (
            f"{'TV' if film.range == ColorRange.MPEG else 'another'} range, "
            f"{film.matrix}-{film.primaries}-{film.transfer}"
        ),
        ("range", "BT.709"),
    ),
    (
        "film-index",
        "mp4, the index (moov) first, no edit list",
        lambda film: ", ".join(
            box for box in film.boxes if box in {"moov", "mdat"} or "elst" in box
        ),
        ("moov", "edit list"),
    ),
    (
        "film-key-frames",
        "a key frame each half second or more often, closed groups",
        lambda film: (
            f"{film.gop} frames at {float(film.fps):g} a second, "
            f"{'closed' if film.closed else 'open'}"
        ),
        ("key frames", "GOP"),
    ),
    (
        "film-b-frames",
        "at most 2 B-frames in a row",
        lambda film: str(film.b_frames),
        ("B-frames",),
    ),
    (
        "film-entropy",
        "CABAC",
        lambda film: "CABAC" if film.cabac else "CAVLC",
        ("CABAC",),
    ),
    (
        "film-frames",
        "evenly spaced frames, from 0 s on",
        lambda film: (
            f"{film.frames} frames from {film.start:g} s on, "
            f"{'evenly' if film.evenly_spaced else 'unevenly'} spaced"
        ),
        ("starts at", "evenly spaced"),
    ),
    (
        "sound-track",
        "a sound track, be it silence: AAC-LC, stereo, 48 kHz",
        lambda film: film.sound.kind if film.sound else "none",
        ("sound track", "the sound is"),
    ),
    (
        "sound-sync",
        "sound and picture begin and end within 40 ms",
        lambda film: f"{1000 * film.lag:.0f} ms",
        ("apart",),
    ),
)
_KNOWN = tuple(word for *_, words in _CODING for word in words)


def _coding(value: Callable[[Probe], str], words: tuple[str, ...], material: Material) -> Reading:
    film = material.film
    faults = [fault for fault in film.faults() if any(word in fault for word in words)]
    return Reading(value(film), not faults)


def _other_faults(material: Material) -> Reading:
    faults = [
        fault for fault in material.film.faults() if not any(word in fault for word in _KNOWN)
    ]
    return Reading("; ".join(faults) or "none", not faults)


def _coding_rules() -> Iterator[Rule]:
    for name, asks, value, words in _CODING:
        yield Rule(name, Subject.FILM, asks, partial(_coding, value, words), _MEND)


def _words(material: Material) -> Reading:
    """Compare what is said in the film with what the document says now."""
    said = {beat.id: beat.text for scene in material.timeline.scenes for beat in scene.beats}
    written = {
        beat.id: beat.text for section in material.lecture.sections for beat in section.beats
    }
    changed = [beat for beat in said if said[beat] != written.get(beat)]
    if changed:
        return Reading(f"{len(changed)} of {len(said)} beats differ, first {changed[0]}", False)
    return Reading(f"{len(said)} beats, word for word", True)


def _loudness(material: Material) -> Reading:
    """Measure how loud the film is, if anybody speaks in it."""
    if not any(beat.speech for scene in material.timeline.scenes for beat in scene.beats):
        return Reading("nobody speaks", True)
    level = level_of(material.film.path)
    value = f"{level.loudness:.1f} LUFS, {level.true_peak:.1f} dBTP"
    return Reading(value, abs(level.loudness - LOUDNESS) <= 1 and level.true_peak <= _TRUE_PEAK)


FILM_RULES = (
    *_coding_rules(),
    Rule("film-other", Subject.FILM, "no other fault of a film file", _other_faults, _MEND),
    Rule("film-words", Subject.FILM, "the words of the document", _words, "Run {render}"),
    Rule(
        "sound-loudness",
        Subject.FILM,
        "−14 LUFS ± 1, and no peak above −1 dBTP, where somebody speaks",
        _loudness,
        _MEND,
    ),
)
