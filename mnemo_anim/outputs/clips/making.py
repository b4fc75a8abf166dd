"""Make the files of clips, side by side, and make none again that is there already."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.outputs.clips.clip import Clip, Format
from mnemo_anim.outputs.clips.cut import cut
from mnemo_anim.outputs.clips.ledger import Ledger
from mnemo_anim.outputs.clips.picture import write_gif, write_poster, write_webp
from mnemo_anim.outputs.clips.rail import shows_words, without_words
from mnemo_anim.outputs.clips.webm import write_webm
from mnemo_anim.outputs.film_frames import Span, frames_of
from mnemo_anim.render.executors import side_by_side


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be made of a clip.

    Attributes:
        clip: what it is cut from.
        format: what kind of file it is.
        target: where it goes.
        captions: whether words on the caption rail stay.
        sound: whether it has the film's sound, where there is any.
    """

    clip: Clip
    format: Format
    target: Path
    captions: bool
    sound: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a task.

    Attributes:
        task: what was asked for.
        copied: of an mp4 that was cut now, how many frames are as they were coded in the film.
        cleared: whether captions were taken off its pictures now.
        reused: whether it was there already.
    """

    task: Task
    copied: int | None = None
    cleared: bool = False
    reused: bool = False


def make_clips(tasks: Sequence[Task], count: int, on_made: Callable[[Made], None]) -> None:
    """Make what is not there yet.

    Args:
        tasks: the files, all of one folder, in whose ``clips.json`` is kept what they are made of.
        count: how many are made side by side.
        on_made: told of each file, as soon as it is there.

    Raises:
        RenderError: A film cannot be read.
    """
    if not tasks:
        return
    ledger = Ledger(tasks[0].target.parent)
    keys = {task: ledger.key_of(task.clip.film, _recipe(task)) for task in tasks}
    to_do = []
    for task in tasks:
        if ledger.holds(task.target, keys[task]):
            on_made(Made(task, reused=True))
        else:
            to_do.append(task)
    for made in _made(to_do, count):
        ledger.note(made.task.target, keys[made.task])
        on_made(made)


def _made(tasks: Sequence[Task], count: int) -> Iterator[Made]:
    """Yield what comes of the tasks, as it comes."""
    if min(count, len(tasks)) <= 1:
        yield from map(make, tasks)
        return
    longest_first = sorted(tasks, key=lambda task: -len(task.clip.span))
    for _, made in side_by_side(make, [(task,) for task in longest_first], count):
        yield made


def make(task: Task) -> Made:
    """Make one file."""
    clip, target = task.clip, task.target
    cleared = not task.captions and _has_words(clip)
    change = without_words if cleared else None
    match task.format:
        case Format.MP4:
            done = cut(clip.span, target, change=change, sound=task.sound)
            return Made(task, done.copied, cleared)
        case Format.WEBM:
            write_webm(clip.span, target, change=change, sound=task.sound)
        case Format.PNG:
            write_poster(clip.film, clip.beat.poster, target, change=change)
        case Format.WEBP:
            write_webp(clip.span, target, change=change)
        case Format.GIF:
            write_gif(clip.span, target, change=change)
    return Made(task, cleared=cleared)


def _has_words(clip: Clip) -> bool:
    """Return whether captions are burnt into a clip: not where a voice speaks them, for example."""
    middles = [(caption.start + caption.end) // 2 for caption in clip.beat.captions]
    return any(
        shows_words(picture)
        for middle in middles
        for picture in frames_of(Span(clip.film, middle, middle + 1))
    )


def _recipe(task: Task) -> list[object]:
    """Return what, besides the film, decides what is in a file."""
    beat = task.clip.beat
    captions = [(caption.start, caption.end) for caption in beat.captions]
    return [beat.start, beat.end, beat.poster, captions, task.format, task.captions, task.sound]
