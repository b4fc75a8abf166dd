"""The landscape: a scalar field as a scene in relief, drawn by OpenGL in Cairo scenes."""

from mnemo_anim.landscape.camera import LandscapeCamera
from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.landscape import Landscape, LandscapeChange
from mnemo_anim.landscape.painted import Painted
from mnemo_anim.landscape.state import CuttingPlane, LandscapeState, Lantern, LevelPlane
from mnemo_anim.landscape.view import View

__all__ = [
    "CuttingPlane",
    "Landscape",
    "LandscapeCamera",
    "LandscapeChange",
    "LandscapeError",
    "LandscapeState",
    "Lantern",
    "LevelPlane",
    "Painted",
    "View",
]
