"""The computation graph of an expression: what automatic differentiation records, and runs back.

Every operation is a node, with its operands before it. The derivative of the result by a node is
the product of the local derivatives on the way from there to the result (Griewank and Walther,
*Evaluating Derivatives*, 2nd edition, 2008, chapter 3). Everything is told as a `Quantity`, so that
it can be computed by other means, too.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from mnemo_anim.maths.expression_syntax import parse_expression
from mnemo_anim.maths.quantities import Coord, PartialDerivative, Value
from mnemo_anim.maths.scalar_field import ScalarField

_OPERANDS = "abcd"  # the names of the operands in an operation; no constant is among them
_ITSELF = "node"  # the name of a node, where the result is written as a function of it


@dataclass(frozen=True)
class Node:
    """An input, or an operation and its result.

    Attributes:
        result: The node as a field of the graph's variables.
        operation: The node as a field of its operands; of an input, None.
        operands: Their places in the graph.
        level: 0 of an input, else one more than that of its last operand.
        rest: What the graph makes of the node: a field of its variables, and last the node itself.
        inputs: The names of the variables that it depends on, in the field's order.
    """

    result: ScalarField
    operation: ScalarField | None
    operands: tuple[int, ...]
    level: int
    rest: ScalarField
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class ComputationGraph:
    """How an expression is computed, step by step: inputs first, the result last.

    Args:
        field: What is computed. Its text says in which steps.

    Raises:
        ValueError: The field was not given as text, or uses a variable more than once.
    """

    field: ScalarField

    def __post_init__(self) -> None:
        used = [name.id for name in self._inputs(self._tree)]
        if repeated := {name for name in used if used.count(name) > 1}:
            raise ValueError(
                f"{self.field.source} uses {', '.join(sorted(repeated))} more than once; this "
                "graph is for expressions whose ways from the inputs to the result do not fork"
            )

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes: the inputs in the field's order, then the operations as they are computed."""
        built: list[Node] = []
        places: dict[str, int] = {}
        for tree in (*self._inputs(self._tree), *self._operations(self._tree)):
            below = [part for part in ast.iter_child_nodes(tree) if self._varies(part)]
            operands = tuple(places[ast.unparse(part)] for part in below)
            places[ast.unparse(tree)] = len(built)
            built.append(
                Node(
                    result=self._over_inputs(ast.unparse(tree)),
                    operation=_as_operation(tree, below) if operands else None,
                    operands=operands,
                    level=max((built[i].level + 1 for i in operands), default=0),
                    rest=self._rest(tree),
                    inputs=tuple(name.id for name in self._inputs(tree)),
                )
            )
        return tuple(built)

    @property
    def depth(self) -> int:
        """The level of the result."""
        return self.nodes[-1].level

    def user(self, index: int) -> int | None:
        """Return the place of the node that a node is an operand of; None for the result."""
        users = (i for i, node in enumerate(self.nodes) if index in node.operands)
        return next(users, None)

    def value(self, index: int, at: Coord) -> Value:
        """Return what a node is worth, the inputs being ``at``."""
        return Value(self.nodes[index].result, at)

    def local_derivative(self, index: int, at: Coord) -> PartialDerivative:
        """Return the derivative of the node that uses this one, by this one alone.

        Raises:
            ValueError: The node is the result: nothing uses it.
        """
        user = self.user(index)
        operation = None if user is None else self.nodes[user].operation
        if user is None or operation is None:
            raise ValueError(f"nothing uses node {index}: it is the result")
        operands = self.nodes[user].operands
        worth = tuple(self.value(operand, at).value for operand in operands)
        return PartialDerivative(operation, worth, operands.index(index))

    def derivative(self, index: int, at: Coord) -> PartialDerivative:
        """Return the derivative of the result by a node; by an input, one entry of the gradient."""
        node = self.nodes[index]
        if node.operation is None:
            return PartialDerivative(self.field, at, self.field.index_of(node.result.source))
        place = (*at, self.value(index, at).value)
        return PartialDerivative(node.rest, place, len(at))

    def way_back(self, index: int) -> tuple[int, ...]:
        """Return the nodes through which the light comes from the result to a node, that too."""
        way = [index]
        while (user := self.user(way[-1])) is not None:
            way.append(user)
        return tuple(reversed(way))

    def _inputs(self, tree: ast.expr) -> list[ast.Name]:
        """Return the places of the variables in an expression, in their own order."""
        names = (part for part in ast.walk(tree) if isinstance(part, ast.Name))
        found = [name for name in names if name.id in self.field.variables]
        return sorted(found, key=lambda name: self.field.index_of(name.id))

    def _varies(self, part: ast.AST) -> bool:
        """Return whether a part of an expression depends on a variable."""
        names = (inner.id for inner in ast.walk(part) if isinstance(inner, ast.Name))
        return isinstance(part, ast.expr) and any(name in self.field.variables for name in names)

    def _operations(self, tree: ast.expr) -> list[ast.expr]:
        """Return the operations of an expression, each after those that it needs."""
        if isinstance(tree, ast.Name) or not self._varies(tree):
            return []
        parts = [part for part in ast.iter_child_nodes(tree) if isinstance(part, ast.expr)]
        return [*(operation for part in parts for operation in self._operations(part)), tree]

    @property
    def _tree(self) -> ast.expr:
        return parse_expression(self.field.source, self.field.variables)

    def _over_inputs(self, text: str) -> ScalarField:
        return ScalarField(text, self.field.variables, domain=self.field.domain)

    def _rest(self, tree: ast.expr) -> ScalarField:
        text = _replaced(self._tree, {ast.unparse(tree): _ITSELF})
        return ScalarField(text, (*self.field.variables, _ITSELF))


class _Replace(ast.NodeTransformer):
    """Put names in the place of parts of an expression."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    def visit(self, node: ast.AST) -> ast.AST:
        """Replace a part, or look into it."""
        name = self._names.get(ast.unparse(node)) if isinstance(node, ast.expr) else None
        visited: ast.AST = self.generic_visit(node) if name is None else ast.Name(name)
        return visited


def _replaced(tree: ast.expr, names: dict[str, str]) -> str:
    """Return an expression as text, names in the place of some of its parts."""
    return ast.unparse(_Replace(names).visit(deepcopy(tree)))


def _as_operation(tree: ast.expr, below: Sequence[ast.AST]) -> ScalarField:
    """Return an operation as a field of its operands, called a, b, …."""
    names = {ast.unparse(part): name for part, name in zip(below, _OPERANDS, strict=False)}
    return ScalarField(_replaced(tree, names), tuple(names.values()))
