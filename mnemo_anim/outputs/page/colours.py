"""The colours of both themes as CSS variables: the page is light or dark, the meanings stay."""

from collections.abc import Iterator

from mnemo_anim.palettes import NIGHT, PAPER, Palette

_NOT_COLOURS = ("hypsometric", "light")


def palette_css() -> str:
    """Return the style sheet that defines ``--ground``, ``--uphill``, ``--height-0`` and so on.

    The browser's own preference decides between light and dark, unless ``data-theme`` on the root
    element names one. What has the class ``night`` is dark in any case, as the screen of a film is.
    """
    light, dark = _block("light", PAPER), _block("dark", NIGHT)
    return (
        f":root {{\n{light}}}\n"
        f"@media (prefers-color-scheme: dark) {{\n:root:not([data-theme=light]) {{\n{dark}}}\n}}\n"
        f":root[data-theme=dark], .night {{\n{dark}}}\n"
    )


def _block(scheme: str, palette: Palette) -> str:
    lines = [f"color-scheme: {scheme};", *_declarations(palette)]
    return "".join(f"  {line}\n" for line in lines)


def _declarations(palette: Palette) -> Iterator[str]:
    for meaning in Palette.__dataclass_fields__:
        if meaning not in _NOT_COLOURS:
            yield f"--{meaning.replace('_', '-')}: {getattr(palette, meaning)};"
    for index, tint in enumerate(palette.hypsometric):
        yield f"--height-{index}: {tint};"
    yield f"--relief: {palette.light.shade:g};"
