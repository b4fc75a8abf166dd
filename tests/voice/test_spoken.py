"""Formulas are read aloud in words, and each word knows what it stands for."""

import re

import pytest

from mnemo_anim.document import read_lecture
from mnemo_anim.paths import LECTURE
from mnemo_anim.voice.spoken import Spoken, spoken

BEATS = [beat for section in read_lecture(LECTURE).sections for beat in section.beats]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("the slope ∂f/∂x", "The slope partial f by partial x"),
        ("df/dx is one number", "D f by d x is one number"),
        ("a magnitude, ‖∇f‖: how steep", "A magnitude, the magnitude of grad f: how steep"),
        ("|∂L/∂wᵢ| is large", "The size of partial L by partial w i is large"),
        ("f(x₁, …, xₙ)", "F of x 1, up to x n"),
        ("its loss L(w) of w = [w₁, …, wₙ].", "Its loss L of w of w equals w 1, up to w n."),
        ("w ← w − α·∇L", "W becomes w minus alpha times grad L"),
        ("f = x² + 2y²", "F equals x squared plus 2 y squared"),
        ("at (1, 2) it is [2, 8]", "At 1, 2 it is 2, 8"),
        ("(1,) for the bias", "1 for the bias"),
        ("√68 ≈ 8.25", "The square root of 68 is about 8.25"),
        ("√(3² + 4²) = 5", "The square root of 3 squared plus 4 squared equals 5"),
        ("−0.1 · (−3) = +0.3", "Minus 0.1 times minus 3 equals plus 0.3"),
        ("½ of 1/1024 at 90°", "One half of 1 over 1024 at 90 degrees"),
        ("x.grad is 2.0", "X dot grad is 2.0"),
        ("a .grad after backward()", "A dot grad after backward"),
        ("∂L/∂w > 0, or < 0", "Partial L by partial w is greater than 0, or is less than 0"),
        ("plain words (as here), and so on", "Plain words as here, and so on"),
    ],
)
def test_a_formula_is_read_as_a_mathematician_reads_it(written: str, words: str) -> None:
    assert spoken(written, "en-GB").words == words


def test_no_sign_of_the_lecture_is_left_to_the_engine() -> None:
    for beat in BEATS:
        assert not re.findall(r"[^\s\w,.;:?!’'“”-]|[∂∇‖₁²ₙᵢα]", spoken(beat.text, "en").words), (
            beat.id
        )


def test_a_sentence_that_begins_with_a_formula_begins_with_a_capital() -> None:
    assert spoken("On the map. ∇f points up.", "en").words == "On the map. Grad f points up."


def test_every_spoken_character_stands_for_one_at_its_place_or_before() -> None:
    for beat in BEATS:
        text = spoken(beat.text, "en")
        assert len(text.words) == len(text.origins)
        assert list(text.origins) == sorted(text.origins)
        assert set(text.origins) <= set(range(len(beat.text)))


def test_words_that_are_said_as_written_stand_for_themselves() -> None:
    written = "Its height is ‖∇f‖ = √68 there."
    text = spoken(written, "en")
    for word in ("height", "68", "there"):
        assert text.origins[text.words.index(word)] == written.index(word)


def test_the_onset_of_a_formula_is_that_of_its_first_word() -> None:
    written = "So ∇f = 0."
    text = spoken(written, "en")
    assert text.words == "So grad f equals 0."
    heard = [(0, 10), (3, 20), (8, 30), (10, 40), (17, 50)]
    assert text.onsets(heard, written) == ((0, 10), (3, 20), (6, 40), (8, 50))


def test_onsets_that_an_engine_tells_out_of_order_are_left_out() -> None:
    text = Spoken("one two six", tuple(range(11)))
    assert text.onsets([(0, 10), (8, 20), (4, 30)], "one two six") == ((0, 10), (4, 30))


def test_another_language_is_left_to_the_engine() -> None:
    assert spoken("Es gilt ∇f = 0.", "de").words == "Es gilt ∇f = 0."
