import numpy as np
import pytest
from manim import ManimColor, VMobject

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.networks.graph_diagram import GraphDiagram
from mnemo_anim.theme import PALETTE

AT = (1.0, 2.0)
PLUS = 5  # the result, last of x, y, x², y², 2y², +


@pytest.fixture(name="graph")
def bowl() -> GraphDiagram:
    ways = ("forward", "backward")
    return GraphDiagram(ComputationGraph(ELLIPTIC_BOWL), AT, heading="graph", ways=ways)


def show(graph: GraphDiagram, *, computed: float = 0.0, returned: float = 0.0) -> None:
    graph.computed, graph.returned = computed, returned
    graph.redraw()


def discs(graph: GraphDiagram) -> list[VMobject]:
    return [node.disc for node in graph.nodes]


def values(graph: GraphDiagram) -> list[VMobject]:
    return [node.value for node in graph.nodes]


def derivatives(graph: GraphDiagram) -> list[VMobject]:
    return [node.derivative for node in graph.nodes]


def local_derivatives(graph: GraphDiagram) -> list[VMobject]:
    return [node.local_derivative for node in graph.nodes[:-1]]


def seen(part: VMobject) -> bool:
    return bool(part.family_members_with_points()[0].get_fill_opacity() > 0.6)


def test_every_node_stands_below_its_operands(graph: GraphDiagram) -> None:
    for node, disc in zip(graph.graph.nodes, discs(graph), strict=True):
        for operand in node.operands:
            assert disc.get_top()[1] < discs(graph)[operand].get_bottom()[1]
    assert discs(graph)[PLUS].get_x() == pytest.approx(0.0)


def test_edges_lead_from_rim_to_rim(graph: GraphDiagram) -> None:
    show(graph, computed=3.0)
    for index, edge in enumerate(graph.edges):
        user = graph.graph.user(index)
        assert user is not None
        for end, disc in ((edge.points[0], index), (edge.points[-1], user)):
            radius = discs(graph)[disc].width / 2
            assert np.linalg.norm(end - discs(graph)[disc].get_center()) == pytest.approx(radius)


def test_values_appear_as_they_are_computed(graph: GraphDiagram) -> None:
    show(graph)
    assert [seen(value) for value in values(graph)] == [True, True] + [False] * 4
    show(graph, computed=2.0)
    assert [seen(value) for value in values(graph)] == [True] * 5 + [False]
    show(graph, computed=3.0)
    assert all(seen(value) for value in values(graph))
    assert not any(seen(derivative) for derivative in derivatives(graph))


def test_derivatives_come_back_from_the_result_to_the_inputs(graph: GraphDiagram) -> None:
    show(graph, computed=3.0, returned=1.0)
    assert [seen(d) for d in derivatives(graph)] == [False] * 5 + [True]
    show(graph, computed=3.0, returned=2.0)
    assert [seen(d) for d in derivatives(graph)] == [False, False, True, False, True, True]
    show(graph, computed=3.0, returned=float(graph.stages))
    assert all(seen(d) for d in derivatives(graph))
    assert all(seen(d) for d in local_derivatives(graph))


def test_the_numbers_are_those_of_the_chain_rule(graph: GraphDiagram) -> None:
    shown = [[claim.shown for claim in claims(part)] for part in values(graph)]
    assert shown == [["1"], ["2"], ["1"], ["4"], ["8"], ["9"]]
    assert [claims(d)[0].shown for d in derivatives(graph)] == ["2", "8", "1", "2", "1", "1"]
    local = [claims(label)[0].shown for label in local_derivatives(graph)]
    assert local == ["2", "4", "1", "2", "1"]
    assert all(claim.holds() for claim in claims(graph))


def test_no_number_touches_another_or_a_node(graph: GraphDiagram) -> None:
    boxes = [*values(graph), *derivatives(graph), *local_derivatives(graph), *discs(graph)]
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            apart = np.abs(one.get_center() - other.get_center())
            reach = np.array([one.width + other.width, one.height + other.height, 0]) / 2
            assert (apart > reach)[:2].any()


def test_the_name_of_the_way_changes_when_the_light_turns(graph: GraphDiagram) -> None:
    show(graph, computed=3.0)
    assert seen(graph.ways[0][0])
    assert not seen(graph.ways[1][0])
    show(graph, computed=3.0, returned=1.0)
    soft = ManimColor(PALETTE.ink_soft)
    for past in (graph.ways[0][0], *values(graph)[:-1]):
        assert past.family_members_with_points()[0].get_fill_color() == soft
    assert seen(graph.ways[1][0])


def test_it_may_be_moved(graph: GraphDiagram) -> None:
    graph.shift([1.0, 2.0, 0.0])
    show(graph, computed=3.0, returned=4.0)
    for edge, way in zip(graph.edges, graph.ways_back, strict=True):
        assert np.allclose(edge.points[[0, -1]], way.points[[-1, 0]])
