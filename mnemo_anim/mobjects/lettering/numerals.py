"""How a number is written on the screen: the one place that knows, in both directions."""

from collections.abc import Iterable
from contextvars import ContextVar
from decimal import Decimal
from math import isclose, isfinite, log10

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

MINUS = "−"
NUMERALS = f"0123456789+{MINUS}.,×⁰¹²³⁴⁵⁶⁷⁸⁹⁻"  # all that a number may hold
LARGEST_FIXED = 1e6  # from here on a number is written as 1.2×10⁷

_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans("0123456789-", f"{_SUPERSCRIPT_DIGITS}⁻")
_PLAIN = str.maketrans(f"{_SUPERSCRIPT_DIGITS}⁻", "0123456789-")

_separator: ContextVar[str] = ContextVar("decimal separator", default=".")


def decimal_separator() -> str:
    """Return what stands between the ones and the tenths of a number."""
    return _separator.get()


def write_numbers_as_in(language: str) -> None:
    """From now on, write numbers as they are written in a language (a BCP 47 tag)."""
    _separator.set(separator_in(language))


def separator_in(language: str) -> str:
    """Return the decimal separator that the Unicode CLDR has for a language (a BCP 47 tag).

    A language that has no numbers there writes them as English does.
    """
    try:
        symbol = get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        symbol = "."
    return symbol if symbol in NUMERALS else "."


def format_number(
    value: float,
    decimals: int = 2,
    *,
    signed: bool = False,
    scientific: bool = False,
    separator: str | None = None,
) -> str:
    """Return ``value`` as the screen shows it, rounded to ``decimals``.

    Args:
        value: A finite number.
        decimals: Digits after the decimal separator; in scientific notation, of the mantissa.
        signed: Whether a positive number carries its sign too. Zero never has one.
        scientific: Whether to write 0.00031 as 3.1×10⁻⁴. Numbers from a million up always are.
        separator: Of the decimals; by default that of the film's language.

    Raises:
        ValueError: ``value`` is not finite, or ``decimals`` is negative.

    """
    if decimals < 0:
        raise ValueError(f"A number cannot have {decimals} decimals; give 0 or more.")
    if not isfinite(value):
        raise ValueError(f"The screen shows finite numbers only, not {value!r}.")
    powers = value != 0 and (scientific or abs(value) >= LARGEST_FIXED)
    mantissa, _, exponent = f"{value:.{decimals}{'e' if powers else 'f'}}".partition("e")
    digits = mantissa.lstrip("-").replace(".", separator or decimal_separator())
    if powers:
        digits += "×10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    return _sign(mantissa, signed=signed) + digits


def format_power(value: float) -> str:
    """Return a power of ten as the screen shows it, as 10⁻³; 1 stays 1.

    Raises:
        ValueError: ``value`` is no power of ten.

    """
    exponent = round(log10(value)) if value > 0 else 0
    if not isclose(value, 10.0**exponent):
        raise ValueError(f"{value!r} is not a power of ten.")
    return "10" + str(exponent).translate(_SUPERSCRIPTS) if exponent else "1"


def read_number(text: str) -> Decimal:
    """Return the number that the functions above wrote as ``text``, to its last digit.

    Raises ``ValueError`` when ``text`` is not such a number.
    """
    if text[:2] == "10" and text[-1] in _SUPERSCRIPT_DIGITS:
        text = f"1×{text}"
    mantissa, times_ten, power = text.partition("×10")
    plain = mantissa.replace(",", ".").replace(MINUS, "-")
    try:
        number = Decimal(plain)
        return number.scaleb(int(power.translate(_PLAIN))) if times_ten else number
    except (ArithmeticError, ValueError):
        raise ValueError(f"{text!r} is not a number as the screen writes it.") from None


def typst_number(text: str) -> str:
    """Return in Typst's maths notation the number that :func:`format_number` wrote as ``text``."""
    mantissa, times_ten, power = text.partition("×10")
    mantissa = mantissa.replace(",", '","')  # else Typst takes it for the comma of a list
    return f"{mantissa} times 10^({power.translate(_PLAIN)})" if times_ten else mantissa


def list_separator(decimal: str) -> str:
    """Return what parts numbers in a row, by what stands before their tenths: 0,5; 1 or 0.5, 1."""
    return ";" if decimal == "," else ","


def typst_separator() -> str:
    """Return what parts numbers in a row in the film's language, in Typst's maths notation."""
    return {",": "comma", ";": "semi"}[list_separator(decimal_separator())]


def typst_list(entries: Iterable[str]) -> str:
    """Return entries in a row, in Typst's maths notation, as the film's language parts them."""
    return f" {typst_separator()} ".join(entries)


def _sign(mantissa: str, *, signed: bool) -> str:
    rounded = float(mantissa)
    if rounded == 0:  # "-0.00" is zero
        return ""
    if rounded < 0:
        return MINUS
    return "+" if signed else ""
