"""One logs in once, in the browser; nobody else can read the token."""

import json
import logging
import os
import stat
import webbrowser
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from mnemo_anim.outputs.youtube.upload.errors import UploadError
from mnemo_anim.outputs.youtube.upload.login import log_in
from tests.outputs.youtube.upload.fake_youtube import FakeYouTube, credentials_for


class Browser:
    """A browser whose user allows everything that is asked."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.threads: list[Thread] = []

    def open(self, address: str, **_: object) -> bool:
        self.opened.append(address)
        self.threads.append(Thread(target=lambda: urlopen(address, timeout=10).read()))
        self.threads[-1].start()
        return True


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, youtube: FakeYouTube) -> Iterator[Browser]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # the fake speaks no TLS
    monkeypatch.setattr(
        "google.oauth2.credentials._GOOGLE_OAUTH2_TOKEN_ENDPOINT", f"{youtube.root}token"
    )
    made = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda using=None: made)
    yield made
    for thread in made.threads:
        thread.join()


@pytest.fixture
def secrets(tmp_path: Path, youtube: FakeYouTube) -> Path:
    file = tmp_path / "client_secrets.json"
    file.write_text(json.dumps(youtube.client()))
    return file


@pytest.fixture
def token(tmp_path: Path) -> Path:
    return tmp_path / "config" / "token.json"


def keep_token(token: Path, root: str, *, expired: bool) -> None:
    known = credentials_for(root)
    hours = -1 if expired else 1
    known.expiry = (datetime.now(UTC) + timedelta(hours=hours)).replace(tzinfo=None)
    token.parent.mkdir()
    token.write_text(known.to_json())


def test_the_browser_is_asked_once(browser: Browser, secrets: Path, token: Path) -> None:
    umask = os.umask(0)
    try:
        known = log_in(secrets, token)
    finally:
        os.umask(umask)
    assert (known.token, known.refresh_token) == ("access-1", "refresh-1")
    assert stat.S_IMODE(token.stat().st_mode) == 0o600
    assert log_in(secrets, token).token == "access-1"
    assert len(browser.opened) == 1


def test_nothing_secret_is_logged_or_printed(
    browser: Browser,
    secrets: Path,
    token: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    log_in(secrets, token)
    shown = capsys.readouterr()
    assert "visit this URL" in shown.out
    for text in (shown.out, shown.err, caplog.text):
        for secret in ("secret-of-the-client", "access-1", "refresh-1", "code-1"):
            assert secret not in text


def test_it_asks_for_films_captions_and_playlists_alone(
    browser: Browser, secrets: Path, token: Path
) -> None:
    log_in(secrets, token)
    assert "scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fyoutube.force-ssl&" in browser.opened[0]


def test_an_access_that_has_run_out_is_renewed_and_kept(
    browser: Browser, youtube: FakeYouTube, secrets: Path, token: Path
) -> None:
    keep_token(token, youtube.root, expired=True)
    youtube.access = "access-2"
    assert log_in(secrets, token, person=False).token == "access-2"
    assert json.loads(token.read_text())["token"] == "access-2"
    assert browser.opened == []


def test_who_is_not_let_in_any_more_logs_in_again(
    browser: Browser, youtube: FakeYouTube, secrets: Path, token: Path
) -> None:
    keep_token(token, youtube.root, expired=True)
    youtube.refresh = "refresh-2"
    assert log_in(secrets, token).refresh_token == "refresh-2"
    assert len(browser.opened) == 1


def test_one_can_log_in_to_another_account(
    browser: Browser, youtube: FakeYouTube, secrets: Path, token: Path
) -> None:
    keep_token(token, youtube.root, expired=False)
    log_in(secrets, token, anew=True)
    assert len(browser.opened) == 1


def test_without_a_terminal_nobody_is_asked(browser: Browser, secrets: Path, token: Path) -> None:
    with pytest.raises(UploadError, match="this is no terminal"):
        log_in(secrets, token, person=False)
    assert browser.opened == []


def test_who_allows_nothing_is_told(
    browser: Browser, youtube: FakeYouTube, secrets: Path, token: Path
) -> None:
    youtube.denies = True
    with pytest.raises(UploadError, match=r"failed \(access_denied\)"):
        log_in(secrets, token)
    assert not token.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there are no client secrets: .* is missing. In a project at console.cloud.google"),
        ("nothing", "is no file of client secrets"),
        ("[]", "holds no OAuth client of the type Desktop app"),
        ('{"web": {"client_id": "client-1"}}', "holds no OAuth client of the type Desktop app"),
        ('{"installed": {"client_id": "client-1"}}', "holds no OAuth client"),
    ],
)
def test_client_secrets_that_are_none_are_told(
    browser: Browser, secrets: Path, token: Path, content: str | None, told: str
) -> None:
    secrets.unlink()
    if content is not None:
        secrets.write_text(content)
    with pytest.raises(UploadError, match=told):
        log_in(secrets, token)


@pytest.mark.parametrize("content", ["", "[]", '{"refresh_token": "refresh-1"}'])
def test_a_spoilt_token_is_told_without_what_it_holds(
    browser: Browser, secrets: Path, token: Path, content: str
) -> None:
    token.parent.mkdir()
    token.write_text(content)
    with pytest.raises(UploadError, match=r"token\.json is not a token.*--login") as caught:
        log_in(secrets, token)
    assert "refresh-1" not in str(caught.value)


def test_no_network_is_told(browser: Browser, secrets: Path, token: Path) -> None:
    keep_token(token, "http://127.0.0.1:9/", expired=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "google.oauth2.credentials._GOOGLE_OAUTH2_TOKEN_ENDPOINT", "http://127.0.0.1:9/token"
        )
        with pytest.raises(UploadError, match="the log-in: YouTube does not answer"):
            log_in(secrets, token)
