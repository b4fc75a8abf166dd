"""A number on a logarithmic scale."""

from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.numerals import format_power


class PowerOfTen(Number):
    """A power of ten, written as 10⁻³; arguments are those of `Number`, decimals do not matter."""

    def _format(self, value: float) -> str:
        return format_power(value)
