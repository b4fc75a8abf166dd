"""Which sounds of a spoken text are whose: words, found again in its phonemes."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def word_starts(words: Sequence[Sequence[str]], said: Sequence[str]) -> tuple[int | None, ...]:
    """Return where each word begins in what is said; None where it is not found.

    In a sentence, words change a little: they are unstressed, or run into one another. So the
    phonemes that words have when said alone are matched with those of the whole.

    Args:
        words: The phonemes of each word, said alone.
        said: The phonemes of the whole.
    """
    alone = [phoneme for word in words for phoneme in word]
    matcher = SequenceMatcher(a=alone, b=said, autojunk=False)
    places = {
        block.a + offset: block.b + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
    starts: list[int | None] = []
    begin = 0
    for word in words:
        found = [
            places[at] - (at - begin) for at in range(begin, begin + len(word)) if at in places
        ]
        starts.append(max(0, found[0]) if found else None)
        begin += len(word)
    return tuple(starts)
