"""‖∇f‖ by the entries of ∇f: the root of their squares, its value, and that wherever it goes."""

from collections.abc import Mapping

from manim import UP, Animation, AnimationGroup, FadeIn, FadeOut, ReplacementTransform, VGroup

from mnemo_anim.maths.quantities import Magnitude, PartialDerivative, Quantity, Square
from mnemo_anim.mobjects.lettering.notation import rest
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.gradient_row import ENTRIES, GradientRow
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_DECIMALS = 2
_BARS = ("opening", "closing")  # of the norm


class MagnitudeLines:
    """Three lines at the top of the stage, one after the other, their equals signs in one place.

    It is no mobject: its parts come one by one.

    Args:
        arrow: ∇f, where it is first.
        x: Of the middle of the lines.
        widest: The largest magnitude to come.

    Attributes:
        root: ‖∇f‖ by the entries of ∇f, as they are at first.
        norm: The same in numbers.
        readout: ‖∇f‖, live.
    """

    def __init__(self, arrow: GradientArrow, x: float, widest: float) -> None:
        self.field, self.spot = arrow.chart.field, arrow.spot
        norm, at = self._norm(), self.spot.at
        entries = {part: PartialDerivative(self.field, at, k) for k, part in enumerate(ENTRIES)}
        self.root = self._written("sqrt({{#first : first}}^2 + {{#last : last}}^2)", entries)
        for index, part in enumerate(ENTRIES):
            self.root.part(part).set_color(PALETTE.part(index))
        self.norm = self._written(
            "sqrt(#square) approx #norm", {"square": Square(norm), "norm": norm}
        )
        self.readout = Readout(
            f"norm({{{{nabla {self.field.name} : name}}}})",
            self._norm,
            parts={"name": PALETTE.uphill},
            decimals=_DECIMALS,
            size=TYPE.title,
            widest=widest,
            haloed=False,
        )
        self.norm.move_to([x, STAGE.top, 0], aligned_edge=UP)
        equals = self.norm.part("equals").get_center()
        self.root.shift(equals - self.root.part("equals").get_center())
        self.readout.shift(equals - self.readout.label[-1].get_center())
        lines = VGroup(self.norm, self.root, self.readout)
        lines.shift((STAGE.top - lines.get_top()[1]) * UP)

    def make_room(self, row: GradientRow) -> Animation:
        """Return the animation in which a row goes to where its equals sign is that of these."""
        place = self.root.part("equals").get_center() - row.part("equals").get_center()
        return row.animate.shift(place).build()

    def measure(self, row: GradientRow) -> AnimationGroup:
        """Return the animation in which the entries of ∇f go under the root of their squares."""
        root, parts = self.root, ("name", "equals", *ENTRIES)
        moves = (ReplacementTransform(row.part(part), root.part(part)) for part in parts)
        gone = (row.part(part) for part in ("open", "separator", "close"))
        return AnimationGroup(*moves, FadeOut(*gone), FadeIn(*rest(root, parts)))

    def evaluate(self) -> AnimationGroup:
        """Return the animation in which the root of the squares becomes ‖∇f‖ in numbers."""
        parts = ("name", "equals", *_BARS)
        kept = (ReplacementTransform(self.root.part(p), self.norm.part(p)) for p in parts)
        return AnimationGroup(
            *kept,
            AnimationGroup(
                FadeOut(*rest(self.root, parts)), FadeIn(*rest(self.norm, parts)), lag_ratio=0.5
            ),
        )

    def _norm(self) -> Magnitude:
        return Magnitude(self.field, self.spot.at)

    def _written(self, value: str, numbers: Mapping[str, Quantity]) -> Formula:
        """Return ‖∇f‖ and what it is, its equals sign in the column of all of them."""
        return Formula(
            f'{{{{class("opening", bar.v.double) : opening}}}} '
            f"{{{{nabla {self.field.name} : name}}}} "
            f'{{{{class("closing", bar.v.double) : closing}}}} {{{{= : equals}}}} {value}',
            size=TYPE.title,
            parts={"name": PALETTE.uphill},
            numbers=numbers,
            decimals={"norm": _DECIMALS} if "norm" in numbers else None,
        )
