"""Deep chains side by side, which differ in nothing but the scale of their weights."""

from collections.abc import Mapping
from typing import NamedTuple

from manim import DOWN, LEFT, RIGHT, UP, Animation, AnimationGroup, Create, FadeIn, VGroup

from mnemo_anim.maths.network_gallery import WeightScale
from mnemo_anim.mobjects.focus import dim, undim
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.training.chain_panel import LOSSES, NORMS, ChainPanel
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_SCALE_ROOM = 0.85  # left of the first panel, for the numbers of its axes
_OVERHANG = 0.25  # of the last number of an axis over its end
_APART = 0.6  # from panel to panel
_ASIDE = 0.8 * STAGE.gap  # from an axis to its name


class ChainWords(NamedTuple):
    """What is said of a chain: of its weights, and of its gradient."""

    weights: str
    verdict: str


class ChainRow(VGroup):
    """A panel for each scale of the weights, over the whole stage.

    Args:
        chains: The words for each scale, from left to right.
        early: The name of the layers at the beginning of a chain.
        late: That of the layers at its end.
        loss: The name of the lower axes.
        step: Of what the loss goes along.

    Attributes:
        panels: By their scale.
        norm_name: ‖∇L‖, beside the upper axis.
        loss_name: The name of the lower axis.
        early: The name of the early layers, below the upper axis.
        late: That of the late layers.
        step: Below the lower axis.
    """

    def __init__(
        self,
        chains: Mapping[WeightScale, ChainWords],
        *,
        early: str,
        late: str,
        loss: str,
        step: str,
    ) -> None:
        super().__init__()
        whole = STAGE.right - STAGE.left - _SCALE_ROOM - _OVERHANG
        width = (whole - (len(chains) - 1) * _APART) / len(chains)
        self.panels = {
            scale: ChainPanel(
                scale, weights=said.weights, verdict=said.verdict, width=width, scaled=not place
            )
            for place, (scale, said) in enumerate(chains.items())
        }
        for place, panel in enumerate(self.panels.values()):
            left = STAGE.left + _SCALE_ROOM + place * (width + _APART)
            corner = panel.norms.point(0.0, NORMS[1])
            panel.shift((left - corner[0]) * RIGHT)
            panel.shift((STAGE.top - panel.get_top()[1]) * UP)
        first = next(iter(self.panels.values()))
        self.norm_name = Formula("norm(nabla L)", size=TYPE.label, color=PALETTE.uphill)
        self.loss_name = _name(loss, PALETTE.loss)
        for name, graph, highest in (
            (self.norm_name, first.norms, NORMS[1]),
            (self.loss_name, first.losses, LOSSES[1]),
        ):
            name.next_to(graph.point(0.0, highest), LEFT, buff=_ASIDE)
        self.early, self.late, self.step = (
            _name(words, PALETTE.ink_soft) for words in (early, late, step)
        )
        beginning, end = (first.norms.point(x, NORMS[0]) for x in first.norms.x_range)
        self.early.next_to(beginning, DOWN, buff=_ASIDE).shift(self.early.width / 2 * RIGHT)
        self.late.next_to(end, DOWN, buff=_ASIDE).shift(self.late.width / 2 * LEFT)
        self.step.move_to(first.losses.numbers[0]).set_x(first.losses.get_x())
        self.add(*self.panels.values(), self.norm_name, self.loss_name)
        self.add(self.early, self.late, self.step)

    def lay_chains(self) -> Animation:
        """Return the animation in which all chains are laid, with the words for their weights."""
        return AnimationGroup(
            *(panel.lay_chain() for panel in self.panels.values()),
            *(FadeIn(panel.heading) for panel in self.panels.values()),
        )

    def show_axes(self) -> Animation:
        """Return the animation in which all axes appear, without the name of the upper ones."""
        axes = (graph for panel in self.panels.values() for graph in (panel.norms, panel.losses))
        return FadeIn(*axes, self.early, self.late, self.loss_name, self.step)

    def point_out_early(self) -> Animation:
        """Return the animation in which the early layers of the first chain are framed."""
        panel = next(iter(self.panels.values()))
        return AnimationGroup(Create(panel.early), self.early.animate.set_color(PALETTE.ink))

    def step_back(self, scale: WeightScale) -> Animation:
        """Return the animation in which a panel steps back, but for the numbers of its axes."""
        panel = self.panels[scale]
        return dim(*panel, but=(panel.norms.numbers, panel.losses.numbers))

    def come_forward(self) -> Animation:
        """Return the animation in which all panels but the last come back."""
        *earlier, _ = self.panels.values()
        return AnimationGroup(
            *(undim(*p, but=(p.norms.numbers, p.losses.numbers)) for p in earlier),
            suspend_mobject_updating=False,
        )

    def count_layers(self) -> Animation:
        """Return the animation in which the layers of all chains light up, one by one."""
        return AnimationGroup(*(panel.count_layers() for panel in self.panels.values()))


def _name(words: str, color: str) -> Words:
    return Words(words, size=TYPE.tick, color=color)
