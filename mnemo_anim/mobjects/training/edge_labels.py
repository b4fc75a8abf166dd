"""What stands at an edge of a network: its name beside it, its derivative on it."""

from typing import TypeVar

import numpy as np
from manim import VGroup, VMobject

from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import halo
from mnemo_anim.mobjects.networks.network_diagram import NetworkDiagram
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.training.progress import TrainingProgress
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_ASIDE = 0.34  # from an edge to what stands beside it, in Manim units
_PADDING = 0.12  # of the plate of a number

Label = TypeVar("Label", bound=VMobject)


def beside_edge(network: NetworkDiagram, index: int, content: Label) -> Label:
    """Put ``content`` beside an edge, above it in the upper half, else below it; return it."""
    start, end = network.edges[index].points[[0, -1]]
    along = (end - start) / np.linalg.norm(end - start)
    upper = start[1] + end[1] > 2 * network.neurons.get_y()
    normal = np.array([-along[1], along[0], 0.0]) * (1 if upper else -1)
    content.move_to(network.middle(index) + _ASIDE * normal)
    return content


class EdgeNumber(VGroup):
    """∂L/∂w of an edge, on a plate in its middle.

    Args:
        network: The edge's network.
        index: Of the edge.
        progress: Of the training.
    """

    def __init__(self, network: NetworkDiagram, index: int, progress: TrainingProgress) -> None:
        place = network.place_of(index)
        number = Number(
            source=lambda: progress.derivative(place),
            size=TYPE.label,
            signed=True,
            family=FONTS.maths,
        )
        halo(number, color=PALETTE.panel)  # also while the plate is still on its way
        super().__init__(Plate.behind(number, padding=_PADDING, opacity=1), number)
        self.move_to(network.middle(index))
