"""A document is read whole, or refused with its file, its line and the way to mend it."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemo_anim.document import DocumentError, Lecture, UnknownIdError, read_lecture
from tests.document.whole_document import WHOLE, line_of

Read = Callable[[str], Lecture]


def test_a_lecture_has_the_front_matter_and_the_title(read: Read) -> None:
    lecture = read(WHOLE)
    assert (lecture.series, lecture.title, lecture.language) == ("Mnemosyne", "Gradients", "en")
    assert lecture.source == Path("lecture.md")


def test_sections_keep_their_order_and_titles(read: Read) -> None:
    sections = read(WHOLE).sections
    assert [(section.id, section.title) for section in sections] == [
        ("intuition-first", "Intuition First"),
        ("questions", "Questions"),
    ]


def test_a_beat_is_the_plain_text_of_its_paragraph_on_one_line(read: Read) -> None:
    beat = read(WHOLE).section("intuition-first").beat("night-walk")
    assert beat.text == "Picture a hike at night, in the hills."
    assert beat.line == line_of("Picture a")


def test_labels_are_a_mapping_from_id_to_words(read: Read) -> None:
    labels = read(WHOLE).section("intuition-first").labels
    assert dict(labels) == {"height": "height", "where-you-stand": "where: you stand"}
    assert labels.get("depth") is None
    assert "depth" not in labels


def test_a_table_keeps_every_cell_and_its_escaped_bars(read: Read) -> None:
    table = read(WHOLE).section("intuition-first").table
    assert table is not None
    assert table.header == ("Property", "Meaning")
    assert table.rows == (("∇f", "a vector"), ("|x|", "a size"))


def test_a_listing_keeps_its_code_to_the_letter(read: Read) -> None:
    listing = read(WHOLE).section("intuition-first").listing("first-listing")
    assert (listing.language, listing.code) == ("python", "x = 1\n\nprint(x)")


def test_a_question_has_prompt_answer_and_reason_without_their_bold_words(read: Read) -> None:
    question = read(WHOLE).section("questions").question("which-way")
    assert question.prompt == "Which way?"
    assert question.answer == "Down."
    assert question.reason == "Because −∇f points downhill."


def test_a_question_is_spoken_as_two_beats_among_the_others(read: Read) -> None:
    beats = read(WHOLE).section("questions").beats
    assert [(beat.id, beat.text) for beat in beats] == [
        ("your-turn", "Your turn."),
        ("which-way", "Which way?"),
        ("which-way-answer", "Down. Because −∇f points downhill."),
        ("farewell", "Well done."),
    ]


def test_a_translation_may_use_its_own_words_for_answer_and_reason(read: Read) -> None:
    german = WHOLE.replace("Answer.", "Antwort.").replace("Reason.", "Grund.")
    assert read(german).section("questions").question("which-way").answer == "Down."


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_bytes(read: Read) -> None:
    assert read("\ufeff" + WHOLE.replace("\n", "\r\n")) == read(WHOLE)
    assert read(WHOLE.replace("\n", "\r")) == read(WHOLE)


def test_empty_lines_among_keys_and_labels_change_nothing(read: Read) -> None:
    airy = WHOLE.replace("series: Mnemosyne\n", "\nseries: Mnemosyne\n\n")
    airy = airy.replace("height: height\n", "\nheight: height\n\n")
    assert read(airy).series == "Mnemosyne"
    assert read(airy).sections[0].labels == read(WHOLE).sections[0].labels


def test_a_document_need_not_end_with_a_line_end(read: Read) -> None:
    assert read(WHOLE.rstrip()) == read(WHOLE)


def test_a_lecture_travels_to_another_process(read: Read) -> None:
    lecture = read(WHOLE)
    copy = pickle.loads(pickle.dumps(lecture))
    assert copy == lecture
    assert hash(copy) == hash(lecture)


def test_a_lecture_is_frozen(read: Read) -> None:
    lecture = read(WHOLE)
    with pytest.raises(AttributeError):
        lecture.title = "Slopes"  # type: ignore[misc]
    with pytest.raises(TypeError):
        lecture.sections[0].labels["height"] = "depth"  # type: ignore[index]


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [
        (lambda lecture: lecture.section("intuition-frist"), "intuition-first"),
        (lambda lecture: lecture.sections[0].beat("nightwalk"), "night-walk"),
        (lambda lecture: lecture.sections[0].labels["heigth"], "height"),
        (lambda lecture: lecture.sections[0].listing("firstlisting"), "first-listing"),
        (lambda lecture: lecture.sections[1].question("witch-way"), "which-way"),
        (lambda lecture: lecture.sections[1].beat("zzz"), "your-turn"),
        (lambda lecture: lecture.sections[1].listing("any"), "has none"),
    ],
)
def test_an_unknown_id_is_told_with_the_file_and_the_nearest_names(
    read: Read, ask: Callable[[Lecture], object], nearest: str
) -> None:
    lecture = read(WHOLE)
    with pytest.raises(UnknownIdError) as caught:
        ask(lecture)
    assert isinstance(caught.value, DocumentError)
    assert str(caught.value).startswith("lecture.md:")
    assert nearest in str(caught.value)


def test_bytes_that_are_no_text_are_told_with_offset_and_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.md"
    content = WHOLE.encode().replace(b"Your turn.", b"\xc9tes-vous l\xe0 ?")
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_lecture(path)
    assert caught.value.line == line_of("Your turn.")
    assert f"0xc9 at offset {content.index(0xC9, content.index(b'{#your'))}" in str(caught.value)
    assert "UTF-8" in caught.value.mend


@pytest.mark.parametrize("name", ["absent.md", ".", "\0"])
def test_a_path_that_is_no_readable_file_is_told_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError) as caught:
        read_lecture(name)
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.line is None


def test_an_error_travels_to_another_process() -> None:
    error = DocumentError(Path("a.md"), 3, "the id “x” is wrong", "Write another")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_reading_imports_nothing_of_manim_and_nothing_else_of_the_project() -> None:
    lecture = Path(__file__).parents[2] / "assets" / "gradients.md"
    program = (
        "import sys; from mnemo_anim.document import read_lecture; "
        "read_lecture(sys.argv[1]); "
        "print(*(name for name in sys.modules if name.startswith(('manim', 'mnemo_anim'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(lecture)], capture_output=True, text=True, check=True
    )
    imported = done.stdout.split()
    assert "mnemo_anim.document" in imported
    assert all(name.startswith("mnemo_anim.document") for name in imported if "." in name)
    assert "manim" not in imported


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "lecture.md"


def read_or_refuse(path: Path, content: bytes) -> None:
    """Read the content as a lecture; the only error that may come is the document's own."""
    path.write_bytes(content)
    with suppress(DocumentError):
        read_lecture(path)


@settings(deadline=None)
@given(content=st.binary(max_size=400))
def test_no_bytes_raise_another_error(scratch: Path, content: bytes) -> None:
    read_or_refuse(scratch, content)


PIECES = st.sampled_from(
    (
        *("---", "#", "##", "###", "{#a}", "{#b-c}", "{", "}", "```", "```labels", "```python"),
        *(
            "|",
            "| a | b |",
            "| - | - |",
            "a: b",
            "**A.**",
            "*",
            "`",
            "<!--",
            "-->",
            "<b>",
            "![x](y)",
        ),
        *("series: M", "language: en", "# T", "## S {#s}", "### Q {#q}", "- ", "> ", "[", "](x)"),
        *("\n", "\n\n", " ", "\t", "    ", "words.", "∇f", "\\", "~~~~", "&nbsp;", "\r\n", "\x00"),
    )
)


@settings(deadline=None)
@given(pieces=st.lists(PIECES, max_size=60), whole=st.booleans())
def test_no_heap_of_markdown_raises_another_error(
    scratch: Path, pieces: list[str], whole: bool
) -> None:
    head = WHOLE[: WHOLE.index("```labels")] if whole else ""
    read_or_refuse(scratch, (head + "".join(pieces)).encode())


@settings(deadline=None)
@given(data=st.data())
def test_no_damaged_lecture_raises_another_error(scratch: Path, data: st.DataObject) -> None:
    content = WHOLE.encode()
    begin = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(begin, min(len(content), begin + 60)))
    patch = data.draw(st.one_of(st.binary(max_size=8), PIECES.map(str.encode)))
    read_or_refuse(scratch, content[:begin] + patch + content[end:])


@pytest.mark.parametrize("deep", ["*", "[", "> ", "- ", "`", "<", "(", "|", "{#", "&", "**a "])
def test_deep_nesting_raises_no_other_error(scratch: Path, deep: str) -> None:
    read_or_refuse(scratch, WHOLE.replace("Your turn.", deep * 3000 + "a" + deep * 3000).encode())
