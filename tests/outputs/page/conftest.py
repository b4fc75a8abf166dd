"""A page of the real lecture, made once for all tests that only look at it."""

from pathlib import Path

import pytest

from mnemo_anim.outputs.page import make_page
from mnemo_anim.paths import GALLERY_CHOICE
from mnemo_anim.render.plan import Plan
from tests.outputs.page.filmed_lecture import filmed_lecture


@pytest.fixture(scope="session")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Give the plan of the real lecture, its films in plain colours."""
    return filmed_lecture(tmp_path_factory.mktemp("films"))


@pytest.fixture(scope="session")
def page_folder(filmed: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the page of the real lecture."""
    return make_page(filmed, GALLERY_CHOICE, tmp_path_factory.mktemp("place") / "page").parent
