"""Maths in the document's words is set by meaning, and no word is lost or trusted."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.page.notation import prose
from mnemo_anim.paths import LECTURE
from tests.outputs.page.reading import Elements


def text_of(html: str) -> str:
    return Elements(html).words


def plain(text: str) -> str:
    """Return a text as a page shows it: indices are plain letters set lower; ` marks code."""
    indices = re.compile("[₀-₉ᵢₙ]+")
    lowered = indices.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return re.sub(r"`([^`]+)`", r"\1", lowered)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("∇f points up", '<span class="maths uphill">∇<i>f</i></span> points up'),
        ("−∇L", '<span class="maths downhill">−∇<i>L</i></span>'),
        ("by −α·∇L.", 'by <span class="maths downhill">−<i>α</i>·∇<i>L</i></span>.'),
        ("‖∇f‖ = 5", '<span class="maths uphill">‖∇<i>f</i>‖</span> = 5'),
        (
            "∂L/∂wᵢ > 0",
            '<span class="maths">∂<i>L</i>/∂<i>w</i><sub><i>i</i></sub></span> &gt; 0',
        ),
        (
            "x₁ to xₙ",
            '<span class="maths"><i>x</i><sub>1</sub></span> to '
            '<span class="maths"><i>x</i><sub><i>n</i></sub></span>',
        ),
        ("x.grad is 2.0", "<code>x.grad</code> is 2.0"),
        (
            "[2x, 4y]",
            '[<span class="maths">2<i>x</i></span>, <span class="maths">4<i>y</i></span>]',
        ),
        ("a plain a, and an I", "a plain a, and an I"),
        ("e.g. this", "e.g. this"),
        (
            "2y² and y",
            '<span class="maths">2<i>y</i>²</span> and <span class="maths"><i>y</i></span>',
        ),
    ],
)
def test_maths_is_set_as_what_it_is(text: str, html: str) -> None:
    assert prose(text) == html


def test_every_word_of_the_lecture_stays() -> None:
    for section in read_lecture(LECTURE).sections:
        for beat in section.beats:
            assert text_of(prose(beat.text)) == plain(beat.text)


@given(st.text(alphabet="∇f−‖∂/x²<>&\"'`. ab=αw()"))
def test_nothing_in_a_text_becomes_markup_of_its_own(text: str) -> None:
    html = prose(text)
    assert text_of(html) == plain(text)
    allowed = r"</?(?:i|sub|code)>|<span class=\"maths(?: uphill| downhill)?\">|</span>"
    assert "<" not in re.sub(allowed, "", html)
