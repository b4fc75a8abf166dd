"""The number at a tick of an axis."""

from manim import VMobject

from mnemo_anim.maths import Interval
from mnemo_anim.maths.quantities import Coordinate
from mnemo_anim.mobjects.lettering.claims import Claim
from mnemo_anim.mobjects.lettering.numerals import format_number
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.theme import PALETTE, TYPE


class TickLabel(Words):
    """A number that never changes; it claims the coordinate at which its tick stands.

    Args:
        value: The number.
        decimals: Digits after the decimal separator.
        mark: The tick, which starts on its axis.
        border: The axis, or a rectangle of which it is one side.
        axis: 0 for an axis that runs to the right, 1 for one that runs up.
        interval: The coordinates where the axis begins and ends.
    """

    def __init__(
        self,
        value: float,
        decimals: int,
        *,
        mark: VMobject,
        border: VMobject,
        axis: int,
        interval: Interval,
    ) -> None:
        super().__init__(format_number(value, decimals), size=TYPE.tick, color=PALETTE.ink_soft)
        halo(self)
        self._mark, self._border, self._axis, self._interval = mark, border, axis, interval

    @property
    def coordinate(self) -> Coordinate:
        """Where the tick is on its axis, read off the screen."""
        points, axis, (low, high) = self._border.points, self._axis, self._interval
        start, end = points[:, axis].min(), points[:, axis].max()
        part = float((self._mark.get_start()[axis] - start) / (end - start))
        return Coordinate((low + part * (high - low),), 0)

    @property
    def claims(self) -> tuple[Claim]:
        """That the tick is where the number says."""
        return (Claim(self.text, self.coordinate, exact=True),)
