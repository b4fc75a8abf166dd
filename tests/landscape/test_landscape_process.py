"""What holds from one process to the next: the same bytes, and errors that help."""

import os
import subprocess
import sys
from pathlib import Path

import moderngl
import pytest

from mnemo_anim.landscape import Landscape, LandscapeError
from mnemo_anim.landscape import renderer as renderer_module
from mnemo_anim.maths import VALLEYS
from tests.landscape.pictures import picture

ROOT = Path(__file__).parents[2]

DRAW = """
import hashlib, sys
from tests.landscape.pictures import picture
from mnemo_anim.landscape import CuttingPlane, Landscape, Lantern, View
from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
if sys.argv[1] == "with company":
    picture(Landscape(ELLIPTIC_BOWL, grid=1.0, view=View.overhead(1.0)), height=270)
    picture(Landscape(VALLEYS, extent=(0.5, 0.5)), height=180)
landscape = Landscape(
    VALLEYS, fog=0.7, lantern=Lantern((1, 1), 1, 1), cut_x=CuttingPlane(1, (1, 0, 0), 0.5)
)
print(hashlib.sha256(picture(landscape, height=270).tobytes()).hexdigest())
"""

FORK = """
import os, sys
from tests.landscape.pictures import picture
from mnemo_anim.landscape import Landscape, LandscapeError
from mnemo_anim.maths import VALLEYS
picture(Landscape(VALLEYS), height=90)
child = os.fork()
if child == 0:
    try:
        picture(Landscape(VALLEYS), height=90)
    except LandscapeError as error:
        os._exit(7 if "spawn" in str(error) else 1)
    os._exit(2)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(ROOT), *sys.path])
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_every_process_draws_the_same_bytes() -> None:
    """Whatever it drew before, and however many threads the driver has."""
    alone = run(DRAW, "alone", LP_NUM_THREADS="1")
    company = run(DRAW, "with company", LP_NUM_THREADS="2")
    assert len(alone.stdout.strip()) == 64, alone.stderr
    assert alone.stdout == company.stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_is_told_to_be_spawned_instead_of_hanging() -> None:
    assert run(FORK).returncode == 7


def test_without_opengl_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise OSError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(moderngl, "create_context", fail)
    renderer_module._shared_renderer.cache_clear()
    try:
        with pytest.raises(LandscapeError, match=r"libegl1 libgl1-mesa-dri.*libEGL\.so\.1"):
            picture(Landscape(VALLEYS))
    finally:
        renderer_module._shared_renderer.cache_clear()
