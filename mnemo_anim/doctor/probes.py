"""Loads the parts that draw and encode, in a process of its own: a broken one may take it along.

`python -m mnemo_anim.doctor.probes NAME …` prints an answer as soon as it has one, as a line of
JSON.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

_SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swiftshader", "software")


def _manim() -> str:
    import manim  # noqa: PLC0415

    return str(manim.__version__)


def _av() -> str:
    import av  # noqa: PLC0415

    av.Codec("libx264", "w")
    return f"{av.__version__}, with FFmpeg {av.ffmpeg_version_info} and x264"


def _cairo() -> str:
    import cairo  # noqa: PLC0415

    return f"{cairo.cairo_version_string()}, by pycairo {cairo.version}"


def _pango() -> str:
    import manimpango  # noqa: PLC0415

    return f"{manimpango.pango_version()}, by ManimPango {version('manimpango')}"


def _typst() -> str:
    import typst  # noqa: PLC0415

    typst.compile(b"$nabla f$", format="svg")
    return version("typst")


def _opengl() -> str:
    from mnemo_anim.render.identity import driver_name  # noqa: PLC0415

    name = driver_name()
    kind = "software" if any(word in name.lower() for word in _SOFTWARE) else "hardware"
    return f"{kind}, {name}"


def _fonts() -> str:
    from mnemo_anim.mobjects.lettering.typefaces import faces  # noqa: PLC0415

    return ", ".join(sorted(faces().families()))


PROBES: dict[str, Callable[[], str]] = {
    "Manim": _manim,
    "PyAV": _av,
    "Cairo": _cairo,
    "Pango": _pango,
    "Typst": _typst,
    "fonts": _fonts,
    "OpenGL": _opengl,
}
"""By the name of a part, what loads it and tells its version."""


def answer(name: str) -> dict[str, str]:
    """Return what is found of a part, or the error that it ends with."""
    try:
        return {"what": name, "found": PROBES[name]()}
    except BaseException as error:  # a broken part may raise anything
        told = " ".join(str(error).split())
        return {"what": name, "error": told or type(error).__name__}


def main(names: Sequence[str]) -> None:
    """Print an answer for each part."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # what parts print is no answer
        for name in names:
            print(json.dumps(answer(name)), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
    os._exit(0)  # a driver may yet crash as it is unloaded
