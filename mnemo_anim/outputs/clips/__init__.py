"""Each beat as a clip of its own, cut out of the film of its scene.

A clip has exactly the frames of its beat. Pictures are taken from the film as they were coded, and
coded again only where that cannot be: in the piece of half a second at most at either end where a
beat begins or ends between two key frames, and wherever words are taken off the caption rail.
"""

from mnemo_anim.outputs.clips.clip import (
    FORMATS,
    Clip,
    Format,
    clips_of,
    jobs_with,
)
from mnemo_anim.outputs.clips.making import Made, Task, make_clips

__all__ = [
    "FORMATS",
    "Clip",
    "Format",
    "Made",
    "Task",
    "clips_of",
    "jobs_with",
    "make_clips",
]
