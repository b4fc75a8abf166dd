import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from mnemo_anim.bench import __main__ as command
from mnemo_anim.bench import measures
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError
from tests.bench.samples import ALL, HALF
from tests.render.processes import members, wait_until


def broken(_: Workplace) -> list[Finding]:
    raise RenderError("it broke")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Bench":
    made = {"all": lambda _: ALL, "slow": lambda _: [HALF], "broken": broken}
    monkeypatch.setattr(measures, "MEASURES", made)
    return Bench(monkeypatch, tmp_path)


class Bench:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
        self._monkeypatch, self.target = monkeypatch, target

    def __call__(self, *words: str) -> int:
        arguments = ["bench", *words, "--target", str(self.target)]
        self._monkeypatch.setattr(sys, "argv", arguments)
        return command.main()


def test_a_missed_limit_is_reported_and_no_failure(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench("--only", "slow") == 0
    assert "missed" in capsys.readouterr().out
    told = json.loads((bench.target / "bench.json").read_text())
    assert [one["what"] for one in told["findings"]] == [HALF.what]
    with Image.open(bench.target / "bench.png") as picture:
        assert picture.format == "PNG"


def test_a_measure_that_fails_is_told_and_is_a_failure(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench() == 1
    printed = capsys.readouterr().out
    assert "broken failed: it broke" in printed
    assert all(one.what in printed for one in ALL)
    assert json.loads((bench.target / "bench.json").read_text())["failed"] == {"broken": "it broke"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--only", "slo"), "slow"),
        (("--scene", "Openin"), "Opening"),
        (("--fast",), "--fast"),
        (("--full", "--scene", "Opening"), "--scene"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(
    bench: Bench, words: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench(*words) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert named in line
    assert not list(bench.target.iterdir())


def test_a_full_run_counts_what_could_not_be_measured_as_missed(bench: Bench) -> None:
    verdicts = []
    for words in ((), ("--full",)):
        bench("--only", "all", *words)
        told = json.loads((bench.target / "bench.json").read_text())
        verdicts.append(told["findings"][-1]["verdict"])
    assert verdicts == ["not measured", "missed"]


_SLEEPER = """
import sys
from mnemo_anim.bench import measures
from mnemo_anim.bench.__main__ import main
from mnemo_anim.bench.commands import run

def sleep(place):
    print(place.folder, flush=True)
    run(["sleep", "60"])

measures.MEASURES = {"sleep": sleep}
sys.exit(main())
"""


def test_a_bench_that_is_told_to_end_leaves_no_command_and_no_folder() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _SLEEPER], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    folder = Path(process.stdout.readline().decode().strip())
    wait_until(lambda: len(members(process.pid)) == 2)
    process.terminate()
    assert process.wait(timeout=30) == 143
    process.stdout.close()
    assert not folder.exists()
    wait_until(lambda: not members(process.pid))


def test_measuring_needs_no_manim_in_its_own_process() -> None:
    code = "import sys, mnemo_anim.bench.__main__; sys.exit('manim' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
