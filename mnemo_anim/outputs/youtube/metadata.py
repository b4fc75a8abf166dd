"""What YouTube is told of a film: the maker's words, completed by what the lecture knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mnemo_anim.document import Lecture
from mnemo_anim.outputs.youtube.about import CATEGORIES, LICENCES, About

PRIVATE, UNLISTED, PUBLIC = "private", "unlisted", "public"
PRIVACIES = (PRIVATE, UNLISTED, PUBLIC)
"""Who may see a film: its maker, whoever has its address, everybody."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """All that is said of one film.

    Attributes:
        title: Of the film.
        description: With its chapters, one a line, at the end.
        tags: Words that it is found by.
        category, licence: As `About` has them.
        made_for_kids: Whether it is made for children.
        language: Of the words, spoken and written: a BCP 47 tag.
        playlist: That it goes into.
    """

    title: str
    description: str
    tags: tuple[str, ...]
    category: str
    licence: str
    made_for_kids: bool
    language: str
    playlist: str

    @property
    def snippet(self) -> dict[str, Any]:
        """The part ``snippet`` of a video resource of the API."""
        return {
            "title": self.title,
            "description": self.description,
            "tags": list(self.tags),
            "categoryId": CATEGORIES[self.category],
            "defaultLanguage": self.language,
            "defaultAudioLanguage": self.language,
        }

    @property
    def status(self) -> dict[str, Any]:
        """The part ``status`` of a video resource, but for the privacy."""
        return {
            "license": LICENCES[self.licence],
            "selfDeclaredMadeForKids": self.made_for_kids,
        }


def metadata_of(about: About, lecture: Lecture, chapters: Sequence[str]) -> Metadata:
    """Return what is said of a film.

    Args:
        about: The maker's words.
        lecture: Which the film is of.
        chapters: Lines such as ``1:05 Title``; none where the film has too few.
    """
    return Metadata(
        title=about.title or f"{lecture.title} | {lecture.series}",
        description="\n\n".join(filter(None, (about.description, "\n".join(chapters)))),
        tags=about.tags,
        category=about.category,
        licence=about.licence,
        made_for_kids=about.made_for_kids,
        language=lecture.language,
        playlist=about.playlist or lecture.series,
    )


def characters_of_title(title: str) -> int:
    """Return how many characters a title has, counted in the strictest way, in UTF-16."""
    return len(title.encode("utf-16-le")) // 2


def characters_of_tags(tags: Sequence[str]) -> int:
    """Return how many characters tags have, as YouTube counts them (API, ``snippet.tags``).

    A tag with a space in it counts as if it stood in quotation marks; commas part the tags.
    """
    quoted = sum(len(tag) + 2 * (" " in tag) for tag in tags)
    return quoted + max(0, len(tags) - 1)
