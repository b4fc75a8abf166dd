"""The page in a real browser, which may ask nothing of any place but the page's own folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.page.browser.seeing import PATIENCE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave everything here to those who run the slow tests."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)


@dataclass
class Watch:
    """What must not happen while a page is open."""

    faults: list[str] = field(default_factory=list)

    def over(self, page: Any, allowed: str) -> None:
        """Watch a page, which may ask only for addresses that begin with ``allowed``."""

        def decide(route: Any) -> None:
            if route.request.url.startswith(allowed):
                route.continue_()
            else:
                self.faults.append(f"asked for {route.request.url}")
                route.abort()

        page.context.route("**/*", decide)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda told: self.faults.append(f"{told.type}: {told.text}"))


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watch over pages, and fail at the end if anything went wrong in one."""
    watching = Watch()
    yield watching
    assert watching.faults == []


@pytest.fixture
def visit(browser: Any, page_folder: Path, watch: Watch) -> Iterator[Callable[..., Any]]:
    """Give what opens the page from the disk: ``visit(at, **context)`` returns Playwright's page.

    ``at`` is what the address ends with, such as ``?show=film#t=3``.
    """
    contexts: list[Any] = []

    def visited(at: str = "", **settings: Any) -> Any:
        settings = {"viewport": {"width": 1280, "height": 900}, **settings}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch.over(page, page_folder.as_uri())
        page.goto(f"{(page_folder / 'index.html').as_uri()}{at}")
        return page

    yield visited
    for context in contexts:
        context.close()
