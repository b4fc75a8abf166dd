import autograd
import autograd.numpy as anp
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, ScalarField
from mnemo_anim.maths.computation_graph import ComputationGraph
from tests.truth.recompute import recompute

AT = (1.0, 2.0)
BOWL = ComputationGraph(ELLIPTIC_BOWL)
WINDING = ComputationGraph(ScalarField("sin(x**2) * exp(2 - y) / 3 + pi", ("x", "y")))


def test_the_steps_are_those_of_the_text_inputs_first_result_last() -> None:
    steps = [node.result.source for node in BOWL.nodes]
    assert steps == ["x", "y", "x ** 2", "y ** 2", "2 * y ** 2", "x ** 2 + 2 * y ** 2"]
    assert [node.operands for node in BOWL.nodes] == [(), (), (0,), (1,), (3,), (2, 4)]
    assert [node.level for node in BOWL.nodes] == [0, 0, 1, 1, 2, 3]


def test_every_step_is_worth_what_one_finds_by_hand() -> None:
    assert [BOWL.value(i, AT).value for i in range(6)] == [1, 2, 1, 4, 8, 9]
    assert [BOWL.local_derivative(i, AT).value for i in range(5)] == [2, 4, 1, 2, 1]
    assert [BOWL.derivative(i, AT).value for i in range(6)] == [2, 8, 1, 2, 1, 1]


@pytest.mark.parametrize("graph", [BOWL, WINDING])
def test_derivatives_are_products_of_the_local_ones_on_the_way_back(
    graph: ComputationGraph,
) -> None:
    for index in range(len(graph.nodes)):
        product = 1.0
        for node in graph.way_back(index)[1:]:
            product *= graph.local_derivative(node, AT).value
        assert graph.derivative(index, AT).value == pytest.approx(product, rel=1e-12)


def test_the_inputs_have_the_gradient_that_automatic_differentiation_finds() -> None:
    def f(at: anp.ndarray) -> anp.ndarray:
        return anp.sin(at[0] ** 2) * anp.exp(2 - at[1]) / 3 + anp.pi

    gradient = autograd.grad(f)(anp.array(AT))
    inputs = [WINDING.derivative(i, AT).value for i in (0, 1)]
    assert inputs == pytest.approx(gradient.tolist(), rel=1e-9)


@pytest.mark.parametrize("graph", [BOWL, WINDING])
def test_every_quantity_is_confirmed_by_its_oracle(graph: ComputationGraph) -> None:
    for index in range(len(graph.nodes)):
        quantities = [graph.value(index, AT), graph.derivative(index, AT)]
        if graph.user(index) is not None:
            quantities.append(graph.local_derivative(index, AT))
        for quantity in quantities:
            assert quantity.value == pytest.approx(recompute(quantity), rel=1e-9)


def test_ways_that_fork_are_refused() -> None:
    with pytest.raises(ValueError, match="uses x more than once"):
        ComputationGraph(ScalarField("x**2 + x*y", ("x", "y")))


def test_nothing_uses_the_result() -> None:
    assert BOWL.user(5) is None
    with pytest.raises(ValueError, match="nothing uses node 5"):
        BOWL.local_derivative(5, AT)
