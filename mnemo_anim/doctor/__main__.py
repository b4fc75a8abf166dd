"""`python -m mnemo_anim.doctor` is `mnemo doctor`, where nothing is installed yet."""

import sys

from mnemo_anim.doctor.examination import report

if __name__ == "__main__":
    sys.exit(report())
