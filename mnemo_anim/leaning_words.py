"""Words that lean on the one behind them: no line of a caption ends with one if it can be helped.

They are known by language; one that is not here has none, and keeps every other rule.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeaningWords:
    """What leans on the next word in a language, in small letters.

    Attributes:
        articles: Articles, and what stands in their place in front of a noun.
        opening: What opens a phrase: a line is best broken in front of it.
        joining: What joins two words of a kind, as in “x and y”; it opens a phrase as well.
        others: What else leans: auxiliaries, adverbs of degree, pronouns of verbs.
    """

    articles: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def lean(self, word: str) -> bool:
        """Return whether a word leans on the next one."""
        small = word.lower()
        return small in self.articles or small in self.others or self.open_phrase(small)

    def open_phrase(self, word: str) -> bool:
        """Return whether a phrase may begin with a word."""
        small = word.lower()
        return small in self.opening or small in self.joining


def leaning_words(language: str) -> LeaningWords:
    """Return the leaning words of a language.

    Args:
        language: A BCP 47 tag; regions make no difference.
    """
    return _BY_LANGUAGE.get(language.lower().partition("-")[0], LeaningWords())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BY_LANGUAGE = {
    "en": LeaningWords(
        articles=_words(
            "a an the this these that those its his her their our your my each every no any both "
            "one"
        ),
        opening=_words(
            "of in on at to by for from with without within into onto along across over under "
            "between beside behind towards toward through throughout than as like per "
            "nor so if when where while what how which who whose because until that"
        ),
        joining=_words("and or but"),
        others=_words("is are was were be not only very more most less"),
    ),
    "es": LeaningWords(
        # “Este” is left out: it is the east as well.
        articles=_words(
            "el la los las lo un una unos unas al del su sus tu tus mi mis nuestro nuestra cada "
            "ningún ninguna algún alguna ese esa esos esas esta estos estas aquel aquella"
        ),
        opening=_words(
            "a de en por para con sin según hacia desde hasta sobre entre tras contra como bajo "
            "que si cómo cuando donde dónde cuánto qué cuál ni porque mientras aunque"
        ),
        joining=_words("y e o u pero"),
        others=_words("se me te le les nos no más menos muy es son ha han tan solo"),
    ),
}
