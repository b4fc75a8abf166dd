"""The gradient at a spot that goes along a way: on the ground, and on a panel beside it."""

from manim import UL, UR, AnimationGroup, FadeIn, VGroup

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths.walks import Stroll
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.ring import Ring
from mnemo_anim.mobjects.maps.track import Track
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.true_length import TrueLength
from mnemo_anim.mobjects.survey.cross_cuts import CrossCuts
from mnemo_anim.mobjects.survey.gradient_panel import GradientPanel
from mnemo_anim.theme import PALETTE, TYPE

_PADDING = 0.14  # of the plate behind the word at the tip, in screen units
_SMALL = 0.6  # radius of the mark on the ground while it wanders, over that at rest


class GradientTour:
    """A spot on a landscape that goes along a way, and ∇f there, shown wherever it comes.

    It is no mobject: its parts come one by one.

    Args:
        landscape: What it goes over.
        spot: What goes. It is at the start of the way.
        way: Where it goes.
        scale: Length of the arrow of magnitude 1, in units of coords.
        x: Of the middle of the panel, in screen units.
        uphill: The word for where the arrow points.
        magnitude: The word for how long it is.
        arrow_scale: The words for the scale that it is drawn to.

    Attributes:
        way: As given.
        mark: The spot, on the ground.
        arrow: ∇f, on the ground.
        uphill: The word, at its tip.
        name: ∇f, beside its middle.
        panel: ∇f on a map, on a meter, and as a column.
        tracks: The way so far, on the ground and on the map.
    """

    def __init__(
        self,
        landscape: Landscape,
        spot: Spot,
        way: Stroll,
        *,
        scale: float,
        x: float,
        uphill: str,
        magnitude: str,
        arrow_scale: str,
    ) -> None:
        self.spot, self.way = spot, way
        self.mark = PointMark(landscape, spot)
        self.arrow = GradientArrow(TrueLength(landscape), spot, scale=scale)
        self.arrow.components.set_z_index(1)  # they are the thinner ones
        word = Words(uphill, size=TYPE.label, color=PALETTE.uphill)
        plate = Plate.behind(word, padding=_PADDING)
        self.uphill = Tag(VGroup(plate, word), lambda: self.arrow.tip, UL)
        name = Formula(f"nabla {landscape.field.name}", size=TYPE.label, color=PALETTE.uphill)
        self.name = Tag(halo(name), lambda: (self.arrow.tail + self.arrow.tip) / 2, UR)
        self.panel = GradientPanel(
            landscape,
            spot,
            scale=scale,
            steepest=float(way.steepness.max()),
            words=(magnitude, arrow_scale),
            x=x,
        )
        self.tracks = [Track(chart, spot, way.coords) for chart in (landscape, self.panel.map)]
        for mark in (self.mark, self.panel.mark):
            mark.set_z_index(2)  # over the tangents, and the tails of the arrows

    def assemble_from(self, cuts: CrossCuts) -> AnimationGroup:
        """Return the animation in which the tangents of both cuts become ∇f, and its parts."""
        x, y = cuts.x, cuts.y
        return together(
            self.arrow.assemble_from(x.tangent, y.tangent, keep=True),
            self.panel.arrow.assemble_from(x.graph.tangent, y.graph.tangent, keep=True),
            late(FadeIn(self.panel.axes)),  # the tangents pass where their numbers stand
        )

    def pulse(self) -> AnimationGroup:
        """Return the animation in which both arrows swell, and are as before."""
        return together(self.arrow.pulse(), self.panel.arrow.pulse())

    def show_names(self) -> AnimationGroup:
        """Return the animation in which the arrow on the ground gets its name and its word."""
        return together(self.uphill.appear(), self.name.appear())

    def set_out(self) -> AnimationGroup:
        """Return the animation in which all that would be in the way of wandering leaves."""
        smaller = self.mark.vary(radius=_SMALL * self.mark.radius)
        return together(self.uphill.vanish(), self.name.vanish(), smaller)

    def walk_to(self, index: int) -> AnimationGroup:
        """Return the animation in which the spot goes on to the point ``index`` of its way."""
        return together(*(track.walk_to(index) for track in self.tracks))

    def walk_to_end(self) -> AnimationGroup:
        """Return the animation in which the spot goes on until its way is over."""
        return self.walk_to(len(self.way.coords) - 1)

    def point_out(self) -> AnimationGroup:
        """Return the animation in which a ring spreads from the spot, on ground and map."""
        marks = (self.mark, self.panel.mark)
        return together(*(Ring(mark.chart, self.spot).spread() for mark in marks))
