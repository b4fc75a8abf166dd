"""The scenes of the lecture, each played once for all the tests that ask what it plays."""

from functools import cache
from importlib import import_module

from mnemo_anim.section_scene import SectionScene
from scenes import SCENES
from tests.truth.inspection import Inspection, inspect

DRAFT = 15
"""Frames per second at which the scenes are inspected."""


def scene_class(section: str) -> type[SectionScene]:
    """Return the scene of a section."""
    module, name = SCENES[section].split(":")
    found: type[SectionScene] = getattr(import_module(module), name)
    assert issubclass(found, SectionScene)
    return found


@cache
def inspected(section: str) -> Inspection:
    """Return what the scene of a section plays, and what is found on its screen."""
    return inspect(scene_class(section), fps=DRAFT)
