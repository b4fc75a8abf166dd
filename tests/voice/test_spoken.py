"""Formulas are read aloud in words, and each word knows what it stands for."""

import re

import pytest

from mnemo_anim.document import Beat, parse_lecture, read_lecture
from mnemo_anim.paths import LECTURE
from mnemo_anim.voice.spoken import Spoken, spoken

SPANISH = LECTURE.with_suffix(".es.md")
BEATS = [beat for section in read_lecture(LECTURE).sections for beat in section.beats]


def spanish_beats() -> list[Beat]:
    """Return what is spoken in Spanish; cues only time the pictures, and are left out."""
    words = re.sub(rb"```cues\n.*?```\n", b"", SPANISH.read_bytes(), flags=re.DOTALL)
    lecture = parse_lecture(words, SPANISH)
    return [beat for section in lecture.sections for beat in section.beats]


SPOKEN = {"en": BEATS, "es": spanish_beats()}


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


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("su pendiente es ∂f/∂y.", "Su pendiente es la parcial de f respecto de i griega."),
        ("su derivada parcial ∂f/∂xᵢ", "Su derivada parcial de f respecto de x i"),
        ("df/dx es un número", "La derivada de f respecto de x es un número"),
        ("y módulo, ‖∇f‖: lo empinada", "Y módulo, el módulo de nabla f: lo empinada"),
        ("|∂L/∂wᵢ| es grande", "El valor absoluto de la parcial de L respecto de w i es grande"),
        ("su pérdida L(w), w = [w₁, …, wₙ]", "Su pérdida L de w, w igual a w 1, hasta w n"),
        ("w ← w − α·∇L", "W pasa a ser w menos alfa por nabla L"),
        ("f = x² + 2y²", "F igual a x al cuadrado más 2 i griega al cuadrado"),
        ("[2x, 4y] en (2, 1)", "2 x, 4 i griega en 2, 1"),
        ("según x e y como partes", "Según x e i griega como partes"),
        ("la y fija, y nada más", "La i griega fija, y nada más"),
        ("x = 1 e y = 2", "X igual a 1 e i griega igual a 2"),
        ("en la dirección y, y aquí", "En la dirección i griega, y aquí"),
        ("en esa dirección y sentido", "En esa dirección y sentido"),
        ("x.grad es 2,0, e y.grad es 8,0", "X punto grad es 2,0, e i griega punto grad es 8,0"),
        ("√68 ≈ 8,25", "La raíz cuadrada de 68 aproximadamente 8,25"),
        ("−0,1 · (−3) = +0,3", "Menos 0,1 por menos 3 igual a más 0,3"),
        ("½ elevado a diez es 1/1024", "Un medio elevado a diez es 1 partido por 1024"),
    ],
)
def test_a_formula_is_read_in_spanish(written: str, words: str) -> None:
    assert spoken(written, "es-ES").words == words


@pytest.mark.parametrize("language", SPOKEN)
def test_no_sign_of_the_lecture_is_left_to_the_engine(language: str) -> None:
    for beat in SPOKEN[language]:
        words = spoken(beat.text, language).words
        assert not re.findall(r"[^\s\w,.;:¿?¡!’'“”«»-]|[∂∇‖₁²ₙᵢα½]", words), beat.id


def test_a_sentence_that_begins_with_a_formula_begins_with_a_capital() -> None:
    assert spoken("On the map. ∇f points up.", "en").words == "On the map. Grad f points up."


@pytest.mark.parametrize("language", SPOKEN)
def test_every_spoken_character_stands_for_one_at_its_place_or_before(language: str) -> None:
    for beat in SPOKEN[language]:
        text = spoken(beat.text, language)
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
