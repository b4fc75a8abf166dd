"""A field's formula as MathML is well-formed and says what the field says."""

from xml.etree import ElementTree

import pytest

from mnemo_anim.maths import ScalarField
from mnemo_anim.outputs.page.formula import formula_terms

ENTITIES = {"&InvisibleTimes;": "\u2062", "&ApplyFunction;": "\u2061", "&pi;": "π"}


def terms(expression: str) -> list[str]:
    """Return what each term reads, letter by letter, powers with ^."""
    return [read(markup) for markup in formula_terms(ScalarField(expression))]


def read(markup: str) -> str:
    for entity, letter in ENTITIES.items():
        markup = markup.replace(entity, letter)
    return _read(ElementTree.fromstring(markup))


def _read(element: ElementTree.Element) -> str:
    parts = [_read(child) for child in element]
    if element.tag == "msup":
        return f"{parts[0]}^{parts[1]}"
    if element.tag == "mfrac":
        return f"{parts[0]}/{parts[1]}"
    return (element.text or "").strip().replace("\u2062", "") + "".join(parts)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x**2 + 2*y**2", ["x^2", "+2y^2"]),
        ("2 - 0.2*x**2", ["2", "−0.2x^2"]),
        ("-x", ["−x"]),
        ("exp(-0.5*x**2) - y", ["e^-0.5x^2", "−y"]),
        ("x*y/7", ["xy/7"]),
    ],
)
def test_terms_read_as_the_expression(expression: str, expected: list[str]) -> None:
    assert sorted(terms(expression)) == sorted(expected)


def test_a_positive_term_comes_first_where_there_is_one() -> None:
    assert terms("2 - 0.2*x**2 - y**2")[0] == "2"


def test_the_number_e_is_a_plain_letter() -> None:
    assert "ExponentialE" not in formula_terms(ScalarField("exp(x) + e"))[0]
