"""The log-in: once in the browser, then by a token that only its owner may read."""

import json
import logging
import webbrowser
from pathlib import Path
from typing import Any

from google.auth.exceptions import RefreshError
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp, Request
from google_auth_oauthlib.flow import InstalledAppFlow, WSGITimeoutError
from googleapiclient.discovery import build
from googleapiclient.http import build_http
from oauthlib.oauth2 import OAuth2Error

from mnemo_anim.outputs.youtube.private import write_private
from mnemo_anim.outputs.youtube.upload import SECRETS_VARIABLE
from mnemo_anim.outputs.youtube.upload.errors import ANSWERS, UploadError, told

SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"  # films, captions and playlists
_PATIENCE = 300  # seconds to log in in the browser
_TALKATIVE = (
    "googleapiclient",
    "google",
    "google_auth_httplib2",
    "google_auth_oauthlib",
    "oauthlib",
    "requests_oauthlib",
    "urllib3",
)
"""Loggers that may write addresses and headers."""


def log_in(secrets: Path, token: Path, *, anew: bool = False, person: bool = True) -> Credentials:
    """Return what the API lets in, from the token, or else from the browser.

    Args:
        secrets: The client secrets of the maker's API project.
        token: Where the token is kept, with mode 0600.
        anew: Whether to pass by a token that is there.
        person: Whether somebody is there to log in.

    Raises:
        UploadError: There are no client secrets, the token cannot be read, or nobody logs in.
    """
    _keep_quiet()
    known = None if anew else _read(token)
    if known is not None and not _is_accepted(known):
        known = None
    if known is None:
        if not person:
            raise UploadError(
                "nobody is logged in to YouTube, and this is no terminal to do it in. Run the "
                "upload once in a terminal; after that the token does."
            )
        known = _ask_in_browser(secrets)
    write_private(token, known.to_json())
    return known


def service(credentials: Credentials) -> Any:
    """Return the YouTube Data API. Its description is in the library: nothing is fetched."""
    http = AuthorizedHttp(credentials, http=build_http())
    return build("youtube", "v3", http=http, cache_discovery=False, static_discovery=True)


def _keep_quiet() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _read(token: Path) -> Credentials | None:
    try:
        return Credentials.from_authorized_user_file(str(token), [SCOPE])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError) as error:
        raise UploadError(
            f"{token} is not a token that can be read. Log in again: run with --login."
        ) from error


def _is_accepted(known: Credentials) -> bool:
    """Return whether the log-in holds; its access is renewed if that has run out."""
    if known.valid:
        return True
    try:
        known.refresh(Request(build_http()))
    except RefreshError as error:
        if error.retryable:
            raise told(error, "the log-in") from error
        return False
    except ANSWERS as error:
        raise told(error, "the log-in") from error
    return True


def _ask_in_browser(secrets: Path) -> Credentials:
    try:
        flow = InstalledAppFlow.from_client_config(_client(secrets), [SCOPE])
        found: Credentials = flow.run_local_server(
            port=0,
            open_browser=_has_browser(),
            timeout_seconds=_PATIENCE,
            success_message="Logged in. You may close this window.",
        )
    except WSGITimeoutError as error:
        raise UploadError("nobody has logged in for 5 minutes. Run again, and do.") from error
    except OAuth2Error as error:
        what = error.error or type(error).__name__
        raise UploadError(f"the log-in failed ({what}). Run again, and allow it.") from error
    except OSError as error:
        raise told(error, "the log-in") from error
    return found


def _client(secrets: Path) -> dict[str, Any]:
    """Read the client secrets."""
    mend = (
        "In a project at console.cloud.google.com, enable the YouTube Data API v3, make an OAuth "
        "client of the type Desktop app, and download its JSON there; or name the file by "
        f"--client-secrets or {SECRETS_VARIABLE}."
    )
    try:
        config: dict[str, Any] = json.loads(secrets.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UploadError(f"there are no client secrets: {secrets} is missing. {mend}") from error
    except (OSError, ValueError) as error:
        raise UploadError(f"{secrets} is no file of client secrets. {mend}") from error
    client = config.get("installed") if isinstance(config, dict) else None
    if not isinstance(client, dict) or not {"client_id", "auth_uri", "token_uri"} <= client.keys():
        raise UploadError(f"{secrets} holds no OAuth client of the type Desktop app. {mend}")
    return config


def _has_browser() -> bool:
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
