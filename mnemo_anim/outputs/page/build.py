"""Build the page: everything that it needs, in one folder."""

from pathlib import Path

from mnemo_anim.outputs.filmed import film_timeline, scene_timeline
from mnemo_anim.outputs.page.colours import palette_css
from mnemo_anim.outputs.page.content import Content, content_of
from mnemo_anim.outputs.page.folder import put, put_link, whole_folder
from mnemo_anim.outputs.page.fonts import LICENCE, web_fonts
from mnemo_anim.outputs.page.landscapes import landscapes_script
from mnemo_anim.outputs.page.pictures import add_pictures
from mnemo_anim.outputs.page.rendering import data_script, icon_svg, page_html
from mnemo_anim.outputs.page.wording import words_for
from mnemo_anim.paths import FONTS
from mnemo_anim.render.plan import Plan

PAGE = "index.html"
_HERE = Path(__file__).parent


def make_page(plan: Plan, choice: Path, target: Path) -> Path:
    """Write the lecture page of rendered films; return its ``index.html``.

    The films are linked, or copied to another disk. The page of before stands until the new one is
    whole.

    Args:
        plan: of the films, which must have been rendered and joined.
        choice: the file that names a beat for each section, whose picture stands for it.
        target: the folder of the page.

    Raises:
        RenderError: a film is missing or is not that of its timeline, the film says other words
            than the document, the page does not speak its language, ``choice`` is faulty, or
            ``target`` holds something else.
        DocumentError: ``choice`` names a section or a beat that the document does not have.
        TimelineError: a timeline cannot be read.
    """
    words = words_for(plan.lecture.language)
    timeline = film_timeline(plan)
    content = content_of(plan.lecture, timeline)
    for job in plan.jobs:
        scene_timeline(job)  # tells of a film that is missing, or of another timeline
    films = {job.entry.section: job.film for job in plan.jobs}
    sound = any(beat.speech for scene in timeline.scenes for beat in scene.beats)
    html = page_html(
        content,
        words,
        film=plan.film.name,
        films={section: film.name for section, film in films.items()},
        sound=sound,
    )
    with whole_folder(target, PAGE) as folder:
        for film in (plan.film, *films.values()):
            put_link(folder, f"films/{film.name}", film)
        add_pictures(plan, content, choice, folder / "pictures")
        for place in ("scripts", "styles"):
            for file in sorted((_HERE / place).iterdir()):
                put(folder, f"{place}/{file.name}", file.read_bytes())
        put(folder, "scripts/data.js", data_script(content, words, sound=sound))
        put(folder, "scripts/landscapes.js", landscapes_script())
        put(folder, "styles/palette.css", palette_css())
        put(folder, "icon.svg", icon_svg())
        for name, font in web_fonts(_letters(html, content)).items():
            put(folder, f"fonts/{name}", font)
        put(folder, f"fonts/{LICENCE}", (FONTS / LICENCE).read_bytes())
        put(folder, PAGE, html)
    return target / PAGE


def _letters(html: str, content: Content) -> str:
    """Return every letter of the page; scripts add none but those of their words and captions."""
    return html + "".join(caption.text for caption in content.captions)
