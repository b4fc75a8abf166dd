"""What is true of the functions on the screen: computed here, drawn elsewhere.

Everything takes and returns mathematical coordinates as NumPy arrays, and works on many points at
once. Importing this package is quick; SymPy and SciPy are imported when first needed.
"""

from mnemo_anim.maths.critical_points import (
    CriticalKind,
    CriticalPoint,
    classify,
    condition_number,
)
from mnemo_anim.maths.descent import Descent, Outcome, Walk, gradient_descent, stability_limit
from mnemo_anim.maths.flow import Flow, gradient_flow
from mnemo_anim.maths.gallery import (
    ELLIPTIC_BOWL,
    HILL,
    MACHINE,
    MACHINE_WALK,
    PARABOLA,
    RAVINE,
    SADDLE,
    STEEP_NEAR_MINIMUM,
    THREE_DIALS,
    TWIN_SOUTH,
    TWIN_WEST,
    TWINS_MEET,
    VALLEYS,
    VALLEYS_WALK,
)
from mnemo_anim.maths.holding import hold
from mnemo_anim.maths.level_curves import LevelCurve, level_curve, level_curves, nice_levels
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
from mnemo_anim.maths.scalar_field import ScalarField
from mnemo_anim.maths.slopes import (
    Nudge,
    Slice,
    directional_derivative,
    level_direction,
    nudge,
    slice_along,
    slice_towards,
    steepest_ascent_direction,
    steepest_descent_direction,
    unit_directions,
)
from mnemo_anim.maths.training import Epoch, TrainingRun, train

__all__ = [
    "ELLIPTIC_BOWL",
    "HILL",
    "MACHINE",
    "MACHINE_WALK",
    "PARABOLA",
    "RAVINE",
    "SADDLE",
    "STEEP_NEAR_MINIMUM",
    "THREE_DIALS",
    "TWINS_MEET",
    "TWIN_SOUTH",
    "TWIN_WEST",
    "VALLEYS",
    "VALLEYS_WALK",
    "Activation",
    "ChainRun",
    "CriticalKind",
    "CriticalPoint",
    "DenseLayer",
    "Descent",
    "Epoch",
    "Flow",
    "LayerGradient",
    "LevelCurve",
    "Network",
    "Nudge",
    "Outcome",
    "ScalarField",
    "Slice",
    "TrainingRun",
    "Walk",
    "WeightScale",
    "classify",
    "condition_number",
    "deep_chain",
    "deep_chain_run",
    "dense_network",
    "directional_derivative",
    "gradient_descent",
    "gradient_flow",
    "gradient_vector",
    "hold",
    "level_curve",
    "level_curves",
    "level_direction",
    "linear_layer_run",
    "nice_levels",
    "nudge",
    "slice_along",
    "slice_towards",
    "small_network_run",
    "stability_limit",
    "steepest_ascent_direction",
    "steepest_descent_direction",
    "train",
    "unit_directions",
]
