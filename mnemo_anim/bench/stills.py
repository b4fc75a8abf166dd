"""One picture of a scene: in a process of its own, and from a workshop that is running.

No picture is the first one in its folder: each side finds there what it keeps from run to run.
"""

from functools import partial
from itertools import repeat
from pathlib import Path
from subprocess import Popen
from time import monotonic, sleep

from mnemo_anim.bench.commands import HD, manim, middle_of, mnemo, run, running
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.errors import RenderError

_PICTURES = 3  # of which the middle one counts
_READY = 600.0  # seconds in which the workshop must be


def stills(place: Workplace) -> list[Finding]:
    """The last beats of a scene as pictures of 1920 × 1080, against Manim's last frame."""
    scene = place.first.entry
    first, *others = (beat.id for beat in place.plan().lecture.section(scene.section).beats)
    last = others[-_PICTURES:]
    place.say(f"stills of {scene.class_name}")
    stock = manim(scene, place.folder / "stock-still", "-s", *HD)
    run(stock)
    picture = partial(
        Finding.faster,
        "still",
        against="manim render -s -qh",
        theirs=middle_of(repeat(stock, len(last))),
        where=f"{scene.class_name} {', '.join(last)}",
    )
    run(_still(place.folder / "cold", scene.class_name, first))
    cold = middle_of(_still(place.folder / "cold", scene.class_name, beat) for beat in last)
    watched = place.folder / "watched"
    watched.mkdir()
    log = watched / "watch.log"
    with running(mnemo("watch", scene.class_name, "--folder", watched), log) as process:
        _wait_for(watched / "draft", log, process)
        run(_still(watched, scene.class_name, first))  # of another beat: the scene is loaded
        warm = middle_of(_still(watched, scene.class_name, beat) for beat in last)
    return [
        picture("one still, cold", ours=cold, least=1.0),
        picture("one still, while `mnemo watch` runs", ours=warm, least=3.0),
    ]


def _still(folder: Path, scene: str, beat: str) -> list[str]:
    return mnemo("still", scene, beat, "--quality", "hd", "--folder", folder)


def _wait_for(films: Path, log: Path, process: "Popen[bytes]") -> None:
    """Wait until a workshop has made its film, and rests."""
    end = monotonic() + _READY
    while not list(films.glob("*.manifest.json")):
        if process.poll() is not None or monotonic() > end:
            said = log.read_text(errors="replace").strip().splitlines()
            raise RenderError(f"`mnemo watch` made no film: {' / '.join(said[-3:])}")
        sleep(0.1)
