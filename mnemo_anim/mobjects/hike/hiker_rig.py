"""The hiker's body: a pose in, outlines out.

Lengths are in body heights, with the ground between the feet at the origin. The body is built in
three directions, forward, to its right, and up, and turned about the upright axis. So a change of
heading reads as a figure that turns round, not as a picture that is flipped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.drawing.spline import bend, closed_curve, joined, limb, open_curve, ribbon
from mnemo_anim.mobjects.hike.hiker_shapes import (
    BAND,
    BAND_BREADTHS,
    COAT,
    FACE,
    FACE_BREADTHS,
    HOOD,
    HOOD_BREADTHS,
    LANTERN_PARTS,
)

STANCE = 0.105  # from the middle to either foot, along the ground
REACH = 0.15  # by which a probing foot goes beyond its stance
LIFT = 0.06  # of a foot in the air

_BONE = 0.215  # thigh, and as much for the shin
_ANKLE = 0.07  # above the sole
_HIP = 0.475  # above level ground
_ARM = 0.145  # upper arm, and as much for the forearm
_LEAN = 0.3  # of the angle of the ground
_HEAD = np.array([0.014, 0.896])  # forward, up
_STAFF_FOOT = np.array([0.25, 0.13])  # forward, to the right
_CROOK = 0.052  # radius
_STAFF = 0.0125  # half the thickness
_HOOK = np.array([0.285, 1.040])  # forward, up: where the lantern hangs

_HANG = 0.084  # from the hook to the flame


@dataclass(frozen=True, slots=True)
class Pose:
    """How the hiker stands.

    Attributes:
        slope: rise over run of the ground on the screen.
        heading: where the hiker faces, in radians: 0 right, π/2 to the viewer, π left.
        probe: −1 to 1: how far a foot feels its way along the ground, to the left or the right.
        stride: steps taken; between two whole numbers a foot is in the air.

    """

    slope: float = 0.0
    heading: float = 0.0
    probe: float = 0.0
    stride: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the figure.

    Attributes:
        name: what it is.
        cubics: its outline (4m, 2), closed.
        depth: how near to the viewer it is; what is nearer is drawn later.
        dusk: 0 on the near side of the body, 1 on the far side.

    """

    name: str
    cubics: Points
    depth: float
    dusk: float = 0.0


def _place(x: float, y: float) -> Points:
    return np.array([x, y], dtype=np.float64)


class Body:
    """The outlines of one pose.

    Attributes:
        feet: the middles of the right and the left sole (2,).
        hips: the middle between the hip joints (2,).

    """

    def __init__(self, pose: Pose) -> None:
        self.pose = pose
        self._forward, self._nearer = float(np.cos(pose.heading)), float(np.sin(pose.heading))
        self._facing = 1.0 if self._forward >= 0 else -1.0
        angle = float(np.arctan(pose.slope))
        self._along = _place(np.cos(angle), np.sin(angle))
        self._above = _place(-np.sin(angle), np.cos(angle))
        self._lean = float(np.tan(_LEAN * angle))
        self.feet = self._feet()
        self.hips = self._hips()

    def parts(self) -> list[Part]:
        """Return the parts in the order in which they are drawn."""
        parts = [*self._legs(), *self._trunk(), *self._head()]
        return sorted(parts, key=lambda part: part.depth)

    @property
    def flame(self) -> Points:
        """The middle of the lantern's flame (2,)."""
        return self._hook() - _place(0.0, _HANG)

    @property
    def light(self) -> float:
        """From which side the lantern lights the body: −1 from the left, 1 from the right."""
        return float(np.clip((self.flame[0] - self.hips[0]) / _HOOK[0], -1.0, 1.0))

    # ---- placing ---------------------------------------------------------------------------

    def _feet(self) -> tuple[Points, Points]:
        pose = self.pose
        whole, part = divmod(pose.stride, 1.0)
        # The planted foot falls behind as evenly as the body goes on; the other overtakes it.
        planted = self._facing * STANCE * (1 - 2 * part)
        swinging = -self._facing * STANCE * np.cos(np.pi * part)
        lift = _place(0.0, LIFT * np.sin(np.pi * part) ** 2)
        soles = [
            self._probing(swinging) * self._along + lift,
            self._probing(planted) * self._along,
        ]
        right_swings = (whole % 2 == 0) == (self._facing > 0)
        return (soles[0], soles[1]) if right_swings else (soles[1], soles[0])

    def _probing(self, place: float) -> float:
        probe = self.pose.probe
        if place * probe > 0:
            return place + probe * REACH
        return place * (1 - 0.5 * abs(probe))

    def _hips(self) -> Points:
        """Return the middle of the hips: as high as both legs allow, over the foot that stands."""
        x = -0.15 * self.pose.probe * REACH
        room = [_ANKLE + foot[1] + self._drop(foot[0] - x) for foot in self.feet]
        return _place(x, min(_HIP, *room))

    @staticmethod
    def _drop(across: float) -> float:
        """Return how far below the hip an ankle is that a nearly straight leg holds."""
        return float(np.sqrt(max((1.97 * _BONE) ** 2 - across**2, 0.0)))

    def _seen(self, forward: float, right: float, up: float) -> Points:
        """Return where a place on the body is on the screen, leaning with the body above the hip.

        ``up`` is the height above the ground that it has on a body that stands upright.
        """
        x = forward * self._forward - right * self._nearer
        y = up - _HIP
        return self.hips + _place(x + max(y, 0.0) * self._lean, y)

    def _depth(self, forward: float, right: float) -> float:
        return forward * self._nearer + right * self._forward

    def _turned(self, middle: Points, profile: Points, breadths: Points) -> Points:
        """Return an outline between its profile and its front view, as the heading says."""
        across = self._forward**2 * profile[:, 0] + self._nearer**2 * breadths
        at = self._seen(middle[0], 0.0, middle[1])
        return at + np.stack([self._facing * across, profile[:, 1]], axis=1)

    # ---- legs ------------------------------------------------------------------------------

    def _legs(self) -> list[Part]:
        parts = []
        for side, foot in zip((1.0, -1.0), self.feet, strict=True):
            name = "right" if side > 0 else "left"
            depth = -2 + 0.5 * self._depth(0.0, side)
            dusk = (1 - side * self._forward) / 2
            ankle = foot + _ANKLE * self._above
            hip = self.hips + _place(-0.045 * side * self._nearer, 0.0)
            knee = bend(hip, ankle, _BONE, _BONE, self._forward)
            path = np.stack([hip, (hip + knee) / 2, knee, (knee + ankle) / 2, ankle])
            widths = np.array([0.056, 0.052, 0.041, 0.036, 0.030])
            parts += [
                Part(f"{name} leg", limb(path, widths), depth, dusk),
                Part(f"{name} boot", self._boot(foot), depth + 0.1, dusk),
                Part(f"{name} sole", self._sole(foot), depth + 0.2, dusk),
            ]
        return parts

    def _boot(self, foot: Points) -> Points:
        heel, toe = self._boot_ends()
        d = self._facing
        shape = [
            [heel, 0.0], [heel + 0.004 * d, 0.040], [-0.036 * d, 0.094], [0.034 * d, 0.094],
            [0.040 * d, 0.058], [toe - 0.018 * d, 0.040], [toe, 0.0],
        ]  # fmt: skip
        return joined(open_curve(self._on_ground(foot, shape)))

    def _sole(self, foot: Points) -> Points:
        heel, toe = self._boot_ends()
        d = 0.004 * self._facing
        shape = [[heel - d, 0.0], [heel - d, 0.014], [toe + d, 0.014], [toe + d, 0.0]]
        return polyline(self._on_ground(foot, [*shape, shape[0]]))

    def _boot_ends(self) -> tuple[float, float]:
        """Return how far along the ground heel and toe are from the middle of the foot."""
        return -0.050 * self._facing, (0.046 + 0.048 * abs(self._forward)) * self._facing

    def _on_ground(self, foot: Points, shape: Sequence[Sequence[float]]) -> Points:
        places = np.asarray(shape, dtype=np.float64)
        points: Points = foot + places[:, :1] * self._along + places[:, 1:] * self._above
        return points

    # ---- trunk, arms, what they carry --------------------------------------------------------

    def _trunk(self) -> list[Part]:
        return [
            Part("pack", self._pack(), self._depth(-0.15, 0.0)),
            Part("coat", self._coat(), 0.0),
            *self._arms(),
            Part("staff", self._staff(), self._depth(0.02, 0.14)),
            *self._lantern_parts(),
        ]

    def _coat_side(self, side: float) -> Points:
        up, forward, half_depth, half_breadth = COAT.T
        half = np.hypot(half_depth * self._forward, half_breadth * self._nearer)
        middle = np.stack([self._seen(f, 0.0, u) for f, u in zip(forward, up, strict=True)])
        edge: Points = middle + np.stack([side * half, np.zeros_like(half)], axis=1)
        return edge

    def _coat(self) -> Points:
        left, right = self._coat_side(-1.0), self._coat_side(1.0)
        hem = np.stack([right[-1], (left[-1] + right[-1]) / 2 - [0.0, 0.018], left[-1]])
        return joined(open_curve(left[::-1]), open_curve(right), open_curve(hem))

    def _pack(self) -> Points:
        profile = np.array(
            [[0.040, 0.110], [-0.020, 0.122], [-0.068, 0.100], [-0.082, 0.0], [-0.076, -0.086],
             [-0.040, -0.108], [0.040, -0.100]]
        )  # fmt: skip
        breadths = np.array([0.060, 0.0, -0.060, -0.118, -0.110, 0.0, 0.110])
        return closed_curve(self._turned(np.array([-0.090, 0.655]), profile, breadths))

    def _arms(self) -> list[Part]:
        swing = 0.05 * np.sin(np.pi * self.pose.stride)
        free = self._seen(0.055 + swing, -0.130, 0.475)
        return [
            *self._arm("staff", 1.0, self._grip(), self._depth(0.02, 0.15)),
            *self._arm("free", -1.0, free, self._depth(0.02, -0.15)),
        ]

    def _arm(self, name: str, side: float, hand: Points, depth: float) -> list[Part]:
        shoulder = self._seen(0.0, 0.088 * side, 0.752)
        elbow = bend(shoulder, hand, _ARM, _ARM, -self._forward)
        path = np.stack(
            [shoulder, (shoulder + elbow) / 2, elbow, elbow + 0.72 * (hand - elbow), hand]
        )
        widths = np.array([0.040, 0.040, 0.035, 0.031, 0.025])
        ring = np.linspace(0, 2 * np.pi, 8, endpoint=False)
        fist = hand + 0.024 * np.stack([np.cos(ring), np.sin(ring)], axis=1)
        return [
            Part(f"{name} hand", closed_curve(fist), depth - 0.001),
            Part(f"{name} arm", limb(path[:-1], widths[:-1]), depth),
        ]

    def _staff_foot(self) -> Points:
        across = float(_STAFF_FOOT[0] * self._forward - _STAFF_FOOT[1] * self._nearer)
        lift = 0.5 * LIFT * np.sin(np.pi * self.pose.stride) ** 2
        return across * self._along + _place(0.0, lift)

    def _hook(self) -> Points:
        rise = self._staff_foot()[1]
        return self._seen(_HOOK[0], _STAFF_FOOT[1], _HOOK[1] + 0.6 * rise)

    def _staff(self) -> Points:
        """Return the staff from the ground to the hook."""
        turns = np.linspace(0.0, 0.92 * np.pi, 13)
        crook = _CROOK * np.stack([self._forward * (1 - np.cos(turns)), np.sin(turns)], axis=1)
        neck = self._hook() - crook[-1]
        return ribbon(np.concatenate([[self._staff_foot()], neck + crook]), _STAFF)

    def _grip(self) -> Points:
        """Return where the hand holds the staff."""
        foot = self._staff_foot()
        neck = self._hook() - _place(2 * _CROOK * self._forward, 0.0)
        return foot + 0.575 * (neck - foot)

    def _lantern_parts(self) -> list[Part]:
        depth, flame = self._depth(0.3, 0.16), self.flame
        return [
            Part(f"lantern {name}", cubics + flame, depth + 0.001 * order)
            for order, (name, cubics) in enumerate(LANTERN_PARTS.items())
        ]

    # ---- head ------------------------------------------------------------------------------

    def _head(self) -> list[Part]:
        behind = 3 + self._depth(-0.1, 0.0)
        # When the hiker turns away, the face goes round the edge of the hood.
        breadths = FACE_BREADTHS if self._nearer >= 0 else np.full(len(FACE), 0.07)
        face = closed_curve(self._turned(_HEAD, FACE, breadths))
        hood = closed_curve(self._turned(_HEAD, HOOD, HOOD_BREADTHS))
        band = self._turned(_HEAD, BAND, BAND_BREADTHS)
        return [
            *(Part(f"{side} tail", tail, behind) for side, tail in self._tails()),
            Part("hood", hood, 3.0),
            Part("face", face, 3.1 if self._nearer > -0.6 else 2.9),
            Part("band", self._band(band), 3.2),
        ]

    @staticmethod
    def _band(corners: Points) -> Points:
        front, lower, back, upper = corners[:2], corners[1:5], corners[4:6], corners[5:]
        over = np.concatenate([upper, corners[:1]])
        return joined(open_curve(front), open_curve(lower), open_curve(back), open_curve(over))

    def _tails(self) -> list[tuple[str, Points]]:
        knot = self._seen(_HEAD[0] - 0.078, 0.0, _HEAD[1] + 0.018)
        back = np.array([-self._forward, 1.0])
        sway = 0.02 * np.sin(np.pi * self.pose.stride)
        upper = np.array([[0.0, 0.0], [0.055, 0.010], [0.105, -0.020 + sway], [0.165, -0.012]])
        lower = np.array([[0.0, 0.0], [0.040, -0.030], [0.070, -0.075 - sway], [0.125, -0.100]])
        widths = np.array([0.008, 0.015, 0.016, 0.010])
        aside = np.array([0.02 * self._nearer, 0.0])
        return [
            ("upper", limb(knot + aside + upper * back, widths)),
            ("lower", limb(knot - aside + lower * back, widths)),
        ]
