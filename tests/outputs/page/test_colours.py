"""The page's colours are the palettes' own, in light and in dark."""

import re
from pathlib import Path

import pytest

from mnemo_anim.outputs.page import colours
from mnemo_anim.outputs.page.colours import palette_css
from mnemo_anim.palettes import NIGHT, PAPER, Palette

CSS = palette_css()
STYLES = Path(colours.__file__).parent / "styles"


def block(selector: str) -> dict[str, str]:
    inside = re.search(rf"{re.escape(selector)} {{\n(.*?)}}", CSS, re.DOTALL)
    assert inside is not None
    pairs = (line.strip().rstrip(";").partition(": ") for line in inside[1].splitlines())
    return {name: value for name, _, value in pairs}


@pytest.mark.parametrize(
    ("selector", "palette", "scheme"),
    [
        (":root", PAPER, "light"),
        (":root:not([data-theme=light])", NIGHT, "dark"),
        (":root[data-theme=dark], .night", NIGHT, "dark"),
    ],
)
def test_every_meaning_has_the_palettes_colour(
    selector: str, palette: Palette, scheme: str
) -> None:
    found = block(selector)
    assert found["color-scheme"] == scheme
    for meaning in ("ground", "ink", "uphill", "downhill", "level", "loss"):
        assert found[f"--{meaning}"] == getattr(palette, meaning)
    assert (found["--x-part"], found["--y-part"]) == (palette.x_part, palette.y_part)
    tints = [found[f"--height-{index}"] for index in range(len(palette.hypsometric))]
    assert tuple(tints) == palette.hypsometric


def test_no_style_sheet_names_a_colour_of_its_own() -> None:
    for sheet in STYLES.iterdir():
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", sheet.read_text()), sheet


def test_no_style_sheet_uses_a_variable_that_nobody_sets() -> None:
    sheets = [path.read_text() for path in STYLES.iterdir()]
    known = set(re.findall(r"(--[\w-]+):", CSS + "".join(sheets)))
    used = set(re.findall(r"var\((--[\w-]+)", "".join(sheets)))
    assert len(used) > 20
    assert used - known == {"--share"}  # set by the script
