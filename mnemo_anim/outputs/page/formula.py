"""The formula of a field as MathML, which browsers set by themselves and readers speak."""

# ruff: noqa: N802  # SymPy finds a printing method by the name of the class it prints.

from typing import Any
from xml.dom.minidom import Element

import sympy
from markupsafe import Markup
from sympy.printing.mathml import MathMLPresentationPrinter

from mnemo_anim.maths import ScalarField

_SIGN = '<mo lspace="0.2em" rspace="0.2em">{}</mo>'  # browsers leave no room at a term's beginning


def formula_terms(field: ScalarField) -> tuple[Markup, ...]:
    """Return the right-hand side of f = … as MathML, term by term, so that a line may break.

    Every term but the first begins with its sign.
    """
    terms = field.expression.as_ordered_terms()
    positive = [term for term in terms if not term.could_extract_minus_sign()]
    if positive and positive[0] is not terms[0]:  # 2 − x², not −x² + 2
        terms.remove(positive[0])
        terms.insert(0, positive[0])
    return tuple(_term(term, leading=index == 0) for index, term in enumerate(terms))


def _term(term: sympy.Expr, *, leading: bool) -> Markup:
    negative = term.could_extract_minus_sign()
    sign = "−" if negative else "" if leading else "+"
    operator = _SIGN.format(sign) if sign else ""
    body = _Printer().doprint(-term if negative else term)
    return Markup(f"<math><mrow>{operator}{body}</mrow></math>")


class _Printer(MathMLPresentationPrinter):
    """SymPy's printer, but with a plain e for the number."""

    def _print_Exp1(self, _: sympy.Expr) -> Element:
        return self._e()

    def _print_exp(self, power: sympy.Expr) -> Element:
        raised: Element = self.dom.createElement("msup")
        raised.appendChild(self._e())
        raised.appendChild(self._print(power.args[0]))
        return raised

    def _e(self) -> Element:
        leaf: Element = self.dom.createElement("mi")
        text: Any = self.dom.createTextNode("e")
        leaf.appendChild(text)
        return leaf
