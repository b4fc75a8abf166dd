"""Pages of other documents: hostile words, no questions, another language."""

import re
from pathlib import Path

import pytest

from mnemo_anim.outputs.page import make_page
from mnemo_anim.paths import GALLERY_CHOICE, LECTURE
from mnemo_anim.render.run import join_lecture
from tests.filming import film_of
from tests.outputs.page.filmed_lecture import filmed_lecture
from tests.outputs.page.reading import Elements
from tests.tiny_studio import Studio

HOSTILE = r"""---
series: "Tests" & \<b>co
language: en
---

# A \<script>alert(1)\</script> & "title"

## One \<img src=x onerror=alert(1)> {#one}

| A \<b> | "B" |
| --- | --- |
| \<i>c | d & e |

{#first}
Say \</script> and \<!-- & "quote" it's.

{#code}
```nonesuch
if a < b and c > "d": pass  # </code></pre><script>alert(2)</script>
```

### Is 1 \< 2 \</h3>? {#less}

**Answer.** \<u>Yes.

**Reason.** "So" & thus.

## Two {#two}

{#third}
${alert(3)} \`code\` {{ 7 * 7 }} {% raw %}
"""
CHOICE = 'one = "first"\ntwo = "third"\n'


@pytest.fixture
def made(studio: Studio, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give the page of a document, which the test's parameter may be."""
    if hasattr(request, "param"):
        studio.document.write_text(request.param)
    plan = studio.plan()
    for job in plan.jobs:
        film_of(job)
    join_lecture(plan)
    choice = tmp_path / "choice.toml"
    choice.write_text(CHOICE)
    return make_page(plan, choice, tmp_path / "page")


@pytest.mark.parametrize("made", [HOSTILE], ids=["hostile"], indirect=True)
def test_whatever_a_document_says_is_only_words(made: Path) -> None:
    elements = Elements(made.read_text())
    tags = {tag for tag, _ in elements.found}
    assert not tags & {"b", "u"}
    for tag, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "alert" not in str(attributes.get("src"))
    for words in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</script> and <!-- &",
        "{{ 7 * 7 }} {% raw %}",
        "${alert(3)}",
        "<u>Yes.",
        'if a < b and c > "d": pass  # </code></pre><script>alert(2)</script>',
    ):
        assert words in elements.words
    data = (made.parent / "scripts" / "data.js").read_text()
    assert r'"A <script>alert(1)</script> & \"title\""' in data


def test_a_lecture_without_questions_has_a_page_without_a_quiz(made: Path) -> None:
    html = made.read_text()
    assert "data-quiz" not in html
    assert 'href="#_questions"' not in html
    assert "data-wait" not in html


def test_a_section_without_a_film_is_not_on_the_page(made: Path) -> None:
    assert "Nobody plays this" not in made.read_text()


def test_a_page_speaks_the_language_of_its_document(tmp_path: Path) -> None:
    document = tmp_path / "spanish.md"
    document.write_text(LECTURE.read_text().replace("language: en", "language: es"))
    plan = filmed_lecture(tmp_path / "films", document)
    html = make_page(plan, GALLERY_CHOICE, tmp_path / "page").read_text()
    assert '<html lang="es">' in html
    assert "Buscar en la transcripción" in html
    assert "Search the transcript" not in html
    data = (tmp_path / "page" / "scripts" / "data.js").read_text()
    assert "1,25×" in html
    assert "data-gx></span>; <span" in html  # a comma between numbers would be one more decimal
    assert re.search(r'"separator": ?","', data)
