"""Raised surfaces: what text stands on when it stands over a picture, and cards."""

from manim import Mobject, RoundedRectangle, VGroup, VMobject

from mnemo_anim.theme import BACKING, PALETTE, STROKES

PADDING = 0.22  # between the edge of a plate and what it carries, in Manim units
CORNER = 0.14  # radius


class Plate(RoundedRectangle):
    """A panel with rounded corners and a hairline border, ``width`` × ``height`` units.

    Args:
        width, height: In Manim units.
        opacity: Of the fill. The theme's ``BACKING`` lets a picture shine through; a card has 1.
        border: Colour of the border: that of a meaning where the whole plate has one.

    """

    def __init__(
        self,
        width: float,
        height: float,
        *,
        opacity: float = BACKING,
        border: str = PALETTE.rule,
    ) -> None:
        super().__init__(
            width=width,
            height=height,
            corner_radius=min(CORNER, width / 2, height / 2),
            fill_color=PALETTE.panel,
            fill_opacity=opacity,
            stroke_color=border,
            stroke_width=STROKES.hairline,
        )

    @classmethod
    def behind(
        cls,
        mobject: Mobject,
        *,
        padding: float = PADDING,
        opacity: float = BACKING,
        border: str = PALETTE.rule,
    ) -> "Plate":
        """Return a plate that surrounds ``mobject`` at the distance ``padding``."""
        plate = cls(
            mobject.width + 2 * padding,
            mobject.height + 2 * padding,
            opacity=opacity,
            border=border,
        )
        plate.move_to(mobject)
        return plate


def on_plate(content: VMobject, padding: float = PADDING) -> VGroup:
    """Return lettering on a plate of its own, which surrounds it at the distance ``padding``."""
    return VGroup(Plate.behind(content, padding=padding), content)
