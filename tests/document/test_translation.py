"""A translation has what its original has, and tells which of its words the scenes wait for."""

from pathlib import Path

import pytest

from mnemo_anim.cli import main
from mnemo_anim.document import (
    DocumentError,
    Lecture,
    TranslationError,
    check_translation,
    parse_lecture,
    read_lecture,
)
from mnemo_anim.paths import LECTURE
from tests.tiny_studio import Studio

SPANISH = LECTURE.with_name("gradients.es.md")
ORIGINAL = """---
series: Tests
language: en
---

# Hills

## Up {#up}

```labels
height: height
way: way
```

{#first}
Walk up.

{#second}
Go on.

## Down {#down}

{#third}
Turn round.
"""


def parsed(text: str, name: str = "hills.es.md") -> Lecture:
    return parse_lecture(text.encode(), Path(name))


def faults(text: str) -> list[str]:
    """Return what is told of a translation, line by line."""
    try:
        check_translation(parsed(text), parsed(ORIGINAL, "hills.md"))
    except TranslationError as error:
        return [str(fault) for fault in error.faults]
    return []


def test_other_words_are_no_fault() -> None:
    assert (
        faults(ORIGINAL.replace("Walk up.", "Sube.").replace("height: height", "height: h")) == []
    )


def test_all_that_is_missing_or_too_much_is_told_at_once_a_line_each() -> None:
    told = faults(
        ORIGINAL.replace("{#second}", "{#other}").replace("way: way\n", "").replace("#down", "#off")
    )
    assert told == [
        "hills.es.md:1: the section “down” is missing. Translate hills.md:21.",
        "hills.es.md:20: the section “off” is not in hills.md. Take it away, or add it there.",
        "hills.es.md:8: the beat “second” is missing. Translate hills.md:19.",
        "hills.es.md:18: the beat “other” is not in hills.md. Take it away, or add it there.",
        "hills.es.md:10: the label “way” is missing. Translate hills.md:10.",
    ]


def test_another_order_is_told() -> None:
    swapped = ORIGINAL.replace("{#first}\nWalk up.", "{#x}\nA.").replace(
        "{#second}\nGo on.", "{#first}\nWalk up."
    )
    told = faults(swapped.replace("{#x}", "{#second}"))
    assert len(told) == 1
    assert "the beat “second” stands where “first” is expected" in told[0]


def test_a_table_on_one_side_alone_is_told() -> None:
    told = faults(
        ORIGINAL.replace("Turn round.\n", "Turn round.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    )
    assert len(told) == 1
    assert "the section “down” has a table that is not of hills.md" in told[0]


def cued(*lines: str) -> str:
    return ORIGINAL.replace("Walk up.", "Sube por la colina.").replace(
        "{#first}", "```cues\n{}\n```\n\n{{#first}}".format("\n".join(lines))
    )


def test_cues_stand_for_words_of_the_original() -> None:
    beat = parsed(cued("first: up = por la", "first: Walk = Sube")).section("up").beat("first")
    assert (beat.here("up"), beat.here("Walk"), beat.here("la")) == ("por la", "Sube", "la")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["first: up"], "“first: up” is not a cue. Write it as beat: words of the original"),
        (["fist: up = por"], "has no beat “fist”. Did you mean “first”?"),
        (["first: up = valle"], "the beat “first” does not say “valle”"),
        (["first: up = por", "first: up = la"], "the cue “up” of “first” is there twice"),
    ],
)
def test_a_faulty_cue_is_told_with_its_line(lines: list[str], told: str) -> None:
    with pytest.raises(DocumentError, match=r"hills\.es\.md:1[67]: ") as caught:
        parsed(cued(*lines))
    assert told in str(caught.value)


def test_second_cues_of_a_section_are_told() -> None:
    with pytest.raises(DocumentError, match=r"the section has cues already\. Join them to those"):
        parsed(cued("first: up = por").replace("{#second}", "```cues\n```\n\n{#second}"))


def test_the_command_tells_each_fault_in_a_line(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    translation = studio.document.with_name("short.es.md")
    words = studio.document.read_text(encoding="utf-8")
    translation.write_text(words.replace("{#second}", "{#other}"), encoding="utf-8")
    assert main(["render", *studio.options, "--translation=es"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert all(line.startswith("mnemo: ") and "short.es.md:" in line for line in told)


def test_a_translation_that_is_not_there_is_told(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", *studio.options, "--translation=fr"]) == 1
    assert "short.fr.md" in capsys.readouterr().err


def test_the_spanish_lecture_has_all_that_the_lecture_has() -> None:
    spanish, original = read_lecture(SPANISH), read_lecture(LECTURE)
    check_translation(spanish, original)
    assert spanish.language == "es"
    for section in spanish.sections:
        for beat in section.beats:
            assert beat.text != original.section(section.id).beat(beat.id).text
