"""Two slopes become one arrow."""

from typing import TYPE_CHECKING, Any

import numpy as np
from manim import Animation, Scene, VGroup, VMobject, linear, smooth

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.slopes.components import ComponentArrow

if TYPE_CHECKING:
    from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow

# What happens between which parts of the whole, in 0..1.
_BECOME = (0.0, 0.4)  # the slopes become components
_SLIDE = (0.4, 0.62)  # these slide tip to tail
_STRAIGHTEN = (0.62, 1.0)  # and straighten into the arrow …
_SHOW = (0.78, 0.92)  # … which shows, …
_LEAVE = (0.86, 1.0)  # … while they leave


class Assemble(Animation):
    """Slopes turn into components, slide tip to tail, and straighten into the gradient.

    Args:
        arrow: The gradient, which is there at the end.
        bars: Straight lines that become the x- and the y-component; they leave the scene. None:
            the components are there already.
        keep: Whether the components stay, and the arrow grows between their ends.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(
        self,
        arrow: "GradientArrow",
        bars: tuple[VMobject, VMobject] | None,
        *,
        keep: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("rate_func", linear)  # each part is calm in itself
        self._arrow, self._components, self._keep = arrow, arrow.components, keep
        self._bars = bars or ()
        super().__init__(VGroup(self._components, arrow), suspend_mobject_updating=False, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Put the components in the place of the bars."""
        super()._setup_scene(scene)
        for bar, part in zip(self._bars, self._components, strict=False):
            part.origin = _ends(bar, part)
            part.broad = bar.get_stroke_width() / part.thickness
            if bar in scene.mobjects:
                scene.remove(bar)
            else:  # to remove a part of something would take that apart
                bar.set_opacity(0.0)

    def interpolate_mobject(self, alpha: float) -> None:
        """Set the picture at ``alpha`` in 0..1."""
        t = self.rate_func(alpha)
        straight = _part(t, _STRAIGHTEN)
        for part in self._components:
            part.become = _part(t, _BECOME) if self._bars else 1.0
            part.slid = _part(t, _SLIDE)
            part.blend = 0.0 if self._keep else straight
            part.shown = 1.0 if self._keep else 1.0 - _part(t, _LEAVE)
            part.redraw()
        self._arrow.stretch = straight if self._keep else 1.0
        self._arrow.shown = float(straight > 0) if self._keep else _part(t, _SHOW)
        self._arrow.redraw()

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave the arrow, and the components if they are kept; these are as they were."""
        super().clean_up_from_scene(scene)
        if not self._keep:
            scene.remove(self._components)
        for part in self._components:
            part.origin, part.become, part.slid, part.blend, part.shown = None, 1.0, 1.0, 0.0, 1.0
            part.redraw()


def _ends(bar: VMobject, part: ComponentArrow) -> Points:
    """Return the ends (2, 3) of a straight line, that which becomes the tip last."""
    ends = np.stack([bar.points[0], bar.points[-1]])
    return ends if part.value >= 0 else ends[::-1]


def _part(t: float, span: tuple[float, float]) -> float:
    """Return how far a part of the whole has come at ``t``, calmly."""
    start, end = span
    return float(smooth(min(1.0, max(0.0, (t - start) / (end - start)))))
