"""The landscape under a moving camera, a frame."""

import json

from mnemo_anim.bench.commands import module, run
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace

SURFACE = "surface"
"""The name of Manim's own surface among the landscapes."""


def landscape(place: Workplace) -> list[Finding]:
    """Landscapes of several kinds, against Manim's surface of the same field."""
    place.say("frames of a landscape")
    told = json.loads(run(module("landscape_frames")).said.splitlines()[-1])
    surface = told.pop(SURFACE)
    return [
        Finding.faster(
            "landscape",
            f"{name}, 1080p, a frame",
            "Manim's Surface, 64 × 64",
            ours=milliseconds,
            theirs=surface,
            least=20.0,
            unit="ms",
            where="the camera moves",
        )
        for name, milliseconds in told.items()
    ]
