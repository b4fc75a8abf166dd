"""A walk over a landscape, step by step, and the loss along it on a graph."""

from math import pi

import numpy as np
from manim import RIGHT, UP, AnimationGroup, FadeIn

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import Descent
from mnemo_anim.maths.ascent import Ascent
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.pitfalls.wayfarer import Wayfarer
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_BEHIND = 0.5  # presence of a hiker who is not spoken of any more


class Outing:
    """A hiker who goes with the gradient or against it; graph and hiker go together.

    Args:
        landscape: The ground.
        graph: Steps against losses.
        walk: Where the hiker goes, an ascent or a descent.
        name: What the curve on the graph is called.
        height: Of the hiker, in units of coords.
        progress: Steps already taken.

    Attributes:
        trail: The way; add it before what follows it.
        hiker: At its head.
        arrow: The next step's direction there, ∇f or −∇f, to the scale of the learning rate.
        symbol: The arrow's name, beyond its tip.
        curve: The loss at each step.
        name: In its place beside the end of the curve.
    """

    def __init__(
        self,
        landscape: Landscape,
        graph: Graph,
        walk: Ascent | Descent,
        *,
        name: str,
        height: float,
        progress: float = 0.0,
    ) -> None:
        climbs = isinstance(walk, Ascent)
        color = PALETTE.uphill if climbs else PALETTE.downhill
        self.trail = trail = Trail(landscape, walk.iterates, color=color, progress=progress)
        self.hiker = Wayfarer(landscape, trail, height=height)
        self.arrow = GradientArrow(
            landscape, trail.spot, scale=walk.learning_rate, turn=0.0 if climbs else pi
        )
        symbol = Formula("nabla L" if climbs else "-nabla L", size=TYPE.body, color=color)
        self.symbol = Tag.beyond(self.arrow, halo(symbol))
        self.curve = graph.curve(
            np.arange(len(walk.values)), walk.values, color, until=lambda: trail.progress
        )
        self.name = halo(Words(name, size=TYPE.label, color=color), color=PALETTE.panel)
        end = graph.point(len(walk.values) - 1, walk.values[-1])
        self.name.next_to(end, UP, buff=STAGE.gap / 2).align_to(end, RIGHT)

    def point(self) -> AnimationGroup:
        """Return the animation in which the arrow grows, and gets its name."""
        return together(self.arrow.grow(), self.symbol.appear())

    def go(self) -> AnimationGroup:
        """Return the animation in which the hiker goes to the end, and the curve is drawn."""
        return together(self.trail.walk(), soon(self.symbol.vanish()))

    def stay_behind(self) -> Wayfarer:
        """Return the hiker as a dim figure at the end of the way, where it stays."""
        left: Wayfarer = self.hiker.copy()
        left.shown = _BEHIND
        return left

    def say(self) -> FadeIn:
        """Return the animation in which the curve gets its name."""
        return FadeIn(self.name)
