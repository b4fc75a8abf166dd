"""Choose the theme of this process, before anything is imported that draws."""

import os

from mnemo_anim.palettes import THEME_VARIABLE, ThemeError, check_theme


def choose_theme(name: str) -> None:
    """Let this process, and those that it starts, draw in the theme ``name``.

    Raises:
        ThemeError: There is no such theme, or this process has begun to draw in another.
    """
    os.environ[THEME_VARIABLE] = check_theme(name)
    from mnemo_anim.theme import THEME  # noqa: PLC0415 - reads the variable, once a process

    if name != THEME:
        raise ThemeError(
            f"this process draws in the theme “{THEME}” already, and has only one. "
            f"Draw “{name}” in a process of its own."
        )
