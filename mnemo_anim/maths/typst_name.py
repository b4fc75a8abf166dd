"""Write the name of a variable as Typst maths."""

from __future__ import annotations

import re

GREEK = frozenset({
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega",
})  # fmt: skip


def typst_name(name: str) -> str:
    """Return a variable's name as Typst maths: x1 → x_1, alpha → alpha, speed → "speed"."""
    stem, number = re.fullmatch(r"(.*?)_?(\d*)", name).groups()  # type: ignore[union-attr]
    letters, _, subscript = stem.partition("_")
    if len(letters) > 1 and letters.lower() not in GREEK:
        return f'"{name}"'
    subscript += number
    if not subscript:
        return letters
    return f"{letters}_{subscript}" if subscript.isdigit() else f'{letters}_"{subscript}"'
