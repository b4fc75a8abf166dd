from collections.abc import Iterator
from itertools import pairwise
from math import cos, pi, sin

import numpy as np
import pytest
from manim import Circle, Mobject, Rectangle, Scene, Square, tempconfig
from numpy.typing import NDArray

from mnemo_anim.landscape import LandscapeCamera
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import CardMove
from mnemo_anim.mobjects.cards.card_picture import CardPicture, CardPose
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

POSES = (
    CardPose(),
    CardPose(axis=0.5, horizon=0.4, angle=0.9, back=3.0),
    CardPose(axis=-1.0, angle=-1.2, back=6.0),
    CardPose(horizon=-0.3, right=4.0, back=2.5),
)


@pytest.fixture
def card() -> Card:
    return Card("On forgetting", ("wrong", "right"), place=1, count=3)


@pytest.fixture
def low_resolution() -> Iterator[None]:
    with tempconfig({"pixel_width": 320, "pixel_height": 180}):
        yield


def drawn(*mobjects: Mobject) -> NDArray[np.uint8]:
    camera = LandscapeCamera()
    camera.capture_mobjects(mobjects)
    return np.array(camera.pixel_array)


# ---- faces ------------------------------------------------------------------------------------


def test_both_faces_are_the_same_card_with_another_tag(card: Card) -> None:
    assert np.allclose(card.mistake.plate.points, card.mend.plate.points)
    assert np.allclose(card.mistake.title.get_center(), card.mend.title.get_center())
    assert card.mistake.tag.get_right()[0] == pytest.approx(STAGE.right)
    assert card.mend.tag.get_right()[0] == pytest.approx(STAGE.right)


def test_the_dots_do_not_jump_when_the_card_turns() -> None:
    card = Card("On forgetting", ("a long word", "short"), place=1, count=3)
    assert card.mistake.tag.width == pytest.approx(card.mend.tag.width)
    assert np.allclose(card.mistake[3].get_center(), card.mend[3].get_center())


def test_the_tags_differ_without_their_colours(card: Card) -> None:
    """A dark plate with a light word, and a light plate with a dark word; a cross, and a tick."""
    (wrong, (cross, word)), (right, (tick, other)) = card.mistake.tag, card.mend.tag
    brightness = [float(np.mean(part.get_fill_color().to_rgb())) for part in (wrong, right)]
    assert brightness[0] < 0.2
    assert brightness[1] > 0.8
    ink = [float(np.mean(part[0].get_fill_color().to_rgb())) for part in (word, other)]
    assert ink[0] > 0.8
    assert ink[1] < 0.2
    assert not np.allclose(cross.points - cross.get_center(), tick.points - tick.get_center())


def test_the_card_keeps_clear_of_rail_and_margin(card: Card) -> None:
    face = card.mistake
    assert face.plate.get_bottom()[1] > STAGE.bottom
    for text in (face.title, face.tag):
        assert text.get_top()[1] <= STAGE.top + 1e-6
        assert STAGE.left - 1e-6 <= text.get_left()[0] <= text.get_right()[0] <= STAGE.right + 1e-6
    assert face.top < face.title.get_bottom()[1]
    assert card.at(0.0, 0.0)[1] == pytest.approx((face.top + face.bottom) / 2)


# ---- the picture in space ----------------------------------------------------------------------


@pytest.mark.parametrize("pose", POSES)
def test_columns_undo_what_is_seen(pose: CardPose) -> None:
    for x, y in ((-6.0, 3.0), (-0.7, -2.0), (0.5, 0.4), (3.3, 1.0)):
        across, up = pose.seen(x, y)
        column, scale = pose.columns(np.array([across]))
        assert column[0] == pytest.approx(x)
        assert pose.horizon + scale[0] * (y - pose.horizon) == pytest.approx(up)


@pytest.mark.parametrize("pose", POSES)
def test_what_is_seen_is_the_projection_of_the_turned_card(pose: CardPose) -> None:
    """A point of the turned card, the eye and what is seen of it lie on one straight line."""
    eye = np.array([pose.axis, pose.horizon, 20.0])
    for x, y in ((-6.0, 3.0), (2.5, -1.0)):
        r = x - pose.axis
        turned = np.array(
            [
                pose.axis + r * cos(pose.angle) + pose.right,
                y,
                r * sin(pose.angle) - pose.back,
            ]
        )
        seen = np.array([*pose.seen(x, y), 0.0])
        assert np.allclose(np.cross(turned - eye, seen - eye), 0.0, atol=1e-9)


@pytest.mark.usefixtures("low_resolution")
def test_at_rest_a_picture_looks_as_what_it_shows() -> None:
    things = (Rectangle(fill_opacity=1.0).shift([-3, 1, 0]), Circle(radius=1.5).shift([2, -1, 0]))
    assert np.abs(drawn(CardPicture(things)).astype(int) - drawn(*things)).max() <= 2


@pytest.mark.usefixtures("low_resolution")
@pytest.mark.parametrize("pose", POSES)
def test_a_turned_picture_shows_a_mark_where_it_is_seen(pose: CardPose) -> None:
    mark = Square(0.4, fill_opacity=1.0, stroke_width=0.0).move_to([-2.0, 1.5, 0.0])
    picture = CardPicture([mark])
    picture.pose = pose
    rows, columns = np.nonzero(drawn(picture)[..., 0] > 127)
    unit = 320 / STAGE.width
    middle = ((columns.mean() + 0.5) / unit - STAGE.width / 2, 4.0 - (rows.mean() + 0.5) / unit)
    assert middle == pytest.approx(pose.seen(-2.0, 1.5), abs=1.5 / unit)


@pytest.mark.usefixtures("low_resolution")
def test_beyond_its_vanishing_point_a_turned_picture_shows_nothing() -> None:
    """The columns of the frame there would show what is behind the eye."""
    picture = CardPicture([Rectangle(width=14.0, height=7.9, fill_opacity=1.0)])
    picture.pose = CardPose(angle=-1.45, back=7.0)
    lit = np.nonzero(drawn(picture)[..., 0].max(axis=0) > 20)[0]
    assert len(lit) > 0
    assert (np.diff(lit) == 1).all()


# ---- moves -------------------------------------------------------------------------------------


def poses(move: CardMove, scene: Scene) -> list[list[CardPose | None]]:
    move._setup_scene(scene)
    move.begin()
    result = []
    for alpha in np.linspace(0, 1, 31):
        show(move, alpha)
        result.append([picture.pose for picture in move.mobject])
    return result


def test_in_a_turn_one_face_is_seen_at_a_time_and_never_nearer_than_at_rest(card: Card) -> None:
    edges = STAGE.width / 2 * np.array([-1, 1])
    for gone, come in poses(card.turn(Square()), Scene()):
        assert (gone is None) != (come is None)
        pose = gone or come
        assert pose is not None
        assert abs(pose.angle) <= pi / 2
        heights = [pose.seen(x, 1.0)[1] - pose.seen(x, 0.0)[1] for x in edges]
        assert max(heights) <= 1.0 + 1e-9


def test_a_turn_goes_on_to_the_same_side_all_the_way(card: Card) -> None:
    angles = []
    for gone, come in poses(card.turn(Square()), Scene()):
        angles += [gone.angle] if gone else []
        angles += [come.angle + pi] if come else []
    assert angles[0] == pytest.approx(0.0)
    assert angles[-1] == pytest.approx(pi)
    assert all(later > earlier for earlier, later in pairwise(angles))


def test_while_cards_move_there_are_pictures_only_and_then_the_new_face(card: Card) -> None:
    scene, old, new = Scene(), Square(), Circle()
    scene.add(old)
    move = card.deal(new)
    move._setup_scene(scene)
    move.begin()
    assert scene.mobjects == [move.mobject]
    move.finish()
    move.clean_up_from_scene(scene)
    assert scene.mobjects == [card.mistake, new]
