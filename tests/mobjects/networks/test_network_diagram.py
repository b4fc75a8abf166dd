from collections.abc import Sequence

import numpy as np
import pytest
from manim import ManimColor

from mnemo_anim.maths.network_gallery import small_network_run
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.networks.network_diagram import FULL, NetworkDiagram
from mnemo_anim.theme import DIM, PALETTE

FIRST = np.array([[0.04, -0.01], [0.0, 0.09], [-0.16, 0.25]])
SECOND = np.array([[0.36, -0.04, 0.01]])


def diagram(derivatives: Sequence[np.ndarray] = (FIRST, SECOND)) -> NetworkDiagram:
    return NetworkDiagram((2, 3, 1), lambda: derivatives, largest=0.36, loss=Formula("L"))


def lit(drawn: NetworkDiagram, swept: float) -> NetworkDiagram:
    drawn.lights.swept = swept
    drawn.lights.redraw()
    return drawn


def test_there_is_an_edge_for_every_weight_in_the_order_of_the_parameters() -> None:
    drawn = diagram()
    assert len(drawn.edges) == FIRST.size + SECOND.size
    places = [drawn.place_of(index) for index in range(len(drawn.edges))]
    assert places[:3] == [(0, 0, 0), (0, 0, 1), (0, 1, 0)]
    assert places[-1] == (1, 0, 2)
    layer, row, column = drawn.place_of(5)
    source, target = drawn.neurons[layer][column], drawn.neurons[layer + 1][row]
    start, end = drawn.edges[5].points[[0, -1]]
    assert np.linalg.norm(start - source.get_center()) == pytest.approx(source.width / 2)
    assert np.linalg.norm(end - target.get_center()) == pytest.approx(target.width / 2)


def test_the_width_goes_with_the_root_of_the_derivative_and_the_colour_with_its_sign() -> None:
    drawn = lit(diagram(), 3.0)
    values = np.concatenate([FIRST.ravel(), SECOND.ravel()])
    for ray, value in zip(drawn.lights.rays, values, strict=True):
        assert ray.get_stroke_width() == pytest.approx(
            max(1.0, FULL * np.sqrt(abs(value) / 0.36)), rel=1e-9
        )
        expected = PALETTE.uphill if value > 0 else PALETTE.downhill
        assert ray.get_stroke_color() == ManimColor(expected)


def test_light_comes_from_the_loss_layer_by_layer() -> None:
    drawn = diagram()
    for swept, shares in ((0.5, (0.0, 0.0)), (1.25, (0.0, 0.25)), (2.5, (0.5, 1.0))):
        lit(drawn, swept)
        for index, share in ((0, shares[0]), (6, shares[1])):
            ray, edge = drawn.lights.rays[index], drawn.edges[index]
            end, start = edge.points[[-1, 0]]
            assert ray.points[0] == pytest.approx(end)
            assert ray.points[-1] == pytest.approx(end + share * (start - end))
            assert ray.presence == (1.0 if share else 0.0)


def test_the_widest_edges_are_those_of_the_largest_derivatives() -> None:
    assert diagram().lights.widest(3) == (6, 5, 4)


def test_what_is_not_chosen_steps_back() -> None:
    drawn = lit(diagram(), 3.0)
    drawn.lights.point_out((6,))
    drawn.lights.focus = 1.0
    drawn.lights.redraw()
    assert drawn.lights.rays[6].presence == 1.0
    assert drawn.lights.rays[0].presence == pytest.approx(DIM)


def test_the_lights_follow_a_diagram_that_is_moved() -> None:
    drawn = lit(diagram(), 3.0)
    drawn.shift([1.0, 2.0, 0.0]).scale(0.5)
    drawn.update()
    assert drawn.lights.rays[0].points[-1] == pytest.approx(drawn.edges[0].points[0])


def test_a_real_network_can_be_drawn() -> None:
    epoch = small_network_run().epochs[0]
    drawn = NetworkDiagram(
        epoch.network.sizes, lambda: [layer.weights for layer in epoch.gradient], largest=0.6
    )
    lit(drawn, 2.0)
    (widest,) = drawn.lights.widest(1)
    layer, row, column = drawn.place_of(widest)
    largest = max(np.abs(part.weights).max() for part in epoch.gradient)
    assert abs(epoch.gradient[layer].weights[row, column]) == largest
    assert all(ray.presence == 1.0 for ray in drawn.lights.rays)


def test_malformed_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        NetworkDiagram((2,), list, largest=1.0)
    with pytest.raises(ValueError, match="9 weights"):
        diagram([FIRST])


def test_the_width_of_an_edge_tells_its_derivative() -> None:
    drawn = diagram()
    for value in (0.36, 0.09, -0.01):
        assert drawn.derivative(drawn.stroke(value)) == pytest.approx(abs(value))
