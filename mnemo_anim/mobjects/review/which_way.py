"""Rising to the east, level to the north: which way is the step?"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from manim import RIGHT, UL, Animation, VMobject

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.maths.places import level_place
from mnemo_anim.maths.quantities import PartialDerivative, Product, Quantity
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.ground.felt_slopes import FeltSlopes
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.lettering.numerals import typst_list
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.review.picture import CENTRE, HEIGHT, WIDTH, ReviewPicture
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, TYPE

_NEAR = (-0.6, 1.2)  # where to look for ground that is level to the north
_RATE = 0.8  # α of the step, and the length on the map of an arrow of magnitude 1
_BAR = 1.3  # length of a slope bar, in units of x
_WINDOW = (-2.2, 1.1), (-0.3, 2.7)  # the part of the landscape that is looked at, in x and in y
_AZIMUTH, _ELEVATION = -0.42, 0.72  # of the camera, in radians
_GAP = 0.16  # between a level line and its name, in screen units
_DRIFT = 0.12  # radians by which the camera goes round while the question stands


class WhichWay(ReviewPicture):
    """A hiker on the landscape, the slopes under the feet, the step.

    Args:
        words: The words on the screen, by id: ``east`` and ``north``.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.here = level_place(VALLEYS, _NEAR, 1)
        self.spot = Spot(self.here)
        x_range, y_range = _WINDOW
        self.land = Landscape(VALLEYS, x_range=x_range, y_range=y_range, opacity=0.0)
        self.land.set_view(self.view(_AZIMUTH))
        self.hiker = Walker(self.land, self.spot, height=0.5).set_z_index(1)
        self.slopes = FeltSlopes(self.land, self.spot, length=_BAR)
        self.names = [
            Tag(_named(words[name], index), self.slopes.along[index].level_end(1), side, gap=_GAP)
            for index, (name, side) in enumerate((("east", RIGHT), ("north", UL)))
        ]
        self.arrow = GradientArrow(self.land, self.spot, scale=_RATE)
        step = -_RATE * np.asarray(VALLEYS.gradient(self.here))
        self.trail = Trail(self.land, np.stack([self.here, self.here + step]))
        self.reason = _in_numbers(self.here)

    def view(self, azimuth: float) -> View:
        """Return the view of the place, about from the south."""
        return self.land.fitting_view(
            azimuth=azimuth, elevation=_ELEVATION, width=WIDTH, height=HEIGHT, centre=CENTRE[:2]
        )

    def pose(self) -> Iterator[Animation]:
        """Come to the hiker; feel both slopes; look around."""
        yield together(self.land.to(opacity=1.0), self.hiker.appear())
        east, north = self.slopes.along
        self.slopes.update()
        yield together(east.grow(), east.feel(), self.names[0].appear())
        yield together(north.grow(), self.names[1].appear())
        turned = self.view(_AZIMUTH + _DRIFT)
        yield together(self.land.to(view=turned), self.hiker.vary(bearing=2 * np.pi))

    def ponder(self) -> Sequence[Animation]:
        """Look from where the question was posed."""
        return (self.land.to(view=self.view(_AZIMUTH)),)

    def answer(self) -> Iterator[Animation]:
        """Combine the slopes, turn round, step."""
        yield together(
            *(soon(name.vanish()) for name in self.names),
            self.slopes.become(self.arrow),
        )
        yield self.arrow.pulse()
        yield together(self.arrow.flip(), self.hiker.face((-1.0, 0.0)))
        yield together(
            self.hiker.go_to(self.trail.iterates[1]), self.trail.take_step(), self.arrow.vanish()
        )


def _named(words: str, index: int) -> VMobject:
    """Return the name of a direction, in the colour of its axis."""
    return halo(Words(words, size=TYPE.body, color=PALETTE.part(index)))


def _in_numbers(here: tuple[float, ...]) -> Formula:
    """Return ∇f and −∇f at a place, in numbers, one below the other."""
    uphill: dict[str, Quantity] = {
        name: PartialDerivative(VALLEYS, here, index) for index, name in enumerate("xy")
    }
    downhill: dict[str, Quantity] = {f"m{name}": Product(-1, q) for name, q in uphill.items()}
    there, back = typst_list(["#x", "#y"]), typst_list(["#mx", "#my"])
    return Formula(
        f"{{{{nabla f : up}}}} &= [{there}] \\ {{{{-nabla f : down}}}} &= [{back}]",
        size=TYPE.formula,
        parts={"up": PALETTE.uphill, "down": PALETTE.downhill},
        numbers=uphill | downhill,
        decimals=dict.fromkeys([*uphill, *downhill], 1),
    )
