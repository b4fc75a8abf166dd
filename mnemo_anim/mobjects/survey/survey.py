"""All that stands on one hillside while its slopes are measured."""

from collections.abc import Callable
from dataclasses import replace

from manim import AnimationGroup

from mnemo_anim.landscape import Landscape, Lantern, View
from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.walks import stroll
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.ground.ground_axis import GroundAxis
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.slopes.compass import Compass
from mnemo_anim.mobjects.slopes.tangent_bar import TangentBar
from mnemo_anim.mobjects.survey.cross_cuts import CrossCuts
from mnemo_anim.mobjects.survey.gradient_tour import GradientTour
from mnemo_anim.theme import STAGE

_COLUMN, _BESIDE = 4.15, -2.3  # x of the middles of the column, and of what is held beside it
_FAR = 0.95  # screen units per map unit, at first
_LANTERN = (0.9, 0.6)  # its radius in the world, and its strength
_TALL = 0.55  # height of the hiker, in units of coords
_FOOT = 1.8  # length of the first slope that is felt, in units of coords
_COMPASS = (0.65, 0.4)  # its radius, and the length of a slope of 1, in units of coords


class Survey:
    """A hiker on a landscape, the two cuts at the hiker's feet, and a tour of the gradient.

    It is no mobject: its parts come and go one by one.

    Args:
        field: The landscape.
        here: Where the hiker stands, 2 coords.
        word: Gives the words for ``run``, ``rise``, ``slope``, ``uphill``, ``magnitude`` and
            ``arrow-scale``.
        scale: Length of the arrow of magnitude 1, in units of coords.
        reach: How far the tour may go along its level, in units of coords.

    Attributes:
        land: The ground; it has not appeared yet.
        spot: Where the hiker is.
        hiker: The figure.
        foot: One of them, along x.
        y_axis: Along the foot of the ground.
        cuts: Through the spot, along x and along y.
        way: Where the tour goes.
        tour: The gradient on its way.
        beside: x of the middle of what stands to the left of the column, in screen units.
    """

    def __init__(
        self,
        field: ScalarField,
        here: tuple[float, float],
        *,
        word: Callable[[str], str],
        scale: float,
        reach: float,
    ) -> None:
        (west, _), (_, north) = field.domain
        radius, strength = _LANTERN
        self.land = Landscape(
            field,
            view=View.overhead(_FAR, (0.0, STAGE.middle)),
            opacity=0.0,
            origin=(west, north),  # the corner that both cuts leave
            lantern=Lantern(here, radius, strength),
        )
        self.spot = spot = Spot(here)
        self.land.add_updater(lambda ground: ground.carry_lantern(spot.coords))
        self.hiker = Walker(self.land, spot, height=_TALL).set_z_index(3)
        self.foot = TangentBar(self.land, spot, 0, length=_FOOT)
        self.y_axis = GroundAxis(self.land, 1)
        self.beside = _BESIDE
        self.cuts = CrossCuts(
            self.land,
            spot,
            words=(word("run"), word("rise"), word("slope")),
            column=_COLUMN,
            beside=_BESIDE,
        )
        self.way = stroll(field, here, reach)
        self.tour = GradientTour(
            self.land,
            spot,
            self.way,
            scale=scale,
            x=_COLUMN,
            uphill=word("uphill"),
            magnitude=word("magnitude"),
            arrow_scale=word("arrow-scale"),
        )

    def compass(self) -> Compass:
        """Return the slopes in all directions, as they are seen from where the camera is now."""
        radius, scale = _COMPASS
        return Compass(self.land, self.spot, needle=False, radius=radius, scale=scale)

    def dawn(self) -> AnimationGroup:
        """Return the animation in which ground and hiker appear."""
        return together(self.land.to(opacity=1.0), self.hiker.appear())

    def face_x(self, view: View) -> AnimationGroup:
        """Return the animation of the camera to a view of the cut along x, which is marked out."""
        return together(self.cuts.x.lay_sheet(), self.land.to(view=view), self.foot.vanish())

    def leave_mark(self) -> AnimationGroup:
        """Return the animation in which the hiker leaves, and a mark stays at the place."""
        dark = replace(self.land.state.lantern, strength=0.0)
        return together(self.hiker.vanish(), self.land.to(lantern=dark), self.tour.mark.appear())

    def face_y(self, view: View) -> AnimationGroup:
        """Return the animation of the camera to a view of the cut along y, which is opened."""
        return together(self.land.to(view=view), self.cuts.x.give_way(), self.cuts.y.uncover())

    def face_corner(self) -> AnimationGroup:
        """Return the animation of the camera to the corner that both cuts leave."""
        to_corner = self.land.to(view=self.corner_view(), extent=self.cuts.extent)
        return together(to_corner, self.cuts.y.put_away(), self.cuts.x.come_back())

    def close_cuts(self, view: View) -> AnimationGroup:
        """Return the animation in which the ground is whole again, and becomes its map too."""
        return together(
            self.land.to(view=view, extent=(1.0, 1.0)),
            self.tour.panel.unfold(self.land.view),
            soon(self.cuts.x.edge.vanish(), self.cuts.y.edge.vanish()),
            late(self.y_axis.appear()),
        )

    def first_view(self) -> View:
        """Look at all of the ground, before anything stands beside it."""
        return self.land.fitting_view(azimuth=-0.5, elevation=0.7, height=5.15, centre=(0, 0.92))

    def corner_view(self) -> View:
        """Look at the corner that both cuts leave, beside the column."""
        return self.cuts.view(azimuth=0.72, elevation=0.5, centre=(-2.75, 1.3))

    def whole_view(self, elevation: float) -> View:
        """Look at all of the ground, beside the column, turned almost as its map is."""
        return self.land.fitting_view(
            azimuth=-0.25, elevation=elevation, width=7.0, height=5.1, centre=(-2.15, 1.0)
        )
