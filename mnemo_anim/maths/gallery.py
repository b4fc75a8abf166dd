"""Fields with known answers, and walks over them, for the lecture and its tests."""

from __future__ import annotations

from mnemo_anim.maths.descent import Walk
from mnemo_anim.maths.scalar_field import ScalarField

ELLIPTIC_BOWL = ScalarField("x**2 + 2*y**2")
"""The lecture's own example: ∇f = [2x, 4y], minimum 0 at the origin."""

VALLEYS = ScalarField(
    "2 + 0.07*(x**2 + y**2)"
    " - 1.2*exp(-0.7*(x - 1.2)**2 - 1.1*(y + 0.9)**2)"
    " - 1.3*exp(-0.8*(x + 1.6)**2 - 0.5*(y - 0.6)**2)"
    " - 0.9*exp(-0.9*(x + 1.5)**2 - 1.1*(y + 1.3)**2)"
    " + 1.3*exp(-0.5*(x - 0.4)**2 - 0.9*(y - 0.6)**2)"
)
"""The hiker's landscape: valleys around a hill in a gentle bowl, heights from about 0 to 3."""

VALLEYS_WALK = Walk(VALLEYS, start=(-0.2, 1.2), learning_rate=0.5, steps=20, tolerance=0.03)
"""The hiker's way down to the lowest valley."""

SADDLE = ScalarField("0.3*x**2 - 0.3*y**2")
"""A pass: a minimum along x, a maximum along y, and neither at the origin."""

HILL = ScalarField("2 - 0.2*x**2 - 0.2*y**2")
"""A round hilltop, the maximum 2 at the origin."""

RAVINE = ScalarField("0.05*x**2 + 1.25*y**2", domain=((-3.0, 3.0), (-1.5, 1.5)))
"""A long, narrow valley of condition number 25: descent zigzags across it, or creeps along it."""

STEEP_NEAR_MINIMUM = ScalarField("log(1 + 8*x**2 + 8*y**2)")
"""A funnel: steep close to its minimum at the origin, ever flatter away from it."""

TWIN_WEST = ScalarField("2 + x + y + 0.25*x**2 + 0.8*y**2", domain=((-3.0, 1.0), (-3.0, 1.0)))
"""A valley to the west, (−2, −0.625). Agrees with TWIN_SOUTH in value and gradient at one point."""

TWIN_SOUTH = ScalarField("2 + x + y + 0.8*x**2 + 0.25*y**2", domain=((-3.0, 1.0), (-3.0, 1.0)))
"""A valley to the south, (−0.625, −2). Agrees with TWIN_WEST in value and gradient at one point."""

TWINS_MEET = (0.0, 0.0)
"""The only point where the twins have the same value 2 and the same gradient [1, 1]."""

THREE_DIALS = ScalarField(
    "x1**2 + 0.5*x2**2 + 2*x3**2 + 0.5*x1*x2 - x2*x3",
    ("x1", "x2", "x3"),
    domain=((-2.0, 2.0),) * 3,
)
"""A machine with three dials and one meter: a bowl whose dials act on one another."""
