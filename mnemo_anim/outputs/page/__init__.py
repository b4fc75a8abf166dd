"""The lecture page: one folder that shows the lecture anywhere, with nothing but a browser.

The folder holds ``index.html`` and all that it needs. It works from a disk (``file://``), from any
static host, and inside a frame on another page; it asks nothing of any other place, and its
Content-Security-Policy lets no browser do so.

What is said, and when, comes from the films' timelines; the questions, the table and the listings
from the document; the landscapes that students walk on from the fields of ``maths``, whose
expressions SymPy prints as JavaScript. Nothing of a lecture is written by hand here.

The film is a plain ``<video>``, and two thousand lines of JavaScript in ``scripts``, seventy
kilobytes, add what a lecture needs: chapters, a transcript, questions, the landscape. A player
library would be larger than all of them for the first of these alone, and a framework would need a
build step. They are classic scripts, in a fixed order, because browsers load no module from a disk;
captions reach the film as data, because they load no ``<track>`` from there either.
"""

from mnemo_anim.outputs.page.build import make_page

__all__ = ["make_page"]
