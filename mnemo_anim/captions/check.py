"""Whether a caption file, whoever wrote it, keeps to the rules: one line for each fault."""

from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.captions.reading import read_captions
from mnemo_anim.captions.rules import caption_faults


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file.

    Attributes:
        path: of the file.
        encoding: that it was read in; empty where it was not.
        cues: how many captions it holds.
        faults: one line each.
    """

    path: Path
    encoding: str
    cues: int
    faults: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The file in one line: ``film.srt: 185 captions, no faults, read as UTF-8``."""
        found = f"{_counted(self.cues, 'caption')}, {_counted(len(self.faults), 'fault')}"
        return f"{self.path}: {found}{f', read as {self.encoding}' if self.encoding else ''}"


def check_file(path: Path, *, encoding: str | None = None, language: str = "en") -> Checked:
    """Measure the captions of one file; nothing that is wrong with it is raised.

    A fault reads ``film.srt:41: caption 11: characters: 47, limit 42. The line “…” has …``.

    Args:
        path: a SubRip or WebVTT file.
        encoding: what to read it in; by default whatever it seems to be in.
        language: of its words, as a BCP 47 tag.
    """
    try:
        held = read_captions(path, encoding)
    except OSError as error:
        return _unread(path, f"cannot be read ({error.strerror or error})")
    except UnicodeError:
        return _unread(path, f"is not in {encoding or 'the encoding of its byte-order mark'}")
    except LookupError:
        return _unread(path, f"there is no encoding “{encoding}”")
    told = [(one.line, f"{path}:{one.line}: format: {one.what}.") for one in held.malformed]
    for fault in caption_faults([cue.subtitle for cue in held.cues], language=language):
        cue = held.cues[fault.index]
        measured = f"{fault.rule}: {_number(fault.value)}, limit {_number(fault.limit)}"
        told.append(
            (cue.line, f"{path}:{cue.line}: caption {cue.number}: {measured}. {fault.what}")
        )
    told.sort(key=lambda item: item[0])
    return Checked(path, held.encoding, len(held.cues), tuple(line for _, line in told))


def _unread(path: Path, what: str) -> Checked:
    return Checked(path, "", 0, (f"{path}: {what}.",))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
