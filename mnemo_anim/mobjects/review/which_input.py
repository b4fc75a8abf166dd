"""Which input moves f faster: both parts of the gradient, side by side."""

from collections.abc import Iterator, Sequence

from manim import RIGHT, UP, Animation, Arc, Create, FadeIn, FadeOut

from mnemo_anim.maths.gallery import ELLIPTIC_BOWL
from mnemo_anim.maths.quantities import Coordinate, PartialDerivative
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.numerals import typst_list
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.guide_lines import GuideLines
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.ring import Ring
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.mobjects.slopes.components import ComponentArrow
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_HERE = (2.0, 1.0)  # the point that the question names
_SCALE = 0.26  # length on the map of a slope of 1
_UNIT = 1.3
_X_RANGE, _Y_RANGE = (0.0, 4.0), (-0.5, 3.0)
_CLEAR = [(2.0, 1.0), (2.0, 2.4), (3.4, 1.0), (2.0, 2.0), (2.7, 1.7)]  # where things will stand
_GAP = 0.16  # between an arrow's tip and its number, in screen units


class WhichInput(ReviewPicture):
    """The map of x² + 2y², a point on it, and the slopes along both axes there."""

    def __init__(self) -> None:
        self.spot = Spot(_HERE)
        self.chart = ContourMap(
            ELLIPTIC_BOWL,
            x_range=_X_RANGE,
            y_range=_Y_RANGE,
            unit=_UNIT,
            centre=CENTRE,
            keep_clear=_CLEAR,
        )
        self.ground = self.chart.backing(opacity=0.0)
        self.guides = GuideLines(self.chart, self.spot)
        self.mark = PointMark(self.chart, self.spot).set_z_index(1)
        self.parts = [
            ComponentArrow(self.chart, self.spot, index, scale=_SCALE, thickness=2 * STROKES.arrow)
            for index in (0, 1)
        ]
        self.parts[1].slid = 0.0  # both begin at the point
        for part in self.parts:
            part.redraw()
        self.numbers = [self._number(index) for index in (0, 1)]
        radius = self.parts[0].tip[0] - self.parts[0].tail[0]
        self.equal = Arc(
            radius,
            0.0,
            1.5707963267948966,
            arc_center=self.parts[0].tail,
            color=PALETTE.level,
            stroke_width=STROKES.level,
        )
        self.arrow = GradientArrow(self.chart, self.spot, scale=_SCALE)
        slopes = [
            f"{{{{{ELLIPTIC_BOWL.partial(index).formula()} : {name}}}}}"
            for index, name in enumerate("xy")
        ]
        self.reason = Formula(
            f"{{{{nabla f : name}}}} &= bracket.l {typst_list(slopes)} bracket.r \\ "
            f"{{{{nabla f : at}}}}({typst_list(['#u', '#v'])}) &= "
            f"bracket.l {typst_list(['{{#p : p}}', '{{#q : q}}'])} bracket.r",
            parts={"name": PALETTE.uphill, "at": PALETTE.uphill}
            | dict.fromkeys("xp", PALETTE.x_part)
            | dict.fromkeys("yq", PALETTE.y_part),
            numbers={n: Coordinate(_HERE, k) for k, n in enumerate("uv")}
            | {n: PartialDerivative(ELLIPTIC_BOWL, _HERE, k) for k, n in enumerate("pq")},
        )

    def pose(self) -> Iterator[Animation]:
        """Draw the map; mark the point, and where it stands on both axes."""
        yield together(self.ground.to(opacity=1.0), self.chart.trace())
        yield together(
            self.mark.appear(), self.guides.appear(), Ring(self.chart, self.spot).spread()
        )

    def ponder(self) -> Sequence[Animation]:
        """Send a ring out from the point once more."""
        return (Ring(self.chart, self.spot).spread(),)

    def answer(self) -> Iterator[Animation]:
        """Let both parts grow from the point; show that they are equal; put them together."""
        yield together(self.guides.vanish(), *(part.grow() for part in self.parts))
        yield FadeIn(*self.numbers)
        yield Create(self.equal)
        yield together(soon(FadeOut(self.equal)), late(self.arrow.grow()))

    def _number(self, index: int) -> Number:
        number = Number(
            source=lambda: PartialDerivative(ELLIPTIC_BOWL, _HERE, index),
            decimals=0,
            size=TYPE.formula,
            color=PALETTE.part(index),
            signed=True,
            family=FONTS.maths,
        )
        number.next_to(self.parts[index].tip, (RIGHT, UP)[index], buff=_GAP)
        halo(number)
        return number
