"""What stands on the screen at one moment, read off the scene graph as plain data.

The rules of layout are functions of a `Screen`; nothing in it refers to a mobject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from manim import Mobject, Typst, VMobject
from manim.utils.family import extract_mobject_family_members
from numpy.typing import NDArray

from mnemo_anim.landscape import Landscape, Painted
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.lettering.wholes import READS_WITH
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.review.findings import Box
from mnemo_anim.theme import STAGE

SEEN = 0.02  # opacity from which a thing can be seen
_STEP = 0.04  # units from one look at a cubic to the next, about: less than a stem and its gap

_QUOTED = re.compile(r'#text\((?:font: "[^"]*", )?"([^"]*)"\)')
_NAMED = re.compile(r"\{\{(.*?) : [\w-]+\}\}")

TextMobject: TypeAlias = Typst | Number


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One text on the screen.

    Attributes:
        words: What it says; for a formula, its expression.
        prose: Whether it is words to be read, not a formula or a number.
        box: Around all glyphs that can be seen.
        glyphs: Around each of them.
        em: In pixels at 1080p, as it stands; None while it changes into another text.
        presence: Its opacity, 0 to 1.
        whole: Number of what it is read with as one: the name and the number of a readout.
        order: Place of its last glyph in the order of drawing.
        haloed: Whether its glyphs have an edge of the ground's colour.
    """

    words: str
    prose: bool
    box: Box
    glyphs: tuple[Box, ...]
    em: float | None
    presence: float
    whole: int
    order: int
    haloed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A stroke on the screen: points (n, 2) in units, NaN between pieces; its order and opacity."""

    points: NDArray[np.float64]
    order: int
    presence: float


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape: its box, its place in the order of drawing, its opacity."""

    box: Box
    order: int
    presence: float


@dataclass(frozen=True, slots=True, eq=False)
class Screen:
    """All that can be seen of a scene at one moment, landscapes apart.

    Attributes:
        inks: The box and the opacity of everything that is drawn; of what is read as one, of all.
        things: By name, the box around all that is drawn of each mobject of the scene.
    """

    texts: tuple[Text, ...] = ()
    lines: tuple[Line, ...] = ()
    areas: tuple[Area, ...] = ()
    inks: tuple[tuple[Box, float], ...] = ()
    things: tuple[tuple[str, Box], ...] = ()


@dataclass(eq=False)
class Glance:
    """A look at the mobjects of a scene, as they are now.

    Args:
        mobjects: The scene's, in the order of drawing.
    """

    mobjects: list[Mobject]

    @cached_property
    def leaves(self) -> list[VMobject]:
        """What is drawn and can be seen, in order."""
        family = extract_mobject_family_members(
            self.mobjects, use_z_index=True, only_those_with_points=True
        )
        return [leaf for leaf in family if isinstance(leaf, VMobject) and opacity(leaf) > SEEN]

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The ids of the leaves."""
        return frozenset(map(id, self.leaves))

    @cached_property
    def texts(self) -> list[tuple[TextMobject, int]]:
        """The texts of the families, with the number of the whole that each is part of."""
        return list(_texts(self.mobjects, {}))

    @cached_property
    def screen(self) -> Screen:
        """The same as plain data."""
        order = {id(leaf): place for place, leaf in enumerate(self.leaves)}
        boxes = {id(leaf): box_of(leaf) for leaf in self.leaves}
        lettered: set[int] = set()
        texts = []
        for mobject, whole in self.texts:
            glyphs = [part for part in mobject.get_family() if id(part) in order]
            lettered.update(map(id, glyphs))
            if glyphs:
                texts.append(_text(mobject, glyphs, whole, boxes, order))
        others = [leaf for leaf in self.leaves if id(leaf) not in lettered]
        return Screen(
            texts=tuple(texts),
            lines=tuple(_lines(others, order)),
            areas=tuple(
                Area(boxes[id(leaf)], order[id(leaf)], fill)
                for leaf in others
                if (fill := _alpha(leaf.get_fill_rgbas())) > SEEN
            ),
            inks=tuple(_inks(self.leaves, boxes)),
            things=tuple(
                (type(mobject).__name__, around(drawn))
                for mobject in self.mobjects
                if (drawn := [boxes[id(m)] for m in mobject.get_family() if id(m) in boxes])
            ),
        )

    @cached_property
    def seen(self) -> list[Mobject]:
        """The mobjects of the scene of which anything can be seen within the frame."""
        drawn = {id(leaf) for leaf in self.leaves if in_frame(box_of(leaf))}
        return [
            mobject
            for mobject in self.mobjects
            if any(id(part) in drawn or _paints(part) for part in mobject.get_family())
        ]


def opacity(leaf: VMobject) -> float:
    """Return how much of itself a mobject shows at the most, 0 to 1; its submobjects apart."""
    stroke = _alpha(leaf.get_stroke_rgbas()) if leaf.get_stroke_width() > 0 else 0.0
    return max(_alpha(leaf.get_fill_rgbas()), stroke)


def box_of(leaf: VMobject) -> Box:
    """Return the box around the points of a mobject, its submobjects apart."""
    (left, bottom), (right, top) = leaf.points[:, :2].min(axis=0), leaf.points[:, :2].max(axis=0)
    return Box(float(left), float(bottom), float(right), float(top))


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes, of which there is at least one."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return Box(min(left), min(bottom), max(right), max(top))


def in_frame(box: Box) -> bool:
    """Return whether any part of a box lies within the frame."""
    x, y = STAGE.width / 2, STAGE.height / 2
    return box.left < x and box.right > -x and box.bottom < y and box.top > -y


def _paints(mobject: Mobject) -> bool:
    """Return whether a mobject that has no outline of its own can be seen."""
    if isinstance(mobject, Landscape):
        return bool(mobject.state.opacity > SEEN)
    return isinstance(mobject, Painted)


def _alpha(rgbas: NDArray[np.float64]) -> float:
    return float(rgbas[:, 3].max()) if len(rgbas) else 0.0


def _texts(
    mobjects: Iterable[Mobject], known: dict[int, Mobject], whole: int | None = None
) -> Iterator[tuple[TextMobject, int]]:
    for mobject in mobjects:
        if id(mobject) in known:
            continue
        known[id(mobject)] = mobject
        own = getattr(mobject, READS_WITH, whole)
        if isinstance(mobject, Typst | Number):
            yield mobject, -id(mobject) if own is None else own
        else:
            yield from _texts(mobject.submobjects, known, own)


def _text(
    mobject: TextMobject,
    glyphs: list[VMobject],
    whole: int,
    boxes: dict[int, Box],
    order: dict[int, int],
) -> Text:
    around_each = tuple(boxes[id(glyph)] for glyph in glyphs)
    return Text(
        words=says(mobject),
        prose=isinstance(mobject, Words),
        box=around(around_each),
        glyphs=around_each,
        em=getattr(mobject, "em", None),
        presence=max(map(opacity, glyphs)),
        whole=whole,
        order=max(order[id(glyph)] for glyph in glyphs),
        haloed=all(glyph.get_stroke_width(background=True) > 0 for glyph in glyphs),
    )


def says(mobject: Mobject) -> str:
    """Return what a text says; of a formula, its expression, without the names of its parts."""
    match mobject:
        case Words() | Number():
            return mobject.text
        case Formula():
            return _NAMED.sub(r"\1", _QUOTED.sub(r"\1", mobject.expression))
        case _:
            return type(mobject).__name__


def _inks(leaves: Iterable[VMobject], boxes: dict[int, Box]) -> Iterator[tuple[Box, float]]:
    wholes: dict[int, list[VMobject]] = {}
    for leaf in leaves:
        wholes.setdefault(getattr(leaf, READS_WITH, -id(leaf)), []).append(leaf)
    for parts in wholes.values():
        yield around(boxes[id(part)] for part in parts), max(map(opacity, parts))


def _lines(leaves: Iterable[VMobject], order: dict[int, int]) -> Iterator[Line]:
    for leaf in leaves:
        if isinstance(leaf, Arrow):  # its outline, which has moved along with it
            yield Line(_along(leaf.points), order[id(leaf)], opacity(leaf))
        elif leaf.get_stroke_width() > 0 and (shown := _alpha(leaf.get_stroke_rgbas())) > SEEN:
            yield Line(_along(leaf.points), order[id(leaf)], shown)


def _along(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points (n, 2) on the cubics (4 m, 3) of a path."""
    a, b, c, d = points[: len(points) // 4 * 4, :2].reshape(-1, 4, 2).transpose(1, 0, 2)
    longest = float(np.hypot(*(d - a).T).max(initial=0.0))
    looks = max(4, int(longest / _STEP))
    t = np.linspace(0.0, 1.0, looks, endpoint=False)[None, :, None]
    s = 1.0 - t
    path = (
        s**3 * a[:, None]
        + 3 * s**2 * t * b[:, None]
        + 3 * s * t**2 * c[:, None]
        + t**3 * d[:, None]
    )
    return path.reshape(-1, 2)
