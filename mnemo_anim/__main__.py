"""`python -m mnemo_anim` is `mnemo`, also where a package that it is built on is missing."""

import atexit
import gc
import os
import sys
from contextlib import suppress

_GARBAGE = 50_000  # things made, until it is looked for: imports and scenes make them to keep them


def main() -> int:
    """Run the command line; return the exit code."""
    gc.set_threshold(_GARBAGE)
    codes: list[int] = []
    atexit.register(_leave, codes)
    codes.append(_command())
    return codes[0]


def _command() -> int:
    try:
        from mnemo_anim.cli import main as command  # noqa: PLC0415 - it may be missing
    except ImportError as error:
        if sys.argv[1:] == ["doctor"]:
            from mnemo_anim.doctor.examination import report  # noqa: PLC0415 - of no other use

            return report()
        print(f"mnemo: {error}. `make doctor` tells what is missing.", file=sys.stderr)
        return 1
    return command()


def _leave(codes: list[int]) -> None:
    """End this process, once all else has been done that is to be done at its end.

    Taking Manim and SymPy apart, object by object, would last half a second.
    """
    with suppress(OSError, IndexError):  # else Python ends it, in its own way
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(codes[0])


if __name__ == "__main__":
    sys.exit(main())
