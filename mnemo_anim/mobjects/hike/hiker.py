"""The hiker: blindfolded, with a staff, and a lantern that hangs from it."""

from math import pi
from typing import ClassVar, Literal, TypeAlias

import numpy as np
from manim import ManimColor
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.glow import Glow
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.ground.footing import Footing
from mnemo_anim.mobjects.hike.hiker_rig import STANCE, Body, Part, Pose
from mnemo_anim.theme import PALETTE

Side: TypeAlias = Literal["left", "right"]

HEADINGS: dict[str, float] = {"right": 0.0, "viewer": pi / 2, "left": pi}

_GLOW_RADIUS = 0.5  # body heights
_SEAM = 1.5  # stroke width of the dark edge of a part, at a height of one unit
_FAR_SIDE = 0.3  # how much darker the far leg is


def _rgb(color: str) -> NDArray[np.float64]:
    return np.array(ManimColor(color).to_rgb(), dtype=np.float64)


def _mix(color: str, other: str, share: float) -> NDArray[np.float64]:
    return (1 - share) * _rgb(color) + share * _rgb(other)


_NIGHT = _rgb(PALETTE.ground)
_SHADOW = _mix(PALETTE.ink_soft, PALETTE.ground, 0.38)
_CLOTH = _mix(PALETTE.ink_soft, PALETTE.ground, 0.46)
_LEATHER = _mix(PALETTE.hiker, PALETTE.ground, 0.42)
_RUBBER = _mix(PALETTE.hiker, PALETTE.ground, 0.65)
_WOOD = _mix(PALETTE.lantern, PALETTE.ground, 0.35)
_SKIN = _WOOD
_BRIGHT = _rgb(PALETTE.hiker)
_LIT = _mix(PALETTE.hiker, PALETTE.lantern, 0.35)
_HALF_LIT = (_BRIGHT + _SHADOW) / 2
_LINEN = _rgb(PALETTE.ink)
_FIRE = _rgb(PALETTE.lantern)

# By the name of a part, or its last word: the colours away from the lantern and towards it.
_COLORS = {
    "leg": (_CLOTH, _CLOTH),
    "boot": (_LEATHER, _LEATHER),
    "sole": (_RUBBER, _RUBBER),
    "pack": (_CLOTH, _CLOTH),
    "coat": (_SHADOW, _BRIGHT),
    "hood": (_CLOTH, _HALF_LIT),
    "staff arm": (_HALF_LIT, _LIT),
    "free arm": (_SHADOW, _HALF_LIT),
    "hand": (_SKIN, _SKIN),
    "face": (_SKIN, _SKIN),
    "band": (_LINEN, _LINEN),
    "tail": (_LINEN, _LINEN),
    "staff": (_WOOD, _WOOD),
    "bail": (_WOOD, _WOOD),
    "lid": (_WOOD, _WOOD),
    "foot": (_WOOD, _WOOD),
    "glass": (_FIRE, _FIRE),
    "flame": (_LINEN, _LINEN),
}
_WITHOUT_SEAM = ("sole", "bail", "lid", "foot", "glass", "flame")


class Hiker(Live):
    """A hiker who feels the ground and sees nothing.

    Whatever the pose, the soles lie on the straight line through ``point`` with the given slope,
    except that of a foot in the middle of a step.

    Args:
        point: On the ground, halfway between the feet (3,).
        slope: Rise over run of the ground on the screen.
        facing: ``right`` or ``left``.
        height: From the soles to the top of the hood, in Manim units; the staff is a little higher.
        ground: Instead of ``point`` and ``slope``: computes both, anew for every frame; see
            :func:`mnemo_anim.mobjects.ground.footing.footing`.

    Attributes:
        point, slope: The ground.
        heading: Where the hiker faces, in radians: 0 right, π/2 to the viewer, π left.
        probe: −1 to 1: how far a foot feels its way to the left (−) or to the right (+).
        stride: Steps taken; between two whole numbers a foot is in the air.
        light: Brightness of the lantern, 0 to 1.
        body_height: As given; it may change.
        shown: How far the hiker is there, 0 to 1.

    """

    shared: ClassVar[tuple[str, ...]] = ("_ground",)

    def __init__(
        self,
        point: ArrayLike = (0.0, 0.0, 0.0),
        slope: float = 0.0,
        *,
        facing: Side = "right",
        height: float = 1.2,
        ground: Footing | None = None,
    ) -> None:
        super().__init__()
        self.point: Points = np.asarray(point, dtype=np.float64)
        self.slope = slope
        self.heading = HEADINGS[facing]
        self.probe = 0.0
        self.stride = 0.0
        self.light = 1.0
        self.body_height = height
        self._ground = ground
        self._glow = Glow(_GLOW_RADIUS * height)
        # Outlines go to these in the order of their depth: what is near comes last. The mobjects
        # themselves keep their order, for Manim draws all of a play in that of its beginning.
        self._layers = [_blank() for _ in Body(Pose()).parts()]
        self.add(self._glow, *self._layers)
        self.come_alive()

    # ---- what it does ------------------------------------------------------------------------

    def place(self, point: ArrayLike, slope: float = 0.0) -> "Hiker":
        """Stand at ``point`` (3,) of ground with the slope ``slope``; return the hiker."""
        self.point, self.slope = np.asarray(point, dtype=float), slope
        self.redraw()
        return self

    def turn(self, to: Literal["left", "right", "viewer"]) -> Vary:
        """Return the animation in which the hiker turns to face ``to``."""
        return self.vary(heading=HEADINGS[to])

    def feel(self, side: Literal["left", "right", "none"]) -> Vary:
        """Return the animation in which a foot feels its way to ``side``, or comes back."""
        return self.vary(probe={"left": -1.0, "none": 0.0, "right": 1.0}[side])

    def walk_to(self, point: ArrayLike, slope: float = 0.0) -> Vary:
        """Return the animation in which the hiker walks straight to ``point`` (3,)."""
        goal = np.asarray(point, dtype=float)
        steps = self.steps(float(np.linalg.norm(goal - self.point)))
        return self.vary(point=goal, slope=slope, stride=self.stride + steps)

    def steps(self, distance: float) -> int:
        """Return how many steps a way of ``distance`` units on the screen takes."""
        return max(1, round(distance / (2 * STANCE * self.body_height)))

    # ---- where things are ----------------------------------------------------------------------

    @property
    def feet(self) -> tuple[Points, Points]:
        """The middles of the right and the left sole (3,)."""
        right, left = self._on_screen(np.stack(self._body().feet))
        return right, left

    @property
    def flame(self) -> Points:
        """The middle of the lantern's flame (3,)."""
        flame: Points = self._on_screen(self._body().flame[np.newaxis])[0]
        return flame

    # ---- drawing -------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw the figure in its pose."""
        if self._ground is not None:
            self.point, self.slope = self._ground()
        body = self._body()
        light, flame = body.light, body.flame
        for layer, part in zip(self._layers, body.parts(), strict=True):
            layer.set_points(self._on_screen(part.cubics))
            layer.fill_rgbas[:, :3] = _lit(part, light)
            seam = 0.0 if _kind(part.name) in _WITHOUT_SEAM else _SEAM
            layer.background_stroke_width = seam * self.body_height
            layer.presence = self.shown
        self._glow.radius = _GLOW_RADIUS * self.body_height
        self._glow.place(self._on_screen(flame[np.newaxis])[0]).veil(self.shown * self.light)

    def _body(self) -> Body:
        state = (self.slope, self.heading, self.probe, self.stride)
        return Body(Pose(*(float(value) for value in state)))

    def _on_screen(self, places: Points) -> Points:
        points: Points = np.zeros((len(places), 3))
        points[:, :2] = places * self.body_height
        points += self.point
        return points


def _blank() -> Veiled:
    both_sides = [PALETTE.hiker, PALETTE.hiker]  # repainted in every pose
    layer = Veiled(fill_color=both_sides, fill_opacity=1, stroke_width=0)
    layer.set_stroke(PALETTE.ground, background=True, opacity=1)
    layer.set_sheen_direction((1.0, 0.0, 0.0))
    return layer


def _lit(part: Part, light: float) -> NDArray[np.float64]:
    """Return the colours (2, 3) of a part's left and right side, as the lantern lights them."""
    away, towards = _COLORS.get(part.name) or _COLORS[_kind(part.name)]
    shares = np.array([[1 - light], [1 + light]]) / 2  # of the light
    sides = away + shares * (towards - away)
    return np.asarray(sides + _FAR_SIDE * part.dusk * (_NIGHT - sides))


def _kind(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
