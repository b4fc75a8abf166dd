"""Whether the parts that draw and encode can really be loaded, and which they are."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence

from mnemo_anim.doctor import probes
from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.doctor.packages import ANEW
from mnemo_anim.doctor.system import TO_DRAW, how_to_install, missing_of
from mnemo_anim.paths import ROOT

_PATIENCE = 30.0  # seconds until a part that does not load is given up

Answer = dict[str, str]


def part_findings(names: Sequence[str] = tuple(probes.PROBES)) -> list[Finding]:
    """Return what is found of each part."""
    return [_finding(answer) for answer in ask(names)]


def ask(names: Sequence[str], command: Sequence[str] = ("-m", probes.__name__)) -> list[Answer]:
    """Return an answer for each part, whatever becomes of the process that loads it.

    Args:
        names: The parts.
        command: What Python runs with them as arguments.
    """
    answers: list[Answer] = []
    while len(answers) < len(names):
        left = names[len(answers) :]
        told, end = _told([sys.executable, *command, *left])
        answers += told
        if len(told) < len(left):  # the rest is asked anew
            answers.append({"what": left[len(told)], "error": end})
    return answers


def _told(command: Sequence[str]) -> tuple[list[Answer], str]:
    """Return what a process tells, and how it ends."""
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=_PATIENCE, check=False)
        output, end = run.stdout, _how_it_ended(run.returncode, run.stderr)
    except subprocess.TimeoutExpired as error:
        output, end = error.stdout or b"", f"does not load within {_PATIENCE:.0f} seconds"
    except OSError as error:
        output, end = b"", str(error)
    return [
        json.loads(line) for line in output.splitlines(keepends=True) if line.endswith(b"\n")
    ], end


def _how_it_ended(code: int, said: bytes) -> str:
    if code < 0:
        return f"crashes as it loads ({signal.strsignal(-code) or f'signal {-code}'})"
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"ends the process (exit code {code})"


def _finding(answer: Answer) -> Finding:
    what = answer["what"]
    if "found" in answer:
        return Finding(what, State.GOOD, answer["found"])
    return Finding(what, State.MISSING, answer["error"].rstrip("."), _mend(what, answer["error"]))


def _mend(what: str, error: str) -> str:
    if "No module named" in error:
        return ANEW
    if what == "OpenGL":
        return how_to_install(missing_of(TO_DRAW) or TO_DRAW)
    if what == "fonts":
        return "git checkout -- assets/fonts"
    return ANEW
