"""`python -m mnemo_anim` is `mnemo`."""

import sys

from mnemo_anim.cli import main

if __name__ == "__main__":
    sys.exit(main())
