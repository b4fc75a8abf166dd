r"""The lecture document: Markdown in, a frozen `Lecture` out.

A document is written in any editor, in plain Markdown with names in braces::

    ---
    series: Mnemosyne
    language: en
    ---

    # Gradients

    ## Intuition First {#intuition-first}

    ```labels
    height: height
    where-you-stand: where you stand
    ```

    {#one-arrow}
    Slide the two slopes together, and they make one arrow.
    It points to the steepest way uphill.

- **Front matter** gives the series and the language (a BCP 47 tag: ``en``, ``de``, ``pt-BR``).
- **One level-1 heading** is the title of the lecture.
- **A level-2 heading** is a section; its id stands at its end, in braces.
- **A paragraph** is a beat: one idea, spoken as a whole. Its id stands in braces on the line
  above. Line ends inside a paragraph are spaces, so each sentence may have its own line.
  Emphasis and links are allowed and lose their marks: a beat is plain text.
- **Labels** are the few words that stand in the picture: a fence marked ``labels`` with one
  ``id: words`` a line, at most one in a section. A label's id is unique in its section.
- **A table** needs no id; a section has at most one. A bar inside a cell is written ``\|``.
- **A listing** is a fence marked with its language, and its id on the line above, as a beat has.
  The listings of a section continue one another.
- **A question** is a level-3 heading with its id at its end, and two paragraphs without an id:
  the answer and the reason. Each opens with a bold word, ``**Answer.**`` and ``**Reason.**`` or
  their translation, which is not part of it. A question is spoken as two beats: its own id, and
  the same id with ``-answer`` behind.
- **An HTML comment** on lines of its own is a note to whoever edits the words.

An id is lower-case letters, digits and single hyphens, and begins with a letter. Ids of sections,
beats, listings and questions are unique in the whole document.

A translation is a second document with the same ids, in the same order. The scenes ask for the
moments of words of the original; a fence marked ``cues``, at most one in a section, tells which
words of the translation are meant, where they are not the same::

    ```cues
    one-arrow: steepest = más empinado
    ```

Whatever is wrong with a document is told as one `DocumentError`, which names the file, the line,
and how to mend it.
"""

from mnemo_anim.document.errors import DocumentError, UnknownIdError
from mnemo_anim.document.lecture import Beat, Labels, Lecture, Listing, Question, Section, Table
from mnemo_anim.document.noting import noted
from mnemo_anim.document.reading import parse_lecture, read_document, read_lecture
from mnemo_anim.document.translation import TranslationError, check_translation
from mnemo_anim.document.words import place_of

__all__ = [
    "Beat",
    "DocumentError",
    "Labels",
    "Lecture",
    "Listing",
    "Question",
    "Section",
    "Table",
    "TranslationError",
    "UnknownIdError",
    "check_translation",
    "noted",
    "parse_lecture",
    "place_of",
    "read_document",
    "read_lecture",
]
