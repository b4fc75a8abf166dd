"""The snippets are what their places understand."""

import ast
from html.parser import HTMLParser

import pytest

from mnemo_anim.outputs.page.snippets import snippets

TITLE = 'Gradients & "slopes" <1>'
BY_ID = {snippet.id: snippet for snippet in snippets(TITLE)}


class Frames(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.found.append(dict(attrs))


def test_there_is_one_for_each_place() -> None:
    assert list(BY_ID) == ["html", "quarto", "jupyter", "marp", "moodle"]


@pytest.mark.parametrize("place", ["html", "quarto", "marp", "moodle"])
def test_a_frame_has_address_title_and_full_screen(place: str) -> None:
    parser = Frames()
    parser.feed(BY_ID[place].code)
    (frame,) = parser.found
    assert (frame["src"], frame["title"], frame["allow"]) == ("ADDRESS", TITLE, "fullscreen")
    assert frame["height"] == "HEIGHT"
    assert BY_ID[place].escaped


def test_quarto_gets_a_raw_block() -> None:
    first, *_, last = BY_ID["quarto"].code.splitlines()
    assert (first, last) == ("```{=html}", "```")


def test_a_notebook_gets_python() -> None:
    code = BY_ID["jupyter"].code.replace("HEIGHT", "700")
    *_, call = ast.parse(code).body
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert isinstance(call.value.args[0], ast.Constant)
    assert call.value.args[0].value == "ADDRESS"
    assert not BY_ID["jupyter"].escaped
