import pytest

from mnemo_anim.bench.films import with_another_sentence
from mnemo_anim.document import Beat, parse_lecture
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.errors import RenderError

DOCUMENT = LECTURE.read_text(encoding="utf-8")


def beats_of(document: str) -> list[Beat]:
    lecture = parse_lecture(document.encode(), LECTURE)
    return [beat for section in lecture.sections for beat in section.beats]


@pytest.mark.parametrize("section", ["opening", "reading-the-gradient", "examples"])
def test_the_last_beat_of_a_section_says_more_and_no_other(section: str) -> None:
    before, after = beats_of(DOCUMENT), beats_of(with_another_sentence(DOCUMENT, section))
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a.text != b.text]
    last = parse_lecture(DOCUMENT.encode(), LECTURE).section(section).beats[-1]
    ((old, new),) = changed
    assert old.id == new.id == last.id
    assert new.text.startswith(old.text)


def test_a_last_beat_that_is_not_found_in_the_text_is_told() -> None:
    head = "---\nseries: S\nlanguage: en\n---\n\n# T\n\n## A {#a}\n\n"
    assert with_another_sentence(f"{head}{{#one}}\nWords.\n", "a").count("And so it is.") == 1
    with pytest.raises(RenderError, match="no paragraph"):
        with_another_sentence(f"{head}{{#one}} \nWords.\n", "a")
