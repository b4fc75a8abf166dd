"""What is drawn on the cards of common pitfalls."""

from mnemo_anim.mobjects.pitfalls.far_is_steep import FarIsSteep
from mnemo_anim.mobjects.pitfalls.near_and_far import NearAndFar
from mnemo_anim.mobjects.pitfalls.number_or_vector import NumberOrVector
from mnemo_anim.mobjects.pitfalls.plus_or_minus import PlusOrMinus
from mnemo_anim.mobjects.pitfalls.twins import Twins

__all__ = ["FarIsSteep", "NearAndFar", "NumberOrVector", "PlusOrMinus", "Twins"]
