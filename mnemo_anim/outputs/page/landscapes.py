"""The landscapes that a student may walk on, and what their maps need to be drawn."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import floor, log10
from textwrap import indent
from typing import Any

import numpy as np
from markupsafe import Markup

from mnemo_anim.maths import (
    BOWL,
    ELLIPTIC_BOWL,
    RAVINE,
    SADDLE,
    STEEP_EVERYWHERE,
    STEEP_NEAR_MINIMUM,
    VALLEYS,
    VALLEYS_WALK,
    CriticalKind,
    ScalarField,
    Walk,
    nice_levels,
    stability_limit,
)
from mnemo_anim.maths.critical_points import FLATNESS
from mnemo_anim.maths.descent import OUT_OF_SIGHT
from mnemo_anim.outputs.page.field_code import field_methods
from mnemo_anim.outputs.page.formula import formula_terms

STEPS = 100  # the most of one walk
LEVEL_GROUND = 1e-3  # ‖∇f‖ at which the ground feels level, and a walk ends
LEVELS = 14  # level curves on a map, at most
LONGEST_ARROW = 0.3  # of the shorter side of a map
SCALE_BAR = 0.16  # of the same, at least

_NICE = (1.0, 2.0, 5.0)


@dataclass(frozen=True)
class Landscape:
    """A landscape to walk on.

    Attributes:
        id: names its words, ``[landscapes.<id>]`` in the files of words.
        walk: where a walk begins, and how it goes at first.
    """

    id: str
    walk: Walk

    @property
    def field(self) -> ScalarField:
        """The field, of two variables."""
        return self.walk.field

    @property
    def formula(self) -> tuple[Markup, ...]:
        """The field's formula as MathML, term by term."""
        return formula_terms(self.field)

    @cached_property
    def limit(self) -> float | None:
        """2/λ at the lowest minimum, above which no walk can settle there; None without any."""
        minima = (p for p in self.field.critical_points() if p.kind is CriticalKind.MINIMUM)
        lowest = next(minima, None)
        return None if lowest is None else stability_limit(self.field, lowest.point)

    @cached_property
    def arrow_scale(self) -> float:
        """The length on the map, in units of the coordinates, of an arrow of magnitude 1."""
        return _nice_below(LONGEST_ARROW * self._side / self._steepest)

    @property
    def scale_bar(self) -> float:
        """The magnitude of the arrow that the bar on the map is as long as."""
        least = SCALE_BAR * self._side / self.arrow_scale
        return 1 / _nice_below(1 / least)

    @property
    def _side(self) -> float:
        return min(high - low for low, high in self.field.domain)

    @property
    def _steepest(self) -> float:
        """The greatest ‖∇f‖ on a grid over the map."""
        sides = (np.linspace(low, high, 61) for low, high in self.field.domain)
        gradients = self.field.gradient(np.stack(np.meshgrid(*sides), axis=-1))
        return float(np.linalg.norm(gradients, axis=-1).max())

    def data(self) -> dict[str, Any]:
        """Return what the script needs besides the field's methods."""
        field, walk = self.field, self.walk
        return {
            "id": self.id,
            "domain": field.domain,
            "start": walk.start,
            "learningRate": walk.learning_rate,
            "steps": walk.steps,
            "levelGround": walk.tolerance,
            "reach": OUT_OF_SIGHT * field.domain_size(),
            "flatness": FLATNESS,
            "levels": nice_levels(field, LEVELS),
            "arrowScale": self.arrow_scale,
            "scaleBar": self.scale_bar,
            "limit": self.limit,
        }


def _walk(field: ScalarField, start: tuple[float, ...], learning_rate: float) -> Walk:
    return Walk(field, start, learning_rate, STEPS, LEVEL_GROUND)


LANDSCAPES = (
    Landscape("bowl", _walk(BOWL, (-2.2, 1.6), 0.1)),
    Landscape("elliptic-bowl", _walk(ELLIPTIC_BOWL, (1.0, 2.0), 0.1)),
    Landscape("ravine", _walk(RAVINE, (-2.5, 1.2), 0.7)),
    Landscape("valleys", _walk(VALLEYS, VALLEYS_WALK.start, VALLEYS_WALK.learning_rate)),
    Landscape("saddle", _walk(SADDLE, (-2.4, 0.1), 0.4)),
    Landscape("funnel", _walk(STEEP_NEAR_MINIMUM, (2.2, 1.4), 0.1)),
    Landscape("cone", _walk(STEEP_EVERYWHERE, (-2.0, -1.5), 0.2)),
)
"""In the order in which they are offered: from the plainest to those that go wrong."""


def landscapes_script() -> str:
    """Return the JavaScript that defines ``LANDSCAPES``, with each field's generated methods."""
    return "\n".join(('"use strict";', "", "const LANDSCAPES = [", *_objects(), "];", ""))


def _objects() -> Iterator[str]:
    for landscape in LANDSCAPES:
        entries = (f"{name}: {json.dumps(value)}," for name, value in landscape.data().items())
        body = "\n".join((*entries, field_methods(landscape.field)))
        yield f"  {{\n{indent(body, '    ')}\n  }},"


def _nice_below(most: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is at most ``most``."""
    decade = 10.0 ** floor(log10(most))
    nice = max(n for n in _NICE if n * decade <= most * (1 + 1e-12))
    return float(f"{nice * decade:.12g}")
