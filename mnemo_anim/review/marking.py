"""Show where something was found: a numbered frame around its box, and a crop of the picture."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from mnemo_anim.paths import FONTS
from mnemo_anim.review.findings import Box
from mnemo_anim.theme import STAGE

# Of no meaning in the films, so that no mark is taken for a part of the picture.
MARK = "#e0115f"
CASING = "#ffffff"  # the edge that keeps a mark apart from any picture
SURROUNDINGS = 0.06  # of the picture's width, on each side of what a crop shows
LEAST_CROP = (480, 270)  # pixels
JPEG_QUALITY = 88


class Area(NamedTuple):
    """A rectangle of a picture in pixels, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: "Area") -> bool:
        """Tell whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Mark(NamedTuple):
    """A numbered frame: around what, and where its number stands."""

    number: int
    area: Area
    tag: Area


def area_of(box: Box | None, size: tuple[int, int]) -> Area:
    """Return where a box of the frame lies in a picture of it.

    What lies outside of the frame is drawn at its edge. No box is the whole picture.

    Args:
        box: In Manim units.
        size: Width and height of the picture in pixels.
    """
    width, height = size
    if box is None:
        return Area(0.0, 0.0, width, height)

    def x(units: float) -> float:
        return min(max((units / STAGE.width + 0.5) * width, 0.0), width)

    def y(units: float) -> float:
        return min(max((0.5 - units / STAGE.height) * height, 0.0), height)

    return Area(x(box.left), y(box.top), x(box.right), y(box.bottom))


def marks_of(
    found: Iterable[tuple[int, Box | None]], size: tuple[int, int], tag_height: float
) -> tuple[Mark, ...]:
    """Return the marks of numbered boxes, no number of which covers another.

    A number stands on its frame where there is room above, else within; then further to the right.

    Args:
        found: Number and box of each finding.
        size: Of the picture, in pixels.
        tag_height: Of the plates of the numbers, in pixels.
    """
    marks: list[Mark] = []
    for number, box in found:
        area = area_of(box, size)
        tag = _tag_of(area, len(str(number)), size, tag_height)
        for _ in range(len(marks) * 20):
            hit = next((mark.tag for mark in marks if mark.tag.meets(tag)), None)
            if hit is None:
                break
            tag = _beside(hit, tag, size)
        marks.append(Mark(number, area, tag))
    return tuple(marks)


def _tag_of(area: Area, digits: int, size: tuple[int, int], height: float) -> Area:
    width = height * (0.5 + 0.55 * digits)
    left = min(area.left, size[0] - width)
    top = area.top - height
    if top < 0:
        top = min(area.top, size[1] - height)
    return Area(left, top, left + width, top + height)


def _beside(other: Area, tag: Area, size: tuple[int, int]) -> Area:
    """Return a tag moved to the right of another, or to the next line where the picture ends."""
    left, top = other.right, tag.top
    if left + tag.width > size[0]:
        left, top = 0.0, (other.bottom if other.bottom + tag.height <= size[1] else 0.0)
    return Area(left, top, left + tag.width, top + tag.height)


def draw_marks(picture: Image.Image, marks: Iterable[Mark]) -> None:
    """Draw marks on a picture of the size that they were made for."""
    draw = ImageDraw.Draw(picture)
    marks = tuple(marks)
    for mark in marks:
        left, top, right, bottom = (round(edge) for edge in mark.area)
        line = max(2, round(mark.tag.height / 8))
        # Outside of what it is about, except where that ends with the picture.
        outer = (
            max(left - line, 1),
            max(top - line, 1),
            min(right + line, picture.width - 2),
            min(bottom + line, picture.height - 2),
        )
        outer = (*outer[:2], max(outer[0], outer[2]), max(outer[1], outer[3]))
        cased = (outer[0] - 1, outer[1] - 1, outer[2] + 1, outer[3] + 1)
        draw.rectangle(cased, outline=CASING, width=1)
        draw.rectangle(outer, outline=MARK, width=line)
    for mark in marks:
        draw.rectangle(mark.tag, fill=MARK)
        middle = ((mark.tag.left + mark.tag.right) / 2, (mark.tag.top + mark.tag.bottom) / 2)
        draw.text(
            middle,
            str(mark.number),
            fill=CASING,
            font=typeface(0.8 * mark.tag.height, strong=True),
            anchor="mm",
        )


def crop_of(frame: bytes, number: int, box: Box | None) -> bytes:
    """Return what surrounds a box in a frame, marked, as a JPEG of at least 480 × 270 pixels.

    Args:
        frame: The picture, as a file.
        number: Of the finding.
        box: Its place in Manim units; None for all of the frame.
    """
    with Image.open(BytesIO(frame)) as opened:
        picture = opened.convert("RGB")
    area = _surroundings(area_of(box, picture.size), picture.size)
    tag_height = 0.05 * (area[2] - area[0])  # as large on a page, whatever the crop shows
    draw_marks(picture, marks_of([(number, box)], picture.size, tag_height))
    return as_jpeg(picture.crop(area))


def _surroundings(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    pad = SURROUNDINGS * size[0]
    width = round(min(max(area.width + 2 * pad, LEAST_CROP[0]), size[0]))
    height = round(min(max(area.height + 2 * pad, LEAST_CROP[1]), size[1]))
    left = round(min(max((area.left + area.right - width) / 2, 0), size[0] - width))
    top = round(min(max((area.top + area.bottom - height) / 2, 0), size[1] - height))
    return left, top, left + width, top + height


def as_jpeg(picture: Image.Image) -> bytes:
    """Return a picture as a file."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()


@cache
def typeface(height: float, *, strong: bool = False) -> ImageFont.FreeTypeFont:
    """Return the text face of the films, at an em height in pixels."""
    name = "IBMPlexSans-SemiBold.ttf" if strong else "IBMPlexSans-Regular.ttf"
    return ImageFont.truetype(FONTS / name, height)
