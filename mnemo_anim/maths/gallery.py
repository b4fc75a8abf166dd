"""Fields with known answers, and walks over them, for the lecture and its tests."""

from __future__ import annotations

from mnemo_anim.maths.descent import Walk
from mnemo_anim.maths.scalar_field import ScalarField

BOWL = ScalarField("x**2 + y**2")
"""A round bowl, the minimum 0 at the origin: everywhere −∇f points straight at it."""

ELLIPTIC_BOWL = ScalarField("x**2 + 2*y**2")
"""The lecture's own example: ∇f = [2x, 4y], minimum 0 at the origin."""


def _valleys(x: str, y: str) -> str:
    """Return the hiker's landscape as an expression in two variables of these names."""
    return (
        f"1 + 0.05*({x}**2 + {y}**2)"  # a gentle bowl, so that every path stays on the map
        f" - 1.1*exp(-0.3*({x} - 1.6)**2 - 0.3*({y} + 1)**2)"  # the lowest valley, south-east
        f" - 1.7*exp(-0.8*({x} + 1.4)**2 - ({y} - 2.3)**2)"  # one north-west, behind the ridge
        f" - 0.7*exp(-({x} + 2.3)**2 - 1.4*({y} + 1.2)**2)"  # a shallow one in the south-west
        f" + 2.2*exp(-0.4*({x} + 0.1)**2 - 0.2*({y} - 1.9)**2)"  # the ridge, running north
        f" + 0.8*exp(-1.4*({x} - 2.4)**2 - 1.2*({y} - 2.5)**2)"  # a knoll in the north-east
    )


VALLEYS = ScalarField(_valleys("x", "y"))
"""The hiker's landscape: three valleys and a ridge between them, heights from 0.2 to 3.1."""

VALLEYS_WALK = Walk(VALLEYS, start=(0.9, 1.8), learning_rate=0.65, steps=12, tolerance=0.04)
"""The hiker's way from the flank of the ridge, round a bend, down to the lowest valley."""

FORGOTTEN_MINUS = Walk(VALLEYS, start=(1.0, 0.4), learning_rate=0.3, steps=6)
"""From between the ridge and the lowest valley: descent goes to the one, ascent up the other."""

PARABOLA = ScalarField("x**2", ("x",))
"""One variable: its derivative 2x is a number, where a gradient is a vector."""

SADDLE = ScalarField("0.3*x**2 - 0.3*y**2")
"""A pass: a minimum along x, a maximum along y, and neither at the origin."""

HILL = ScalarField("2 - 0.2*x**2 - 0.2*y**2")
"""A round hilltop, the maximum 2 at the origin."""

RAVINE = ScalarField("0.05*x**2 + 1.25*y**2", domain=((-3.0, 3.0), (-1.5, 1.5)))
"""A long, narrow valley of condition number 25: descent zigzags across it, or creeps along it."""

STEEP_NEAR_MINIMUM = ScalarField("2*log(1 + 8*x**2 + 8*y**2)")
"""A funnel: steep close to its minimum at the origin, ever flatter away from it."""

STEEP_EVERYWHERE = ScalarField("3*sqrt(0.0016 + x**2 + y**2)")
"""A cone, its tip rounded off: of almost the same slope 3 far from its minimum and close to it."""

TWIN_WEST = ScalarField("2 + x + y + 0.25*x**2 + 0.8*y**2", domain=((-3.0, 1.0), (-3.0, 1.0)))
"""A valley to the west, (−2, −0.625). Agrees with TWIN_SOUTH in value and gradient at one point."""

TWIN_SOUTH = ScalarField("2 + x + y + 0.8*x**2 + 0.25*y**2", domain=((-3.0, 1.0), (-3.0, 1.0)))
"""A valley to the south, (−0.625, −2). Agrees with TWIN_WEST in value and gradient at one point."""

TWINS_MEET = (0.0, 0.0)
"""The only point where the twins have the same value 2 and the same gradient [1, 1]."""

TWIN_WALKS = tuple(
    Walk(twin, TWINS_MEET, learning_rate=0.6, steps=10) for twin in (TWIN_WEST, TWIN_SOUTH)
)
"""From there down both of them, to the west and to the south."""

TWINS_PLANE = ScalarField("2 + x + y", domain=TWIN_WEST.domain)
"""The plane that touches both twins where they meet: all that value and gradient tell there."""

THREE_DIALS = ScalarField(
    "x1**2 + 0.5*x2**2 + 2*x3**2 + 0.5*x1*x2 - x2*x3",
    ("x1", "x2", "x3"),
    domain=((-2.0, 2.0),) * 3,
)
"""A machine with three dials and one meter: a bowl whose dials act on one another."""

MACHINE = ScalarField(
    f"6*({_valleys('x1', 'x2')}) + 1.5*(x3 + 0.8)**2",
    ("x1", "x2", "x3"),
    domain=((-3.0, 3.0),) * 3,
)
"""A machine with three dials: the hiker's landscape for two of them, and one that acts alone.

Whatever the third stands at, the level curves over the first two keep their shape: only their
values change.
"""

MACHINE_WALK = Walk(MACHINE, start=(0.6, 1.2, 0.4), learning_rate=0.1, steps=8)
"""The dials turning by −α∇f, from the flank of the ridge to the lowest valley."""

HILLSIDE = ScalarField("3*x + 4*y + 0.5*x**2 + 0.5*y**2", domain=((-1.5, 1.5), (-1.5, 1.5)))
"""A curved hillside whose gradient at the origin is [3, 4], and 5 long."""

PASS = ScalarField("x**2 - y**2", domain=((-1.5, 1.5), (-1.5, 1.5)))
"""The plainest saddle: level at the origin, rising along x, falling along y."""

FOUR_DIALS = ScalarField(
    "3 + 1.4*x1 + 0.4*x2**2 - 0.8*x3 + 0.3*x3**2 + 0.5*x4**2 + 0.5*x1*x4",
    ("x1", "x2", "x3", "x4"),
    domain=((-2.0, 2.0),) * 4,
)
"""A machine with four dials; a nudge of the first changes f in proportion, however large."""

ONE_WEIGHT = ScalarField("(w - 2)**2 + 0.5", ("w",), name="L", domain=((0.0, 2.6),))
"""A loss of one weight: at w = 0.5 its slope is −3; the minimum is at w = 2."""

TROUGH = ScalarField(
    "1.1*log(1 + exp(8*(x - c)))/8 - x",
    ("x", "c"),
    domain=((-2.6, 2.6), (-2.0, 2.0)),
)
"""A loss along x that falls at slope −1, turns near x = c, and rises at slope 0.1.

Wherever c is, well between two places, the gradients at both stay as they are: only the bottom
moves, from beside the one to beside the other.
"""
