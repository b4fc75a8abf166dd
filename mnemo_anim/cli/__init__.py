"""The command line: `mnemo`, or `python -m mnemo_anim`.

Nothing of manim is imported before a frame is to be drawn. A mistake of the user's is told in one
line; the exit code is then 2 for a wrong word on the command line and 1 for anything else.
"""

import sys
from collections.abc import Sequence

from typer.exceptions import TyperException

from mnemo_anim.cli import films, gate, outputs, page
from mnemo_anim.cli.app import app
from mnemo_anim.document import DocumentError, UnknownIdError
from mnemo_anim.palettes import ThemeError
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.timeline import TimelineError

__all__ = ["films", "gate", "main", "outputs", "page"]

_INTERRUPTED = 130  # what typer makes of Ctrl-C, as shells do


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(words or ["--help"], prog_name="mnemo", standalone_mode=False) or 0
    except TyperException as error:
        return _fail(error.format_message(), error.exit_code)
    except (UnknownNameError, UnknownIdError, ThemeError) as error:
        return _fail(str(error), 2)
    except (DocumentError, RenderError, TimelineError) as error:
        return _fail(str(error), 1)
    return _fail("stopped", code) if code == _INTERRUPTED else code


def _fail(message: str, code: int) -> int:
    print(f"mnemo: {' '.join(message.split())}", file=sys.stderr)
    return code
