"""The command line: `mnemo`, or `python -m mnemo_anim`.

Nothing of manim is imported before a frame is to be drawn. A mistake of the user's is told in one
line; the exit code is then 2 for a wrong word on the command line and 1 for anything else.
"""

import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

from typer.exceptions import TyperException

from mnemo_anim.cli import doctor, films, gate, outputs, page, publishing, recording
from mnemo_anim.cli.app import app
from mnemo_anim.document import DocumentError, TranslationError, UnknownIdError
from mnemo_anim.palettes import ThemeError
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.timeline import TimelineError
from mnemo_anim.voice import UnknownVoiceError, VoiceError

__all__ = ["doctor", "films", "gate", "main", "outputs", "page", "publishing", "recording"]

_INTERRUPTED = 130  # what typer makes of Ctrl-C, as shells do
_TERMINATED = 128 + signal.SIGTERM


class _Terminated(BaseException):
    """This process has been told to end, as a batch system does when the time is over."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        code = app(words or ["--help"], prog_name="mnemo", standalone_mode=False) or 0
    except TyperException as error:
        return _fail(error.format_message(), error.exit_code)
    except (UnknownNameError, UnknownIdError, UnknownVoiceError, ThemeError) as error:
        return _fail(str(error), 2)
    except TranslationError as error:
        return [_fail(str(fault), 1) for fault in error.faults][-1]
    except (DocumentError, RenderError, TimelineError, VoiceError) as error:
        return _fail(str(error), 1)
    except _Terminated:
        return _fail("stopped", _TERMINATED)
    finally:
        signal.signal(signal.SIGTERM, before)
    return _fail("stopped", code) if code == _INTERRUPTED else code


def _terminate(*_: object) -> NoReturn:
    """Let workers be ended and unfinished files be removed first, as with Ctrl-C."""
    raise _Terminated


def _fail(message: str, code: int) -> int:
    print(f"mnemo: {' '.join(message.split())}", file=sys.stderr)
    return code
