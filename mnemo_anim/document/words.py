"""Where words are said in a text."""

import re


def place_of(words: str, text: str) -> int | None:
    """Return the first place in ``text`` at which ``words`` stand as whole words; None if nowhere.

    Capitals do not matter.
    """
    if not words.strip():
        return None
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return None if found is None else found.start()
