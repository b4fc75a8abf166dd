"""A number on a logarithmic scale."""

from mnemo_anim.mobjects.lettering.numerals import format_power
from mnemo_anim.mobjects.numbers.number import Number


class PowerOfTen(Number):
    """A power of ten, written as 10⁻³; arguments are those of `Number`, decimals do not matter."""

    def _format(self, value: float) -> str:
        return format_power(value)
