"""The page works wherever it is put: on a server, in a frame, in part, from a pasted snippet."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.outputs.page.browser.conftest import Watch
from tests.outputs.page.browser.seeing import PATIENCE, wait_until

Visit = Callable[..., Any]


class Quiet(SimpleHTTPRequestHandler):
    """The plainest of hosts: it says nothing, and knows no ranges."""

    def log_message(self, *_: object) -> None:
        pass


class Ranged(Quiet):
    """A host that answers requests for a part of a file, as most do."""

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        path = Path(self.translate_path(self.path))
        if not wanted or not path.is_file():
            super().do_GET()
            return
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        content = path.read_bytes()
        begin, end = int(first), min(int(last or len(content) - 1), len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {begin}-{end}/{len(content)}")
        self.send_header("Content-Length", str(end + 1 - begin))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # the browser may have enough
            self.wfile.write(content[begin : end + 1])


@pytest.fixture(params=[Quiet, Ranged], ids=["plain", "ranges"])
def host(request: pytest.FixtureRequest, page_folder: Path) -> Iterator[str]:
    """Give the address of a server of the page, and of whatever lies beside its folder."""
    handler = partial(request.param, directory=str(page_folder.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def surf(browser: Any, host: str, watch: Watch) -> Iterator[Callable[[str], Any]]:
    context = browser.new_context()

    def open_page(at: str) -> Any:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch.over(page, host)
        page.goto(f"{host}{at}")
        return page

    yield open_page
    context.close()


def beside(page_folder: Path, body: str) -> str:
    """Write a page of somebody else beside that of the lecture; return its address."""
    icon = '<link rel="icon" href="page/icon.svg">'
    (page_folder.parent / "other.html").write_text(f'<meta charset="utf-8">{icon}{body}')
    return "other.html"


def test_it_works_on_a_server(surf: Callable[[str], Any]) -> None:
    page = surf("page/index.html")
    page.get_by_role("button", name="Play").first.click()
    wait_until(page, "film.now > 0.3")
    page.get_by_role("button", name="Next step").click()
    wait_until(page, "explorer.walk.steps === 1")


def test_on_a_server_that_knows_parts_of_files_the_film_is_moved(
    surf: Callable[[str], Any], host: str, request: pytest.FixtureRequest
) -> None:
    page = surf("page/index.html")
    wait_until(page, "film.video.readyState > 0")
    told = page.get_by_text("This server sends files only whole").is_visible()
    if "plain" in request.node.name:
        assert told
    else:
        assert not told
        page.locator("a.chapter").nth(6).click()
        wait_until(page, "film.chapter === 6 && film.playing")


def test_it_works_in_a_frame(surf: Callable[[str], Any], page_folder: Path) -> None:
    frame = (
        '<iframe src="page/index.html?show=film" title="film" width="900" height="700"></iframe>'
    )
    page = surf(beside(page_folder, frame))
    inside = page.frame_locator("iframe")
    inside.get_by_role("button", name="Play").first.click()
    inside.get_by_role("button", name="Pause").wait_for()
    inside.get_by_role("button", name="Captions").click()
    assert inside.locator("[data-chapters]").is_hidden()
    assert inside.locator("[data-explorer]").is_hidden()


def test_it_works_in_a_frame_that_may_keep_nothing(
    surf: Callable[[str], Any], page_folder: Path, watch: Watch
) -> None:
    frame = (
        '<iframe src="page/index.html?show=landscape" sandbox="allow-scripts" title="landscape" '
        'width="900" height="900"></iframe>'
    )
    page = surf(beside(page_folder, frame))
    inside = page.frame_locator("iframe")
    inside.get_by_role("button", name="Next step").click()
    inside.get_by_text("Step 1: f fell by").wait_for()
    # Such a frame is of no origin: fonts stay out of it, and the page uses those of the device.
    watch.faults = [fault for fault in watch.faults if "font" not in fault and "ERR_" not in fault]


@pytest.mark.parametrize(
    ("part", "seen", "unseen"),
    [
        ("film", "[data-player]", "[data-explorer]"),
        ("landscape", "[data-explorer]", "[data-player]"),
        ("questions", "[data-quiz]", "[data-player]"),
        ("nonsense", "[data-player]", "[data-none]"),
    ],
)
def test_a_part_is_shown_alone(visit: Visit, part: str, seen: str, unseen: str) -> None:
    page = visit(f"?show={part}")
    assert page.locator(seen).is_visible()
    assert page.locator(unseen).is_hidden()
    assert page.locator(".masthead").is_visible() == (part == "nonsense")


def snippet(page: Any, name: str) -> str:
    text: str = page.locator(f"#_snippet-{name}").text_content()
    return text


def test_snippets_follow_what_is_chosen(visit: Visit) -> None:
    page = visit()
    page.get_by_label("Address of this page").fill("https://example.edu/a&b/index.html?x#y")
    assert 'src="https://example.edu/a&amp;b/index.html"' in snippet(page, "html")
    assert 'IFrame("https://example.edu/a&b/index.html"' in snippet(page, "jupyter")
    page.get_by_role("radio", name="The film").press("Space")
    page.evaluate("film.seek(65.4)")
    page.get_by_label("Begin at what you see now").check()
    assert 'index.html?show=film#t=65"' in snippet(page, "quarto")
    page.locator("[value=ravine]").press("Space")
    page.get_by_role("radio", name="The landscape").press("Space")
    assert "?show=landscape#landscape=ravine&amp;x=-2.5&amp;y=1.2&amp;rate=0.7" in snippet(
        page, "moodle"
    )
    assert "HEIGHT" not in snippet(page, "marp")


def test_a_snippet_is_copied(browser: Any, page_folder: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((page_folder / "index.html").as_uri())
    button = page.locator("[data-copy=_snippet-html]")
    button.click()
    assert page.evaluate("navigator.clipboard.readText()") == snippet(page, "html")
    assert button.inner_text() == "Copied"
    assert page.locator("[data-copied]").inner_text() == "Copied"
    context.close()


def test_a_pasted_snippet_shows_the_page(surf: Callable[[str], Any], page_folder: Path) -> None:
    page = surf("page/index.html")
    page.get_by_role("radio", name="The landscape").press("Space")
    page.locator("[value=saddle]").press("Space")
    page.get_by_label("Begin at what you see now").check()
    pasted = snippet(page, "html")
    inside = surf(beside(page_folder, pasted)).frame_locator("iframe")
    inside.get_by_role("heading", name="Saddle").wait_for()
