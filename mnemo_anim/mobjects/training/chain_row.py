"""Deep chains side by side, which differ in nothing but the scale of their weights."""

from collections.abc import Sequence
from typing import NamedTuple

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    Transform,
    VGroup,
    VMobject,
)

from mnemo_anim.maths.network_gallery import WeightScale
from mnemo_anim.mobjects.focus import dim, undim
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.staging import late, soon
from mnemo_anim.mobjects.training.chain_panel import LOSS_TICKS, NORMS, ChainPanel
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_SCALE_ROOM = 0.85  # left of the first panel, for the numbers of its axes
_OVERHANG = 0.25  # of the last number of an axis over its end
_APART = 0.6  # from panel to panel
_ASIDE = 0.8 * STAGE.gap  # from an axis to its name


class RowWords(NamedTuple):
    """What is said of the chains in a row: of each chain, from left to right, and of the axes."""

    weights: Sequence[str]
    verdicts: Sequence[str]
    early: str
    late: str
    loss: str
    step: str


class ChainRow(VGroup):
    """A panel for each scale of the weights, over the whole stage.

    Args:
        scales: Of the weights, from left to right.
        words: For each chain those for its weights and its verdict; the names of the early and late
            layers, of the lower axis, and of what the loss goes along.

    Attributes:
        panels: By their scale.
        announcement: ‖∇L‖, before there are axes.
        norm_name: The same, beside the upper axis.
        loss_name: The name of the lower axis.
        frame: Round the early layers of the first panel.
        early: The name of the early layers, below the upper axis.
        late: That of the late layers.
        step: Below the lower axis.
    """

    def __init__(self, scales: Sequence[WeightScale], words: RowWords) -> None:
        super().__init__()
        whole = STAGE.right - STAGE.left - _SCALE_ROOM - _OVERHANG
        width = (whole - (len(scales) - 1) * _APART) / len(scales)
        self.panels = {
            scale: ChainPanel(
                scale, weights=weights, verdict=verdict, width=width, scaled=not place
            )
            for place, (scale, weights, verdict) in enumerate(
                zip(scales, words.weights, words.verdicts, strict=True)
            )
        }
        for place, panel in enumerate(self.panels.values()):
            left = STAGE.left + _SCALE_ROOM + place * (width + _APART)
            corner = panel.norms.point(0.0, NORMS[1])
            panel.shift((left - corner[0]) * RIGHT)
            panel.shift((STAGE.top - panel.get_top()[1]) * UP)
        first = next(iter(self.panels.values()))
        self.frame = first.early_frame()
        self.announcement = Formula("norm(nabla L)", color=PALETTE.uphill)
        self.announcement.move_to([0, STAGE.top - self.announcement.height / 2, 0])
        self.norm_name = Formula("norm(nabla L)", size=TYPE.label, color=PALETTE.uphill)
        self.loss_name = _name(words.loss, PALETTE.loss)
        self.norm_name.next_to(first.norms.point(0.0, NORMS[1]), LEFT, buff=_ASIDE)
        self.loss_name.next_to(first.losses.point(0.0, sum(LOSS_TICKS) / 2), LEFT, buff=_ASIDE)
        self.early, self.late, self.step = (
            _name(name, PALETTE.ink_soft) for name in (words.early, words.late, words.step)
        )
        beginning, end = (first.norms.point(x, NORMS[0]) for x in first.norms.x_range)
        self.early.next_to(beginning, DOWN, buff=_ASIDE).shift(self.early.width / 2 * RIGHT)
        self.late.next_to(end, DOWN, buff=_ASIDE).shift(self.late.width / 2 * LEFT)
        self.step.align_to(first.losses.numbers[0], UP)
        self.step.set_x(float(first.losses.corners.get_x()))
        self.add(*self.panels.values(), self.norm_name, self.loss_name)
        self.add(self.early, self.late, self.step)

    def announce(self) -> Animation:
        """Return the animation in which ‖∇L‖ appears, late, before there is anything else."""
        return late(FadeIn(self.announcement))

    def lay_chains(self) -> Animation:
        """Return the animation in which all chains are laid, and ‖∇L‖ goes to its place."""
        chains = LaggedStart(
            AnimationGroup(*(panel.lay_chain() for panel in self.panels.values())),
            FadeIn(*(panel.heading for panel in self.panels.values())),
            lag_ratio=0.6,
        )
        return AnimationGroup(chains, soon(Transform(self.announcement, self.norm_name)))

    def show_axes(self) -> Animation:
        """Return the animation in which all axes appear, without the name of the upper ones."""
        axes = (graph for panel in self.panels.values() for graph in (panel.norms, panel.losses))
        return FadeIn(*axes, self.early, self.late, self.loss_name, self.step)

    def point_out_early(self) -> Animation:
        """Return the animation in which the early layers of the first chain are framed."""
        return AnimationGroup(Create(self.frame), self.early.animate.set_color(PALETTE.ink))

    def step_back(self, scale: WeightScale) -> Animation:
        """Return the animation in which a panel steps back, but for the numbers of its axes."""
        return dim(*self._spoken_of(scale), but=self._numbers(scale))

    def come_forward(self) -> Animation:
        """Return the animation in which all panels but the last come back."""
        *earlier, _ = self.panels
        return together(*(undim(*self._spoken_of(one), but=self._numbers(one)) for one in earlier))

    def _spoken_of(self, scale: WeightScale) -> tuple[VMobject, ...]:
        first = next(iter(self.panels))
        return (*self.panels[scale], *([self.frame] if scale is first else []))

    def _numbers(self, scale: WeightScale) -> tuple[VMobject, ...]:
        panel = self.panels[scale]
        return panel.norms.numbers, panel.losses.numbers

    def count_layers(self) -> Animation:
        """Return the animation in which the layers of all chains light up, one by one."""
        return AnimationGroup(*(panel.count_layers() for panel in self.panels.values()))


def _name(name: str, color: str) -> Words:
    return Words(name, size=TYPE.tick, color=color)
