"""Deep chains side by side, which differ in nothing but the scale of their weights."""

from collections.abc import Mapping

from manim import (
    LEFT,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Transform,
    VGroup,
    VMobject,
)

from mnemo_anim.maths.network_gallery import WeightScale
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.focus import dim, undim
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.training.chain_panel import NORMS, ChainPanel, PanelWords
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_SCALE_ROOM = 0.85  # left of the first panel, for the numbers of its axes
_OVERHANG = 0.25  # of the last number of an axis over its end
_APART = 0.6  # from panel to panel
_ASIDE = 0.8 * STAGE.gap  # from an axis to its name
_ABOVE = 0.12  # from the end of the axis to the middle of its name
_FIRST_CHAIN = 1.35  # its y while the chains are large below each other
_CHAIN_PITCH = 1.5  # how far apart they are then


class ChainRow(VGroup):
    """A panel for each scale of the weights, over the whole stage.

    Args:
        words: By the scale of their weights, what is said of the chains, from left to right.

    Attributes:
        panels: By their scale.
        announcement: ‖∇L‖, before there are axes.
        norm_name: The same, beside the upper axis.
        band: On the early layers of the first panel.
    """

    def __init__(self, words: Mapping[WeightScale, PanelWords]) -> None:
        super().__init__()
        whole = STAGE.right - STAGE.left - _SCALE_ROOM - _OVERHANG
        width = (whole - (len(words) - 1) * _APART) / len(words)
        self.panels = {
            scale: ChainPanel(scale, said, width=width, scaled=not place)
            for place, (scale, said) in enumerate(words.items())
        }
        for place, panel in enumerate(self.panels.values()):
            left = STAGE.left + _SCALE_ROOM + place * (width + _APART)
            corner = panel.norms.point(0.0, NORMS[1])
            panel.shift((left - corner[0]) * RIGHT)
            panel.shift((STAGE.top - panel.get_top()[1]) * UP)
        first = self._first
        self.band = first.early_band()
        self.announcement = Formula("norm(nabla L)", color=PALETTE.uphill)
        self.announcement.move_to([0, STAGE.top - self.announcement.height / 2, 0])
        self.norm_name = Formula("norm(nabla L)", size=TYPE.label, color=PALETTE.uphill)
        self.norm_name.next_to(first.norms.point(0.0, NORMS[1]), LEFT, buff=_ASIDE)
        self.norm_name.shift(_ABOVE * UP)
        self.add(*self.panels.values(), self.norm_name)

    def announce(self) -> Animation:
        """Return the animation in which ‖∇L‖ appears, late, before there is anything else."""
        return late(FadeIn(self.announcement))

    def come_close(self) -> None:
        """Put all chains large below each other, until they take their places side by side."""
        for place, panel in enumerate(self.panels.values()):
            panel.come_close(_FIRST_CHAIN - place * _CHAIN_PITCH)

    def lay_chains(self) -> Animation:
        """Return the animation in which all chains are laid, one after the other."""
        panels = self.panels.values()
        laid = (AnimationGroup(FadeIn(one.heading), one.chain.lay()) for one in panels)
        return LaggedStart(*laid, lag_ratio=0.25)

    def take_places(self) -> Animation:
        """Return the animation in which the chains go side by side, and ‖∇L‖ to its axis."""
        chains = (panel.take_place() for panel in self.panels.values())
        first, *others = self.panels.values()
        axes = late(first.show_axes(), *(other.hint_at_axes() for other in others))
        return AnimationGroup(*chains, Transform(self.announcement, self.norm_name), axes)

    def count_layers(self) -> Animation:
        """Return the animation in which the layers of all chains light up, one by one."""
        return AnimationGroup(*(panel.chain.count() for panel in self.panels.values()))

    def point_out_early(self) -> Animation:
        """Return the animation in which light falls on the early layers of the first chain."""
        return FadeIn(self.band)

    def go_on_to(self, scale: WeightScale) -> Animation:
        """Return the animation in which a panel's axes come forward, and those before step back."""
        scales = list(self.panels)
        before = scales[scales.index(scale) - 1]
        back = dim(*self.panels[before], but=self._numbers(before))
        light = [FadeOut(self.band)] if self.panels[before] is self._first else []
        return together(back, *light, self.panels[scale].light_axes())

    def come_forward(self) -> Animation:
        """Return the animation in which all panels but the last come back."""
        *earlier, _ = self.panels
        return together(*(undim(*self.panels[one], but=self._numbers(one)) for one in earlier))

    @property
    def _first(self) -> ChainPanel:
        return next(iter(self.panels.values()))

    def _numbers(self, scale: WeightScale) -> tuple[VMobject, ...]:
        panel = self.panels[scale]
        return panel.norms.numbers, panel.losses.numbers
