"""Painting only what has changed gives the frames that painting all gives, bit by bit."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    BackgroundRectangle,
    CapStyleType,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    Line,
    LineJointType,
    PointCloudDot,
    Rotate,
    Square,
    Star,
    Transform,
    Triangle,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
    always_redraw,
)

from mnemo_anim.boxes import Box
from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.landscape import Landscape, Painted, View
from mnemo_anim.landscape.renderer import renderer
from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.repaint.canvas import Canvas
from mnemo_anim.repaint.tiles import Tiles
from mnemo_anim.section_scene import SectionScene
from tests.repaint.comparing import drawn, first_difference

LECTURE = """---
series: Test
language: en
---

# Shapes

## Shapes {#shapes}

{#a-beat}
Something is drawn here, for all to see.
Then it changes, while other words are shown.
"""
SIZE, FPS = (230, 130), 10  # no multiple of a tile


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    path = tmp_path_factory.mktemp("lecture") / "shapes.md"
    path.write_text(LECTURE, encoding="utf-8")
    return read_lecture(path)


Deed = Callable[[SectionScene], Any]


def crowd() -> VGroup:
    """Return shapes that lie over one another."""
    shapes = [Square(fill_opacity=0.6), Circle(fill_opacity=0.5), Triangle(fill_opacity=1.0)]
    return VGroup(*(shape.shift(0.7 * i * RIGHT) for i, shape in enumerate(shapes)))


def moving(scene: SectionScene) -> None:
    behind = crowd().shift(LEFT)
    dot = Dot(4 * LEFT)
    scene.add(behind, dot)
    scene.play(dot.animate.shift(8 * RIGHT), run_time=1)
    scene.play(Rotate(behind[1], PI), behind[0].animate.scale(0.3), run_time=1)


def fading(scene: SectionScene) -> None:
    shapes = crowd()
    scene.play(FadeIn(shapes, shift=UP), run_time=0.7)
    scene.play(FadeOut(shapes[1]), run_time=0.7)
    scene.wait(0.5)
    scene.play(FadeOut(shapes[0], shapes[2], scale=0.5), run_time=0.7)


def changing_order(scene: SectionScene) -> None:
    one, two, three = crowd()
    scene.add(one, two, three)
    scene.wait(0.3)
    scene.bring_to_front(one)
    scene.wait(0.3)
    two.set_z_index(5)
    scene.play(three.animate.shift(0.2 * UP), run_time=0.5)
    scene.bring_to_back(three)
    scene.play(one.animate.shift(0.2 * DOWN), run_time=0.5)
    two.set_z_index(-1)
    scene.add_foreground_mobject(three)
    scene.play(one.animate.shift(UP), run_time=0.5)


def updating(scene: SectionScene) -> None:
    angle = ValueTracker(0.0)
    hand = always_redraw(lambda: Line(LEFT, LEFT + 2 * RIGHT).rotate(angle.get_value()))
    dot = Dot().add_updater(lambda one: one.move_to(hand.get_end()))
    scene.add(crowd().shift(2 * LEFT), hand, dot)
    scene.play(angle.animate.set_value(2 * PI), run_time=1)
    scene.wait(0.4)


def zigzag(joint: LineJointType, cap: CapStyleType) -> VMobject:
    line = VMobject(stroke_width=18, joint_type=joint, cap_style=cap)
    line.set_points_as_corners([2 * LEFT, UP, 1.7 * LEFT + 0.4 * UP, 2 * RIGHT + UP])
    return line


def strokes(scene: SectionScene) -> None:
    """Sharp corners stand far out of the points of a shape."""
    joints = (LineJointType.AUTO, LineJointType.MITER, LineJointType.BEVEL, LineJointType.ROUND)
    caps = (CapStyleType.BUTT, CapStyleType.SQUARE, CapStyleType.ROUND, CapStyleType.AUTO)
    lines = [zigzag(joint, cap) for joint, cap in zip(joints, caps, strict=True)]
    for number, line in enumerate(lines):
        scene.add(line.shift((number - 2) * UP))
        line.set_stroke(opacity=0.7)
    scene.play(*(line.animate.shift(0.6 * RIGHT) for line in lines), run_time=0.6)
    scene.play(lines[0].animate.set_stroke(width=3), run_time=0.6)
    scene.play(Create(Star(n=9, density=4, stroke_width=25).shift(LEFT)), run_time=0.6)


def edges(scene: SectionScene) -> None:
    """A stroke behind the fill, as lettering has."""
    words = Words("Steep", size=90).set_stroke("#101830", width=14, background=True)
    scene.add(crowd())
    scene.play(Write(words), run_time=0.7)
    scene.play(words.animate.shift(RIGHT + UP), run_time=0.7)


def gradients(scene: SectionScene) -> None:
    square = Square(fill_opacity=1.0).set_color(["#ff0000", "#00ff00", "#0000ff"])
    scene.add(crowd(), square)
    square.set_sheen_direction(UP)
    scene.play(square.animate.shift(2 * RIGHT), run_time=0.5)
    square.set_sheen_direction(LEFT)
    scene.wait(0.3)
    scene.play(square.animate.set_color(["#ffffff", "#000000"]), run_time=0.5)


def points(scene: SectionScene) -> None:
    """Of a mobject that is no shape, nothing is known: it is painted each time."""
    cloud = PointCloudDot(LEFT, radius=1.0, density=20, color="#ffcc00")
    scene.add(cloud, crowd())
    scene.play(cloud.animate.shift(2 * RIGHT), run_time=0.5)
    scene.play(FadeOut(cloud), run_time=0.5)


class Cross(Painted):
    """Paints two strokes by itself."""

    def paint(self, context: Any) -> None:
        x, y, _ = self.get_center()
        context.set_source_rgba(1.0, 0.5, 0.0, 0.5)
        context.set_line_width(0.3)
        for way in (1, -1):
            context.move_to(x - 1, y - way)
            context.line_to(x + 1, y + way)
            context.stroke()


def painted(scene: SectionScene) -> None:
    cross, dot = Cross(), Dot(2 * LEFT)
    scene.add(crowd(), cross, dot)
    scene.play(dot.animate.shift(4 * RIGHT), run_time=0.6)
    scene.remove(cross)
    scene.wait(0.3)


def leaving(scene: SectionScene) -> None:
    ones = [Square(fill_opacity=0.5, stroke_width=20).move_to(at) for at in (LEFT, RIGHT, UP)]
    scene.add(*ones)
    moves = ((ones[0], 12 * LEFT), (ones[1], 12 * RIGHT + 3 * UP), (ones[2], 9 * UP))
    scene.play(*(one.animate.shift(way) for one, way in moves), run_time=0.8)
    scene.wait(0.2)
    scene.play(*(one.animate.shift(-way) for one, way in moves), run_time=0.8)


def rectangles_behind(scene: SectionScene) -> None:
    dot = Dot(radius=0.3)
    plate = BackgroundRectangle(dot, buff=0.4, fill_opacity=0.75)
    scene.add(crowd())
    scene.play(FadeIn(plate), FadeIn(dot), run_time=0.5)
    scene.play(VGroup(plate, dot).animate.shift(UP + RIGHT), run_time=0.5)


def transforming(scene: SectionScene) -> None:
    one = Circle(fill_opacity=0.8)
    scene.add(crowd(), one)
    scene.play(Transform(one, Star(fill_opacity=0.2).shift(2 * LEFT)), run_time=0.8)
    one.become(Square())
    scene.wait(0.3)
    one.set_points([])
    scene.wait(0.3)


def clearing(scene: SectionScene) -> None:
    scene.add(crowd())
    scene.wait(0.3)
    scene.clear()
    scene.wait(0.3)
    scene.play(Create(Circle()), run_time=0.5)


def on_a_landscape(scene: SectionScene) -> None:
    ground = Landscape(VALLEYS)
    label = Words("here", size=60).shift(2 * UP)
    scene.add(ground, label)
    scene.play(label.animate.shift(2 * LEFT), run_time=0.5)
    scene.play(ground.to(view=View.overhead(1.0)), run_time=0.8)
    scene.play(FadeOut(label), run_time=0.4)


def on_two_landscapes(scene: SectionScene) -> None:
    """They share one array of pixels: what is drawn last has it."""
    left, right = Landscape(VALLEYS), Landscape(ELLIPTIC_BOWL)
    dot = Dot(3 * LEFT)
    scene.add(left, right, dot)
    scene.play(dot.animate.shift(6 * RIGHT), run_time=0.6)
    scene.play(left.to(opacity=0.4), run_time=0.5)
    scene.play(right.to(opacity=0.0), run_time=0.5)
    scene.play(dot.animate.shift(3 * LEFT), run_time=0.4)


def turning_two_landscapes(scene: SectionScene) -> None:
    left, right = Landscape(VALLEYS), Landscape(ELLIPTIC_BOWL)
    scene.add(left, right)
    turned = View.overhead(1.0)
    scene.play(left.to(view=turned), right.to(view=turned), run_time=1.5)


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (
        moving,
        fading,
        changing_order,
        updating,
        strokes,
        edges,
        gradients,
        points,
        painted,
        leaving,
        rectangles_behind,
        transforming,
        clearing,
        on_a_landscape,
        on_two_landscapes,
        turning_two_landscapes,
    )
}


def scene_of(deed: Deed) -> type[SectionScene]:
    class Played(SectionScene):
        section = "shapes"

        def construct(self) -> None:
            with self.beat("a-beat"):
                deed(self)

    return Played


def both(lecture: Lecture, deed: Deed, **options: Any) -> tuple[Any, Any]:
    scene = scene_of(deed)
    one, other = (
        drawn(scene, lecture, size=SIZE, fps=FPS, repainting=repainting, **options)
        for repainting in (False, True)
    )
    return one, other


@pytest.mark.parametrize("name", DEEDS)
def test_every_frame_is_the_same(lecture: Lecture, name: str) -> None:
    whole, repainted = both(lecture, DEEDS[name])
    assert len(whole.frames) > 10
    assert any(not np.array_equal(frame, whole.frames[0]) for frame in whole.frames)
    assert first_difference(whole.frames, repainted.frames) == ""


@pytest.mark.parametrize("name", ["moving", "fading", "changing_order", "on_two_landscapes"])
def test_any_frames_alone_are_the_same(lecture: Lecture, name: str) -> None:
    whole, repainted = both(lecture, DEEDS[name], wanted={0, 3, 4, 9, 17, 18})
    assert first_difference(whole.frames, repainted.frames) == ""


def test_captions_change_over_what_stands_and_over_what_moves(lecture: Lecture) -> None:
    def under_captions(scene: SectionScene) -> None:
        low = Square(fill_opacity=1.0).shift(3 * DOWN)  # on the rail, behind the words
        scene.add(low)
        scene.play(low.animate.shift(4 * RIGHT), run_time=3)

    whole, repainted = both(lecture, under_captions)
    rail = [frame[-20:, :100].tobytes() for frame in whole.frames]
    assert len(set(rail)) > 2
    assert first_difference(whole.frames, repainted.frames) == ""


def test_only_what_has_changed_is_painted(lecture: Lecture) -> None:
    def one_of_many(scene: SectionScene) -> None:
        dot = Dot(3 * LEFT + 2 * UP)
        scene.add(crowd(), dot)
        scene.play(dot.animate.shift(0.5 * RIGHT), run_time=1)

    _, repainted = both(lecture, one_of_many)
    assert repainted.painted[0] == 1.0
    assert max(repainted.painted[1:9]) < 0.2


def test_each_of_several_landscapes_is_drawn_once_a_frame(lecture: Lecture) -> None:
    scene = scene_of(turning_two_landscapes)
    moving = range(14)
    before = renderer().count
    drawn(scene, lecture, size=SIZE, fps=FPS, repainting=True, wanted=moving)
    assert renderer().count - before == 2 * len(moving)


# ---- a comparison that can fail ------------------------------------------------------------------


def test_a_box_that_is_too_small_is_noticed(
    lecture: Lecture, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Tiles.boxes

    def narrow(tiles: Tiles) -> list[Box]:
        return [box.grown(-9, *SIZE) for box in right(tiles)]

    monkeypatch.setattr(Tiles, "boxes", narrow)
    one, other = both(lecture, moving)
    assert first_difference(one.frames, other.frames)


def test_a_change_that_is_overlooked_is_noticed(
    lecture: Lecture, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint = Canvas._paint
    count = iter(range(1000))

    def forgetful(canvas: Canvas, boxes: Any) -> None:
        paint(canvas, [] if next(count) == 5 else boxes)

    monkeypatch.setattr(Canvas, "_paint", forgetful)
    one, other = both(lecture, moving)
    assert first_difference(one.frames, other.frames).startswith("frame 5:")


def test_frames_of_other_numbers_are_noticed() -> None:
    frame = np.zeros((2, 2, 4), np.uint8)
    assert first_difference([frame], [frame, frame]) == "1 frames and 2"
