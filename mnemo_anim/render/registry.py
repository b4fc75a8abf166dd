"""Which scene plays which section, without importing any scene.

A package of scenes, `scenes` by default, names them in its `SCENES`: section id →
``"module:Class"``, in the order of the lecture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from mnemo_anim.render.errors import RenderError, UnknownNameError

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene

PACKAGE = "scenes"


@dataclass(frozen=True, slots=True)
class SceneEntry:
    """The scene of one section, by name."""

    section: str
    module: str
    class_name: str

    @property
    def source(self) -> Path:
        """The file of the scene's module; RenderError if there is no such module."""
        try:
            spec = find_spec(self.module)
        except ModuleNotFoundError:
            spec = None
        if spec is None or spec.origin is None:
            raise RenderError(
                f"section “{self.section}” names the module {self.module}, which does not exist. "
                f"Write it, or mend SCENES in {self.module.partition('.')[0]}."
            )
        return Path(spec.origin)

    def load(self) -> "type[SectionScene]":
        """Import the scene class, and manim with it.

        Raises:
            RenderError: the module has no such class.
        """
        found = getattr(import_module(self.module), self.class_name, None)
        if not isinstance(found, type):
            raise RenderError(f"{self.source} has no class {self.class_name}.")
        return found


def registered_scenes(package: str = PACKAGE) -> tuple[SceneEntry, ...]:
    """Return the scenes that `package` names, in the lecture's order.

    Raises:
        RenderError: there is no such package, or it does not name its scenes as it should.
    """
    scenes = getattr(_imported(package), "SCENES", None)
    if not isinstance(scenes, dict) or not all(":" in str(target) for target in scenes.values()):
        raise RenderError(
            f"“{package}” does not name its scenes. Let it have a SCENES such as "
            f'{{"opening": "{package}.opening:Opening"}}, or check --scenes.'
        )
    return tuple(
        SceneEntry(section, *target.partition(":")[::2]) for section, target in scenes.items()
    )


def folder_of(package: str) -> Path:
    """Return where a package of scenes lies; RenderError if there is none."""
    return Path(_imported(package).__path__[0])


def _imported(package: str) -> ModuleType:
    try:
        found = import_module(package)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{package}.".startswith(f"{error.name}."):
            raise RenderError(f"the package “{package}” cannot be imported ({error}).") from error
        found = None
    except Exception as error:
        raise RenderError(f"the package “{package}” cannot be imported ({error}).") from error
    if found is None or not hasattr(found, "__path__"):
        raise RenderError(f"there is no package of scenes “{package}”. Check --scenes.")
    return found


def scene_named(name: str, entries: Sequence[SceneEntry]) -> SceneEntry:
    """Return the scene of that class name or section id.

    Raises:
        UnknownNameError: there is none; it names the nearest ones.
    """
    for entry in entries:
        if name in (entry.class_name, entry.section):
            return entry
    known = [known for entry in entries for known in (entry.class_name, entry.section)]
    raise UnknownNameError.among("scene", name, known)
