"""Gradient flow: the curve that gradient descent follows as its steps become ever smaller."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coord, as_count, as_positive, say
from mnemo_anim.maths.descent import OUT_OF_SIGHT
from mnemo_anim.maths.scalar_field import ScalarField

RELATIVE_ERROR = 1e-10
ABSOLUTE_ERROR = 1e-12


@dataclass(frozen=True, eq=False)
class Flow:
    """The solution of dx/dt = −∇f(x); the arrays are read-only.

    Attributes:
        times: t at the k samples, evenly spaced from 0, shape (k,).
        coords: x at each, shape (k, n).
        values: f at each, shape (k,).
    """

    times: NDArray[np.float64]
    coords: NDArray[np.float64]
    values: NDArray[np.float64]


def gradient_flow(
    field: ScalarField, start: ArrayLike, duration: float, samples: int = 200
) -> Flow:
    """Follow −∇f from ``start`` for a time.

    Gradient descent with learning rate α is Euler's method for this equation with time step α, so
    that k steps correspond to the time kα.

    Args:
        field: f, of n variables.
        start: x at t = 0, shape (n,).
        duration: the last t, in the units of a learning rate.
        samples: the number k of points to return.

    Returns:
        The flow. It ends before ``duration`` if it runs out of sight: f is not bounded below.

    Raises:
        ValueError: if an argument is malformed, f is undefined at the start, or the flow leads to
            where f is undefined.
    """
    from scipy.integrate import solve_ivp  # noqa: PLC0415  # importing SciPy takes a second

    origin = as_coord(start, field.variables, what="the start")
    end = as_positive(duration, what="the duration")
    count = as_count(samples, what="the number of samples", at_least=2)
    field.value(origin)
    reach = OUT_OF_SIGHT * field.domain_size()

    def velocity(_: float, x: NDArray[np.float64]) -> NDArray[np.float64]:
        if not np.isfinite(x).all():
            return np.zeros_like(x)  # a trial step too far: the solver then shortens it
        return -field.gradient(x, strict=False)

    def margin(_: float, x: NDArray[np.float64]) -> float:
        return reach - float(np.linalg.norm(x - origin))

    margin.terminal = True  # type: ignore[attr-defined]  # how SciPy marks an event that ends it
    times = np.linspace(0, end, count)
    with np.errstate(all="ignore"):
        solution = solve_ivp(
            velocity,
            (0, end),
            origin,
            method="DOP853",
            t_eval=times,
            events=margin,
            rtol=RELATIVE_ERROR,
            atol=ABSOLUTE_ERROR,
        )
    coords = solution.y.T
    if not (solution.success and np.isfinite(coords).all()):
        raise ValueError(
            f"the flow of {field.name} from {say(origin, field.variables)} leads to where it is "
            "undefined; choose a shorter duration or another start"
        )
    flow = Flow(times=solution.t, coords=coords, values=field.value(coords))
    for array in (flow.times, flow.coords, flow.values):
        array.flags.writeable = False
    return flow
