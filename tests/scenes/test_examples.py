"""What the film of the examples shows: the line in focus, and what has happened when it is."""

from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.mobjects.examples.example_panel import ExamplePanel
from scenes.examples import Examples

DRAFT = {"format": "none", "frame_rate": 15, "progress_bar": "none"}


class Watched(Examples):
    """The scene, with the lines in focus noted after each play, and where the inputs stand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seen: list[tuple[str, tuple[float, float], int]] = []

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        code: ExamplePanel = self.code
        if code.attention == 1.0:
            first, last = (round(line) for line in code.focus)
            lines = "\n".join(code.code[first : last + 1])
            x, y = np.round(self.plan.spot.coords, 6)
            self.seen.append((lines, (x, y), int(code.written.sum())))


@pytest.fixture(scope="module")
def scene() -> Watched:
    with tempconfig(DRAFT):
        watched = Watched(skip_animations=True)
        watched.render()
    return watched


def test_every_line_that_does_something_comes_into_focus_in_order(scene: Watched) -> None:
    in_focus = "\n".join(dict.fromkeys(lines for lines, _, _ in scene.seen))
    code = "\n".join(listing.code for listing in scene.script.listings)
    quiet = ("import ", "from ", "with ")
    busy = [line for line in code.split("\n") if line and not line.startswith(quiet)]
    places = [in_focus.index(line) for line in busy]
    assert places == sorted(places)


def test_each_input_moves_while_its_own_line_is_in_focus(scene: Watched) -> None:
    last = {lines.split("  #")[0].strip(): spot for lines, spot, _ in scene.seen}
    assert last["x -= learning_rate * x.grad"] == pytest.approx((0.8, 2.0), abs=1e-5)
    assert last["y -= learning_rate * y.grad"] == pytest.approx((0.8, 1.2), abs=1e-5)


def test_values_appear_only_when_the_code_has_printed_them(scene: Watched) -> None:
    printed = 0
    for lines, _, written in scene.seen:
        assert written >= printed
        if written > printed:
            assert lines.count("print(") == written - printed
        printed = written
    assert printed == sum(
        line.startswith("print(")
        for listing in scene.script.listings
        for line in listing.code.split("\n")
    )
