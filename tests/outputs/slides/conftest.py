"""Films of a short lecture, ready to be made slides of."""

import pytest

from mnemo_anim.render.quality import QUALITIES
from tests.filming import film_of
from tests.tiny_studio import LECTURE, TINY, Studio

SPOKEN = "A <b>dot</b> & “∇f”; 1 < 2."


@pytest.fixture
def filmed(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Give a lecture of two sections, of two beats and of one, and their films."""
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    words = SPOKEN.replace("<", r"\<")
    studio.document.write_text(LECTURE.replace("A dot.", words), encoding="utf-8")
    for job in studio.plan().jobs:
        film_of(job)
    return studio
