import numpy as np
import pytest
from manim import Animation, ManimColor
from numpy.typing import NDArray

from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.code.code_line import CodeLine, advance, tokens_by_line
from mnemo_anim.mobjects.code.code_panel import CodePanel
from mnemo_anim.mobjects.code.code_value import CodeValue
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.theme import PALETTE
from tests.mobjects.moments import show

FIRST = "x = 2.0\n\nif x:\n    y = x**2\n\nprint(y)  # 4.0"
SECOND = "print((x, y))  # (2, 4)"


def panel(window: int = 5) -> CodePanel:
    return CodePanel([FIRST, SECOND], language="python", names={"x": PALETTE.x_part}, window=window)


def finish(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def code_lines(shown: CodePanel) -> list[CodeLine]:
    return [part for part in shown.submobjects if isinstance(part, CodeLine)]


def luminance(rgb: NDArray[np.float64]) -> float:
    return float(rgb @ [0.2126, 0.7152, 0.0722])


def colors(line: CodeLine) -> set[str]:
    return {run.get_fill_color().to_hex().lower() for run in line.submobjects}


def brightness(line: CodeLine) -> float:
    return float(line.submobjects[0].get_fill_rgbas()[0, 3])


def opacities(value: CodeValue) -> NDArray[np.float64]:
    return np.array([part.get_fill_opacity() for part in value.family_members_with_points()])


def test_it_sets_the_listings_and_nothing_of_their_comments() -> None:
    texts = [line.text for line in code_lines(panel())]
    assert texts == ["x = 2.0", "if x:", "y = x**2", "print(y)", "print((x, y))"]


def test_every_character_stands_in_its_column() -> None:
    unindented, indented = (line for line in code_lines(panel()) if line.text[0] in "xy")
    (column,) = {
        round((b.get_left()[0] - a.get_left()[0]) / advance())
        for a, b in [(code_lines(panel())[0], code_lines(panel())[2])]
    }
    assert column == 4
    assert indented.columns == len("    y = x**2")
    assert unindented.columns == len("x = 2.0")


def test_names_have_the_colours_of_their_meaning() -> None:
    (line,) = tokens_by_line("x = 1", "python")
    runs = CodeLine(line, {"x": PALETTE.x_part}).submobjects
    name, scaffolding, number = (run.get_fill_color().to_hex().lower() for run in runs)
    assert (name, number) == (PALETTE.x_part, PALETTE.ink)
    soft, ink = (luminance(ManimColor(color).to_rgb()) for color in (PALETTE.ink_soft, PALETTE.ink))
    low, high = sorted((soft, ink))
    assert low < luminance(ManimColor(scaffolding).to_rgb()) < high


def test_all_baselines_are_one_pitch_apart() -> None:
    lines = code_lines(panel())
    bottoms = [line.get_bottom()[1] for line in (lines[0], lines[1])]  # neither has a descender
    pitch = (bottoms[0] - bottoms[1]) / 2
    focused = panel()
    finish(focused.focus_on("x = 2.0"))
    assert focused.bar.height == pytest.approx(pitch, abs=1e-3)


def test_the_bar_covers_the_lines_in_focus_and_the_others_are_dimmed() -> None:
    shown = panel()
    finish(shown.focus_on("if x", "y = x"))
    lines = code_lines(shown)
    for line in lines[1:3]:
        assert shown.bar.get_bottom()[1] < line.get_bottom()[1]
        assert line.get_top()[1] < shown.bar.get_top()[1]
        assert len(colors(line)) > 1
    assert colors(lines[0]) == {PALETTE.ink_soft}
    assert brightness(lines[0]) == 1.0
    finish(shown.relax())
    assert len(colors(lines[0])) > 1


def test_the_bar_glides_from_line_to_line() -> None:
    shown = panel()
    finish(shown.focus_on("x = 2.0"))
    above = shown.bar.get_y()
    finish(shown.focus_on("print(y)"))
    below = shown.bar.get_y()
    glide = shown.focus_on("x = 2.0")
    glide.begin()
    show(glide, 0.5)
    assert shown.bar.get_y() == pytest.approx((above + below) / 2)


def test_what_is_outside_the_window_cannot_be_seen() -> None:
    shown = panel(window=5)
    assert brightness(code_lines(shown)[-1]) == 0.0
    finish(shown.scroll_to(1))
    assert brightness(code_lines(shown)[-1]) == 1.0
    assert brightness(code_lines(shown)[0]) == 0.0
    assert code_lines(shown)[-1].get_bottom()[1] > shown.plate.get_bottom()[1]


def test_a_value_appears_where_its_comment_stood_and_only_when_written() -> None:
    shown = panel(window=8)
    value = shown.promise("print(y)", Given("y", 4.0), color=PALETTE.y_part)
    assert opacities(value) == pytest.approx(0)
    finish(shown.write(value))
    assert opacities(value) == pytest.approx(1)
    line = code_lines(shown)[3]
    assert value.get_left()[0] > line.get_right()[0]
    assert value.numbers.get_bottom()[1] > line.get_bottom()[1]
    assert [claim.shown for claim in claims(shown)] == ["4.0"]


def test_values_scroll_with_their_lines() -> None:
    shown = panel()
    value = shown.promise("print(y)", Given("y", 4.0))
    apart = value.get_y() - code_lines(shown)[3].get_y()
    finish(shown.scroll_to(1))
    assert value.get_y() - code_lines(shown)[3].get_y() == pytest.approx(apart)


def test_a_value_with_punctuation_is_set_as_its_comment() -> None:
    value = CodeValue("(2, 4)", [Given("x", 2.0), Given("y", 4.0)], line=0)
    assert [number.text for number in value.numbers] == ["2", "4"]
    assert value.width == pytest.approx(len("(2, 4)") * advance(), abs=advance())
    lefts = [number.origin[0] for number in value.numbers]
    assert np.allclose(lefts, [1 * advance(), 4 * advance()])


def test_a_comment_that_promises_something_else_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"promises “4\.0”, but what its line gives is 5"):
        panel().promise("print(y)", Given("y", 5.0))
    with pytest.raises(ValueError, match="promises no value"):
        panel().promise("x = 2.0", Given("x", 2.0))


def test_a_line_is_named_by_what_only_it_says() -> None:
    assert panel().line("y = x") == 3
    with pytest.raises(ValueError, match="2 lines of the listings hold “print”"):
        panel().line("print")
    with pytest.raises(ValueError, match="no lines of the listings hold “z”"):
        panel().line("z")


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ValueError, match="“klingon”"):
        CodePanel(["x"], language="klingon")
