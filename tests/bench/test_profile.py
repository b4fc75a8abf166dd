import sys
from collections.abc import Callable
from types import FrameType

import pytest

from mnemo_anim.bench.profile import looked_at, part_of, shares


def frame_in(file: str, name: str, inner: Callable[[], FrameType]) -> FrameType:
    """Return the frame that `inner` gives, called by a function of that name in that file."""
    scope: dict[str, object] = {"inner": inner}
    exec(compile(f"def {name}(): return inner()\nframe = {name}()", file, "exec"), scope)
    frame = scope["frame"]
    assert isinstance(frame, FrameType)
    return frame


@pytest.mark.parametrize(
    ("file", "name", "part"),
    [
        ("/x/mnemo_anim/render/encode.py", "show", "encoding"),
        ("/x/mnemo_anim/render/encode.py", "change", "conversion to YUV"),
        ("/x/mnemo_anim/landscape/renderer.py", "draw", "landscape, OpenGL"),
        ("/y/manim/camera/camera.py", "capture", "drawing by Cairo"),
        ("/y/manim/animation/transform.py", "interpolate", "Manim, animation and mobjects"),
        ("/x/scenes/opening.py", "construct", "scene"),
        ("/y/elsewhere.py", "anything", "all else"),
    ],
)
def test_code_belongs_to_what_its_file_says(file: str, name: str, part: str) -> None:
    assert part_of(frame_in(file, name, lambda: sys._getframe(1))) == part


def test_code_of_no_part_belongs_to_its_caller() -> None:
    def inner() -> FrameType:
        return frame_in("/y/numpy/core.py", "dot", lambda: sys._getframe(1))

    assert part_of(frame_in("/y/manim/camera/camera.py", "capture", inner)) == "drawing by Cairo"


def test_shares_are_of_the_drawing_threads_time() -> None:
    counts = {("drawing", "a"): 30, ("drawing", "b"): 10, ("encoding", "c"): 20}
    assert shares(counts) == [
        (("drawing", "a"), 0.75),
        (("drawing", "b"), 0.25),
        (("encoding", "c"), 0.5),
    ]


def test_nothing_seen_has_no_shares() -> None:
    assert shares({}) == []


def test_the_thread_is_seen_at_work() -> None:
    with looked_at() as counts:
        sum(number * number for number in range(3_000_000))
    assert counts["drawing", "all else"] > 0
