"""How far a training has come, for all that is drawn of it."""

from typing import ClassVar

import numpy as np

from mnemo_anim.maths import Array
from mnemo_anim.maths.network_quantities import Training, TrainingLoss, WeightDerivative
from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.drawing.live import Live, Vary


class TrainingProgress(Live):
    """The state of a training that changes in time; draws nothing.

    Between two updates everything is on the straight line from the one to the other; numbers are
    those of the last whole update.

    Args:
        run: The training.

    Attributes:
        updates: How often all weights have moved.
        idle: Steps that were made without a gradient: nothing moves in them.
    """

    shared: ClassVar[tuple[str, ...]] = ("run", "training")

    def __init__(self, run: TrainingRun) -> None:
        super().__init__()
        self.run = run
        self.training = Training.of(run)
        self.updates, self.idle = 0.0, 0.0
        self._weights = np.array(
            [[w for layer in e.network.layers for w in layer.weights.flat] for e in run.epochs]
        )
        layers = range(len(run.epochs[0].gradient))
        self._gradients = [np.array([e.gradient[k].weights for e in run.epochs]) for k in layers]

    def redraw(self) -> None:
        """Do nothing: progress has no picture of its own."""

    def train_to(self, updates: float) -> Vary:
        """Return the animation in which training goes on."""
        return self.vary(updates=updates)

    def idle_to(self, steps: float) -> Vary:
        """Return the animation in which steps pass without a gradient."""
        return self.vary(idle=steps)

    @property
    def steps(self) -> float:
        """How many steps have passed."""
        return self.updates + self.idle

    @property
    def weights(self) -> Array:
        """All weights, without biases, layer by layer, row by row, shape (n,)."""
        return self._between(self._weights)

    @property
    def weight_range(self) -> float:
        """The largest |w| in the whole training."""
        return float(np.abs(self._weights).max())

    @property
    def largest(self) -> float:
        """The largest |∂L/∂w| in the whole training."""
        return max(float(np.abs(layer).max()) for layer in self._gradients)

    def derivatives(self) -> list[Array]:
        """Return ∂L/∂w of each layer, (out, in)."""
        return [self._between(layer) for layer in self._gradients]

    def loss(self) -> TrainingLoss:
        """Return L after the last whole update."""
        return TrainingLoss(self.training, self._whole)

    def derivative(self, place: tuple[int, int, int]) -> WeightDerivative:
        """Return ∂L/∂w, after the last whole update, of the weight in ``place``.

        That is layer, row and column, from 0.
        """
        return WeightDerivative(self.training, self._whole, *place)

    @property
    def _whole(self) -> int:
        return int(self.updates + 1e-9)

    def _between(self, states: Array) -> Array:
        last = len(states) - 1
        before = min(int(self.updates), last)
        part = self.updates - before
        after = min(before + 1, last)
        return np.asarray((1 - part) * states[before] + part * states[after])
