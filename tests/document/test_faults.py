"""Each fault of a document is told once, with its file, its line and the way to mend it.

In the documents below, » stands at the beginning of the line that the error should name.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from mnemo_anim.document import DocumentError, Lecture
from tests.document.whole_document import WHOLE, line_of


class Fault(NamedTuple):
    """A document, and pieces of what its error says is wrong and of how to mend it."""

    document: str
    wrong: str
    mend: str


def swap(old: str, new: str) -> str:
    """Return the whole document with one piece replaced."""
    assert old in WHOLE
    return WHOLE.replace(old, new, 1)


TURN = "{#your-turn}\nYour turn.\n"
FAREWELL = "{#farewell}\nWell done.\n"
QUESTION = "### Which way? {#which-way}\n"
ANSWER = "**Answer.** Down.\n"
REASON = "**Reason.** Because −∇f points downhill.\n"
LISTING = "{#first-listing}\n```python\nx = 1\n\nprint(x)\n```\n"
HEADER, RULE, ROW = "| Property | Meaning |\n", "| --- | ---: |\n", "| ∇f | a **vector** |\n"
LAST_ROW = "| \\|x\\| | a size |\n"
TABLE = HEADER + RULE + ROW + LAST_ROW

IDS = {
    "capitals": Fault(swap(TURN, "»{#Your-Turn}\nYour turn.\n"), "not an id", "lower-case"),
    "space": Fault(swap(TURN, "»{#your turn}\nYour turn.\n"), "not an id", "hyphens"),
    "words behind": Fault(swap(TURN, "»{#a} and {b}\nYour turn.\n"), "not an id", "{#one-arrow}"),
    "no hash": Fault(swap(TURN, "»{your-turn}\nYour turn.\n"), "“{your-turn}” is not an id", "{#"),
    "class": Fault(swap(TURN, "»{.your-turn}\nYour turn.\n"), "not an id", "{#"),
    "never closed": Fault(swap(TURN, "»{#your-turn\nYour turn.\n"), "not an id", "{#"),
    "malformed on a heading": Fault(
        swap("## Questions {#questions}", "»## Questions {#2nd}"), "“{#2nd}” is not", "lower-case"
    ),
    "half on a heading": Fault(
        swap("## Questions {#questions}", "»## Questions {#q"), "“{#q” is not an id", "{#"
    ),
    "section doubled": Fault(
        swap("## Questions {#questions}", "»## Questions {#intuition-first}"),
        f"“intuition-first” is already taken on line {line_of('## Intuition')}",
        "Choose another",
    ),
    "beat doubled": Fault(
        swap(TURN, "»{#night-walk}\nYour turn.\n"),
        f"“night-walk” is already taken on line {line_of('{#night-walk}')}",
        "unique in the document",
    ),
    "beat named as its section": Fault(
        swap(TURN, "»{#questions}\nYour turn.\n"), "“questions” is already taken", "Choose"
    ),
    "beat named as an answer": Fault(
        swap(FAREWELL, f"»{{#which-way-answer}}\n{FAREWELL}"), "is already taken", "Choose"
    ),
    "section without": Fault(
        swap("## Questions {#questions}", "»## Questions"), "“Questions” has no id", "{#questions}"
    ),
    "question without": Fault(swap(QUESTION, "»### Which way?\n"), "has no id", "{#which-way}"),
    "paragraph without": Fault(
        swap(TURN, "»Your turn.\n"), "the paragraph has no id", "such as {#your-turn}"
    ),
    "paragraph of signs without": Fault(swap(TURN, "»∇f!\n"), "has no id", "such as {#f}"),
    "paragraph of digits without": Fault(swap(TURN, "»42\n"), "has no id", "such as {#first-beat}"),
    "listing without": Fault(
        swap(LISTING, "»" + LISTING.partition("\n")[2]), "the listing has no id", "line above"
    ),
    "title with one": Fault(swap("# Gradients", "»# Gradients {#top}"), "title has an id", "away"),
    "labels with one": Fault(swap("```labels", "»{#a}\n```labels"), "labels have no id", "away"),
    "table with one": Fault(swap(HEADER, f"»{{#a}}\n{HEADER}"), "“a” names nothing", "paragraph"),
    "above a heading": Fault(
        swap("## Questions {#questions}", "»{#questions}\n## Questions"),
        "“questions” names nothing",
        "at its end",
    ),
    "two for one beat": Fault(swap(TURN, "»{#a}\n{#b}\nWords.\n"), "“a” names nothing", "below it"),
    "at the end of the file": Fault(WHOLE + "\n»{#late}\n", "“late” names nothing", "below it"),
    "no empty line above": Fault(
        swap(TURN, f"{TURN}»{{#next}}\nMore.\n"), "in the middle of a paragraph", "empty line above"
    ),
    "behind its paragraph": Fault(
        swap(TURN, "»Your turn. {#your-turn}\n"), "at the end of a paragraph", "line of its own"
    ),
}

WORDS = {
    "section without beats": Fault(
        WHOLE[: WHOLE.index("## Questions")] + "»## Questions {#questions}\n",
        "the section “questions” has no beats",
        "Add a paragraph",
    ),
    "first section without beats": Fault(
        swap("## Intuition", "»## Empty {#empty}\n\n## Intuition"), "“empty” has no beats", "Add"
    ),
    "beat without words": Fault(swap(TURN, "»{#a}\n…!\n"), "“a” has no words", "one sentence"),
    "beat of an empty link": Fault(swap(TURN, "»{#a}\n[](b)\n"), "“a” has no words", "sentence"),
    "beat of blanks": Fault(swap(TURN, "»{#a}\n&nbsp;\n"), "“a” has no words", "one sentence"),
    "heading without words": Fault(
        swap("## Questions {#questions}", "»## {#questions}"), "has no words", "title"
    ),
    "words in no section": Fault(
        swap("# Gradients\n", "# Gradients\n\n{#lost}\n»Lost.\n"),
        "before the first section",
        "above",
    ),
    "listing in no section": Fault(
        swap("# Gradients\n", "# Gradients\n\n{#lost}\n»```python\nx\n```\n"), "before", "above it"
    ),
    "control character": Fault(swap(TURN, "{#a}\n»A \x07 bell.\n"), "U+0007", "Delete it"),
    "form feed": Fault(swap(TURN, "{#a}\n»Words.\x0c\n"), "U+000C", "Delete it"),
    "line separator": Fault(swap(TURN, "{#a}\n»One\u2028two.\n"), "U+2028", "Delete it"),
    "empty file": Fault("»", "the file is empty", "Write the lecture"),
    "file of blanks": Fault("» \n\r\n\t\n", "the file is empty", "Write the lecture"),
}

TABLES = {
    "short row": Fault(swap(LAST_ROW, "»| one |\n"), "1 cell, but its header has 2", "as many"),
    "long row": Fault(swap(LAST_ROW, "»| 1 | 2 | 3 |\n"), "3 cells, but its header has 2", "\\|"),
    "bare bar": Fault(swap(LAST_ROW, "»| |x| | size |\n"), "4 cells, but its header", "\\|"),
    "empty cell": Fault(swap(LAST_ROW, "»| x |  |\n"), "a cell of the table is empty", "Fill"),
    "empty header": Fault(
        swap(HEADER, "»| Property | |\n"), "a cell of the table is empty", "Fill"
    ),
    "words behind": Fault(swap(LAST_ROW, f"{LAST_ROW}»more\n"), "1 cell, but", "as many"),
    "no rows": Fault(
        swap(ROW + LAST_ROW, "").replace(HEADER, f"»{HEADER}"), "no rows", "Add a row"
    ),
    "bad rule": Fault(
        swap(HEADER + RULE, f"»{HEADER}| --- |\n"), "no well-formed table", "| --- |"
    ),
    "no rule": Fault(swap(HEADER + RULE, f"»{HEADER}"), "no well-formed table", "| --- | --- |"),
    "second table": Fault(
        swap(LAST_ROW, f"{LAST_ROW}\n»| A |\n| - |\n| b |\n"), "has a table already", "Join it"
    ),
}

FENCES = {
    "unclosed": Fault(
        WHOLE + "\n{#late}\n»~~~~text\nx\n~~~\n", "~~~~ is never closed", "line ~~~~"
    ),
    "one line": Fault(WHOLE + "\n{#late}\n»```python", "never closed", "End it with a line ```"),
    "unclosed above another": Fault(
        swap(LISTING, "{#a}\n»```python\nx = 1\n\n{#b}\n```text\ny\n```\n"),
        f"is not closed before another opens on line {line_of('```python') + 4}",
        "End it with a line ```",
    ),
    "without a mark": Fault(swap("```python", "»```"), "does not say what it holds", "```labels"),
    "with an id": Fault(
        swap("```python", "»```python {#a}"), "more than one word", "line of its own"
    ),
    "empty": Fault(swap(LISTING, "{#a}\n»```python\n\n```\n"), "“a” is empty", "Write its code"),
    "doubled label": Fault(
        swap("where-you-stand:", "»height:"), "the label “height” is there twice", "another id"
    ),
    "label without words": Fault(swap("height: h", "»height:\nh: h"), "not a label", "id: words"),
    "label without colon": Fault(swap("height: h", "»height\nh: h"), "not a label", "id: words"),
    "label with a bad id": Fault(swap("height: h", "»The height: h"), "not a label", "id: words"),
    "labels twice": Fault(
        swap(LISTING, "»```labels\nmap: map\n```\n"),
        "has labels already",
        f"Join them to those on line {line_of('```labels')}",
    ),
}

HEADINGS = {
    "question in no section": Fault(
        swap("## Intuition", "»### Why? {#why}\n\n## Intuition"), "in no section", "Put a section"
    ),
    "section above the title": Fault(
        swap("# Gradients", "»## Early {#early}\n\n# Gradients"), "before the title", "above it"
    ),
    "second title": Fault(swap("## Questions", "»# Questions"), "a second title", "Use ##"),
    "underlined second title": Fault(swap(TURN, "»Slopes\n======\n"), "a second title", "Use ##"),
    "too deep": Fault(swap(QUESTION, f"»#{QUESTION}"), "level 4 is too deep", "### for a question"),
    "no section": Fault("»" + WHOLE[: WHOLE.index("## Intuition")], "has no section", "Add one"),
    "no title": Fault("»" + WHOLE[: WHOLE.index("# Gradients")], "has no title", "# Gradients"),
}

QUESTIONS = {
    "no answer": Fault(
        swap(f"{QUESTION}\n{ANSWER}\n{REASON}", f"»{QUESTION}"), "has no answer", "**Answer.**"
    ),
    "no reason": Fault(
        swap(REASON, "").replace(QUESTION, f"»{QUESTION}"), "has no reason", "**Reason.**"
    ),
    "no reason before a listing": Fault(
        swap(f"{QUESTION}\n{ANSWER}\n{REASON}", f"»{QUESTION}\n{ANSWER}\n```text\nx\n```\n"),
        "has no reason",
        "**Reason.**",
    ),
    "answer without its bold word": Fault(
        swap(ANSWER, "»Down.\n"), "does not open with **Answer.**", "each with its bold word"
    ),
    "answer without words": Fault(swap(ANSWER, "»**Answer.**\n"), "has no words", "after **Answer"),
    "reason all in bold": Fault(swap(REASON, "»**Because.**\n"), "has no words", "after **Because"),
    "third reply": Fault(
        swap(REASON, f"{REASON}\n»**More.** Yes.\n"), "one answer and one reason", "Join it"
    ),
    "reason first, in a later question": Fault(
        WHOLE + f"\n### Why? {{#why}}\n\n»{REASON}\n{ANSWER}",
        "does not open with **Answer.**",
        "the answer first, then the reason",
    ),
}

FRONT_MATTER = {
    "unknown key": Fault(swap("series:", "»serie:"), "“serie” is not a key", "“series”?"),
    "key twice": Fault(swap("language: en", "»series: B"), "“series” is there twice", "Keep one"),
    "key without value": Fault(
        swap(": Mnemosyne", ":").replace("series", "»series"), "no value", ":"
    ),
    "no language": Fault("»" + swap("language: en\n", ""), "give the language", "Add a line"),
    "no such language": Fault(swap("language: en", "»language: e!"), "not a language", "pt-BR"),
    "missing": Fault(
        "»" + WHOLE[WHOLE.index("# Gradients") :], "missing from the top", "Begin with"
    ),
    "never closed": Fault("»" + swap("en\n---\n", "en\n"), "never closed", "--- again"),
    "below an empty line": Fault("»\n" + WHOLE, "missing from the top", "Begin with the lines ---"),
}

FOREIGN = {
    "list": Fault(swap(TURN, "»- a\n- b\n"), "a list is not", "paragraph with its own id"),
    "numbered list": Fault(swap(TURN, "»1. a\n2. b\n"), "a list is not", "paragraph with"),
    "quotation": Fault(swap(TURN, "»> so be it\n"), "a quotation is not", "as a paragraph"),
    "indented line": Fault(swap(TURN, "»    Your turn.\n"), "an indented line is not", "spaces"),
    "ruled line": Fault(swap(TURN, f"{TURN}\n»***\n"), "a ruled line is not", "away"),
    "image": Fault(swap(TURN, "{#a}\n»Look: ![hill](hill.png)\n"), "an image is not", "scenes"),
    "HTML": Fault(swap(TURN, "»<p>\nYour turn.\n</p>\n"), "HTML is not", "plain Markdown"),
    "HTML in words": Fault(swap(TURN, "{#a}\n»Your <b>turn</b>.\n"), "HTML is not", "\\<"),
    "open comment": Fault(swap(TURN, f"{TURN}\n»<!-- so\n"), "comment is never closed", "-->"),
    "words behind a comment": Fault(swap(TURN, "»<!-- a --> b\n"), "words behind a comment", "own"),
}

FAULTS = {
    f"{kind}: {name}": fault
    for kind, faults in {
        "id": IDS,
        "words": WORDS,
        "table": TABLES,
        "fence": FENCES,
        "heading": HEADINGS,
        "question": QUESTIONS,
        "front matter": FRONT_MATTER,
        "foreign": FOREIGN,
    }.items()
    for name, fault in faults.items()
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_file_its_line_and_its_mend(
    read: Callable[[str], Lecture], name: str
) -> None:
    document, wrong, mend = FAULTS[name]
    before, mark, after = document.partition("»")
    assert mark, "the document does not say which line the error should name"
    with pytest.raises(DocumentError) as caught:
        read(before + after)
    told = str(caught.value)
    assert told.startswith(f"lecture.md:{before.count(chr(10)) + 1}: ")
    assert wrong in caught.value.wrong
    assert mend in caught.value.mend
    assert re.fullmatch(r"lecture\.md:\d+: \S.*[^.?]\. \S.*[^.?][.?]", told)
