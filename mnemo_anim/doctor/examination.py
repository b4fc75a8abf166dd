"""All that the doctor looks at, in order."""

import sys

from mnemo_anim.doctor.disk import disk_finding
from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.doctor.packages import package_findings, python_finding
from mnemo_anim.doctor.parts import part_findings
from mnemo_anim.doctor.system import system_findings


def examine() -> list[Finding]:
    """Return what is found of every part of this installation."""
    return [
        python_finding(),
        *package_findings(),
        *part_findings(),
        *system_findings(),
        disk_finding(),
    ]


def report() -> int:
    """Print a line for each part; return 1 if something is missing that films need, else 0."""
    findings = examine()
    encoding = sys.stdout.encoding or "utf-8"
    for finding in findings:  # a terminal that cannot show a letter shows a question mark
        print(str(finding).encode(encoding, "replace").decode(encoding))
    missing = [finding.what for finding in findings if finding.state is State.MISSING]
    print(f"Missing: {', '.join(missing)}." if missing else "All that films need is there.")
    return 1 if missing else 0
