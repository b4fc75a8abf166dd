"""A named number that follows the scene: ‖∇f‖ = 8.25."""

from collections.abc import Mapping

from manim import DL, Transform, VGroup, VMobject

from mnemo_anim.mobjects.lettering.plate import PADDING, Plate
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number, Source, digit_corner
from mnemo_anim.theme import FONTS, PALETTE, TYPE, units

_PADDING_ABOVE = 0.16  # units between the line and the upper edge of its plate


class Readout(VGroup):
    """A line such as “‖∇f‖ = 8.25”, whose number is computed anew in every frame.

    Args:
        name: What is measured, in Typst's maths notation: ``"norm(nabla f)"``. It may hold parts,
            ``{{ f : loss }}``, to be coloured by ``parts``.
        source: Gives the quantity from the state of the scene, anew for every frame.
        decimals: As for :class:`Number`, like ``size``, ``color``, ``signed`` and ``unit``.
        parts: Colours of the named parts of ``name``.
        widest: The widest value to come. Room is kept for it, on the plate too.
        backed: Whether the line stands on a plate: best wherever it stands over a picture.
        haloed: Whether the letters of a line without a plate have a dark edge.

    Raises:
        ValueError: The source gives a number that is not finite.

    """

    def __init__(
        self,
        name: str,
        source: Source,
        *,
        decimals: int = 2,
        size: float = TYPE.body,
        color: str = PALETTE.ink,
        parts: Mapping[str, str] | None = None,
        signed: bool = False,
        unit: str = "",
        widest: float | None = None,
        backed: bool = False,
        haloed: bool = True,
    ) -> None:
        super().__init__()
        self.number = Number(
            decimals=decimals,
            size=size,
            color=color,
            signed=signed,
            unit=unit,
            family=FONTS.maths,
            widest=widest,
            anchor="left" if widest is None else "point",
            source=source,
        )
        self._size, self._color = size, color
        self.label, zero = self._named(name, parts)
        middle = float(zero.get_y())
        self.number.place(zero.get_corner(DL) - digit_corner(FONTS.maths) * units(size))

        left = float(self.label.get_left()[0])
        right = float(self.number.origin[0]) + self.number.room
        above = max(self.label.get_top()[1] - middle, middle - self.label.get_bottom()[1])
        if backed:
            plate = Plate(right - left + 2 * PADDING, 2 * (above + _PADDING_ABOVE))
            self.add(plate.move_to([(left + right) / 2, middle, 0]))
        elif haloed:
            halo(self.label)
            halo(self.number)
        self.add(self.label, self.number)
        read_as_one(self.label, self.number)
        self.shift([-(left + right) / 2, -middle, 0])

    def rename(self, name: str, parts: Mapping[str, str] | None = None) -> Transform:
        """Return the animation in which the number gets another name, in Typst's notation.

        The number stays where it is.
        """
        return Transform(self.label, self.named(name, parts))

    def named(self, name: str, parts: Mapping[str, str] | None = None) -> Formula:
        """Return another name for the number, equals sign and all, where it is going to stand."""
        label, _ = self._named(name, parts)
        scale = self.label[-1].width / label[-1].width
        label.scale(scale).shift(self.label[-1].get_center() - label[-1].get_center())
        return label

    def _named(self, name: str, parts: Mapping[str, str] | None) -> tuple[Formula, VMobject]:
        """Return the name with an equals sign, and a zero where the number begins.

        The zero gives the number its baseline and its distance, as the typesetter has them.
        """
        label = Formula(f"{name} = 0", size=self._size, color=self._color, parts=parts)
        zero = label.family_members_with_points()[-1]
        label.remove(zero)
        label.expression = f"{name} ="  # as it is shown
        return label, zero
