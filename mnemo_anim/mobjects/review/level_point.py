"""A point without a slope: is it the minimum?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from manim import DOWN, RIGHT, UP, Animation, rush_from

from mnemo_anim.landscape import Landscape, Lantern, View
from mnemo_anim.landscape.view import vector3
from mnemo_anim.maths.gallery import PASS
from mnemo_anim.maths.quantities import Coordinate, Magnitude, PartialDerivative
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.ground.cut_curve import CutCurve
from mnemo_anim.mobjects.lettering.numerals import typst_list
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.ring import Ring
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.review.picture import CENTRE, WIDTH, ReviewPicture
from mnemo_anim.theme import DIM, PALETTE, TYPE

_HERE = (0.0, 0.0)  # the level point
_LANTERN = Lantern(_HERE, radius=0.95, strength=0.8)
_FALL = (0.0, -1.25)  # where the point has come to, along y
_ENDS = ((1.5, 0.0), RIGHT), ((0.0, -1.5), DOWN)  # where the cuts are named, on which side
_GAP = 0.15  # from there, in screen units
_CLOSE = 2.4  # how much nearer the camera is while the fog lies
_HIGH = 1.1  # elevation of the camera then, in radians: no wing is to be guessed
_TURN = 0.16  # radians by which the camera goes round while the question stands
_AZIMUTH, _ELEVATION = -0.5, 0.68  # of the camera, in radians: both wings are seen
_HEIGHT = 5.2  # of the pass on the screen, at most


class LevelPoint(ReviewPicture):
    """A pass in the fog: all that can be seen of it is level, until the fog lifts."""

    def __init__(self) -> None:
        self.land = Landscape(PASS, opacity=0.0, fog=1.0, curves=0.0, lantern=_LANTERN)
        self.land.set_view(self.close_view(_AZIMUTH))
        self.spot = Spot(_HERE)
        self.mark = PointMark(self.land, self.spot).set_z_index(2)
        self.left = PointMark(self.land, _HERE).set_z_index(1)
        magnitude = Magnitude(PASS, _HERE)
        self.norm = Tag(
            Readout(
                "{{norm(nabla f) : name}}",
                lambda: magnitude,
                decimals=0,
                size=TYPE.formula,
                parts={"name": PALETTE.uphill},
                backed=True,
            ),
            lambda: self.land.point(_HERE),
            UP,
            gap=0.7,
        )
        self.cuts = [CutCurve(self.land, _HERE, index).set_z_index(1) for index in (0, 1)]
        self.names = [self._name(index) for index in (0, 1)]
        x, y = (PartialDerivative(PASS, _HERE, index) for index in (0, 1))
        self.reason = Formula(
            f"f &= {PASS.formula()} \\ {{{{nabla f : name}}}}({typst_list(['#u', '#v'])}) &= "
            f"bracket.l {typst_list(['{{#x : x}}', '{{#y : y}}'])} bracket.r",
            parts={"name": PALETTE.uphill, "x": PALETTE.x_part, "y": PALETTE.y_part},
            numbers={n: Coordinate(_HERE, k) for k, n in enumerate("uv")} | {"x": x, "y": y},
        )

    def _name(self, index: int) -> Tag:
        """Return the letter of an axis, at the end of its cut that is nearer."""
        letter = halo(Formula("xy"[index], size=TYPE.formula, color=PALETTE.part(index)))
        end, side = _ENDS[index]
        return Tag(letter, lambda: self.land.point(end), side, gap=_GAP)

    def view(self) -> View:
        """Return the view of the whole pass."""
        return self.land.fitting_view(
            azimuth=_AZIMUTH, elevation=_ELEVATION, width=WIDTH, height=_HEIGHT, centre=CENTRE[:2]
        )

    def close_view(self, azimuth: float) -> View:
        """Return the view of the point alone, in the middle, from high above."""
        here = vector3(self.land.world(_HERE))
        scale = _CLOSE * self.view().scale
        return View(azimuth, _HIGH, scale=scale, focus=here, centre=vector3(CENTRE))

    def pose(self) -> Iterator[Animation]:
        """Light the ground round the point; say that it is level; look at it from elsewhere."""
        yield together(self.land.to(opacity=1.0), self.mark.appear())
        yield together(self.norm.appear(), Ring(self.land, self.spot).spread())
        yield self.land.to(view=self.close_view(_AZIMUTH + _TURN))

    def ponder(self) -> Sequence[Animation]:
        """Look from where the question was posed."""
        return (self.land.to(view=self.close_view(_AZIMUTH)),)

    def answer(self) -> Iterator[Animation]:
        """Lift the fog; cut along x, where it rises, and along y, where it falls."""
        yield together(
            self.land.to(view=self.view(), rate_func=rush_from),
            soon(self.norm.vanish()),
            late(self.land.to(fog=0.0, curves=1.0, lantern=replace(_LANTERN, strength=0.0))),
        )
        for cut, name in zip(self.cuts, self.names, strict=True):
            yield together(cut.trace(), late(name.appear()))
        yield together(self.left.vary(shown=(0.0, 2 * DIM)), self.spot.go_to(_FALL))
