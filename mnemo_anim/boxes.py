"""Parts of a frame: boxes of whole pixels."""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """Pixels from ``left`` to ``right`` and from ``upper`` to ``lower``; the ends are not in it."""

    left: int
    upper: int
    right: int
    lower: int

    @property
    def size(self) -> tuple[int, int]:
        """Its width and its height."""
        return max(0, self.right - self.left), max(0, self.lower - self.upper)

    @property
    def area(self) -> int:
        """The number of its pixels."""
        width, height = self.size
        return width * height

    def grown(self, pixels: int, width: int, height: int) -> "Box":
        """Return it larger on each side, but not beyond a frame of that size."""
        return Box(
            max(0, self.left - pixels),
            max(0, self.upper - pixels),
            min(width, self.right + pixels),
            min(height, self.lower + pixels),
        )

    def with_(self, other: "Box") -> "Box":
        """Return the box around both."""
        return Box(
            min(self.left, other.left),
            min(self.upper, other.upper),
            max(self.right, other.right),
            max(self.lower, other.lower),
        )

    def meets(self, other: "Box") -> bool:
        """Return whether two boxes share a pixel."""
        return self.meets_any((other,))

    def meets_any(self, others: "Sequence[Box]") -> bool:
        """Return whether this box shares a pixel with any of others."""
        left, upper, right, lower = self
        for other_left, other_upper, other_right, other_lower in others:
            if (
                left < other_right
                and other_left < right
                and upper < other_lower
                and other_upper < lower
            ):
                return True
        return False

    def lies_in_any(self, others: "Sequence[Box]") -> bool:
        """Return whether one of others has all of its pixels."""
        left, upper, right, lower = self
        for other_left, other_upper, other_right, other_lower in others:
            if (
                other_left <= left
                and right <= other_right
                and other_upper <= upper
                and lower <= other_lower
            ):
                return True
        return False

    def shared_with(self, other: "Box") -> "Box":
        """Return what two boxes that meet share."""
        return Box(
            max(self.left, other.left),
            max(self.upper, other.upper),
            min(self.right, other.right),
            min(self.lower, other.lower),
        )

    def moved(self, right: int, down: int) -> "Box":
        """Return it moved by so many pixels."""
        return Box(self.left + right, self.upper + down, self.right + right, self.lower + down)

    def coarser(self, parts: int) -> "Box":
        """Return it in pixels that are ``parts`` times as large."""
        return Box(*(end // parts for end in self))

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, for an array of pixels."""
        return slice(self.upper, self.lower), slice(self.left, self.right)
