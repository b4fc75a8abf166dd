"""Every number that a scene puts on the screen is what it says it is; else its scene is told so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from manim import Mobject, Text

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.maths.quantities import Coordinate, Given, Magnitude, Product, Quantity, Value
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.section_scene import SectionScene
from scenes import SCENES
from tests.scenes.playing import inspected
from tests.truth.inspection import Inspection, inspect

HERE = (1.0, 2.0)
NORM = Magnitude(ELLIPTIC_BOWL, HERE)


@pytest.mark.parametrize("section", SCENES)
def test_every_number_on_the_screen_is_true(section: str) -> None:
    findings = inspected(section).findings
    assert not findings, "\n".join(["", *map(str, findings)])


@pytest.mark.parametrize(
    ("section", "least"), [("whats-actually-happening", 20), ("build-the-idea", 100)]
)
def test_a_film_full_of_numbers_is_seen_to_be(section: str, least: int) -> None:
    """An inspection that sees nothing would find nothing either."""
    assert len(inspected(section).claimed) > least


# ---- each kind of untruth is found -----------------------------------------------------------

DOCUMENT = """---
series: Tests
language: en
---

# Numbers

## One section {#one}

```labels
level: level 7
```

{#look}
At (1, 2), with α = 0.25, look at what is on the screen.
"""


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    document = tmp_path_factory.mktemp("numbers") / "numbers.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    return read_lecture(document)


def showing(make: Callable[[], Mobject], lecture: Lecture) -> Inspection:
    """Return the inspection of a scene that shows one thing."""

    class Shown(SectionScene):
        section = "one"
        tunable = 0.75

        def construct(self) -> None:
            with self.beat("look"):
                self.add(make())
                self.wait(0.1)

    return inspect(Shown, lecture=lecture)


def claiming(quantity: Quantity, decimals: int = 2) -> Callable[[], Mobject]:
    return lambda: Number(source=lambda: quantity, decimals=decimals)


class WrongMagnitude(Magnitude):
    """The studio computes another number than what it describes."""

    @property
    def value(self) -> float:
        return 9.0


UNTRUE = {
    "a typed number": (lambda: Number(8.25), "8.25", "stands for nothing"),
    "a number typed as words": (lambda: Words("8.25"), "8.25", "no text of section"),
    "a number typed among words": (lambda: Words("level 8"), "level 8", "no text of section"),
    "a number typed into a formula": (
        lambda: Formula("norm(nabla f) = 8.25"),
        "norm(nabla f) = 8.25",
        "has digits of its own",
    ),
    "words typed into a formula": (lambda: Formula('"level 8" + x'), "level 8", "no text of"),
    "a wrong formula of a field": (lambda: Formula("f = x^2 + 3 y^2"), "f = x^2 + 3 y^2", "+ 3;"),
    "a coefficient of no field": (lambda: Formula("5 x"), "5 x", "own: 5;"),
    "a wrong value": (claiming(WrongMagnitude(ELLIPTIC_BOWL, HERE)), "9.00", "8.2462"),
    "a number that nobody chose": (claiming(Given("a rate", 0.123), 3), "0.123", "chosen neither"),
    "a factor that nobody chose": (claiming(Product(1.07, NORM)), "8.82", "1.07 (factor)"),
    "a coordinate typed in": (
        claiming(Coordinate((8.25, 3.1), 0)),
        "8.25",
        "where no spot stands",
    ),
    "a number left behind": (
        lambda: Number(source=lambda: NORM, live=False).set_value(8.0),
        "8.00",
        "should be 8.246",
    ),
    "text of another kind": (lambda: Text("8", font="IBM Plex Sans"), "Text", "is not set by"),
}


@pytest.mark.parametrize("case", UNTRUE)
def test_an_untruth_is_found(case: str, numbers: Lecture) -> None:
    make, text, wrong = UNTRUE[case]
    (finding,) = showing(make, numbers).findings
    assert finding.beat == "look"
    assert text in finding.text
    assert wrong in finding.wrong


def test_a_tick_that_has_left_its_place_is_found(numbers: Lecture) -> None:
    map_ = ContourMap(ELLIPTIC_BOWL)
    map_.axes.marks[0].shift([0.5, 0, 0])
    (finding,) = showing(lambda: map_, numbers).findings
    assert "Coordinate" in finding.wrong


def coordinate_of(spot: Spot) -> Number:
    return Number(source=lambda: Coordinate(spot.at, 0))


TRUE = {
    "a quantity": claiming(NORM),
    "a readout": lambda: Readout("norm(nabla f)", lambda: NORM),
    "a quantity in a formula": lambda: Formula("#n", numbers={"n": NORM}, decimals={"n": 2}),
    "a number of the document": claiming(Given("learning rate", 0.25)),
    "a tunable of the scene": claiming(Given("scale", 0.75)),
    "a number of the galleries": claiming(Given("learning rate", 0.65)),
    "a coordinate of a point of the document": claiming(Coordinate((2.0, 1.0), 0)),
    "a coordinate of a spot": lambda: coordinate_of(Spot((8.25, 3.1))),
    "a label": lambda: Words("level 7"),
    "notation": lambda: Formula("{{ w_1 : w-1 }} + x_(12) + sum_(i=1)^n x_i^2"),
    "the formula of a field": lambda: Formula("f = {{x^2 : first}} + {{2 y^2 : last}}"),
    "powers of numbers": lambda: Formula("sqrt(#x^2) = #n^2", numbers={"x": NORM, "n": NORM}),
    "its gradient": lambda: Formula("nabla f = [2 x, 4 y]"),
    "numbers put into a formula": lambda: Formula(
        "4 dot {{#y : put}}", numbers={"y": Value(ELLIPTIC_BOWL, (0.0, 1.0))}
    ),
    "a map": lambda: ContourMap(ELLIPTIC_BOWL),
    "what cannot be seen": lambda: Words("8.25").set_opacity(0),
    "what is not text": lambda: Spot(HERE),
}


@pytest.mark.parametrize("case", TRUE)
def test_what_is_true_is_not_found(case: str, numbers: Lecture) -> None:
    assert showing(TRUE[case], numbers).findings == ()
