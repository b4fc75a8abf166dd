"""What is true of the functions on the screen: computed here, drawn elsewhere.

Everything takes and returns mathematical coordinates as NumPy arrays, and works on many points at
once. Importing this package is quick; SymPy and SciPy are imported when first needed.

Here are the tools, and the fields and networks of the lecture. What stands for a number on the
screen is imported from ``quantities`` and ``network_quantities``; what one section alone studies,
from ``advice``, ``computation_graph``, ``curve_fit`` and ``worked_example``.
"""

from mnemo_anim.maths.ascent import Ascent, gradient_ascent
from mnemo_anim.maths.coords import Array
from mnemo_anim.maths.critical_points import (
    CriticalKind,
    CriticalPoint,
    central_critical_point,
    classify,
    condition_number,
    find_critical_points,
)
from mnemo_anim.maths.descent import Descent, Outcome, Walk, gradient_descent, stability_limit
from mnemo_anim.maths.flow import Flow, gradient_flow
from mnemo_anim.maths.gallery import (
    BOWL,
    ELLIPTIC_BOWL,
    FORGOTTEN_MINUS,
    FOUR_DIALS,
    HILL,
    HILLSIDE,
    MACHINE,
    MACHINE_WALK,
    ONE_WEIGHT,
    PARABOLA,
    PASS,
    RAVINE,
    SADDLE,
    STEEP_EVERYWHERE,
    STEEP_NEAR_MINIMUM,
    THREE_DIALS,
    TROUGH,
    TWIN_SOUTH,
    TWIN_WALKS,
    TWIN_WEST,
    TWINS_MEET,
    TWINS_PLANE,
    VALLEYS,
    VALLEYS_WALK,
)
from mnemo_anim.maths.holding import hold
from mnemo_anim.maths.level_curves import LevelCurve, level_curves, nice_levels
from mnemo_anim.maths.network_gallery import (
    ChainRun,
    WeightScale,
    deep_chain,
    deep_chain_run,
    linear_layer_run,
    small_network_run,
)
from mnemo_anim.maths.networks import (
    Activation,
    DenseLayer,
    LayerGradient,
    Network,
    dense_network,
    gradient_vector,
)
from mnemo_anim.maths.places import level_place
from mnemo_anim.maths.scalar_field import Interval, ScalarField
from mnemo_anim.maths.separable import separate
from mnemo_anim.maths.slices import Slice, slice_along, slice_towards
from mnemo_anim.maths.slopes import (
    directional_derivative,
    gradient_angle,
    level_direction,
    relative_slope,
    steepest_ascent_direction,
    steepest_descent_direction,
    unit_directions,
)
from mnemo_anim.maths.training import Epoch, TrainingRun, train
from mnemo_anim.maths.walks import Stroll, evenly_spaced, level_walk, stroll

__all__ = [
    "BOWL",
    "ELLIPTIC_BOWL",
    "FORGOTTEN_MINUS",
    "FOUR_DIALS",
    "HILL",
    "HILLSIDE",
    "MACHINE",
    "MACHINE_WALK",
    "ONE_WEIGHT",
    "PARABOLA",
    "PASS",
    "RAVINE",
    "SADDLE",
    "STEEP_EVERYWHERE",
    "STEEP_NEAR_MINIMUM",
    "THREE_DIALS",
    "TROUGH",
    "TWINS_MEET",
    "TWINS_PLANE",
    "TWIN_SOUTH",
    "TWIN_WALKS",
    "TWIN_WEST",
    "VALLEYS",
    "VALLEYS_WALK",
    "Activation",
    "Array",
    "Ascent",
    "ChainRun",
    "CriticalKind",
    "CriticalPoint",
    "DenseLayer",
    "Descent",
    "Epoch",
    "Flow",
    "Interval",
    "LayerGradient",
    "LevelCurve",
    "Network",
    "Outcome",
    "ScalarField",
    "Slice",
    "Stroll",
    "TrainingRun",
    "Walk",
    "WeightScale",
    "central_critical_point",
    "classify",
    "condition_number",
    "deep_chain",
    "deep_chain_run",
    "dense_network",
    "directional_derivative",
    "evenly_spaced",
    "find_critical_points",
    "gradient_angle",
    "gradient_ascent",
    "gradient_descent",
    "gradient_flow",
    "gradient_vector",
    "hold",
    "level_curves",
    "level_direction",
    "level_place",
    "level_walk",
    "linear_layer_run",
    "nice_levels",
    "relative_slope",
    "separate",
    "slice_along",
    "slice_towards",
    "small_network_run",
    "stability_limit",
    "steepest_ascent_direction",
    "steepest_descent_direction",
    "stroll",
    "train",
    "unit_directions",
]
