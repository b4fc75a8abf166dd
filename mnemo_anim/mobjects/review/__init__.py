"""The pictures of the review questions: each poses one, and plays its answer."""

from mnemo_anim.mobjects.review.halving_layers import HalvingLayers
from mnemo_anim.mobjects.review.how_steep import HowSteep
from mnemo_anim.mobjects.review.level_point import LevelPoint
from mnemo_anim.mobjects.review.one_of_four import OneOfFour
from mnemo_anim.mobjects.review.picture import ReviewPicture
from mnemo_anim.mobjects.review.steep_or_far import SteepOrFar
from mnemo_anim.mobjects.review.weight_step import WeightStep
from mnemo_anim.mobjects.review.which_input import WhichInput
from mnemo_anim.mobjects.review.which_way import WhichWay

__all__ = [
    "HalvingLayers",
    "HowSteep",
    "LevelPoint",
    "OneOfFour",
    "ReviewPicture",
    "SteepOrFar",
    "WeightStep",
    "WhichInput",
    "WhichWay",
]
