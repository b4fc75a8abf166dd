"""Markdown → the few kinds of block that a lecture is written in, each with its line.

All that is known of markdown-it is known here. What Markdown has and a lecture has not (lists,
quotations, images, HTML) is an error here too, so that no word of an author is dropped unseen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from mnemo_anim.document.errors import DocumentError
from mnemo_anim.document.lecture import Table

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID_RULE = "An id is lower-case letters, digits and single hyphens, such as {#one-arrow}"

_NAME_LINE = re.compile(r"\{#(.*)\}")
_LOOKS_LIKE_NAME_LINE = re.compile(r"\{#.*|\{.*\}")
_TRAILING_BRACES = re.compile(r"\{[^{}]*\}?$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")

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
    """The blocks of a document, in order; `DocumentError` at the first that cannot be one."""
    lines = text.split("\n")
    tree = SyntaxTreeNode(_markdown().parse(text))
    for node in tree.children:
        yield from _Reader(source, lines).blocks(node)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    # A reference definition would swallow a line that opens like [2, 8]: and so on.
    markdown.disable("reference")
    markdown.use(front_matter_plugin).use(attrs_block_plugin)
    # The plugin's second half hands attributes on to the next token; kept as tokens of their own,
    # an id that names nothing can still be told, with its line.
    markdown.core.ruler.disable("attr")
    return markdown


class _Reader:
    """Reads one node of the syntax tree; holds what its errors need to name."""

    def __init__(self, source: Path, lines: list[str]) -> None:
        self.source = source
        self.lines = lines

    def blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "front_matter":
                first, end = self.span(node)
                yield FrontMatter(tuple(self.lines[first : end - 1]), first)
            case "heading":
                yield self.heading(node)
            case "attrs_block":
                yield self.name(node)
            case "paragraph":
                yield self.paragraph(node)
            case "fence":
                yield self.fence(node)
            case "table":
                yield self.table(node)
            case "html_block" if _is_comment(node.content):
                pass
            case _:
                raise self.foreign(node, self.span(node)[0])

    def heading(self, node: SyntaxTreeNode) -> Heading:
        line, _ = self.span(node)
        inline = node.children[0]
        words = self.plain(inline, line)
        braces = _TRAILING_BRACES.search(words)
        heading_id = None
        if braces is not None:
            heading_id = self.valid_id(braces.group(), line)
            words = words[: braces.start()].rstrip()
        level = int(node.tag[1])
        if not is_speakable(words):
            raise self.error(line, "the heading has no words", "Write the title after the #")
        return Heading(level, words, heading_id, line)

    def name(self, node: SyntaxTreeNode) -> Name:
        line, _ = self.span(node)
        return Name(self.valid_id(self.lines[line - 1].strip(), line), line)

    def valid_id(self, braces: str, line: int) -> str:
        """The id inside the braces, ``{#id}``."""
        match = _NAME_LINE.fullmatch(braces)
        if match is None or ID.fullmatch(match.group(1)) is None:
            raise self.error(line, f"“{braces}” is not an id", _ID_RULE)
        return match.group(1)

    def paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        first, end = self.span(node)
        for number in range(first, end + 1):
            self.refuse_lookalike(self.lines[number - 1].strip(), number)
        inline = node.children[0]
        text = self.plain(inline, first)
        opening = next(
            (child for child in inline.children if child.type != "text" or child.content), None
        )
        lead = self.plain(opening, first) if opening and opening.type == "strong" else ""
        return Paragraph(text, lead, text.removeprefix(lead).strip(), first)

    def refuse_lookalike(self, written: str, line: int) -> None:
        """Refuse a line of a paragraph that was meant as something else than words."""
        if _LOOKS_LIKE_NAME_LINE.fullmatch(written):
            self.valid_id(written, line)
            wrong = f"the id “{written}” stands in the middle of a paragraph"
            raise self.error(line, wrong, "Leave an empty line above it")
        if re.search(r"\{#[^{}]*\}$", written):
            wrong = "an id stands at the end of a paragraph"
            raise self.error(line, wrong, "Put it on a line of its own above the paragraph")
        if written.startswith("|"):
            mend = "A table has a header row, then | --- | --- | with as many cells, then its rows"
            raise self.error(line, "this row belongs to no well-formed table", mend)

    def fence(self, node: SyntaxTreeNode) -> Fence:
        first, end = self.span(node)
        tick = re.escape(node.markup[0])
        rail = re.compile(rf" {{0,3}}{tick}{{{len(node.markup)},}}(?P<info>.*)")
        within = self.lines[first : end - 1]
        closing = rail.fullmatch(self.lines[end - 1]) if end > first else None
        if closing is None or closing["info"].strip() or any(map(rail.fullmatch, within)):
            mend = f"End it with a line {node.markup}"
            raise self.error(first, f"the fence {node.markup} is never closed", mend)
        mark, *more = node.info.split()[:2] or [""]
        if not mark:
            mend = f"Write {node.markup}labels, or the language of the listing: {node.markup}python"
            raise self.error(first, "the fence does not say what it holds", mend)
        if more:
            mend = "Keep only the first word; an id goes on a line of its own above"
            raise self.error(first, f"“{node.info.strip()}” is more than one word", mend)
        return Fence(mark, node.content.removesuffix("\n"), first)

    def table(self, node: SyntaxTreeNode) -> Table:
        first, _ = self.span(node)
        rows = [row for part in node.children for row in part.children]
        cells: list[tuple[str, ...]] = []
        for row in rows:
            line, _ = self.span(row)
            self.refuse_ragged(line, columns=len(rows[0].children))
            cells.append(tuple(self.plain(cell.children[0], line) for cell in row.children))
            if not all(cells[-1]):
                raise self.error(line, "a cell of the table is empty", "Fill every cell")
        if len(cells) == 1:
            raise self.error(first, "the table has no rows", "Add a row below the | --- | line")
        return Table(cells[0], tuple(cells[1:]), first)

    def refuse_ragged(self, line: int, columns: int) -> None:
        """Markdown pads a short row and cuts a long one; a lecture should not lose a cell."""
        row = re.sub(r"^\||(?<!\\)\|$", "", self.lines[line - 1].strip())
        found = len(_UNESCAPED_BAR.split(row))
        if found != columns:
            wrong = f"the row has {found} cells, its header has {columns}"
            raise self.error(line, wrong, "Give it as many; write a bar inside a cell as \\|")

    def plain(self, node: SyntaxTreeNode, line: int) -> str:
        """The words of an inline node, without marks, on one line."""
        words = "".join(self.pieces(node, line))
        return re.sub(r"[ \t]+", " ", words).strip()

    def pieces(self, node: SyntaxTreeNode, line: int) -> Iterator[str]:
        for child in node.children:
            if child.type in ("text", "code_inline"):
                yield child.content
            elif child.type in ("softbreak", "hardbreak"):
                yield " "
            elif child.type in _NOT_IN_A_LECTURE:
                raise self.foreign(child, line)
            else:
                yield from self.pieces(child, line)

    def span(self, node: SyntaxTreeNode) -> tuple[int, int]:
        """The first and the last line of a node, counted from 1."""
        first, end = node.map or (0, 1)
        return first + 1, end

    def foreign(self, node: SyntaxTreeNode, line: int) -> DocumentError:
        what, mend = _NOT_IN_A_LECTURE[node.type]
        return self.error(line, f"{what} is not part of a lecture", mend)

    def error(self, line: int, wrong: str, mend: str) -> DocumentError:
        return DocumentError(self.source, line, wrong, mend)


def _is_comment(html: str) -> bool:
    html = html.strip()
    return html.startswith("<!--") and html.find("-->") == len(html) - len("-->")


def is_speakable(words: str) -> bool:
    """Whether there is anything in the words that a voice could say."""
    return any(character.isalnum() for character in words)
