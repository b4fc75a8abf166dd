"""Very many weights, as points of a plain that fades out of sight on all sides."""

from collections.abc import Sequence

import numpy as np
from manim import linear
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import Array
from mnemo_anim.maths.networks import LayerGradient
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle, polygon
from mnemo_anim.theme import PALETTE, STAGE

_HORIZON = STAGE.top - 0.3  # its y, in Manim units
_NEAREST = STAGE.bottom + 0.5  # y of the nearest row
_PITCH = 0.15  # from weight to weight over the eye's height
_DEPTH = 8.5  # of the last row over that of the first
_HAZE = 3.0  # over how much of that weights fade before the last row
_ASIDE = 1.6  # units before the sides of the frame in which weights fade
_SCATTER = 0.5  # of a pitch
_DOT = 0.055  # radius of a weight in the nearest row
_MARK = 0.125  # half the width of the mark of the largest derivative there
_FRONT = 0.9  # how far ahead of its end the light fades, in eye's heights
_EDGE = STAGE.width / 2 + _DOT
_INSIDE = STAGE.width / 2 - 0.5  # |x| within which the first weights land


class WeightField(Live):
    """A plain of weights. Light on a weight is its ∂L/∂w: which way it is to go, and how urgently.

    A chevron points up or down, to where the loss falls; its size goes with the square root of
    |∂L/∂w|.

    Args:
        gradient: Of a network of many weights, layer by layer; biases are left out.

    Attributes:
        apart: How many times further apart the weights are than at rest: less is a view from
            higher up.
        dark: How far from the eye the light begins, over the depth of the plain: 1 all is dark,
            0 all is lit.
        strength: How many times larger all derivatives are than those given.
        landed: How far the first weights have come from where they were seen before, 0 to 1.
        joined: How far the others have joined them, from the sides inwards, 0 to 1.
    """

    def __init__(self, gradient: Sequence[LayerGradient]) -> None:
        super().__init__()
        self.apart, self.dark, self.strength = 1.0, 1.0, 1.0
        self.landed, self.joined = 1.0, 1.0
        self._columns, self._rows = _grid()
        self._first, self._origins = np.zeros(0, int), np.zeros((0, 3))
        derivatives = np.concatenate([layer.weights.ravel() for layer in gradient])
        # Shuffled: layer by layer, a layer of small derivatives would be a dead strip of the plain.
        shuffled = np.random.default_rng(7).permutation(derivatives)
        values = shuffled[np.arange(len(self._rows)) % len(derivatives)]
        self._signs = np.sign(values)
        self._sizes = np.sqrt(np.abs(values) / np.quantile(np.abs(values), 0.95))
        self.weights = Veiled(fill_color=PALETTE.ink_soft, fill_opacity=0.55, stroke_width=0)
        self.ways = Veiled(fill_color=PALETTE.downhill, fill_opacity=1, stroke_width=0)
        self.add(self.weights, self.ways)
        self.come_alive()

    def land(self, origins: ArrayLike, apart: float) -> Vary:
        """Return the animation in which the nearest weights come from screen points (k, 3).

        They keep their order from left to right; ``apart`` is how far apart they then are.
        """
        self.apart = apart
        at, _, seen = self._laid_out()
        inside = np.flatnonzero(seen & (np.abs(at[:, 0]) < _INSIDE))
        nearest = inside[: len(np.asarray(origins))]
        self._first = nearest[np.argsort(at[nearest, 0])]
        starts = np.asarray(origins, float)
        self._origins = starts[np.argsort(starts[:, 0])]
        return self.vary(shown=(1.0, 1.0), landed=(0.0, 1.0), joined=(0.0, 0.0))

    def recede(self, apart: float) -> Vary:
        """Return the animation in which it is seen from higher up, and all other weights join."""
        return self.vary(apart=apart, joined=1.0)

    def light_up(self) -> Vary:
        """Return the animation in which light comes from the horizon over all weights."""
        return Vary(self, {"dark": (1.0, 0.0)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw the weights that lie inside the frame."""
        at, scale, seen = self._laid_out()
        nearness = scale * np.sqrt(self.apart) * np.clip((_DEPTH - 1 / scale) / _HAZE, 0, 1)
        nearness *= np.sqrt(np.clip((STAGE.width / 2 - np.abs(at[:, 0])) / _ASIDE, 0, 1))
        sizes = nearness * np.clip(2 * self.joined - 1 + np.abs(at[:, 0]) / _EDGE, 0, 1)
        sizes[self._first] = nearness[self._first]
        at[self._first] += (1 - self.landed) * (self._origins - at[self._first])
        self.weights.set_points(_placed(_CIRCLE, at[seen], _DOT * sizes[seen]))

        begins = 1 + (_DEPTH + _FRONT - 1) * self.dark - _FRONT
        lit = np.clip((1 / scale - begins) / _FRONT, 0, 1)
        size = np.minimum(self._sizes * np.sqrt(self.strength), 1.6) * _MARK * nearness * lit
        chosen = seen & (size > 0)
        self.ways.set_points(_placed(_CHEVRON, at[chosen], size[chosen], -self._signs[chosen]))
        for part in (self.weights, self.ways):
            part.presence = self.shown

    def _laid_out(self) -> tuple[Array, Array, NDArray[np.bool_]]:
        """Return the points (n, 3), the scales (n,) and whether they are seen, of all weights."""
        pitch = _PITCH * self.apart
        depth = 1 + pitch * self._rows
        eye = _HORIZON - _NEAREST
        x = pitch * eye * self._columns / depth
        seen = (np.abs(x) < _EDGE) & (depth < _DEPTH)
        return np.stack([x, _HORIZON - eye / depth, np.zeros_like(x)], axis=1), 1 / depth, seen


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


def _placed(shape: Array, at: Array, sizes: Array, ways: ArrayLike = 1.0) -> Array:
    """Return a shape (k, 3) of size 1 drawn at points (m, 3) in sizes (m,): (m · k, 3).

    ``ways`` (m,) are 1 where it stands upright, −1 where it is upside down.
    """
    up = np.broadcast_to(np.asarray(ways, float), sizes.shape)
    scales = np.stack([sizes, sizes * up, sizes], axis=1)
    return np.asarray((at[:, None] + scales[:, None] * shape[None]).reshape(-1, 3))


# The shares of the plastic number fill a square evenly (Roberts 2018, the R₂ sequence).
_EVENLY = 1.32471795724474602596 ** np.array([-1.0, -2.0])
_CIRCLE = circle(np.zeros(3), 1.0)
_CHEVRON = polygon(  # beyond its weight, towards where that is to go
    np.array(
        [
            [-1.0, 0.25, 0.0],
            [0.0, 1.25, 0.0],
            [1.0, 0.25, 0.0],
            [1.0, 0.85, 0.0],
            [0.0, 1.85, 0.0],
            [-1.0, 0.85, 0.0],
        ]
    )
)
