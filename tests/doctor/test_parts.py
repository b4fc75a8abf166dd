"""Parts that draw: what they are, and that one which crashes or hangs hides no other."""

import shutil
import sys
from pathlib import Path

import pytest

from mnemo_anim.doctor import parts, probes
from mnemo_anim.doctor.finding import State
from mnemo_anim.doctor.parts import ask, part_findings

STANDS_IN = """
import json, os, signal, sys, time
for name in sys.argv[1:]:
    if name == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "ends":
        sys.exit("it ends\\nfor no reason")
    if name == "hangs":
        print("{\\"what\\": half a line", end="", flush=True)
        time.sleep(60)
    print(json.dumps({"what": name, "found": "1.0"}), flush=True)
"""


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("crashes", "crashes as it loads (Segmentation fault)"),
        ("ends", "for no reason"),
        ("hangs", "does not load within 1 seconds"),
    ],
)
def test_a_broken_part_is_told_and_the_others_are_asked(
    monkeypatch: pytest.MonkeyPatch, broken: str, told: str
) -> None:
    monkeypatch.setattr(parts, "_PATIENCE", 1.0)
    answers = ask(["one", broken, "two"], ["-c", STANDS_IN])
    good = {"one": "1.0", "two": "1.0"}
    assert {answer["what"]: answer.get("found") for answer in answers} == {**good, broken: None}
    assert answers[1] == {"what": broken, "error": told}


def test_a_python_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert [answer["what"] for answer in ask(["one", "two"])] == ["one", "two"]


def test_all_parts_are_found_here() -> None:
    found = {finding.what: finding for finding in part_findings()}
    assert list(found) == list(probes.PROBES)
    assert {finding.state for finding in found.values()} == {State.GOOD}
    assert "FFmpeg" in found["PyAV"].found
    assert found["OpenGL"].found.startswith(("software, ", "hardware, "))
    assert "IBM Plex Sans" in found["fonts"].found.split(", ")


def test_what_a_part_prints_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys; from mnemo_anim.doctor import probes;"
        "probes.PROBES['loud'] = lambda: print('{}') or 'found';"
        "probes.main(sys.argv[1:])"
    )
    assert ask(["loud"], ["-c", code]) == [{"what": "loud", "found": "found"}]


@pytest.mark.parametrize("error", [ImportError("no libcairo.so\n here"), SystemExit("no")])
def test_a_part_may_raise_anything(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken() -> str:
        raise error

    monkeypatch.setitem(probes.PROBES, "Cairo", broken)
    assert probes.answer("Cairo") == {"what": "Cairo", "error": " ".join(str(error).split())}


def test_a_machine_without_opengl_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("__EGL_VENDOR_LIBRARY_DIRS", str(tmp_path))  # in which no driver is
    monkeypatch.setattr(
        shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    (found,) = part_findings(["OpenGL"])
    assert found.state is State.MISSING
    assert "no OpenGL 3.3" in found.found
    assert "apt-get install libegl1 libgl1 libgl1-mesa-dri" in found.mend
