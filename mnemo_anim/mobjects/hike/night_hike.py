"""A hike in the dark over a landscape that turns out to be a map."""

from collections.abc import Callable, Iterator
from math import pi

import numpy as np
from manim import RIGHT, Animation, AnimationGroup, LaggedStart, VMobject, smooth, squish_rate_func

from mnemo_anim.landscape import Lantern, View
from mnemo_anim.maths import Walk
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.ground.felt_slopes import FeltSlopes
from mnemo_anim.mobjects.hike.expedition import Expedition
from mnemo_anim.mobjects.lettering.text import Words, halo, in_text
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.level_run import LevelRun
from mnemo_anim.mobjects.numbers.number import Source
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.gradient_name import GradientName
from mnemo_anim.mobjects.slopes.gradient_pair import GradientPair
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_FACING = -pi / 2  # of the hiker: along y, which is “front and back”
_TALL = 0.36  # height of the hiker, in units of coords
_BAR = 0.9  # length of a felt slope, in units of coords
_AROUND = (0.72, 0.55)  # radius of the lantern's light in the world: as carried, and drawn in
_WAITING = 0.45  # share of the dawn in which nothing is to be seen of it yet
_DAWN = 9.0  # of the light that has reached all of the ground
_HILLS = 0.8  # fog in which their shapes are just to be seen
_TINT = 0.75  # opacity of the ground under a map
_MIDDLE = (0.0, 0.38)  # screen point of the middle of the map
_FEELING, _TURNING, _GOING = 0.32, 0.34, 0.34  # parts of the time of one step
_LEVEL_GAP = 0.85  # between a level bar and its name, in screen units


class NightHike(Expedition):
    """An expedition by lantern light, over a landscape that has a map.

    Args:
        walk: The descent.
        word: Gives the words for ``left-right``, ``front-back``, ``uphill``, ``downhill``,
            ``level``, ``height``, ``gradient`` and ``arrow-scale``.
        view: Of the landscape, at first.
        unit: Screen units per unit of the map.

    Attributes:
        map: The landscape from straight above.
        felt: The slopes along both axes, once they are felt.
    """

    def __init__(self, walk: Walk, *, word: Callable[[str], str], view: View, unit: float) -> None:
        descent, self.word, self.middle = walk.descent(), word, _MIDDLE
        self.map = ContourMap(
            walk.field,
            unit=unit,
            centre=(*_MIDDLE, 0),
            names=(in_text(word("left-right")), in_text(word("front-back"))),
            keep_clear=[*descent.iterates, descent.iterates[0] + descent.gradients[0]],
        )
        land = self.map.landscape(view=view, fog=1.0, lantern=Lantern(radius=_AROUND[0]))
        super().__init__(walk, land, height=_TALL, bearing=_FACING)
        self.hiker.set_z_index(2)

    # ---- in the dark ---------------------------------------------------------------------------

    def come_near(self) -> AnimationGroup:
        """Return the animation in which a small light appears in the hills."""
        return together(
            self.landscape.to(fog=_HILLS),
            self.kindle(1.0),
            self.hiker.vary(shown=(0.0, 1.0), light=(0.0, 1.0)),
        )

    def grope(self) -> AnimationGroup:
        """Return the animation in which the light draws in, and a foot goes out."""
        return together(self.hiker.feel("left"), self.kindle(1.0, radius=_AROUND[1]))

    def lay_bars(self, stop: int = 0) -> FeltSlopes:
        """Return a level bar along each axis at the hiker's feet; the first ones are named."""
        names = ("left-right", PALETTE.x_part), ("front-back", PALETTE.y_part)
        named = () if stop else tuple(self.words(*name) for name in names)
        self.felt = self.feel_around(_BAR, named)
        return self.felt

    def grow_bar(self, index: int) -> AnimationGroup:
        """Return the animation in which one bar grows, level, beside its name."""
        return together(self.felt.along[index].grow(), self.felt.names[index].appear())

    def look_up(self, stop: int) -> AnimationGroup:
        """Return the animation in which the hiker turns round, and the light spreads again."""
        return together(self.turn(stop), self.kindle(1.0, radius=_AROUND[0]))

    def feel_turn_and_step(self, pace: tuple[float, float]) -> Iterator[tuple[Animation, float]]:
        """Give the moves of the way from the second stop to the last, each with its share of time.

        Args:
            pace: Time for the second step, and for the last, to that of one between.
        """
        weights = np.linspace(*pace, self.last - 1)
        for stop, share in enumerate(weights / sum(weights), start=1):
            yield self.feel(stop).grow(), _FEELING * share
            yield self.turn(stop), _TURNING * share
            yield self.walk_to(stop + 1), _GOING * share

    def uphill(self) -> Tag:
        """Return the word at the tip of the arrow that was felt last."""
        return Tag.beyond(self.arrows[-1], self.words("uphill", PALETTE.uphill))

    def downhill(self) -> Tag:
        """Return the word at the tip of the step to be taken."""
        return Tag.beyond(self.step, self.words("downhill", PALETTE.downhill))

    def level(self) -> Tag:
        """Return the word beside the bars that do not tilt."""
        return Tag(self.words("level"), self.felt.along[0].end(1), RIGHT, gap=_LEVEL_GAP)

    # ---- in the light --------------------------------------------------------------------------

    def dawn(self) -> tuple[Animation, Animation]:
        """Return the animations in which light spreads from the hiker over all of the ground.

        The camera has time to draw back first.
        """
        waiting = squish_rate_func(smooth, _WAITING, 1.0)
        light = self.kindle(0.0, radius=_DAWN).set_rate_func(waiting)
        return self.landscape.to(fog=0.0, rate_func=waiting), light

    def become_map(self) -> Animation:
        """Return the animation in which the ground, from above, leaves its curves to the map."""
        return self.landscape.to(curves=0.0, rim=0.0, opacity=_TINT)

    def ground_of_map(self) -> VMobject:
        """Return the tinted ground under the map, which goes where that goes."""
        return self.map.moving_backing(opacity=_TINT)

    def run_along_level(self) -> tuple[LevelRun, Readout]:
        """Return a point that runs along a curve of the map, and its height, beside the map."""
        run = LevelRun.longest(self.map)
        height = self.readout("height", lambda: run.height, size=TYPE.formula)
        edge = float(self.map.axes.border.get_right()[0])
        return run, height.move_to(((edge + STAGE.right) / 2, STAGE.middle, 0))

    def show_gradients(self) -> LaggedStart:
        """Return the animation in which the gradient grows at every stop, on the map."""
        self.gradients = [self.gradient(self.map, stop) for stop in range(self.last + 1)]
        return LaggedStart(*(arrow.grow() for arrow in self.gradients), lag_ratio=0.3)

    def name_gradients(self) -> GradientName:
        """Return what those arrows are called."""
        words = (self.word("gradient"), self.word("arrow-scale"))
        return GradientName(self.map, self.gradients[0], words)

    def gradient_pair(self, name: str) -> GradientPair:
        """Return the gradient where the hiker is, true to length, on the map and on the ground."""
        on_map, on_ground = (
            self.gradient(chart, self.spot, scale=1.0) for chart in (self.map, self.landscape)
        )
        on_ground.set_z_index(self.hiker.z_index + 1)
        return GradientPair(on_map, on_ground, name)

    # ---- words ---------------------------------------------------------------------------------

    def words(self, name: str, color: str = PALETTE.ink) -> VMobject:
        """Return words that stand over the picture."""
        return halo(Words(self.word(name), size=TYPE.label, color=color))

    def readout(self, name: str, source: Source, *, size: float = TYPE.body) -> Readout:
        """Return a height under the word for it."""
        return Readout(in_text(self.word(name)), source, color=PALETTE.loss, size=size)
