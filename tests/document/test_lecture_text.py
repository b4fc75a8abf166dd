"""The lecture says all that it has to say, truly, and in the time that it has."""

import contextlib
import io
import math
import re
from pathlib import Path

import pytest

from mnemo_anim.document import Section, read_lecture
from mnemo_anim.pacing import reading_time

LECTURE = read_lecture(Path(__file__).parents[2] / "assets" / "gradients.md")

HEADINGS = {
    "opening": "Gradients",
    "intuition-first": "Intuition First",
    "whats-actually-happening": "What's Actually Happening",
    "build-the-idea": "Build the Idea Step-by-Step",
    "formal-explanation": "Formal Explanation",
    "key-properties": "Key Properties / Rules",
    "why-it-matters": "Why It Matters",
    "common-pitfalls": "Common Pitfalls",
    "examples": "Examples",
    "reading-the-gradient": "Reading the Gradient",
    "review-questions": "Review Questions",
}

# What no wording of a section can do without: terms, symbols and figures, in any case. They are
# looked for in all that the section says and shows; how it is said is the author's.
FACTS = {
    "opening": "partial derivative; vector; steepest; turn; weights; loss; training",
    "intuition-first": (
        "blindfold; valley; lowest point; left; right; front; back; arrow; uphill; turn round; "
        "step; shorter; level; map; gradient; loss surface; weights; flip"
    ),
    "whats-actually-happening": (
        "partial derivative; ∂f/∂x; ∂f/∂y; tangent; rise over run; ∇f = [∂f/∂x, ∂f/∂y]; "
        "direction; uphill; magnitude; ‖∇f‖; steeper; longer"
    ),
    "build-the-idea": (
        "f(x₁, …, xₙ); constant; ∂f/∂xᵢ; ∇f = [∂f/∂x₁, …, ∂f/∂xₙ]; steepest increase; −∇f; "
        "steepest decrease; −α·∇L; learning rate; loss falls"
    ),
    "formal-explanation": (
        "∇f = [∂f/∂x₁, …, ∂f/∂xₙ]; one component; input dimension; same space as the inputs; "
        "f = x² + 2y²; ∂f/∂x = 2x; ∂f/∂y = 4y; ∇f = [2x, 4y]; (1, 2); [2, 8]; 4 times; "
        "rate of change; cosine; √68; 8.25; level curve; steepest ascent; magnitude"
    ),
    "key-properties": (
        "vector; one entry; input dimension; uphill; −∇f; downhill; gradient descent; "
        "‖∇f‖ is large; steep; big changes; ‖∇f‖ = 0; critical point; minimum; maximum; saddle; "
        "perpendicular; level curves; 90°"
    ),
    "why-it-matters": (
        "L(w); w = [w₁, …, wₙ]; ∇L = [∂L/∂w₁, …, ∂L/∂wₙ]; each weight; w ← w − α·∇L; "
        "slightly downhill; at once; signal; millions of parameters; ‖∇L‖; exploding; diverges; "
        "vanishing; early layers; normal; reasonable scale"
    ),
    "common-pitfalls": (
        "df/dx; scalar; ∇f is a vector; one dimension; extends; minus; uphill; −∇L; "
        "large gradient; far; steep everywhere; minimum; local steepness; not distance; local; "
        "one point; global shape"
    ),
    "examples": (
        "PyTorch; x² + 2y²; x.grad is 2.0; y.grad is 8.0; [2.0, 8.0]; 4 times; learning rate 0.1; "
        "1.0 to 0.8; 2.0 to 1.2; faster; mean squared error; backward(); every parameter; (1, 3); "
        "(1,); optimiser; nn.Linear(3, 1); randn(10, 3); randn(10, 1); x**2 + 2 * y**2; mse_loss"
    ),
    "reading-the-gradient": (
        "|∂L/∂wᵢ|; large; strongly; right now; ∂L/∂wᵢ > 0; decrease; ∂L/∂wᵢ < 0; increase; "
        "in proportion"
    ),
}


def everything_in(section: Section) -> str:
    """Return all that a section says and shows, on one line."""
    cells = [cell for row in section.table.rows for cell in row] if section.table else []
    code = [listing.code for listing in section.listings]
    return " ".join([beat.text for beat in section.beats] + cells + code)


def seconds(section: Section) -> float:
    """Return the reading time of a section, with three seconds to think about each question."""
    return sum(reading_time(beat.text) for beat in section.beats) + 3 * len(section.questions)


def test_the_sections_are_the_eleven_of_the_lecture_in_their_order() -> None:
    assert {section.id: section.title for section in LECTURE.sections} == HEADINGS
    assert [section.id for section in LECTURE.sections] == list(HEADINGS)
    assert (LECTURE.series, LECTURE.title, LECTURE.language) == ("Mnemosyne", "Gradients", "en")


@pytest.mark.parametrize(
    ("section", "fact"),
    [(section, fact) for section, facts in FACTS.items() for fact in facts.split("; ")],
)
def test_every_fact_is_told(section: str, fact: str) -> None:
    assert fact.casefold() in everything_in(LECTURE.section(section)).casefold()


def test_the_film_takes_eight_to_thirteen_minutes() -> None:
    total = sum(seconds(section) for section in LECTURE.sections)
    assert 8 * 60 <= total <= 13 * 60


@pytest.mark.parametrize("section", LECTURE.sections, ids=lambda section: section.id)
def test_no_section_takes_three_minutes_and_the_opening_not_half_a_minute(
    section: Section,
) -> None:
    assert seconds(section) < (30 if section.id == "opening" else 180)


@pytest.mark.parametrize("section", LECTURE.sections, ids=lambda section: section.id)
def test_a_beat_is_short_enough_to_be_one_idea(section: Section) -> None:
    for beat in section.beats:
        assert len(beat.text) <= 200, beat.id
        assert len(re.findall(r"[.?](?=\s|$)", beat.text)) <= 3, beat.id


def test_the_table_has_the_six_properties() -> None:
    table = LECTURE.section("key-properties").table
    assert table is not None
    assert len(table.rows) == 6
    assert len(LECTURE.section("key-properties").beats) == 6


# The listings


def printed(code: str) -> list[str]:
    """Return what the comments of a listing promise that its lines print."""
    return re.findall(r"^print\(.*\)\s+# (.+)$", code, re.MULTILINE)


def test_every_listing_is_python_that_fits_the_panel() -> None:
    listings = LECTURE.section("examples").listings
    assert len(listings) == 3
    for listing in listings:
        compile(listing.code, listing.id, "exec")
        assert listing.language == "python"
        assert len(listing.code.split("\n")) <= 12
        assert max(map(len, listing.code.split("\n"))) <= 60
        assert printed(listing.code)


def test_the_listings_promise_the_numbers_of_the_function() -> None:
    def slope(axis: int, h: float = 1e-6) -> float:
        ahead, behind = [1.0, 2.0], [1.0, 2.0]
        ahead[axis] += h
        behind[axis] -= h
        return ((ahead[0] ** 2 + 2 * ahead[1] ** 2) - (behind[0] ** 2 + 2 * behind[1] ** 2)) / (
            2 * h
        )

    examples = LECTURE.section("examples")
    slopes = [slope(0), slope(1)]
    assert printed(examples.listing("autograd").code) == [f"{s:.1f}" for s in slopes]
    moved = [1.0 - 0.1 * slopes[0], 2.0 - 0.1 * slopes[1]]
    assert printed(examples.listing("one-update").code) == [f"{x:.1f}" for x in moved]


def test_the_listings_print_what_they_promise() -> None:
    pytest.importorskip("torch")
    shared: dict[str, object] = {}
    for listing in LECTURE.section("examples").listings:
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(listing.code, listing.id, "exec"), shared)
        assert output.getvalue().split("\n")[:-1] == printed(listing.code)


# The questions


def test_there_are_six_to_eight_questions() -> None:
    assert 6 <= len(LECTURE.section("review-questions").questions) <= 8


def said(question: str) -> str:
    found = LECTURE.section("review-questions").question(question)
    return f"{found.prompt} {found.answer} {found.reason}"


def test_the_answers_are_right() -> None:
    x, y = 2, 1
    assert f"({x}, {y})? Neither." in said("which-input")
    assert f"[{2 * x}, {4 * y}]" in said("which-input")
    assert "[3, 4]." in said("how-steep")
    assert f"{math.hypot(3, 4):.0f}, and 0." in said("how-steep")
    assert f"Up by {-0.1 * -3:.1f}." in said("how-it-moves")
    assert f"About a thousandth. ½ multiplied ten times is 1/{2**10}" in said("ten-layers")


def test_the_lecture_spells_its_signs_one_way() -> None:
    text = " ".join(everything_in(section) for section in LECTURE.sections)
    narration = " ".join(beat.text for section in LECTURE.sections for beat in section.beats)
    assert not re.search(r"(?<!\w)-[∇α\d]", narration), "a minus sign is −, not a hyphen"
    assert "..." not in text, "an ellipsis is …"
    assert "||" not in text, "a norm is ‖"
