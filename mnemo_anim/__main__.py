"""`python -m mnemo_anim` is `mnemo`, also where a package that it is built on is missing."""

import sys

from mnemo_anim.doctor.examination import report


def main() -> int:
    """Run the command line; return the exit code."""
    try:
        from mnemo_anim.cli import main as command  # noqa: PLC0415 - it may be missing
    except ImportError as error:
        if sys.argv[1:] == ["doctor"]:
            return report()
        print(f"mnemo: {error}. `make doctor` tells what is missing.", file=sys.stderr)
        return 1
    return command()


if __name__ == "__main__":
    sys.exit(main())
