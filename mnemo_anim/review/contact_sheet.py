"""All beats of a scene in one picture, with what was found marked on them."""

from io import BytesIO

from PIL import Image, ImageDraw

from mnemo_anim.review.marking import as_jpeg, draw_marks, marks_of, typeface
from mnemo_anim.review.ordering import OrderedBeat, OrderedScene, OrderedShot
from mnemo_anim.review.wording import counted, seconds

COLUMNS = 4
SHOT = (576, 324)  # pixels
_CAPTION = 64  # under each shot
_GAP = 16
_MARGIN = 24
_HEAD = 72
WIDTH = 2 * _MARGIN + COLUMNS * SHOT[0] + (COLUMNS - 1) * _GAP

_GROUND, _EMPTY, _INK, _SOFT, _FOUND = "#16181d", "#23262e", "#f2f4f8", "#a7afbd", "#ff7aa2"


def contact_sheet(scene: OrderedScene) -> bytes:
    """Return the shots of a scene, beat by beat, as a JPEG 2400 pixels wide."""
    cells = [
        (beat, shot) for beat in scene.beats for shot in (beat.shots or (None,))
    ]  # a beat without a picture leaves its place empty
    rows = -(-len(cells) // COLUMNS)
    row = SHOT[1] + _CAPTION + _GAP
    sheet = Image.new("RGB", (WIDTH, _MARGIN + _HEAD + rows * row + _MARGIN), _GROUND)
    draw = ImageDraw.Draw(sheet)
    _write_head(draw, scene)
    for index, (beat, shot) in enumerate(cells):
        down, across = divmod(index, COLUMNS)
        corner = (_MARGIN + across * (SHOT[0] + _GAP), _MARGIN + _HEAD + down * row)
        if shot is None:
            draw.rectangle((*corner, corner[0] + SHOT[0], corner[1] + SHOT[1]), fill=_EMPTY)
        else:
            sheet.paste(_marked(shot), corner)
        _write_caption(draw, (corner[0], corner[1] + SHOT[1] + 6), beat, shot)
    return as_jpeg(sheet)


def _marked(shot: OrderedShot) -> Image.Image:
    """Return a shot in the size of the sheet, with its marks."""
    with Image.open(BytesIO(shot.shot.picture)) as opened:
        opened.draft("RGB", SHOT)  # decodes no more than is shown
        picture = opened.convert("RGB").resize(SHOT, Image.Resampling.LANCZOS)
    found = [(item.number, item.finding.box) for item in shot.findings]
    draw_marks(picture, marks_of(found, SHOT, tag_height=22))
    return picture


def _write_head(draw: ImageDraw.ImageDraw, scene: OrderedScene) -> None:
    review = scene.review
    face = typeface(40, strong=True)
    draw.text((_MARGIN, _MARGIN), review.title, fill=_INK, font=face)
    facts = f"{review.scene} · {seconds(review.timeline.duration)} · {counted(scene.findings)}"
    left = _MARGIN + face.getlength(review.title) + 2 * _GAP
    draw.text((left, _MARGIN + 12), facts, fill=_SOFT, font=typeface(28))


def _write_caption(
    draw: ImageDraw.ImageDraw, corner: tuple[int, int], beat: OrderedBeat, shot: OrderedShot | None
) -> None:
    left, top = corner
    strong = typeface(24, strong=True)
    draw.text(corner, beat.span.id, fill=_INK, font=strong)
    when = "no picture" if shot is None else seconds(shot.shot.time)
    after = left + strong.getlength(beat.span.id) + _GAP
    draw.text((after, top), when, fill=_SOFT, font=typeface(24))
    if shot is None or not shot.findings:
        return
    found = " · ".join(f"{item.number} {item.finding.rule}" for item in shot.findings)
    draw.text((left, top + 30), _fitted(found), fill=_FOUND, font=typeface(22))


def _fitted(text: str) -> str:
    """Return text that is not wider than a shot, cut where it would be."""
    face = typeface(22)
    while face.getlength(text) > SHOT[0]:
        text = f"{text.rstrip('…')[:-1]}…"
    return text
