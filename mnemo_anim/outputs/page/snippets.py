"""What a lecturer pastes elsewhere to show the page there: one snippet for each place."""

from dataclasses import dataclass

from markupsafe import escape

ADDRESS = "ADDRESS"
"""Stands in every snippet for the address of the page; the page's script fills it in."""

HEIGHT = "HEIGHT"
"""Stands in every snippet for its height in pixels, which depends on what is shown."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Something to paste.

    Attributes:
        id: names its words, ``[embed]`` in the files of words.
        code: with ``ADDRESS`` and ``HEIGHT`` in it.
        escaped: whether the address stands in HTML, where & is written &amp;.
    """

    id: str
    code: str
    escaped: bool


def snippets(title: str) -> tuple[Snippet, ...]:
    """Return the snippets of a page of this title."""
    frame = (
        f'<iframe src="{ADDRESS}" title="{escape(title)}" width="100%" height="{HEIGHT}" '
        'style="border: 0" loading="lazy" allow="fullscreen"></iframe>'
    )
    notebook = (
        f'from IPython.display import IFrame\n\nIFrame("{ADDRESS}", width="100%", height={HEIGHT})'
    )
    return (
        Snippet("html", frame, escaped=True),
        Snippet("quarto", f"```{{=html}}\n{frame}\n```", escaped=True),
        Snippet("jupyter", notebook, escaped=False),
        Snippet("marp", f"---\n\n{frame}\n\n---", escaped=True),
        Snippet("moodle", f"<p>{frame}</p>", escaped=True),
    )
