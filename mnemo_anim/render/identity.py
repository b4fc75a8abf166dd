"""What draws here: the versions of all that takes part, the OpenGL driver, and the processor.

Two machines whose identities are the same draw the same frames.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

Identity: TypeAlias = dict[str, str]
"""By name, the version or the digest of each thing that takes part in drawing."""

PACKAGES = (  # that take part in drawing, besides our own
    "manim",
    "manimpango",
    "pycairo",
    "skia-pathops",
    "typst",
    "moderngl",
    "contourpy",
    "numpy",
    "scipy",
    "sympy",
    "av",
    "babel",
    "pygments",
)

_TOLD = 3  # differences, at the most
_DRIVERS = (
    "dri.so",
    "gallium",
    "egl",
    "libgl.",
    "libglx",
    "libgldispatch",
    "libglapi",
    "llvm",
    "nvidia",
)


@cache
def versions() -> Identity:
    """Return the versions of Python and of the packages that take part in drawing."""
    return {
        "python": ".".join(map(str, sys.version_info[:2])),
        **{name: _version(name) for name in PACKAGES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


@cache
def driver_name() -> str:
    """Return what the OpenGL driver calls itself; makes a context, and imports moderngl.

    Raises:
        LandscapeError: There is no OpenGL to be had.
    """
    from mnemo_anim.landscape.renderer import renderer  # noqa: PLC0415 - imports manim

    return renderer().driver


def processor() -> str:
    """Return for which vector units of this processor NumPy has picked its code.

    Elsewhere its functions may round otherwise, such as tanh does, and so may other libraries.
    """
    from numpy.lib.introspect import opt_func_info  # noqa: PLC0415 - slow to import

    targets = {kind["current"] for kinds in opt_func_info().values() for kind in kinds.values()}
    return ", ".join(sorted(targets))


def driver_files() -> dict[str, str]:
    """Return the files of the driver that this process has loaded, with size and time of each.

    A later process can see by them, without making a context, whether the driver is the same. Empty
    where the system does not tell: there, only the driver's name is known.
    """
    return {path: stamp for path in _mapped() if (stamp := _stamp(Path(path))) is not None}


def are_there(stamped: Mapping[str, str]) -> bool:
    """Return whether files are as they were when :func:`driver_files` told of them."""
    return all(_stamp(Path(path)) == stamp for path, stamp in stamped.items())


def _mapped() -> Iterator[str]:
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return
    paths = {line.split(maxsplit=5)[5] for line in maps.read_text().splitlines() if "/" in line}
    for path in sorted(paths):
        if any(part in Path(path).name.lower() for part in _DRIVERS):
            yield path


def _stamp(path: Path) -> str | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_size} {status.st_mtime_ns}"


def difference(expected: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Return what of two identities differs, in words; empty where they are the same."""
    unlike = [
        f"another {name}"
        if "/" in name
        else f"{name} {found.get(name, 'absent')}, not {expected.get(name, 'absent')}"
        for name in sorted({*expected, *found})
        if expected.get(name) != found.get(name)
    ]
    more = [f"{len(unlike) - _TOLD} more"] if len(unlike) > _TOLD else []
    return "; ".join([*unlike[:_TOLD], *more])
