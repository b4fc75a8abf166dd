"""Words and formulas, set by Typst in the project's own fonts.

One typesetter for all text keeps one line height, one baseline and one cache. Typst sees only the
files of ``assets/fonts``: a missing font is an error here, never another face on the screen.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, Self

import numpy as np
from manim import RIGHT, LineJointType, MathTypst, Typst, VGroup, VMobject
from numpy.typing import NDArray

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.lettering.claims import Claim
from mnemo_anim.mobjects.lettering.numerals import format_number, typst_number
from mnemo_anim.mobjects.lettering.typefaces import SUBSCRIPTS, check_characters, digest, faces
from mnemo_anim.mobjects.lettering.typeset import glyphs_in
from mnemo_anim.theme import FONTS, PALETTE, PIXELS_PER_UNIT, TYPE, units

# Manim sets Typst at 10 pt and scales one point to 1/960 unit for every point of `font_size`.
_UNITS_PER_FONT_SIZE = 10 / 960

CAP_HEIGHT = 0.698  # em, of the project's faces
X_HEIGHT = 0.516  # em, likewise
_SAME_FORM = 0.002  # of one glyph, wherever it is: that of another differs more
_NAMELESS = "numbered_group_"  # what Manim calls groups of glyphs that have no name; three a glyph
_LEADING = 0.72  # em, from a baseline to the cap height of the line below it

_FRAME = np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
"""Origin, right and up of Typst's picture."""


@cache
def preamble(family: str) -> str:
    """Return the set rules, with what Manim's cache key for Typst leaves out."""
    subscripts = (
        f'#show "{sign}": sub(typographic: false, size: 0.6em)[{letter}]'
        for sign, letter in SUBSCRIPTS.items()
    )
    return "\n".join(
        (
            f"// typst {version('typst')}, fonts {digest()}",
            f'#set text(font: "{family}", top-edge: "cap-height", bottom-edge: "baseline")',
            f'#show math.equation: set text(font: "{FONTS.maths}")',
            f"#set par(leading: {_LEADING}em)",
            *subscripts,
        )
    )


def font_size(pixels: float) -> float:
    """Return Manim's ``font_size`` for an em of ``pixels`` at 1080p."""
    return pixels / PIXELS_PER_UNIT / _UNITS_PER_FONT_SIZE


def literal(text: str) -> str:
    """Return Typst markup that sets ``text`` exactly as it is, whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'#text("{escaped}")'


def in_text(words: str) -> str:
    """Return Typst maths that sets ``words`` in the face of text, as in “height = 2.5”."""
    return literal(words).replace("#text(", f'#text(font: "{FONTS.text}", ', 1)


class _SteadyStrokes(Typst):
    """Typst lettering whose fraction bars and root signs are as thick as Typst sets them.

    Manim 0.22 scales them with the pixels of the frame, and not at all on a piece of text that
    the process has set before: thickness would depend on the resolution and on the past.
    """

    size: float  # em height in pixels at 1080p, as it was set
    id_to_vgroup_dict: dict[str, VGroup]  # Manim's: its groups by their names
    _set: tuple[int, float, float]  # of the first glyph, as it was set; see `_first_glyph`

    @property
    def em(self) -> float | None:
        """The em height in pixels at 1080p, as it stands; None once it has become another text."""
        points, form, reach = _first_glyph(self)
        as_set = points == self._set[0] and abs(form - self._set[1]) < _SAME_FORM
        return self.size * reach / self._set[2] if as_set else None

    def generate_mobject(self) -> Self:
        """Read the glyphs; forget what every copy would copy: their paths, groups without a name.

        The edge that they do not have yet has the colour of the ground: text with an edge may
        become text without one, and the other way round.
        """
        super().generate_mobject()
        self.id_to_vgroup_dict = {
            name: group
            for name, group in self.id_to_vgroup_dict.items()
            if name != "root" and not name.startswith(_NAMELESS)
        }
        for leaf in self.family_members_with_points():
            leaf.path_obj = None
        self.set_stroke(PALETTE.ground, width=0.0, background=True)
        return self

    def _refresh_svg_stroke_widths(self) -> None:
        for leaf in self.family_members_with_points():
            source: float | None = getattr(leaf, "_typst_source_stroke_width", None)
            if source is not None:
                scale = max(leaf.width, leaf.height) / leaf._typst_reference_size
                leaf.set_stroke(width=100 * source * scale, family=False)


class Words(_SteadyStrokes):
    """A piece of text.

    Args:
        text: Set as it is; nothing in it is markup. A line break is a line break.
        size: Em height in pixels at 1080p; see :data:`mnemo_anim.theme.TYPE`.
        color: A colour of the palette.
        family: A family of :data:`mnemo_anim.theme.FONTS`.
        width: Longest line in Manim units; longer text is wrapped. None: no limit.
        align: ``left``, ``center`` or ``right``, of the lines to each other.
        **kwargs: As for Manim's ``Typst``.

    Raises:
        FontError: The project's faces lack a character of the text.
    """

    def __init__(
        self,
        text: str,
        *,
        size: float = TYPE.body,
        color: str = PALETTE.ink,
        family: str = FONTS.text,
        width: float | None = None,
        align: str = "left",
        **kwargs: Any,
    ) -> None:
        check_characters(text)
        self.text = text
        self.size = size
        body = self._markup(text)
        if width is not None:
            body = f"#block(width: {width * PIXELS_PER_UNIT / size:.4f}em)[{body}]"
        super().__init__(
            f"#set align({align})\n{body}",
            font_size=font_size(size),
            typst_preamble=preamble(family),
            font_paths=faces(),
            color=color,
            stroke_width=0,
            **kwargs,
        )
        self._set = _first_glyph(self)

    def generate_mobject(self) -> Self:
        """Read the glyphs, as Manim does, but sooner: each kind of glyph once in a process."""
        glyphs = glyphs_in(self.get_file_path())
        if glyphs is None:
            return super().generate_mobject()
        for outline, fill in glyphs:
            glyph = VMobject(
                fill_color=fill,
                fill_opacity=1.0,
                stroke_width=0.0,
                background_stroke_color=PALETTE.ground,
                background_stroke_width=0.0,
            )
            glyph.set_points(_in_space(outline))
            if self.track_baselines:
                glyph._typst_reference_points = glyph.points.copy()
                glyph._typst_reference_baseline_frame = _FRAME  # of the picture, as Manim has it
                self._baseline_tracked_submobjects.append(glyph)
            self.add(glyph)
        self.flip(RIGHT)  # Typst's y points down
        return self

    def _markup(self, text: str) -> str:
        """Return Typst markup that sets ``text``."""
        return literal(text)


class Formula(_SteadyStrokes, MathTypst):
    """A formula, in Typst's maths notation, with parts that can be coloured and picked out.

    Write a part as ``{{ content : name }}``; ``parts`` gives colours by name, and
    ``formula.part(name)`` gives the part itself. Write a computed number as ``#name``::

        Formula("norm(nabla f) approx #norm", numbers={"norm": norm}, decimals={"norm": 2})

    Args:
        expression: Typst maths.
        size: Em height in pixels at 1080p.
        color: Of everything that is no part with a colour of its own.
        parts: Colours by the names of parts.
        numbers: What each ``#name`` stands for; it is shown as it is now, for good.
        decimals: Digits after the decimal separator, by name; 0 where none are given.

    Raises:
        ValueError: A name in ``numbers``, ``decimals`` or ``parts`` is not in the expression.

    """

    def __init__(
        self,
        expression: str,
        *,
        size: float = TYPE.formula,
        color: str = PALETTE.ink,
        parts: Mapping[str, str] | None = None,
        numbers: Mapping[str, Quantity] | None = None,
        decimals: Mapping[str, int] | None = None,
        **kwargs: Any,
    ) -> None:
        self.size = size
        self.expression = expression
        named = _claims(numbers or {}, decimals or {})
        self.claims = tuple(named.values())
        super().__init__(
            _filled(expression, named),
            font_size=font_size(size),
            typst_preamble=preamble(FONTS.text),
            font_paths=faces(),
            color=color,
            **kwargs,
        )
        for name, part_color in (parts or {}).items():
            self.part(name).set_color(part_color)
        self._set = _first_glyph(self)

    def part(self, name: str) -> VGroup:
        """Return the glyphs of the part ``name``; raise ``ValueError`` when there is none."""
        try:
            return VGroup(*self.select(name))
        except (KeyError, ValueError) as error:
            raise ValueError(f"The formula {self.typst_code!r} has no part “{name}”.") from error


def _in_space(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points of the plane (n, 2) as points (n, 3)."""
    return np.pad(points, ((0, 0), (0, 1)))


def _first_glyph(text: VMobject) -> tuple[int, float, float]:
    """Return how many points the first glyph of a text has, its form, and how far they reach.

    The form is how far they reach on average, as a share of the farthest: the same at any size.
    """
    points = next((glyph.points for glyph in text.family_members_with_points()), np.zeros((1, 3)))
    reaches = np.linalg.norm(points - points[0], axis=1)
    farthest = float(reaches.max())
    return len(points), float(reaches.mean()) / farthest if farthest else 0.0, farthest


def _claims(numbers: Mapping[str, Quantity], decimals: Mapping[str, int]) -> dict[str, Claim]:
    """Return what each number asserts, by name."""
    if unknown := sorted(decimals.keys() - numbers.keys()):
        raise ValueError(f"There are decimals for {', '.join(unknown)}, which `numbers` lacks.")
    return {
        name: Claim(format_number(quantity.value, decimals.get(name, 0)), quantity)
        for name, quantity in numbers.items()
    }


def _filled(expression: str, claims: Mapping[str, Claim]) -> str:
    """Return the expression with its numbers in place of their names."""
    for name, claim in claims.items():
        number = typst_number(claim.shown)
        filled, count = re.subn(rf"#{re.escape(name)}(?![\w-])", number, expression)
        if not count:
            raise ValueError(f"The formula {expression!r} has no number “#{name}”.")
        expression = filled
    return expression


def halo(mobject: VMobject, width: float = 6.0, color: str = PALETTE.ground) -> VMobject:
    """Give glyphs a dark edge that keeps them readable on any picture; return the mobject."""
    mobject.set_stroke(color, width=width, background=True)
    for glyph in mobject.family_members_with_points():
        glyph.joint_type = LineJointType.ROUND  # mitres would stand out of sharp corners
    return mobject


def baseline(words: Words) -> float:
    """Return the y of the first baseline of unscaled ``words``, set with ``track_baselines``."""
    # Typst's frame of a line hangs from its top edge, which the preamble sets to the cap height.
    top_left, _, _ = words.get_baseline_frame(words.family_members_with_points()[0])
    return float(top_left[1]) - CAP_HEIGHT * units(words.size)


def glyph_height(mobject: VMobject) -> float:
    """Return the height in pixels at 1080p of the tallest glyph of ``mobject``."""
    heights = [glyph.height for glyph in mobject.family_members_with_points()]
    return float(np.max(heights)) * PIXELS_PER_UNIT if heights else 0.0
