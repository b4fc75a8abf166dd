"""Where the parts of the examples stand: code on the left, its maths below, pictures beside."""

from collections.abc import Mapping, Sequence

from manim import DOWN, RIGHT, UP

from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.examples.batch_pass import BatchPass
from mnemo_anim.mobjects.examples.example_panel import ExamplePanel
from mnemo_anim.mobjects.examples.layer_update import LayerUpdate
from mnemo_anim.mobjects.examples.parameter_table import ParameterTable
from mnemo_anim.mobjects.examples.update_map import UpdateMap
from mnemo_anim.mobjects.examples.worked_strip import WorkedStrip
from mnemo_anim.mobjects.networks.graph_diagram import GraphDiagram
from mnemo_anim.theme import STAGE

_WINDOW = (0.3, 2.0), (0.7, 3.0)  # of the map: the ranges of both inputs
_UNIT = 2.02  # of the map, in screen units
_ROOM = 0.06  # for numbers that grow, and for strokes, in Manim units
_KNOWN = 5.0  # the magnitude that the scale of the map shows
_EDGE = 0.045  # for strokes, in Manim units


class Desk:
    """All that the examples show. It is no mobject: its parts come and go one by one.

    Args:
        example: What is computed.
        listings: The code that computes it, in order.
        language: In which that is written.
        words: By id: ``graph``, ``forward``, ``backward``, ``before``, ``after``, ``inputs``,
            ``outputs``, ``targets``, ``positive``, ``negative``, ``loss``, ``parameter``,
            ``grad``, ``weight``, ``bias`` and ``arrow-scale``.

    Attributes:
        code: The listings.
        strip: The maths below them.
        plan: The map of the function.
        graph: Its computation graph, where the map is when that has gone.
        batch: The layer and its examples, alone in the middle of the right-hand column.
        table: The layer's parameters, at the foot of that column.
        update: Of these parameters.
    """

    def __init__(
        self,
        example: WorkedExample,
        listings: Sequence[str],
        *,
        language: str,
        words: Mapping[str, str],
    ) -> None:
        self.code = ExamplePanel(listings, language=language, example=example)
        self.strip = WorkedStrip(self.code.plate, example, words=words)
        self.plan = UpdateMap(
            example,
            window=_WINDOW,
            unit=_UNIT,
            corner=(STAGE.right, STAGE.top, 0.0),
            known=_KNOWN,
            words=(words["before"], words["after"], words["arrow-scale"]),
        )
        ways = (words["forward"], words["backward"])
        self.graph = GraphDiagram(example.graph, example.at, heading=words["graph"], ways=ways)
        middle = (self.code.get_right()[0] + STAGE.gap + STAGE.right) / 2
        self.graph.move_to([middle, STAGE.top, 0], UP)
        names = (words["inputs"], words["outputs"], words["targets"])
        signs = (words["positive"], words["negative"])
        self.batch = BatchPass(example.run, names=names, signs=signs)
        self.batch.move_to([STAGE.right - _ROOM, STAGE.middle, 0], RIGHT)
        self.table = ParameterTable(
            example.run.epochs[0],
            names=(words["weight"], words["bias"]),
            headings=(words["parameter"], words["grad"]),
        )
        self.table.move_to([STAGE.right, STAGE.bottom + _EDGE, 0], DOWN + RIGHT)
        self.update = LayerUpdate(example.run, self.batch, self.table)
