"""Lines of worked maths: what a line of code does, with its numbers put in."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from manim import FadeIn, LaggedStart, VGroup, VMobject

from mnemo_anim.maths.network_quantities import TrainingLoss
from mnemo_anim.maths.quantities import Coordinate, Given, Quantity
from mnemo_anim.maths.typst_name import typst_name
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.lettering.numerals import typst_list
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.theme import PALETTE, TYPE


class WorkedLine(Formula):
    """A chain of equations that comes one equals sign after the other.

    The expression is that of a formula in which each of these equals signs is a part, named
    ``then`` and a letter: ``a = b {{ = : thena }} c {{ = : thenb }} d``.

    Attributes:
        stages: The glyphs up to the first of these signs, then those from each to the next.
    """

    def __init__(self, expression: str, *, size: float = TYPE.body, **kwargs: Any) -> None:
        super().__init__(expression, size=size, **kwargs)
        glyphs = self.family_members_with_points()
        signs = [self.part(name) for name in sorted(set(re.findall(r"then[a-h]", expression)))]
        starts = [glyphs.index(sign.family_members_with_points()[0]) for sign in signs]
        cuts = [0, *starts, len(glyphs)]
        self.stages = [VGroup(*glyphs[start:end]) for start, end in pairwise(cuts)]

    def write(self, factors: Iterable[VMobject] = ()) -> LaggedStart:
        """Return the animation in which the line appears from left to right.

        Args:
            factors: Where the parts named ``factor`` and a letter come from, in order.
        """
        starts = {
            self.part(f"factor{_letter(i)}").family_members_with_points()[0]: factor.get_center()
            for i, factor in enumerate(factors)
        }
        glyphs = self.family_members_with_points()
        return LaggedStart(
            *(FadeIn(glyph, target_position=starts.get(glyph)) for glyph in glyphs), lag_ratio=0.5
        )


def evaluation(example: WorkedExample) -> WorkedLine:
    """Return f = x² + 2y² = 1 + 8 = 9, for an f that is a sum."""
    graph, at = example.graph, example.at
    result = len(graph.nodes) - 1
    terms = graph.nodes[result].operands
    written = " + ".join(
        f"{{{{ {graph.nodes[term].result.formula()} : {_letter(i)} }}}}"
        for i, term in enumerate(terms)
    )
    numbers: dict[str, Quantity] = {
        f"term{_letter(i)}": graph.value(term, at) for i, term in enumerate(terms)
    }
    put_in = " + ".join(f"#{name}" for name in numbers)
    colors = {_letter(i): PALETTE.part(i) for i in range(len(terms))}
    return WorkedLine(
        f"{{{{ {graph.field.name} : name }}}} = {written} {{{{ = : thena }}}} {put_in} "
        "{{ = : thenb }} {{ #result : result }}",
        numbers={**numbers, "result": graph.value(result, at)},
        parts={"name": PALETTE.loss, "result": PALETTE.loss, **colors},
        size=TYPE.formula,
    )


def chain(example: WorkedExample, index: int) -> WorkedLine:
    """Return ∂f/∂y = 1 · 2 · 4 = 8: the local derivatives on the way back to an input."""
    graph, at = example.graph, example.at
    way = graph.way_back(index)[1:]
    numbers: dict[str, Quantity] = {
        f"local{_letter(i)}": graph.local_derivative(node, at) for i, node in enumerate(way)
    }
    factors = " dot ".join(
        f"{{{{ #{name} : factor{_letter(i)} }}}}" for i, name in enumerate(numbers)
    )
    field = graph.field
    name = typst_name(field.variables[index])
    return WorkedLine(
        f"{{{{ (partial {field.name})/(partial {name}) : name }}}} = {factors} = "
        "{{ #derivative : result }}",
        numbers={**numbers, "derivative": graph.derivative(index, at)},
        parts={"name": PALETTE.part(index), "result": PALETTE.part(index)},
    )


def gradient_of(example: WorkedExample) -> WorkedLine:
    """Return ∇f = [2.0, 8.0] = [2x, 4y]."""
    field, inputs = example.field, range(example.field.dimension)
    slopes = typst_list(f"{{{{ {field.partial(i).formula()} : f{_letter(i)} }}}}" for i in inputs)
    values = typst_list(f"{{{{ #d{_letter(i)} : n{_letter(i)} }}}}" for i in inputs)
    numbers = {f"d{_letter(i)}": example.slope(i) for i in inputs}
    colors = {f"{kind}{_letter(i)}": PALETTE.part(i) for i in inputs for kind in "fn"}
    return WorkedLine(
        f"{{{{ nabla {field.name} : name }}}} = bracket.l {values} bracket.r "
        f"{{{{ = : thena }}}} bracket.l {slopes} bracket.r",
        numbers=numbers,
        decimals=dict.fromkeys(numbers, 1),
        parts={"name": PALETTE.uphill, **colors},
        size=TYPE.formula,
    )


def update(example: WorkedExample, index: int) -> WorkedLine:
    """Return x ← 1.0 − 0.1 · 2.0 = 0.8: one update of one input."""
    numbers: dict[str, Quantity] = {
        "before": Coordinate(example.at, index),
        "rate": Given("learning rate", example.learning_rate),
        "slope": example.slope(index),
        "after": example.updated(index),
    }
    name = typst_name(example.field.variables[index])
    return WorkedLine(
        f"{{{{ {name} : name }}}} arrow.l "
        "{{ #before : before }} - #rate dot {{ #slope : slope }} "
        "{{ = : thena }} {{ #after : after }}",
        numbers=numbers,
        decimals=dict.fromkeys(numbers, 1),
        parts=dict.fromkeys(("name", "before", "slope", "after"), PALETTE.part(index)),
    )


def learning_rate(example: WorkedExample) -> WorkedLine:
    """Return α = 0.1."""
    return WorkedLine(
        "alpha = #rate",
        numbers={"rate": Given("learning rate", example.learning_rate)},
        decimals={"rate": 1},
        size=TYPE.formula,
    )


def linear_layer(inputs: str, outputs: str) -> WorkedLine:
    """Return outputs = w · inputs + b, for words in place of both."""
    return WorkedLine(f'"{outputs}" = w dot "{inputs}" + b')


def mean_squared_error(example: WorkedExample, outputs: str, targets: str) -> WorkedLine:
    """Return the mean of (outputs − targets)², in words, and what it is before training."""
    return WorkedLine(
        f'{{{{ L : name }}}} = overline(("{outputs}" - "{targets}")^2) = {{{{ #loss : result }}}}',
        numbers={"loss": TrainingLoss(example.training, 0)},
        decimals={"loss": 2},
        parts={"name": PALETTE.loss, "result": PALETTE.loss},
    )


def update_of_weights() -> WorkedLine:
    """Return the rule that the optimiser follows: w ← w − α ∂L/∂w."""
    return WorkedLine(
        "w arrow.l w {{ - : minus }} alpha thin {{ (partial L)/(partial w) : gradient }}",
        parts={"minus": PALETTE.downhill, "gradient": PALETTE.uphill},
    )


def _letter(index: int) -> str:
    """Return a letter for the index: names of parts and numbers hold no digits."""
    return "abcdefgh"[index]
