"""The table of the gradient's properties with its miniatures, and the stage beside it."""

from collections.abc import Sequence

from manim import DL, DR, Animation, AnimationGroup, FadeIn, FadeOut, smooth
from manim.utils.rate_functions import squish_rate_func

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.critical_points import CriticalPoint
from mnemo_anim.maths.descent import Walk
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.miniatures.asides import (
    entries_column,
    in_corner,
    level_tag,
    loss_readout,
    magnitude_readout,
    slope_readout,
)
from mnemo_anim.mobjects.miniatures.critical import CriticalMiniature
from mnemo_anim.mobjects.miniatures.crossing import CrossingMiniature
from mnemo_anim.mobjects.miniatures.directions import DirectionsMiniature
from mnemo_anim.mobjects.miniatures.entries import EntriesMiniature
from mnemo_anim.mobjects.miniatures.life import Life
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.miniatures.property_table import PropertyTable
from mnemo_anim.mobjects.miniatures.steepness import SteepnessMiniature
from mnemo_anim.mobjects.miniatures.steps import StepsMiniature
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.theme import STAGE, TYPE

Place = tuple[float, float]

_SIDE = 6.2  # of the map on the stage, in screen units
_LEAVING, _STAYING = (0.0, 0.65), (0.45, 1.0)  # of the spread: rows that go left, and the others


class Cabinet:
    """Six miniatures, each with its row of the table, its cell there, and its turn on the stage.

    It is no mobject: its parts come one by one.

    Args:
        rows: Of the table: property and meaning.
        field: The ground of all miniatures.
        walk: A descent on it.
        slope: Coords at which the entries of ∇f are looked at.
        flank: Coords at which all directions are.
        steep: Coords on the level curve on which the steepest place is looked for.
        ring: Coords that the level curve to slide along goes through.
        stops: Critical points of the field, in the order in which they are visited.
        word: For the slope in a direction.

    Attributes:
        table: The words.
        box: The stage: screen x and y of its middle, and its side.
        life: Moves the miniatures that are back in their cells.
        entries, directions, steps, steepness, critical, crossing: The miniatures.
        column: ∇f at the point of ``entries``.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        field: ScalarField,
        walk: Walk,
        *,
        slope: Place,
        flank: Place,
        steep: Place,
        ring: Place,
        stops: Sequence[CriticalPoint],
        word: str,
    ) -> None:
        self.table = PropertyTable(rows)
        self.life = Life()
        middle = (STAGE.left + self.table.left - STAGE.gap) / 2
        self.box = box = (middle, STAGE.top - _SIDE / 2, _SIDE)
        self.entries = EntriesMiniature(field, slope, extent=3.4, radius=0.3, scale=0.9, box=box)
        self.directions = DirectionsMiniature(
            field, flank, extent=3.6, radius=0.3, ring=0.65, scale=0.31, box=box
        )
        self.steps = StepsMiniature(walk, extent=4.6, box=box)
        self.steepness = SteepnessMiniature(field, steep, reach=3.0, extent=3.6, scale=0.7, box=box)
        self.critical = CriticalMiniature(field, stops, scale=0.7, around=0.55, box=box)
        self.crossing = CrossingMiniature(field, ring, extent=4.5, scale=1.0, corner=0.24, box=box)
        self.column = entries_column(self.entries)
        asides = {
            self.entries: (self.column, DL),
            self.directions: (slope_readout(self.directions, word), DL),
            self.steps: (loss_readout(self.steps), DL),
            self.steepness: (magnitude_readout(self.steepness), DL),
            self.critical: (magnitude_readout(self.critical, TYPE.label), DR),
        }
        self.miniatures: list[Miniature] = [*asides, self.crossing]
        for miniature, (aside, corner) in asides.items():
            miniature.asides.append(in_corner(box, aside, corner))
        self.crossing.asides.append(level_tag(self.crossing))

    def open(self) -> AnimationGroup:
        """Return the animation in which the first miniature appears, beside the empty cells."""
        return together(self.table.open(), self.miniatures[0].appear())

    def bring(self, index: int) -> AnimationGroup:
        """Return the animation in which one miniature goes to its cell, and the next is seen.

        The next lies on the stage beneath the other. What moves is to be in the scene already.
        """
        miniature = self.miniatures[index]
        return together(
            soon(miniature.appear(), self.table.look_at(index)),
            *self._send_back(index - 1),
            self.table.step_back(index - 1),
            *(late(FadeIn(aside)) for aside in miniature.asides),
        )

    def let_live(self, count: int, *, tempo: float) -> None:
        """Let the first ``count`` miniatures move by themselves from the next play on."""
        self.life.living, self.life.tempo = self.miniatures[:count], tempo

    def clear_the_stage(self) -> AnimationGroup:
        """Return the animation in which the last miniature goes to its cell, and all wake."""
        *others, last = self.miniatures
        return together(
            last.move_to_box(self.table.cell(len(others))),
            *(soon(FadeOut(aside)) for aside in last.asides),
            *(miniature.wake() for miniature in others),
            self.table.come_forward(),
            FadeOut(self.table.focus, self.table.slots),
        )

    def spread(self) -> AnimationGroup:
        """Return the animation in which all rows and miniatures fill the stage."""
        return together(*(self._spread(index) for index in range(len(self.miniatures))))

    def _spread(self, index: int) -> AnimationGroup:
        """Return the move of one row; those that stay on the right wait for the others to pass."""
        box = self.table.final_cell(index)
        span = _LEAVING if self.table.moves_left(index) else _STAYING
        rate = squish_rate_func(smooth, *span)
        return together(
            self.table.move_text(index, box, rate_func=rate),
            self.miniatures[index].move_to_box(box, rate_func=rate),
        )

    def _send_back(self, index: int) -> list[Animation]:
        miniature = self.miniatures[index]
        return [
            miniature.step_back_to(self.table.cell(index)),
            *(soon(FadeOut(aside)) for aside in miniature.asides),
        ]
