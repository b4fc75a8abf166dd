"""The loss of a curve, on the right of the screen: its meter, and what is shown beside that."""

import numpy as np
from manim import LEFT, RIGHT, UP, AnimationGroup, FadeIn

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import Value, as_coord_tuple
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.reading.fit_panel import FitPanel
from mnemo_anim.mobjects.reading.gap_pour import GapPour
from mnemo_anim.mobjects.reading.loss_slice import LossSlice
from mnemo_anim.theme import PALETTE, STAGE, TYPE

# In screen units:
_METER = 5.84  # x of the meter
_LOW, _HIGH = -2.3, 2.75  # its ends
_FLOOR = -2.1  # of the curve and its data
_ALONE = (-6.0, 4.6, _FLOOR, _HIGH)  # the frame of the curve, before there is a gradient
_WIDE = (0.85, 4.75, _FLOOR, _HIGH)  # beside the gradient
_NARROW = (2.4, 5.3, _FLOOR, _HIGH)  # beside the answers of the loss
_SLICE_LEFT, _SLICE_RIGHT = 0.85, 4.6
_SPREAD = 0.35  # how long the curve takes to make room for its slice, over the whole


class LossPicture:
    """A meter of the loss; beside it either the curve with its data, or a slice of the loss.

    Args:
        fit: The curve and its data.
        spot: The weights, as they are now.
        word: For the loss.
        full: The loss of the full meter.
        reach: Of a slice from the start to both sides, in units of a weight.

    Attributes:
        meter: The meter, empty until the gaps have been poured into it.
        heading: The word for the loss, before the meter's own heading.
        panel: The curve with its data.
        gaps: The gaps on their way into the meter.
        slice: The loss along one weight.
        answers_left: Screen x at which there is room for answers, once the curve has given way.
    """

    answers_left = _WIDE[0]

    def __init__(self, fit: CurveFit, spot: Spot, word: str, *, full: float, reach: float) -> None:
        self.meter = Meter(
            lambda: Value(fit.loss, as_coord_tuple(spot.coords)),
            0.0,
            full,
            label="L",
            length=_HIGH - _LOW,
        )
        self.meter.shift([_METER, _LOW, 0.0])
        self.meter.header.align_to([STAGE.right, 0.0, 0.0], RIGHT)
        self.meter.bar.shown = 0.0
        self.heading = Words(word, size=TYPE.body, color=PALETTE.loss)
        self.heading.next_to(self.meter.header, LEFT, buff=STAGE.gap)
        self.panel = FitPanel(fit, spot, frame=_ALONE)
        self.gaps = GapPour(self.panel, self.meter)
        self.slice = LossSlice(
            fit.loss, fit.start, spot, self.meter, left=_SLICE_LEFT, right=_SLICE_RIGHT, reach=reach
        )

    @property
    def corner(self) -> Points:
        """The upper right corner (3,) of the curve's frame, beside the gradient."""
        return np.array([_WIDE[1], _WIDE[3], 0.0])

    def show_track(self) -> FadeIn:
        """Return the animation in which the empty meter appears."""
        return FadeIn(self.meter.track, self.meter.scale_marks, shift=0.1 * UP)

    def name_meter(self) -> AnimationGroup:
        """Return the animation in which what has been poured becomes the loss, named."""
        return together(
            self.meter.bar.appear(), self.gaps.vanish(), FadeIn(self.heading, self.meter.header)
        )

    def open_slice(self) -> AnimationGroup:
        """Return the animation in which the curve becomes one point, and that a slice."""
        unfold = self.slice.unfold()
        return AnimationGroup(
            self.panel.shrink_to(self._point),
            unfold,
            lag_ratio=_SPREAD,
            suspend_mobject_updating=False,
        )

    def close_slice(self) -> AnimationGroup:
        """Return the animation in which the slice goes back to its point, and that is a curve."""
        return AnimationGroup(
            self.slice.fold(),
            self.panel.grow_from(self._point, _WIDE),
            lag_ratio=_SPREAD,
            suspend_mobject_updating=False,
        )

    def make_room(self) -> Vary:
        """Return the animation in which the curve gives way to the answers of the loss."""
        return self.panel.vary(frame=list(_NARROW))

    def take_room(self) -> Vary:
        """Return the animation in which the curve stands right of the gradient, no bell lit."""
        return self.panel.vary(frame=list(_WIDE), lit=0 * self.panel.lit)

    @property
    def _point(self) -> Points:
        """Where a slice has the weights that it starts from, a screen point (3,)."""
        return self.slice.point(0.0, self.slice.field.value(self.slice.start))
