"""Small maps on which one property of the gradient goes on for ever, for the cells of a table."""

from mnemo_anim.mobjects.miniatures.critical import CriticalMiniature
from mnemo_anim.mobjects.miniatures.crossing import CrossingMiniature
from mnemo_anim.mobjects.miniatures.directions import DirectionsMiniature
from mnemo_anim.mobjects.miniatures.entries import EntriesMiniature
from mnemo_anim.mobjects.miniatures.life import Life
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.miniatures.steepness import SteepnessMiniature
from mnemo_anim.mobjects.miniatures.steps import StepsMiniature

__all__ = [
    "CriticalMiniature",
    "CrossingMiniature",
    "DirectionsMiniature",
    "EntriesMiniature",
    "Life",
    "Miniature",
    "SteepnessMiniature",
    "StepsMiniature",
]
