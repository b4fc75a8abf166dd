"""Very many weights, as points of a plain that reaches to the horizon."""

from collections.abc import Sequence

import numpy as np
from manim import linear
from numpy.typing import NDArray

from mnemo_anim.maths.networks import LayerGradient
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.outline import circle, polygon
from mnemo_anim.theme import PALETTE, STAGE

Array = NDArray[np.float64]

_HORIZON = STAGE.top - 0.3  # its y, in Manim units
_NEAREST = STAGE.bottom + 0.5  # y of the nearest row
_PITCH = 0.15  # from weight to weight over the eye's height
_DEPTH = 8.5  # of the last row over that of the first
_HAZE = 3.0  # over how much of that weights fade before the last row
_SCATTER = 0.5  # of a pitch
_DOT = 0.055  # radius of a weight in the nearest row
_MARK = 0.125  # half the width of the mark of the largest derivative there
_FRONT = 0.9  # how far ahead of its end the light fades, in eye's heights
_EDGE = STAGE.width / 2 + _DOT


class WeightField(Live):
    """A plain of weights. Light on a weight is its ∂L/∂w: which way it is to go, and how urgently.

    A mark points up or down, to where the loss falls. It has the colour of an edge with such a
    derivative, and its width goes with the square root of |∂L/∂w|.

    Args:
        gradient: Of a network of many weights, layer by layer; biases are left out.

    Attributes:
        apart: How many times further apart the weights are than at rest: less is a view from
            higher up.
        dark: How far from the eye the light begins, over the depth of the plain: 1 all is dark,
            0 all is lit.
        strength: How many times larger all derivatives are than those given.
    """

    def __init__(self, gradient: Sequence[LayerGradient]) -> None:
        super().__init__()
        self.apart, self.dark, self.strength = 1.0, 1.0, 1.0
        self._columns, self._rows = _grid()
        derivatives = np.concatenate([layer.weights.ravel() for layer in gradient])
        values = derivatives[np.arange(len(self._rows)) % len(derivatives)]
        self._signs = np.sign(values)
        self._sizes = np.sqrt(np.abs(values) / np.quantile(np.abs(values), 0.95))
        self.weights = Veiled(fill_color=PALETTE.ink_soft, fill_opacity=0.55, stroke_width=0)
        self.raising = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        self.lowering = Veiled(fill_color=PALETTE.downhill, fill_opacity=1, stroke_width=0)
        self.add(self.weights, self.raising, self.lowering)
        self.come_alive()

    def recede(self, start: float, end: float) -> Vary:
        """Return the animation in which it appears, and is seen from higher and higher up.

        ``start`` and ``end`` are how far apart the weights are.
        """
        return self.vary(shown=(0.0, 1.0), apart=(start, end))

    def light_up(self) -> Vary:
        """Return the animation in which light comes from the horizon over all weights."""
        return Vary(self, {"dark": (1.0, 0.0)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw the weights that lie inside the frame."""
        pitch = _PITCH * self.apart
        depth = 1 + pitch * self._rows
        scale = 1 / depth
        eye = _HORIZON - _NEAREST
        x = pitch * eye * self._columns * scale
        y = _HORIZON - eye * scale
        seen = (np.abs(x) < _EDGE) & (depth < _DEPTH)
        at = np.stack([x, y, np.zeros_like(x)], axis=1)[seen]
        nearness = scale[seen] * np.sqrt(self.apart)
        nearness *= np.clip((_DEPTH - depth[seen]) / _HAZE, 0, 1)
        self.weights.set_points(_placed(_CIRCLE, at, _DOT * nearness))

        begins = 1 + (_DEPTH + _FRONT - 1) * self.dark - _FRONT
        lit = np.clip((depth[seen] - begins) / _FRONT, 0, 1)
        size = np.minimum(self._sizes[seen] * np.sqrt(self.strength), 1.6) * _MARK * nearness * lit
        for marks, sign, shape in ((self.raising, 1, -_TRIANGLE), (self.lowering, -1, _TRIANGLE)):
            chosen = (self._signs[seen] == sign) & (size > 0)
            marks.set_points(_placed(shape, at[chosen], size[chosen]))
        for part in (self.weights, self.raising, self.lowering):
            part.presence = self.shown


def _grid() -> tuple[Array, Array]:
    """Return columns and rows (n,) of all weights that are ever seen, the nearest first.

    They are scattered evenly about the points of a grid, so that these form no lines.
    """
    rows = np.arange(int((_DEPTH - 1) / _PITCH) + 1)
    columns, kept = [], []
    for row in rows:
        reach = int(_EDGE * (1 + _PITCH * row) / (_PITCH * (_HORIZON - _NEAREST))) + 1
        there = np.arange(-reach, reach + 1)
        columns.append(there)
        kept.append(np.full(len(there), row))
    lattice = np.stack([np.concatenate(columns), np.concatenate(kept)])
    steps = np.outer(_EVENLY, np.arange(1, lattice.shape[1] + 1))
    scattered = lattice + _SCATTER * (steps % 1 - 0.5)
    return scattered[0], np.maximum(scattered[1], 0.0)


def _placed(shape: Array, at: Array, sizes: Array) -> Array:
    """Return a shape (k, 3) of size 1 drawn at many points (m, 3) in sizes (m,): (m · k, 3)."""
    return np.asarray((at[:, None] + sizes[:, None, None] * shape[None]).reshape(-1, 3))


# The shares of the plastic number fill a square evenly (Roberts 2018, the R₂ sequence).
_EVENLY = 1.32471795724474602596 ** np.array([-1.0, -2.0])
_CIRCLE = circle(np.zeros(3), 1.0)
_TRIANGLE = polygon(np.array([[-1.0, -0.55, 0.0], [1.0, -0.55, 0.0], [0.0, 1.1, 0.0]]))
