"""Numbers are written as the language of the film writes them."""

from contextvars import copy_context

import pytest

from mnemo_anim.mobjects.lettering.numerals import (
    decimal_separator,
    format_number,
    read_number,
    typst_list,
    typst_number,
    write_numbers_as_in,
)


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "−8.25"), ("es", "−8,25"), ("de", "−8,25"), ("pt-BR", "−8,25"), ("xx", "−8.25")],
)
def test_the_separator_is_that_of_the_language(language: str, shown: str) -> None:
    def written() -> str:
        write_numbers_as_in(language)
        return format_number(-8.25)

    assert copy_context().run(written) == shown
    assert decimal_separator() == "."  # nothing stays behind


def test_what_is_written_is_read_back_and_set_as_one_number() -> None:
    def both() -> tuple[str, str, str]:
        write_numbers_as_in("es")
        shown = format_number(0.00031, 1, scientific=True)
        return str(read_number(shown)), typst_number(shown), typst_list(["1", "2"])

    assert copy_context().run(both) == ("0.00031", '3","1 times 10^(-4)', "1 semi 2")


def test_a_program_prints_as_it_prints() -> None:
    def printed() -> str:
        write_numbers_as_in("es")
        return format_number(2.0, 1, separator=".")

    assert copy_context().run(printed) == "2.0"
