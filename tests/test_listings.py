"""The listings of the lecture give what their comments promise, and what the film shows.

Where PyTorch is installed (``pip install torch``), the very listings are run; in any case, what
they promise is computed with the studio's own maths from the numbers that stand in them.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np
import pytest

from mnemo_anim.document import Listing, read_lecture
from mnemo_anim.maths import DenseLayer, Network, ScalarField, gradient_descent
from mnemo_anim.maths.network_quantities import Extent, Training, TrainingLoss
from mnemo_anim.maths.quantities import PartialDerivative, Quantity, Value
from mnemo_anim.paths import LECTURE
from tests.scenes.playing import inspected

LISTINGS = read_lecture(LECTURE).section("examples").listings
BY_ID = {listing.id: listing for listing in LISTINGS}
WITHOUT = "PyTorch is not installed; the listings are checked with the studio's own maths only"


def promised(listing: Listing) -> list[str]:
    """Return what the comments behind the prints of a listing promise, in order."""
    lines = [line for line in listing.code.splitlines() if line.startswith("print(")]
    return [line.partition("#")[2].strip() for line in lines]


@cache
def numbers_of(listing: str) -> dict[str, tuple[float, ...]]:
    """Return, by the name of a function or of a variable, the numbers that a listing gives it."""
    found: dict[str, tuple[float, ...]] = {}
    for node in ast.walk(ast.parse(BY_ID[listing].code)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant() as number):
                found[name] = _numbers([number])
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=arguments)):
                found[name] = _numbers(arguments)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=calls)):
                for target, call in zip(names, calls, strict=True):
                    assert isinstance(target, ast.Name)
                    assert isinstance(call, ast.Call)
                    found[target.id] = _numbers(call.args)
    return found


def _numbers(arguments: list[ast.expr]) -> tuple[float, ...]:
    constants = [each.value for each in arguments if isinstance(each, ast.Constant)]
    return tuple(value for value in constants if isinstance(value, int | float))


def function_of(listing: str) -> ScalarField:
    """Return f as a listing writes it."""
    (written,) = (
        ast.unparse(node.value)
        for node in ast.walk(ast.parse(BY_ID[listing].code))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "f"
    )
    return ScalarField(written)


# ---- with the studio's own maths -------------------------------------------------------------


def the_point() -> tuple[float, float]:
    numbers = numbers_of("autograd")
    return numbers["x"][0], numbers["y"][0]


def test_each_print_promises_a_value() -> None:
    assert [len(promised(listing)) for listing in LISTINGS] == [2, 2, 2]
    assert all(value for listing in LISTINGS for value in promised(listing))


def test_the_gradient_of_the_listing_is_that_of_the_maths() -> None:
    gradient = function_of("autograd").gradient(the_point())
    assert promised(BY_ID["autograd"]) == [str(float(entry)) for entry in gradient]


def test_the_update_of_the_listing_is_a_step_of_the_descent() -> None:
    (rate,) = numbers_of("one-update")["learning_rate"]
    step = gradient_descent(function_of("autograd"), the_point(), rate, steps=1)
    assert promised(BY_ID["one-update"]) == [f"{entry:.1f}" for entry in step.iterates[-1]]


def test_the_shapes_of_the_listing_are_those_of_back_propagation() -> None:
    numbers = numbers_of("small-network")
    before, after = map(int, numbers["model"])
    inputs, targets = (np.ones(tuple(map(int, numbers[name]))) for name in ("inputs", "targets"))
    layer = DenseLayer(np.zeros((after, before)), np.zeros(after))
    (gradient,) = Network((layer,)).gradient(inputs, targets)
    shapes = [gradient.weights.shape, gradient.biases.shape]
    assert promised(BY_ID["small-network"]) == [str(shape) for shape in shapes]


# ---- with PyTorch ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def torch() -> Any:
    return pytest.importorskip("torch", reason=WITHOUT)


@pytest.fixture(scope="module")
def run(torch: Any) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """Run the listings one after the other; return what each prints, and all variables."""
    torch.manual_seed(1)
    variables: dict[str, Any] = {}
    printed = {}
    for listing in LISTINGS:
        with redirect_stdout(io.StringIO()) as output:
            exec(compile(listing.code, listing.id, "exec"), variables)
        printed[listing.id] = output.getvalue().splitlines()
    return printed, variables


def test_the_listings_print_what_they_promise(
    run: tuple[dict[str, list[str]], dict[str, Any]],
) -> None:
    printed, _ = run
    assert printed == {listing.id: promised(listing) for listing in LISTINGS}


def test_the_variables_of_the_listings_have_the_shapes_that_are_told(
    run: tuple[dict[str, list[str]], dict[str, Any]],
) -> None:
    _, variables = run
    assert [tuple(variables[name].shape) for name in ("inputs", "targets")] == [(10, 3), (10, 1)]
    assert all(p.grad.shape == p.shape for p in variables["model"].parameters())


@pytest.mark.parametrize("section", ["examples"])
def test_what_the_film_shows_is_what_pytorch_computes(section: str, torch: Any) -> None:
    leaves = [leaf for quantity in inspected(section).claimed for leaf in leaves_of(quantity)]
    computed = [(leaf, by_pytorch(torch, leaf)) for leaf in leaves]
    known = [(leaf, value) for leaf, value in computed if value is not None]
    assert {PartialDerivative, Value, Extent} <= {type(leaf) for leaf, _ in known}
    for leaf, value in known:
        assert leaf.value == pytest.approx(value, rel=1e-6, abs=1e-9), leaf


def leaves_of(quantity: Quantity) -> Iterator[Quantity]:
    """Yield the quantities that a quantity is made of, or itself."""
    parts = [getattr(quantity, field.name) for field in fields(quantity)]
    inner = [part for part in parts if isinstance(part, Quantity)]
    for part in inner:
        yield from leaves_of(part)
    if not inner:
        yield quantity


def by_pytorch(torch: Any, quantity: Quantity) -> float | None:
    """Return what PyTorch makes of a quantity; None for one that it does not know."""
    match quantity:
        case Value(field=field, at=at):
            return float(_evaluated(torch, field, at)[0].detach())
        case PartialDerivative(field=field, at=at, index=index):
            value, inputs = _evaluated(torch, field, at)
            value.backward()
            return 0.0 if inputs[index].grad is None else float(inputs[index].grad)
        case TrainingLoss(training=training, updates=0):
            return float(_layer(torch, training)["loss"])
        case Extent(training=training, of=of, axis=axis):
            return float(_layer(torch, training)[of.value].shape[axis])
    return None


def _evaluated(torch: Any, field: ScalarField, at: tuple[float, ...]) -> tuple[Any, list[Any]]:
    """Return f(at) as a tensor, and its inputs."""
    inputs = [torch.tensor(c, dtype=torch.float64, requires_grad=True) for c in at]
    names = dict(zip(field.variables, inputs, strict=True))
    return eval(field.source, {"__builtins__": {}}, names), inputs


def _layer(torch: Any, training: Training) -> dict[str, Any]:
    """Return the tables of a linear layer after one backward pass, and its loss."""

    def tensor(rows: object) -> Any:
        return torch.tensor(rows, dtype=torch.float64)

    (weights,), (biases,) = training.weights, training.biases
    model = torch.nn.Linear(len(weights[0]), len(weights), dtype=torch.float64)
    with torch.no_grad():
        model.weight.copy_(tensor(weights))
        model.bias.copy_(tensor(biases))
    inputs, targets = tensor(training.inputs), tensor(training.targets)
    loss = torch.nn.functional.mse_loss(model(inputs), targets)
    loss.backward()
    return {
        "inputs": inputs,
        "targets": targets,
        "weight.grad": model.weight.grad,
        "bias.grad": model.bias.grad,
        "loss": loss.detach(),
    }
