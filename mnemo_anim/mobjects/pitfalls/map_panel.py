"""A function of two variables: its map, and the gradient at a point as an arrow and a column."""

from manim import DOWN, DR, LEFT, RIGHT, UL, UP, AnimationGroup, FadeIn, Mobject, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.map_axes import axis_name
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.column import ComponentColumn
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.gradient_column import partial_derivative
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_ROOM = -8.0  # the component for which room is kept


class MapPanel:
    """A map with ∇f at a spot; the column below it is live, and follows.

    Args:
        field: f, of two variables.
        at: The spot.
        size: Width and height of the map, in screen units: as much of y is shown, about 0, as
            there is room for.
        centre: Screen point of its middle.
        scale: Length, in units of coords, of the arrow for a gradient of magnitude 1.
        word: What ∇f is.

    Attributes:
        ground: The relief.
        map: The level curves over it.
        names: Of the inputs, beside the ends of their axes.
        line: The inputs (x, 0): the axis of a function of x alone.
        arrow: ∇f.
        mark: The spot.
        column: ∇f in numbers.
        word: The word.
    """

    def __init__(
        self,
        field: ScalarField,
        at: Spot,
        *,
        size: tuple[float, float],
        centre: ArrayLike,
        scale: float,
        word: str,
    ) -> None:
        west, east = field.domain[0]
        unit = size[0] / (east - west)
        reach = size[1] / 2 / unit
        self.map = ContourMap(field, y_range=(-reach, reach), unit=unit, centre=centre, plain=True)
        self.ground = self.map.backing()
        x_name, y_name = (axis_name(x, PALETTE.part(i)) for i, x in enumerate(field.variables))
        border = self.map.axes.border
        x_name.next_to(border.get_corner(DR), RIGHT, buff=STAGE.gap / 2, aligned_edge=DOWN)
        y_name.next_to(border.get_corner(UL), LEFT, buff=STAGE.gap / 2, aligned_edge=UP)
        self.names = VGroup(x_name, y_name)
        self.line = CasedLine(color=PALETTE.x_part, width=STROKES.axis)
        self.line.draw([self.map.point([(west, 0.0), (east, 0.0)])])
        self.arrow = GradientArrow(self.map, at, scale=scale)
        self.mark = PointMark(self.map, at)
        VGroup(self.arrow, self.mark).set_z_index(2)  # over the line, which comes later
        self.column = ComponentColumn(
            [partial_derivative(field, at, index, widest=_ROOM) for index in range(2)],
            name=f"nabla {field.name}",
        )
        self.word = Words(word, size=TYPE.body, color=PALETTE.ink_soft)

    @property
    def picture(self) -> tuple[Mobject, ...]:
        """The map with what stands on it, and nothing written."""
        return self.ground, self.map, self.names, self.arrow, self.mark

    def appear(self) -> AnimationGroup:
        """Return the animation in which the map appears, and then what is written below it."""
        self.ground.set_opacity(0.0)
        return together(
            self.ground.to(opacity=1.0),
            FadeIn(self.map),
            FadeIn(self.names),
            self.arrow.appear(),
            self.mark.appear(),
            late(FadeIn(self.column), FadeIn(self.word)),
        )

    def write_below(self, middle: ArrayLike) -> None:
        """Put column and word beside each other, their middle at a screen point (3,)."""
        VGroup(self.column, self.word).arrange(RIGHT, buff=1.5 * STAGE.gap).move_to(middle)
