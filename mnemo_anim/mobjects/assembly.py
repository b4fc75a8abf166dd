"""Two slopes become one arrow."""

from typing import TYPE_CHECKING, Any

from manim import Animation, Scene, Transform, VGroup, VMobject, linear, smooth

from mnemo_anim.mobjects.components import Components

if TYPE_CHECKING:
    from mnemo_anim.mobjects.gradient_arrow import GradientArrow

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
        components: Those of the same gradient.
        slopes: What becomes the x- and the y-component, and leaves. None: the components are there.
        keep: Whether the components stay, and the arrow grows between their ends.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(
        self,
        arrow: "GradientArrow",
        components: Components,
        slopes: tuple[VMobject, VMobject] | None,
        *,
        keep: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("rate_func", linear)  # each part is calm in itself
        self._arrow, self._components, self._keep = arrow, components, keep
        self._slopes = slopes or ()
        self._morphs: list[Transform] = []
        super().__init__(
            VGroup(*self._slopes, components, arrow), suspend_mobject_updating=False, **kwargs
        )

    def begin(self) -> None:
        """Prepare what the slopes become."""
        self._set_components(slid=0.0, blend=0.0, shown=1.0)
        for slope, part in zip(self._slopes, self._components, strict=False):
            slope.suspend_updating()
            target = part.copy().clear_updaters()
            self._morphs.append(Transform(slope, target, rate_func=linear))
            self._morphs[-1].begin()
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Set the picture at ``alpha`` in 0..1."""
        t = self.rate_func(alpha)
        become = _part(t, _BECOME) if self._slopes else 1.0
        for morph, slope in zip(self._morphs, self._slopes, strict=True):
            morph.interpolate(become)
            if become == 1.0:
                slope.set_opacity(0.0)
        straight = _part(t, _STRAIGHTEN)
        self._set_components(
            slid=_part(t, _SLIDE),
            blend=0.0 if self._keep else straight,
            shown=float(become == 1.0) * (1.0 if self._keep else 1.0 - _part(t, _LEAVE)),
        )
        self._arrow.stretch = straight if self._keep else 1.0
        self._arrow.shown = float(straight > 0) if self._keep else _part(t, _SHOW)
        self._arrow.redraw()

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take away what has become the arrow."""
        super().clean_up_from_scene(scene)
        scene.remove(*self._slopes)
        if not self._keep:
            scene.remove(self._components)
            self._set_components(slid=1.0, blend=0.0, shown=1.0)

    def _set_components(self, **state: float) -> None:
        for part in self._components:
            for name, value in state.items():
                setattr(part, name, value)
            part.redraw()


def _part(t: float, span: tuple[float, float]) -> float:
    """Return how far a part of the whole has come at ``t``, calmly."""
    start, end = span
    return float(smooth(min(1.0, max(0.0, (t - start) / (end - start)))))
