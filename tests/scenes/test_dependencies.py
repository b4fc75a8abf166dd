"""Every function that a scene runs lies in a file of its recipe: no film can be out of date unseen.

The recipe is read off sources; what is run is noted while the scene is drawn.
"""

import pytest

from mnemo_anim.paths import ROOT
from scenes import SCENES
from tests.scenes.tracing import Trace, trace
from tests.tiny_studio import Studio

pytestmark = pytest.mark.slow


def beyond_its_recipe(found: Trace) -> dict[str, str]:
    """Return by file those functions that were run and are not in the recipe."""
    return {path: name for path, name in found.functions.items() if path not in found.sources}


@pytest.mark.parametrize("section", SCENES)
def test_a_scene_runs_and_reads_only_what_its_recipe_holds(section: str) -> None:
    found = trace(section)
    assert beyond_its_recipe(found) == {}
    assert found.reads == []
    reads_titles = not {"title", "series"}.isdisjoint(found.asked)
    assert reads_titles is ("the title" in found.settings)
    its_own = {"title", "series", "language", "section", f"section {section}"}
    assert set(found.asked) <= its_own
    module = SCENES[section].partition(":")[0].replace(".", "/")
    assert str(ROOT / f"{module}.py") in found.functions
    assert len(found.functions) > 30


def test_the_trace_finds_what_a_scene_hides(studio: Studio) -> None:
    """A module that is imported by a name which is put together when the scene is played."""
    (studio.scenes / "hidden.py").write_text("def size():\n    return 2\n")
    hidden = f"__import__('{studio.package}.hid' + 'den', fromlist=['size']).size()"
    studio.write_scene(
        "one", also=f"dot.scale({hidden}); self.lecture.sections; self.lecture.title"
    )
    found = trace("One", studio.document, studio.package)
    assert beyond_its_recipe(found) == {str(studio.scenes / "hidden.py"): "size"}
    assert {"sections", "title"} <= set(found.asked)
