"""Reading a gradient: what each entry advises to do with its weight."""

from __future__ import annotations

from enum import Enum

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import as_numbers


class Advice(Enum):
    """What to do with a weight so that the loss falls, and how much of it."""

    DECREASE_A_LOT = "decrease-a-lot"
    DECREASE_A_LITTLE = "decrease-a-little"
    INCREASE_A_LOT = "increase-a-lot"
    INCREASE_A_LITTLE = "increase-a-little"

    @property
    def way(self) -> str:
        """What the sign says: ``"decrease"`` or ``"increase"``."""
        return self.value.partition("-")[0]

    @property
    def amount(self) -> str:
        """What the size says: ``"a-lot"`` or ``"a-little"``."""
        return self.value.partition("-")[2]


def advice(gradient: ArrayLike) -> tuple[Advice, ...]:
    """Return what each entry of a gradient (n,) advises.

    A positive entry says that the loss grows with the weight, so: decrease it. Entries of more
    than the median size say: a lot.

    Raises:
        ValueError: if an entry is no finite number, or zero, which advises nothing.
    """
    entries = as_numbers(gradient, what="the gradient")
    if not entries.all():
        raise ValueError(f"an entry of zero advises nothing; got {entries}")
    large = np.abs(entries) > np.median(np.abs(entries))
    return tuple(
        _ADVICE[bool(entry > 0), bool(much)] for entry, much in zip(entries, large, strict=True)
    )


_ADVICE = {
    (True, True): Advice.DECREASE_A_LOT,
    (True, False): Advice.DECREASE_A_LITTLE,
    (False, True): Advice.INCREASE_A_LOT,
    (False, False): Advice.INCREASE_A_LITTLE,
}
