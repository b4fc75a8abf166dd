"""A cut through a landscape, twice: in the ground that it opens, and as a flat graph beside it."""

from math import pi

from manim import DOWN, RIGHT, UP, AnimationGroup, FadeIn, FadeOut, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.landscape import CuttingPlane, Landscape, View
from mnemo_anim.landscape.landscape import LandscapeChange, as_rgb
from mnemo_anim.maths.quantities import Coordinate
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.slice_graph import SliceGraph
from mnemo_anim.mobjects.ground.cut_curve import CutCurve
from mnemo_anim.mobjects.ground.cut_face import CutFace
from mnemo_anim.mobjects.ground.ground_axis import GroundAxis
from mnemo_anim.mobjects.ground.ground_triangle import GroundTriangle
from mnemo_anim.mobjects.lettering.padlock import Padlock
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.tangent_bar import TangentBar
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_BAR = 0.75 * STROKES.arrow  # thickness of both tangents
_TANGENT = 2.4  # length on the ground, in units of coords: it reaches over a run of 1
_BOX = (7.5, 4.0)  # width and height of what the ground fills, beside the graphs
_BESIDE = (-2.75, 0.8)  # middle of that box, a screen point
_LOW = 0.3  # elevation from which a cut is looked at, in radians
_GAP = 0.22  # between the graph and its readout, and a padlock and what it holds


class Cutaway:
    """The cut along one variable through a spot: one point, one tangent, one colour, two pictures.

    It is no mobject: its parts come and go one by one.

    Args:
        landscape: What is cut. Its origin is the corner of the ground that stays.
        spot: Where.
        index: 0 along x, 1 along y.
        centre: Screen point of the middle of the flat graph.
        width: Of the flat graph, in screen units.
        words: Names of run, rise and slope.

    Attributes:
        graph: The flat graph.
        face: The area under it, which comes from the ground.
        slope: The partial derivative, above the flat graph.
        quotient: Slope is rise over run, in words, below it.
        edge: The curve on the ground.
        wall: The area under it.
        tangent: On the ground.
        triangle: Run and rise, on the ground.
        axis: Along the foot of the cut.
        held: The other variable, under lock: it is treated as a constant.
    """

    def __init__(
        self,
        landscape: Landscape,
        spot: Spot,
        index: int,
        *,
        centre: ArrayLike,
        width: float,
        words: tuple[str, str, str],
    ) -> None:
        field, other, color = landscape.field, 1 - index, PALETTE.part(index)
        self.landscape, self.spot, self.index = landscape, spot, index
        self.graph = SliceGraph(
            field,
            spot,
            index,
            centre=centre,
            width=width,
            f_range=landscape.terrain.value_range,
            words=words[:2],
        )
        self.graph.tangent.set_stroke(color, width=_BAR)
        paper = self.graph.curve.paper
        self.face, self.wall = CutFace(landscape, paper), CutFace(landscape, paper)
        self.edge = CutCurve(landscape, spot, index)
        self.tangent = TangentBar(landscape, spot, index, length=_TANGENT, width=_BAR)
        self.triangle = GroundTriangle(landscape, spot, index)
        goes_below = landscape.origin[other] > spot.coords[other]
        self.axis = GroundAxis(landscape, index, "low" if goes_below else "high")
        for line in (self.tangent, self.triangle, self.axis, self.graph.tangent):
            line.set_z_index(1)  # over the walls of both cuts, and what flies past
        self.graph.dot.set_z_index(2)
        self.slope = Readout(
            rf"partial {field.name} \/ partial {field.variables[index]}",
            lambda: paper.slope,
            color=color,
            signed=True,
        )
        border = self.graph.axes.border
        self.slope.next_to(border, UP, buff=_GAP).align_to(border, RIGHT)
        run, rise, slope = (f'"{word}"' for word in words)
        self.quotient = Formula(
            f"{slope} = frac({{{{ {rise} : rise }}}}, {run})",
            size=TYPE.body,
            parts={"rise": color},
        )
        self.quotient.next_to(self.graph.axes, DOWN, buff=2 * STAGE.gap)
        value = Readout(
            field.variables[other], lambda: Coordinate(spot.at, other), color=PALETTE.part(other)
        )
        self.held = VGroup(Padlock().scale(1.3), value).arrange(RIGHT, buff=_GAP)

    @property
    def extent(self) -> tuple[float, float]:
        """The landscape's extent when the ground before the cut is taken away."""
        other = 1 - self.index
        stays = self.landscape.origin[other]
        goes = max(self.landscape.field.domain[other], key=lambda end: abs(end - stays))
        left = (float(self.spot.coords[other]) - stays) / (goes - stays)
        return (1.0, left) if other else (left, 1.0)

    def view(self, aside: float = 0.0, centre: tuple[float, float] = _BESIDE) -> View:
        """Return a view of the cut and of the ground that it leaves.

        Args:
            aside: Azimuth in radians from where its variable runs straight to the right.
            centre: Middle of the box that the ground fills, a screen point.
        """
        return self.view_of(self.extent, self.index * pi / 2 + aside, _LOW, centre)

    def view_of(
        self,
        extent: tuple[float, float],
        azimuth: float,
        elevation: float,
        centre: tuple[float, float],
    ) -> View:
        """Return a view of part of the ground, in a box as wide and high as for the cut."""
        width, height = _BOX
        return self.landscape.fitting_view(
            azimuth=azimuth,
            elevation=elevation,
            width=width,
            height=height,
            centre=centre,
            extent=extent,
        )

    def lay_sheet(self) -> LandscapeChange:
        """Return the animation in which a sheet is drawn through the ground where it is cut."""
        return self._to_plane(sheet=1.0)

    def uncover(self) -> AnimationGroup:
        """Return the animation in which sheet and ground before the cut go, and it opens."""
        away = self.landscape.to(extent=self.extent)
        return together(away, self._to_plane(sheet=0.0), self.open())

    def open(self) -> AnimationGroup:
        """Return the animation in which the wall appears when the ground before it has gone."""
        return late(self.wall.appear(), self.axis.appear())

    def clear_plane(self) -> None:
        """Take the curve of the sheet off the ground, at once: the edge stands in its place."""
        self.landscape.set_state(**{self._plane: CuttingPlane()})

    def show(self) -> Vary:
        """Return the animation in which the edge of the cut lights up from its start."""
        return self.edge.trace()

    def lift(self) -> AnimationGroup:
        """Return the animation in which the cut leaves the ground, and becomes the flat graph."""
        return together(
            late(FadeIn(self.graph.axes)),
            self.face.unfold(),
            self.graph.curve.unfold_from(self.landscape),
        )

    def touch(self) -> AnimationGroup:
        """Return the animation in which the tangent grows, on the ground and on the graph."""
        return together(self.tangent.grow(), self.graph.tangent.grow(), FadeIn(self.graph.dot))

    def measure(self) -> AnimationGroup:
        """Return the animation that draws run and rise, on the ground and on the graph."""
        return together(self.triangle.trace(), self.graph.triangle.trace())

    def put_away(self) -> AnimationGroup:
        """Return the animation in which run, rise and what is held leave both pictures."""
        return soon(FadeOut(self.held), self.triangle.vanish(), self.graph.triangle.vanish())

    def give_way(self) -> AnimationGroup:
        """Return the animation in which the other cut gets the ground; the flat graph stays."""
        return together(
            self.leave_ground(),
            self.graph.triangle.vanish(),
            soon(FadeOut(self.held, self.quotient)),
        )

    def come_back(self) -> AnimationGroup:
        """Return the animation in which the cut is on the ground again, beside the other."""
        return together(self.open(), late(self.edge.appear(), self.tangent.appear()))

    def leave_ground(self) -> AnimationGroup:
        """Return the animation in which the cut leaves the ground before that closes."""
        parts = (self.wall, self.edge, self.tangent, self.triangle, self.axis)
        return soon(*(part.vanish() for part in parts))

    def leave_paper(self) -> AnimationGroup:
        """Return the animation in which graph and wall leave; tangents, edge and slope stay."""
        graph = self.graph
        gone = (self.wall, self.face, graph.curve, graph.dot)
        return together(FadeOut(graph.axes), *(part.vanish() for part in gone))

    def dim(self, shown: float) -> AnimationGroup:
        """Return the animation in which all that is the cut's own steps back, or forth.

        Args:
            shown: How far they are there at the end: 1 is full.
        """
        graph = self.graph
        ground = (self.wall, self.edge, self.tangent, self.axis)
        paper = (self.face, graph.curve, graph.tangent, graph.dot)
        return together(
            *(part.vary(shown=shown) for part in (*ground, *paper)),
            *(text.animate.set_opacity(shown) for text in (self.slope, graph.axes.names[0])),
        )

    @property
    def _plane(self) -> str:
        """The field of the landscape's state that has the cutting plane."""
        return ("cut_x", "cut_y")[self.index]

    def _to_plane(self, sheet: float) -> LandscapeChange:
        at = float(self.spot.coords[1 - self.index])
        plane = CuttingPlane(at, as_rgb(PALETTE.part(self.index)), reveal=1.0, sheet=sheet)
        return LandscapeChange(self.landscape, {self._plane: plane})
