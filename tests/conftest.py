"""What all tests share: Typst's cache outside the tree, and no progress bars."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.tiny_studio import Studio, make_studio


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep on one worker what shares a costly build: the tests of a scene, and of a module."""
    for item in items:
        call = getattr(item, "callspec", None)
        section = call.params.get("section") if call is not None else None
        group = f"section {section}" if section else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(group))


def pytest_configure(config: pytest.Config) -> None:
    """Send whatever Manim writes to a folder of this process, from collection on."""
    from manim import tempconfig

    stack = ExitStack()
    media = Path(stack.enter_context(TemporaryDirectory(prefix="manim-")))
    settings = {
        "media_dir": str(media),
        "tex_dir": str(media / "typst"),
        "progress_bar": "none",
        "verbosity": "ERROR",
        "disable_caching": True,
    }
    stack.enter_context(tempconfig(settings))
    config.add_cleanup(stack.close)


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Give a short lecture and scenes for it, to render in a moment."""
    monkeypatch.syspath_prepend(tmp_path)
    return make_studio(tmp_path)
