"""Markdown → the few kinds of block that a lecture is written in, each with its line.

All that is known of markdown-it is known here. What Markdown has and a lecture has not (lists,
quotations, images, HTML) is an error here too, so that no word of an author is dropped unseen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from mnemo_anim.document.errors import DocumentError
from mnemo_anim.document.lecture import Table

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID_RULE = "An id is lower-case letters, digits and single hyphens, such as {#one-arrow}"

_NAME_LINE = re.compile(r"\{#(.*)\}")
_LOOKS_LIKE_NAME_LINE = re.compile(r"\{#.*|\{.*\}")
_TRAILING_BRACES = re.compile(r"\{[^{}]*\}?$")
_ID_AT_THE_END = re.compile(r"\{#[^{}]*\}$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_OUTER_BARS = re.compile(r"^\||(?<!\\)\|$")
_BLANKS = re.compile(r"[ \t]+")

_NOT_IN_A_LECTURE = {
    "blockquote": ("a quotation", "Write it as a paragraph of narration"),
    "bullet_list": ("a list", "Write each point as a paragraph with its own id, or use a table"),
    "ordered_list": ("a list", "Write each point as a paragraph with its own id, or use a table"),
    "code_block": ("an indented line", "Take the spaces at its beginning away"),
    "hr": ("a ruled line", "Take it away; a section begins with its heading"),
    "html_block": ("HTML", "Write plain Markdown; only <!-- comments --> are understood"),
    "html_inline": ("HTML", "Write plain Markdown, and a bare < as \\<"),
    "image": ("an image", "Take it away; pictures are the scenes' work"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines between the two rows of hyphens at the top."""

    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and the id at its end if it has one."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Name:
    """An id on a line of its own, which names the block below it."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain words; `lead` is the bold word that they open with, if any, and `rest` what follows."""

    text: str
    lead: str
    rest: str
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: the word that marks it, and its text without the last line end."""

    mark: str
    text: str
    line: int


Block = FrontMatter | Heading | Name | Paragraph | Fence | Table


def read_blocks(text: str, source: Path) -> Iterator[Block]:
    """Yield the blocks of a document, in order; `DocumentError` at the first that cannot be one."""
    reader = _Reader(source, text.split("\n"))
    tokens = _markdown().parse(text)
    reader.require_front_matter(tokens)
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield from reader.blocks(group)
            group = []


def is_speakable(words: str) -> bool:
    """Whether there is anything in the words that a voice could say."""
    return any(character.isalnum() for character in words)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    # A reference definition, a line such as [loss]: L, would vanish from the narration.
    markdown.disable("reference")
    markdown.use(front_matter_plugin).use(attrs_block_plugin)
    # The plugin's second half hands attributes on to the next token; kept as tokens of their own,
    # an id that names nothing can still be told, with its line.
    markdown.core.ruler.disable("attr")
    return markdown


class _Reader:
    """Reads one block's tokens at a time; holds what its errors need to name."""

    def __init__(self, source: Path, lines: Sequence[str]) -> None:
        self.source = source
        self.lines = lines

    def require_front_matter(self, tokens: Sequence[Token]) -> None:
        if tokens and tokens[0].type == "front_matter":
            return
        opened = self.lines[0].startswith("---")
        wrong = "is never closed" if opened else "is missing from the top of the document"
        mend = "Begin with the lines ---, series: …, language: en, and --- again"
        raise self.error(1, f"the front matter {wrong}", mend)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        opening = tokens[0]
        match opening.type.removesuffix("_open"):
            case "front_matter":
                first, last = _span(opening)
                yield FrontMatter(tuple(self.lines[first : last - 1]), first)
            case "heading":
                yield self.heading(opening, tokens[1])
            case "attrs_block":
                line, _ = _span(opening)
                yield Name(self.valid_id(self.lines[line - 1].strip(), line), line)
            case "paragraph":
                yield self.paragraph(opening, tokens[1])
            case "fence":
                yield self.fence(opening)
            case "table":
                yield self.table(tokens)
            case "html_block" if opening.content.lstrip().startswith("<!--"):
                self.refuse_open_comment(opening)
            case unknown:
                raise self.foreign(unknown, _span(opening)[0])

    def heading(self, opening: Token, inline: Token) -> Heading:
        line, _ = _span(opening)
        words = self.plain(inline.children, line)
        braces = _TRAILING_BRACES.search(words)
        heading_id = None
        if braces is not None:
            heading_id = self.valid_id(braces.group(), line)
            words = words[: braces.start()].rstrip()
        if not is_speakable(words):
            raise self.error(line, "the heading has no words", "Write the title after the #")
        return Heading(int(opening.tag.removeprefix("h")), words, heading_id, line)

    def valid_id(self, braces: str, line: int) -> str:
        """Return the id inside the braces, ``{#id}``."""
        match = _NAME_LINE.fullmatch(braces)
        if match is None or ID.fullmatch(match.group(1)) is None:
            raise self.error(line, f"“{braces}” is not an id", _ID_RULE)
        return match.group(1)

    def paragraph(self, opening: Token, inline: Token) -> Paragraph:
        first, last = _span(opening)
        for line in range(first, last + 1):
            self.refuse_lookalike(self.lines[line - 1].strip(), line)
        text = self.plain(inline.children, first)
        lead = self.plain(_bold_opening(inline.children or ()), first)
        return Paragraph(text, lead, text.removeprefix(lead).strip(), first)

    def refuse_lookalike(self, written: str, line: int) -> None:
        """Refuse a line of a paragraph that was meant as something else than words."""
        if _LOOKS_LIKE_NAME_LINE.fullmatch(written):
            self.valid_id(written, line)
            wrong = f"the id “{written}” stands in the middle of a paragraph"
            raise self.error(line, wrong, "Leave an empty line above it")
        if _ID_AT_THE_END.search(written):
            wrong = "an id stands at the end of a paragraph"
            raise self.error(line, wrong, "Put it on a line of its own above the paragraph")
        if written.startswith("|"):
            mend = "A table has a header row, then | --- | --- | with as many cells, then its rows"
            raise self.error(line, "this row belongs to no well-formed table", mend)

    def fence(self, token: Token) -> Fence:
        first, last = _span(token)
        mark = re.escape(token.markup[0])
        rail = re.compile(rf" {{0,3}}{mark}{{{len(token.markup)},}}(?P<info>.*)")
        closing = rail.fullmatch(self.lines[last - 1]) if last > first else None
        if closing is None or closing["info"].strip():
            mend = f"End it with a line {token.markup}"
            raise self.error(first, f"the fence {token.markup} is never closed", mend)
        for line in range(first + 1, last):
            if rail.fullmatch(self.lines[line - 1]):
                wrong = (
                    f"the fence {token.markup} is not closed before another opens on line {line}"
                )
                raise self.error(first, wrong, f"End it with a line {token.markup}")
        return Fence(self.fence_mark(token, first), token.content.removesuffix("\n"), first)

    def fence_mark(self, token: Token, line: int) -> str:
        """Return the one word that says what the fence holds."""
        words = token.info.split()
        if not words:
            mend = f"Write {token.markup}labels, or the language, such as {token.markup}python"
            raise self.error(line, "the fence does not say what it holds", mend)
        if len(words) > 1:
            mend = "Keep only the first word; an id goes on a line of its own above"
            raise self.error(line, f"“{token.info.strip()}” is more than one word", mend)
        return words[0]

    def table(self, tokens: Sequence[Token]) -> Table:
        rows: list[tuple[str, ...]] = []
        cells: list[str] = []
        line, _ = _span(tokens[0])
        for token in tokens:
            if token.type == "tr_open":
                line, _ = _span(token)
                cells = []
            elif token.type == "inline":
                cells.append(self.plain(token.children, line))
            elif token.type == "tr_close":
                self.refuse_ragged(line, len(rows[0]) if rows else len(cells))
                if not all(cells):
                    raise self.error(line, "a cell of the table is empty", "Fill every cell")
                rows.append(tuple(cells))
        if len(rows) == 1:
            mend = "Add a row below the | --- | line"
            raise self.error(line, "the table has no rows", mend)
        return Table(rows[0], tuple(rows[1:]), _span(tokens[0])[0])

    def refuse_ragged(self, line: int, columns: int) -> None:
        """Refuse what Markdown would mend unseen: it pads a short row and cuts a long one."""
        row = _OUTER_BARS.sub("", self.lines[line - 1].strip())
        found = len(_UNESCAPED_BAR.split(row))
        if found != columns:
            cells = "cell" if found == 1 else "cells"
            wrong = f"the row has {found} {cells}, but its header has {columns}"
            raise self.error(line, wrong, "Give it as many; write a bar inside a cell as \\|")

    def refuse_open_comment(self, token: Token) -> None:
        line, _ = _span(token)
        _, close, after = token.content.partition("-->")
        if not close:
            raise self.error(line, "the comment is never closed", "End it with -->")
        if after.strip():
            wrong = "there are words behind a comment"
            raise self.error(line, wrong, "Put them on a line of their own")

    def plain(self, tokens: Sequence[Token] | None, line: int) -> str:
        """Return the words of inline tokens, without marks, on one line."""
        pieces: list[str] = []
        for token in tokens or ():
            if token.type in _NOT_IN_A_LECTURE:
                raise self.foreign(token.type, line)
            pieces.append(" " if token.type.endswith("break") else token.content)
        return _BLANKS.sub(" ", "".join(pieces)).strip()

    def foreign(self, kind: str, line: int) -> DocumentError:
        what, mend = _NOT_IN_A_LECTURE[kind]
        return self.error(line, f"{what} is not part of a lecture", mend)

    def error(self, line: int, wrong: str, mend: str) -> DocumentError:
        return DocumentError(self.source, line, wrong, mend)


def _span(token: Token) -> tuple[int, int]:
    """Return the first and the last line of a block, counted from 1."""
    first, end = token.map or (0, 1)
    return first + 1, end


def _bold_opening(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what stands between the two marks, if the paragraph opens in bold."""
    written = [token for token in tokens if token.type != "text" or token.content]
    if not written or written[0].type != "strong_open":
        return ()
    level = written[0].level
    closes = (t.type == "strong_close" and t.level == level for t in written)
    return written[: list(closes).index(True)]
