"""What `mnemo_anim.maths` gives without asking for a module."""

from mnemo_anim import maths
from mnemo_anim.maths import gallery


def test_all_that_the_gallery_holds_is_given() -> None:
    held = {name for name in vars(gallery) if name.isupper() and not name.startswith("_")}
    assert held <= set(maths.__all__)
