"""The loss of a curve, on the right of the screen: its meter, and what is shown beside that."""

from manim import LEFT, RIGHT, UP, FadeIn, VGroup

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import Value, as_coord_tuple
from mnemo_anim.mobjects.lettering import Words
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.reading.fit_panel import FitPanel
from mnemo_anim.mobjects.reading.loss_drops import LossDrops
from mnemo_anim.mobjects.reading.loss_slice import LossSlice
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STAGE, TYPE

# In screen units:
_METER = 5.84  # x of the meter
_LOW, _HIGH = -2.3, 2.75  # its ends
_LEFT = 0.35  # of what stands beside it
_FIT_RIGHT, _SLICE_RIGHT = 3.5, 4.5
_FLOOR = -2.2  # of the curve and its data


class LossPicture:
    """A meter of the loss; beside it either the curve with its data, or a slice of the loss.

    Args:
        fit: The curve and its data.
        spot: The weights, as they are now.
        word: For the loss.
        full: The loss of the full meter.
        reach: Of a slice from the start to both sides, in units of a weight.

    Attributes:
        meter: The meter.
        heading: The word for the loss, before the meter's own heading.
        panel: The curve with its data.
        slice: The loss along one weight.
        drops: What each nudge takes off the loss, beside the meter.
    """

    def __init__(self, fit: CurveFit, spot: Spot, *, word: str, full: float, reach: float) -> None:
        self.meter = Meter(
            lambda: Value(fit.loss, as_coord_tuple(spot.coords)),
            0.0,
            full,
            label="L",
            length=_HIGH - _LOW,
        )
        self.meter.shift([_METER, _LOW, 0.0])
        self.meter.header.align_to([STAGE.right, 0.0, 0.0], RIGHT)
        self.heading = Words(word, size=TYPE.body, color=PALETTE.loss)
        self.heading.next_to(self.meter.header, LEFT, buff=STAGE.gap)
        self.panel = FitPanel(
            fit,
            spot,
            width=_FIT_RIGHT - _LEFT,
            height=_HIGH - _FLOOR,
            centre=((_LEFT + _FIT_RIGHT) / 2, (_FLOOR + _HIGH) / 2, 0.0),
        )
        self.slice = LossSlice(
            fit.loss, fit.start, spot, self.meter, left=_LEFT, right=_SLICE_RIGHT, reach=reach
        )
        self.drops = LossDrops(fit, spot, self.meter)

    def show_meter(self) -> FadeIn:
        """Return the animation in which the meter appears."""
        return FadeIn(VGroup(self.meter, self.heading), shift=0.1 * UP)
