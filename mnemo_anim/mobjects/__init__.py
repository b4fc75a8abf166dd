"""The visual vocabulary: what every scene draws with. Mobjects know no time."""

from mnemo_anim.mobjects.arrows import Arrow, slope_color
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Chart
from mnemo_anim.mobjects.claims import Claim, claims
from mnemo_anim.mobjects.column import DOTS, ComponentColumn
from mnemo_anim.mobjects.compass import Compass
from mnemo_anim.mobjects.components import ComponentArrow, Components
from mnemo_anim.mobjects.contour_map import ContourMap
from mnemo_anim.mobjects.cut_curve import CutCurve
from mnemo_anim.mobjects.dial import Dial
from mnemo_anim.mobjects.dial_machine import DialMachine
from mnemo_anim.mobjects.dial_nudge import DialNudge
from mnemo_anim.mobjects.dial_turn import DialTurn
from mnemo_anim.mobjects.drop_line import DropLine
from mnemo_anim.mobjects.field_arrows import FieldArrows
from mnemo_anim.mobjects.floor import Floor
from mnemo_anim.mobjects.focus import dim, undim
from mnemo_anim.mobjects.footing import footing, heading
from mnemo_anim.mobjects.glow import Glow
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.gradient_column import GradientColumn, partial_derivative
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.graph_curve import GraphCurve
from mnemo_anim.mobjects.guide_lines import GuideLines
from mnemo_anim.mobjects.held_note import HeldNote
from mnemo_anim.mobjects.hiker import Hiker
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.map_axes import MapAxes
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.meter_change import MeterChange
from mnemo_anim.mobjects.network_diagram import NetworkDiagram
from mnemo_anim.mobjects.notation import function_of_many, gradient_row
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.numerals import format_number
from mnemo_anim.mobjects.padlock import Padlock
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.quotient import Quotient
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.right_angle import RightAngle
from mnemo_anim.mobjects.secant_graph import SecantGraph
from mnemo_anim.mobjects.slice_graph import SliceGraph
from mnemo_anim.mobjects.slope_ring import SlopeRing
from mnemo_anim.mobjects.spot import PartOfSpot, Spot, as_spot
from mnemo_anim.mobjects.step_rail import StepRail
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.mobjects.tangent_arrow import TangentArrow
from mnemo_anim.mobjects.tangent_bar import TangentBar
from mnemo_anim.mobjects.ticks import decimals_for, nice_ticks
from mnemo_anim.mobjects.title import Title
from mnemo_anim.mobjects.trail import Trail
from mnemo_anim.mobjects.update_rule import UpdateRule

__all__ = [
    "DOTS",
    "Arrow",
    "CasedLine",
    "Chart",
    "Claim",
    "Compass",
    "ComponentArrow",
    "ComponentColumn",
    "Components",
    "ContourMap",
    "CutCurve",
    "Dial",
    "DialMachine",
    "DialNudge",
    "DialTurn",
    "DropLine",
    "FieldArrows",
    "Floor",
    "Formula",
    "Glow",
    "GradientArrow",
    "GradientColumn",
    "Graph",
    "GraphCurve",
    "GuideLines",
    "HeldNote",
    "Hiker",
    "Live",
    "MapAxes",
    "Meter",
    "MeterChange",
    "NetworkDiagram",
    "Number",
    "Padlock",
    "PartOfSpot",
    "Plate",
    "PointMark",
    "Quotient",
    "Readout",
    "RightAngle",
    "SecantGraph",
    "SliceGraph",
    "SlopeRing",
    "Spot",
    "StepRail",
    "Tag",
    "TangentArrow",
    "TangentBar",
    "Title",
    "Trail",
    "UpdateRule",
    "Vary",
    "Veiled",
    "Words",
    "as_spot",
    "claims",
    "decimals_for",
    "dim",
    "footing",
    "format_number",
    "function_of_many",
    "gradient_row",
    "halo",
    "heading",
    "nice_ticks",
    "partial_derivative",
    "slope_color",
    "undim",
]
