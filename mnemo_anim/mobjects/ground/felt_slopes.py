"""The slopes along both axes at one place: all that a foot can feel of the ground."""

from manim import DL, DR, AnimationGroup, VGroup, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.ground.felt_slope import FeltSlope
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow

_NEARER = ((1, DR), (-1, DL))  # end of each bar that lies towards the viewer, and its free side
_GAP = 0.12  # between a bar and its name, in screen units


class FeltSlopes(VGroup):
    """A `FeltSlope` along each axis of a landscape, with names that may be shown beside them.

    Args:
        landscape: The ground.
        at: Coords (2,) or a spot.
        names: The names of both, if they are to have any.
        length: Of the bars, in units of coords.

    Attributes:
        along: The slope along x, and that along y.
        names: A label beside each; in the scene once it appears.
    """

    def __init__(
        self,
        landscape: Landscape,
        at: ArrayLike | Spot,
        *,
        names: tuple[VMobject, ...] = (),
        length: float = 1.0,
    ) -> None:
        self.along = [FeltSlope(landscape, at, index, length=length) for index in (0, 1)]
        super().__init__(*self.along)
        self.names = [
            Tag(name, slope.end(end), side, gap=_GAP)
            for name, slope, (end, side) in zip(names, self.along, _NEARER, strict=False)
        ]

    def grow(self) -> AnimationGroup:
        """Return the animation in which both bars grow from their middles, level."""
        return together(*(slope.grow() for slope in self.along))

    def feel(self) -> AnimationGroup:
        """Return the animation in which both bars tilt into the slopes of the ground."""
        return together(*(slope.feel() for slope in self.along))

    def become(self, arrow: GradientArrow) -> AnimationGroup:
        """Return the animation in which the bars slide together, tip to tail, into ∇f."""
        return together(
            *(name.vanish() for name in self.names),
            *(slope.let_go() for slope in self.along),
            arrow.assemble_from(*(slope.bar for slope in self.along)),
        )

    def vanish(self) -> AnimationGroup:
        """Return the animation in which both fade out."""
        return together(*(slope.vanish() for slope in self.along))
