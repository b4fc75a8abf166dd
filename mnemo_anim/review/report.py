"""Write the report of a review: a page, its pictures, a contact sheet of each scene, and JSON."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from mnemo_anim.render.whole import written_whole
from mnemo_anim.review.contact_sheet import contact_sheet
from mnemo_anim.review.marking import crop_of
from mnemo_anim.review.ordering import in_order
from mnemo_anim.review.page import page
from mnemo_anim.review.record import as_json
from mnemo_anim.review.results import Review

PAGE = "index.html"
RECORD = "review.json"
PICTURES = "pictures"


def write_report(review: Review, folder: Path) -> Path:
    """Write the report and return its page.

    Everything is drawn before anything is written, and the page comes last; its pictures are named
    by what they show. So the last report stands until the new one does. Then old pictures go.

    Args:
        review: What was seen and found.
        folder: Where ``index.html``, ``review.json``, ``<section>.jpg`` and ``pictures`` go. Other
            JPEG files in it are taken for old contact sheets.
    """
    ordered = in_order(review)
    files: dict[str, bytes] = {}
    shots: dict[bytes, str] = {}
    crops: dict[int, str] = {}
    for scene in ordered.scenes:
        for shot in scene.review.shots:
            shots[shot.picture] = _add_picture(files, shot.picture)
    for found in (*ordered.findings, *ordered.waived):
        if found.frame:
            crop = crop_of(found.frame, found.number, found.finding.box)
            crops[found.number] = _add_picture(files, crop)
    for scene in ordered.scenes:
        files[f"{scene.review.section}.jpg"] = contact_sheet(scene)
    files[RECORD] = as_json(ordered, crops).encode()
    files[PAGE] = page(ordered, crops, shots).encode()
    _write(files, folder)
    _remove_old(files, folder)
    return folder / PAGE


def _add_picture(files: dict[str, bytes], picture: bytes) -> str:
    """Add a picture to the files; return its name, which is the same for the same picture."""
    name = f"{PICTURES}/{blake2b(picture, digest_size=10).hexdigest()}.jpg"
    files[name] = picture
    return name


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        with written_whole(folder / name) as part:
            part.write_bytes(content)


def _remove_old(files: Mapping[str, bytes], folder: Path) -> None:
    """Remove pictures of earlier reports, and what interrupted ones have left."""
    for found in (*folder.glob("*.jpg"), *folder.glob(f"{PICTURES}/*.jpg")):
        if found.relative_to(folder).as_posix() not in files:
            found.unlink()
