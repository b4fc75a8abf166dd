"""Where a number may come from that is computed by nothing: where the lecture has chosen it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from math import isclose
from typing import Any

import numpy as np

from mnemo_anim.document import Section
from mnemo_anim.maths import ScalarField, gallery, network_gallery
from mnemo_anim.maths.quantities import Coord, Coordinate, Given, Power, Product, Quantity
from mnemo_anim.section_scene import SectionScene

_MINUS = str.maketrans("−", "-")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def written_in(section: Section) -> Iterator[str]:
    """Yield every text of a section: what is said, and what may stand on the screen."""
    yield section.title
    for beat in section.beats:
        yield beat.text
    yield from section.labels.values()
    if section.table is not None:
        for row in (section.table.header, *section.table.rows):
            yield from row
    for listing in section.listings:
        yield from (line.strip() for line in listing.code.splitlines())
    for question in section.questions:
        yield from (question.prompt, question.answer, question.reason)


def numbers_in(held: object) -> Iterator[float]:
    """Yield the numbers in a constant of any kind, but for those in a function."""
    if isinstance(held, bool | str | ScalarField):
        return
    if isinstance(held, int | float | np.number):
        yield float(held)
    elif isinstance(held, Enum):
        yield from numbers_in(held.value)
    elif isinstance(held, type) and issubclass(held, Enum):
        yield from (number for member in held for number in numbers_in(member.value))
    elif isinstance(held, Mapping):
        yield from (number for value in held.values() for number in numbers_in(value))
    elif isinstance(held, Sequence | np.ndarray):
        yield from (number for value in held for number in numbers_in(value))
    elif is_dataclass(held) and not isinstance(held, type):
        yield from (number for f in fields(held) for number in numbers_in(getattr(held, f.name)))


@cache
def chosen_in_the_galleries() -> tuple[float, ...]:
    """Return the numbers of the maths' galleries: starts, learning rates, counts."""
    constants = (
        value
        for module in (gallery, network_gallery)
        for name, value in vars(module).items()
        if name.isupper() or isinstance(value, type)
    )
    return tuple(number for constant in constants for number in numbers_in(constant))


def chosen_by(scene: type[SectionScene], section: Section) -> tuple[float, ...]:
    """Return every number that a scene may give: of its class, the galleries, the document."""
    tunables = (
        number
        for kind in scene.__mro__
        if issubclass(kind, SectionScene) and kind is not SectionScene
        for name, value in vars(kind).items()
        if not name.startswith("_")
        for number in numbers_in(value)
    )
    written = (
        float(number)
        for text in written_in(section)
        for number in _NUMBER.findall(text.translate(_MINUS))
    )
    return (*tunables, *written, *chosen_in_the_galleries())


def given_in(quantity: Quantity) -> Iterator[tuple[str, float]]:
    """Yield what a quantity, with all that it is made of, takes as given: a name, a number."""
    match quantity:
        case Given(what=what, number=number):
            yield what, number
        case Product(factor=factor):
            yield "factor", factor
        case Power(base=base):
            yield "base", base
    for field in fields(quantity):
        part: Any = getattr(quantity, field.name)
        if isinstance(part, Quantity):
            yield from given_in(part)


def places_in(quantity: Quantity) -> Iterator[Coord]:
    """Yield the points of which a quantity, with all that it is made of, takes a coordinate."""
    if isinstance(quantity, Coordinate):
        yield quantity.at
    for field in fields(quantity):
        part: Any = getattr(quantity, field.name)
        if isinstance(part, Quantity):
            yield from places_in(part)


def is_chosen(number: float, chosen: Iterable[float]) -> bool:
    """Return whether a number is one of those, up to its sign; 1 needs no choice."""
    return any(isclose(abs(number), abs(other), rel_tol=1e-9) for other in (1.0, *chosen))
