"""The former name of :mod:`mnemo_anim.maths.walks`, for what still asks for it there."""

from mnemo_anim.maths.walks import level_walk

__all__ = ["level_walk"]
