"""What is written at tables of squares: their names and shapes, and what a hollow square is."""

from manim import DOWN, ORIGIN, RIGHT, UP, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths.network_quantities import Extent, Tensor, Training
from mnemo_anim.mobjects.lettering.text import Formula, Words, baseline
from mnemo_anim.mobjects.networks.tensor_block import TensorBlock
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_GAP = 0.14  # between a table and what is written at it, in Manim units
_BASELINE = 0.19  # from a table to the baseline of its name


class TableHeading(VGroup):
    """The name of a table above it, and its shape below it.

    Args:
        name: As written.
        block: The table.
        training: In which it is.
        of: Which table has that shape there.
        edge: Side at which they are flush with the table; by default they are centred.
    """

    def __init__(
        self,
        name: str,
        block: TensorBlock,
        training: Training,
        of: Tensor,
        *,
        edge: ArrayLike = ORIGIN,
    ) -> None:
        super().__init__()
        words = Words(name, size=TYPE.tick, color=PALETTE.ink_soft, track_baselines=True)
        shape = Formula(
            "#rows times #columns",
            numbers={"rows": Extent(training, of, 0), "columns": Extent(training, of, 1)},
            size=TYPE.tick,
            color=PALETTE.ink_soft,
        )
        words.set_x(block.get_x())
        words.shift((block.get_top()[1] + _BASELINE - baseline(words)) * UP)
        self.add(words, shape.next_to(block, DOWN, buff=_GAP))
        for part in self:
            part.align_to(block, edge)


def sign_key(signs: tuple[str, str], cell: float) -> VGroup:
    """Return a filled square with the word for positive, and a hollow one with that for negative.

    Args:
        signs: The words.
        cell: Of the tables that the squares are like, in Manim units.
    """
    entries = VGroup()
    for sign, words in zip((1.0, -1.0), signs, strict=True):
        square = TensorBlock([sign], colors=[PALETTE.ink_soft], cell=cell).squares
        written = Words(words, size=TYPE.tick, color=PALETTE.ink_soft)
        entries.add(VGroup(square, written).arrange(RIGHT, buff=_GAP))
    return entries.arrange(RIGHT, buff=STAGE.gap)
