"""The visual vocabulary: what every scene draws with. Mobjects know no time."""

from mnemo_anim.mobjects.arrows import Arrow, slope_color
from mnemo_anim.mobjects.chart import Chart
from mnemo_anim.mobjects.claims import Claim, claims
from mnemo_anim.mobjects.components import ComponentArrow, Components
from mnemo_anim.mobjects.contour_map import ContourMap
from mnemo_anim.mobjects.floor import Floor
from mnemo_anim.mobjects.glow import Glow
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.hiker import Hiker
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.numerals import format_number
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.spot import Spot, as_spot
from mnemo_anim.mobjects.tangent_arrow import TangentArrow
from mnemo_anim.mobjects.ticks import decimals_for, nice_ticks

__all__ = [
    "Arrow",
    "Chart",
    "Claim",
    "ComponentArrow",
    "Components",
    "ContourMap",
    "Floor",
    "Formula",
    "Glow",
    "GradientArrow",
    "Hiker",
    "Live",
    "Number",
    "Plate",
    "Readout",
    "Spot",
    "TangentArrow",
    "Vary",
    "Veiled",
    "Words",
    "as_spot",
    "claims",
    "decimals_for",
    "format_number",
    "halo",
    "nice_ticks",
    "slope_color",
]
