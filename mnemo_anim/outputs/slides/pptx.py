"""Slides as a PowerPoint file, films inside. This imports manim-slides.

Its converter embeds the films, each under a poster of its first picture so that its end is not told
before, starts them with their slides, and writes the notes. What it leaves is added here: the
ground's colour behind the films, names, sections to jump to, and whose file it is.
"""

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import NAMESPACE_OID, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from manim_slides.convert import PowerPoint
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as PresentationType

from mnemo_anim.outputs.slides.deck import Deck
from mnemo_anim.outputs.slides.html import presentations
from mnemo_anim.render.whole import written_whole

_SLIDE_WIDTH = 1280  # in 1/96 inch: PowerPoint's own wide slide

# The list of sections: [MS-PPTX] 2.7.3, in an extension of the presentation.
_MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of a file in the archive: the same bytes at any time
_PACKED = {".mp4", ".png", ".jpg", ".jpeg"}  # already


def write_pptx(deck: Deck, target: Path) -> None:
    """Write a deck, whose films are mp4, as one file."""
    height = round(_SLIDE_WIDTH * deck.size[1] / deck.size[0])
    converter = PowerPoint(
        presentation_configs=presentations(deck), width=_SLIDE_WIDTH, height=height
    )
    with TemporaryDirectory(prefix="mnemo-slides-") as folder:
        draft = Path(folder) / "slides.pptx"
        with redirect_stderr(StringIO()):  # where it draws a bar
            converter.convert_to(draft)
        presentation = Presentation(str(draft))
        _complete(presentation, deck)
        presentation.save(str(draft))
        with written_whole(target) as part:
            _repack(draft, part)


def _complete(presentation: PresentationType, deck: Deck) -> None:
    """Add what the converter leaves."""
    about = presentation.core_properties
    about.title, about.subject, about.language = deck.title, deck.series, deck.language
    about.author = about.last_modified_by = deck.series
    films = [(section.title, slide) for section in deck.sections for slide in section.slides]
    for slide, (title, beat) in zip(presentation.slides, films, strict=True):
        fill = slide.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(deck.ground.removeprefix("#").upper())
        (movie,) = slide.shapes
        movie.name = beat.film.stem
        movie._element.nvPicPr.cNvPr.set("descr", title)
    _add_sections(presentation, deck)


def _add_sections(presentation: PresentationType, deck: Deck) -> None:
    """Group the slides by the sections of the deck."""
    ids = iter(presentation.slides._sldIdLst)
    listed = etree.Element(f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for number, section in enumerate(deck.sections, start=1):
        mark = str(uuid5(NAMESPACE_OID, f"{deck.title} {number} {section.title}")).upper()
        group = etree.SubElement(listed, f"{{{_P14}}}section", name=section.title, id=f"{{{mark}}}")
        members = etree.SubElement(group, f"{{{_P14}}}sldIdLst")
        for _ in section.slides:
            etree.SubElement(members, f"{{{_P14}}}sldId", id=next(ids).get("id"))
    root = presentation._element
    extensions = root.find(f"{{{_MAIN}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{{{_MAIN}}}extLst")
    extension = etree.SubElement(extensions, f"{{{_MAIN}}}ext", uri=_SECTIONS)
    extension.append(listed)


def _repack(source: Path, target: Path) -> None:
    """Copy an archive; films and pictures are not packed twice, and no file has a time."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            same = ZipInfo(entry.filename, _LONG_AGO)
            packed = Path(entry.filename).suffix in _PACKED
            same.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
            new.writestr(same, old.read(entry))
