"""What is read as one, however its parts come into a scene: a word and the number behind it."""

from itertools import count

from manim import Mobject

READS_WITH = "reads_with"
"""The attribute of a mobject that is part of a whole: a number, the same for all of its parts."""

_numbers = count()


def read_as_one(*parts: Mobject) -> None:
    """Note that texts, or strokes, are read as one, even where they are in a scene each for itself.

    Copies belong to the whole too: one that leaves from its original is no other text.
    """
    whole = next(_numbers)
    for part in parts:
        for member in part.get_family():
            setattr(member, READS_WITH, whole)
