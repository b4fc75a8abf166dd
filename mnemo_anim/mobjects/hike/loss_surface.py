"""The landscape of a hike beside its map, and the names that both have in machine learning."""

import numpy as np
from manim import DOWN, ORIGIN, RIGHT, UP, AnimationGroup, FadeIn, FadeOut, VMobject

from mnemo_anim.landscape import View
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.hike.night_hike import NightHike
from mnemo_anim.mobjects.lettering.text import halo, in_text
from mnemo_anim.mobjects.maps.height_marks import HeightMarks
from mnemo_anim.theme import STAGE

_UNIT = 0.88  # screen units per unit of the map, when it stands aside
_TALL = 0.5  # height of the hiker, seen from afar, in units of coords
_EMBER = (0.8, 0.6)  # strength of the lantern by daylight, and its radius in the world
_MAP_X, _LAND_X = -3.1, 3.1  # of the middles of map and landscape


class LossSurface:
    """What a hike has been over, as map and surface side by side.

    It is no mobject: its parts come one by one.

    Args:
        hike: It goes back to its start. Its word for ``where-you-stand``, ``height``, ``weights``
            and ``loss`` are the names.

    Attributes:
        hike: As given.
        ground: Under the map, and as large.
        on_map: The hike on the map.
        place: The name of a place on the map, and what it is called when it is about a loss.
        weights: That name.
        height: How high the hiker stands.
        loss: The name of that height, when it is a loss.
        marks: The height on the surface, and on the map.
    """

    def __init__(self, hike: NightHike) -> None:
        self.hike, self.map, self.land = hike, hike.map, hike.landscape
        self.ground = hike.ground_of_map()
        self._names = self.map.axes.names
        self.map.axes.remove(self._names)  # it is going to have others
        self.land.set_state(opacity=0.0)
        hike.hiker.size = _TALL
        self.on_map = hike.on(self.map)

    @property
    def stack(self) -> tuple[VMobject, ...]:
        """All that is on the screen now, from the lowest up: the surface still hides nothing."""
        hike = self.hike
        on_land = (hike.trail, *hike.gradients, hike.hiker)
        return (self.ground, self.map, self.on_map, self.land, self._names, *on_land)

    def cover(self, *gone: VMobject) -> AnimationGroup:
        """Return the animation in which the surface appears over its map, and the hiker goes back.

        Args:
            gone: What leaves, beside the arrows.
        """
        return together(
            FadeOut(*gone, self._names),
            *(arrow.vanish() for arrow in self.hike.gradients),
            self.land.to(opacity=1.0, curves=1.0, rim=1.0),
            self.hike.walk_back(),
        )

    def beside(self) -> View:
        """Look at the whole surface, beside its map."""
        return self.land.fitting_view(
            azimuth=-0.4, elevation=0.6, width=6.2, height=5.0, centre=(_LAND_X, STAGE.middle)
        )

    def part(self) -> AnimationGroup:
        """Return the animation in which the map goes aside; the surface is moved by its camera."""
        strength, radius = _EMBER
        home = np.array([_MAP_X, self.hike.middle[1], 0]) - self.map.centre
        shrink = _UNIT / self.map.unit
        return together(
            self.map.animate.scale(shrink, about_point=self.map.centre).shift(home),
            self.hike.kindle(strength, radius=radius),
            self.hike.hiker.vary(shown=1.0),
        )

    def set_names(self) -> None:
        """Set the names, where the map stands now."""
        hike, border = self.hike, self.map.axes.border
        self.place, self.weights = (
            hike.words(name).next_to(border, UP, buff=STAGE.gap)
            for name in ("where-you-stand", "weights")
        )
        self.height = hike.readout("height", lambda: hike.height).next_to(self.place, ORIGIN)
        self.height.shift((STAGE.right - self.height.get_right()[0]) * RIGHT)
        self.loss = halo(self.height.named(in_text(hike.word("loss"))))
        self.marks = HeightMarks(self.land, self.map, hike.spot)

    def name_weights(self) -> AnimationGroup:
        """Return the animation in which the axes of the map are named for weights."""
        border, names = self.map.axes.border, self.map.axes.weights()
        names[0].next_to(border, RIGHT, buff=STAGE.gap).align_to(border, DOWN)
        return together(FadeIn(names), self.on_map.pulse())

    def call_it_weights(self) -> AnimationGroup:
        """Return the animation in which the name of the place becomes the weights."""
        return _exchange(self.place, self.weights)

    def call_it_loss(self) -> AnimationGroup:
        """Return the animation in which the name of the height becomes the loss; “= 2.58” stays."""
        return _exchange(self.height.label[:-1], self.loss[:-1])

    def measure(self) -> AnimationGroup:
        """Return the animation in which the hiker's height is shown, wherever there is a height."""
        return together(FadeIn(self.height), self.hike.raise_plane(), self.marks.appear())


def _exchange(old: VMobject, new: VMobject) -> AnimationGroup:
    """Return the animation in which a word fades out, then the one in its place in."""
    return AnimationGroup(FadeOut(old), FadeIn(new), lag_ratio=1.0)
