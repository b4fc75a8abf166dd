"""The page's own words: complete in every language, and told where they are missing."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.numbers import get_decimal_symbol

from mnemo_anim.outputs.page.landscapes import LANDSCAPES
from mnemo_anim.outputs.page.snippets import snippets
from mnemo_anim.outputs.page.wording import FOLDER, words_for
from mnemo_anim.render.errors import RenderError

ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text())
TRANSLATIONS = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "en")


def named(words: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, word in words.items():
        if isinstance(word, dict):
            yield from named(word, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", word


def test_there_is_a_translation() -> None:
    assert "es" in TRANSLATIONS


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_has_all_words_and_fills_in_the_same(language: str) -> None:
    english, translated = dict(named(ENGLISH)), dict(named(words_for(language)))
    assert list(translated) == list(english)
    for name, words in english.items():
        braces = re.compile(r"\{\w+\}")
        assert sorted(braces.findall(translated[name])) == sorted(braces.findall(words)), name


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_keeps_the_numbers(language: str) -> None:
    english, translated = dict(named(ENGLISH)), dict(named(words_for(language)))
    digits = re.compile(r"\d+(?:\.\d+)?")
    decimals = re.compile(rf"(?<=\d){re.escape(get_decimal_symbol(language))}(?=\d)")
    for name, words in english.items():
        plain = decimals.sub(".", translated[name])
        assert sorted(digits.findall(plain)) == sorted(digits.findall(words)), name


def test_no_word_is_empty() -> None:
    for language in ("en", *TRANSLATIONS):
        assert all(word.strip() for _, word in named(words_for(language)))


def test_every_landscape_and_every_snippet_has_words() -> None:
    assert set(ENGLISH["landscapes"]) == {landscape.id for landscape in LANDSCAPES}
    for snippet in snippets("Gradients"):
        assert {snippet.id, f"{snippet.id}-help"} <= set(ENGLISH["embed"])


def test_every_word_is_used() -> None:
    package = FOLDER.parent
    sources = [*package.glob("templates/*"), *package.glob("scripts/*.js")]
    text = "".join(path.read_text() for path in sources)
    made = {"state-", "-help"}  # names that are put together
    for name, _ in named({key: ENGLISH[key] for key in ENGLISH if key != "landscapes"}):
        word = name.rpartition(".")[2]
        parts = {word, *(word.replace(part, "") for part in made)}
        known = {snippet.id for snippet in snippets("")} | {"one", "open", "known", "missed"}
        assert any(part in known or re.search(rf"[.\[\"']{part}\b", text) for part in parts), name


def test_a_regional_tag_speaks_in_the_words_of_its_language() -> None:
    assert words_for("es-MX") == words_for("es")


def test_a_language_without_words_is_told() -> None:
    with pytest.raises(RenderError, match=r"no words in the language “de”.*speaks en, es"):
        words_for("de")


def test_a_faulty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text("[page")
    with pytest.raises(RenderError, match=r"xx\.toml cannot be read"):
        words_for("xx", tmp_path)
