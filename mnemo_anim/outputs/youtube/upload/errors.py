"""What YouTube and the network answer when something goes wrong, told in one line."""

import json
import re
from datetime import datetime, time, timedelta
from http.client import HTTPException
from socket import gaierror
from ssl import SSLCertVerificationError, SSLError
from zoneinfo import ZoneInfo

from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import HttpError
from httplib2 import HttpLib2Error

from mnemo_anim.render.errors import RenderError

_NO_ANSWER = (
    ConnectionError,
    TimeoutError,
    gaierror,
    SSLError,
    HTTPException,
    HttpLib2Error,
    TransportError,
)
ANSWERS = (HttpError, RefreshError, *_NO_ANSWER)
"""What a request raises: a refusal, a log-in that has run out, or no answer at all."""

_SLOWER = {"rateLimitExceeded", "userRateLimitExceeded"}  # a 403 that passes by itself
_QUOTA = {"quotaExceeded", "dailyLimitExceeded"}
_LOG_IN = {"authError", "insufficientPermissions"}
_QUOTA_ZONE = "America/Los_Angeles"  # quotas are reset at midnight Pacific time

# By the reason that the API gives, how to mend it.
_MENDS = {
    "uploadLimitExceeded": "The channel has had its uploads of the day. Run again tomorrow",
    "youtubeSignupRequired": "The account has no channel. Make one on youtube.com, and run again",
    "accessNotConfigured": (
        "Enable the YouTube Data API v3 in your project at console.cloud.google.com, "
        "and run again after some minutes"
    ),
    "insufficientPermissions": "Log in again, and allow all that is asked for: run with --login",
    "authError": "Log in again: run with --login",
}


class UploadError(RenderError):
    """Something cannot be uploaded: what, and how to go on, in one line."""


def reason_of(error: HttpError) -> str:
    """Return the reason that the API gives for an error, such as ``quotaExceeded``, or nothing."""
    try:
        (first, *_) = json.loads(error.content)["error"]["errors"]
        return str(first["reason"])
    except (ValueError, KeyError, TypeError):
        return ""


def named(error: Exception) -> str:
    """Return a word or two for an error, without what it says: that may hold addresses."""
    if isinstance(error, HttpError):
        return f"{error.resp.status} {reason_of(error)}".strip()
    return type(error).__name__


def passes(error: Exception) -> bool:
    """Return whether an error is one that may be gone in a moment."""
    if isinstance(error, HttpError):
        status = int(error.resp.status)
        return status in {408, 429} or status >= 500 or reason_of(error) in _SLOWER
    if isinstance(error, RefreshError):
        return bool(error.retryable)
    return isinstance(error, _NO_ANSWER) and not isinstance(error, SSLCertVerificationError)


def concerns_one_thing(error: Exception) -> bool:
    """Return whether YouTube refuses just what was asked, and not whatever comes after it."""
    if not isinstance(error, HttpError) or passes(error) or int(error.resp.status) == 401:
        return False
    return reason_of(error) not in _QUOTA | _LOG_IN


def told(error: Exception, doing: str, now: datetime | None = None) -> UploadError:
    """Return the error that tells a user of another one.

    It holds neither addresses nor headers: with a session's address, anyone could upload.

    Args:
        error: Of the API, of the network or of the log-in.
        doing: What failed, such as “the captions”.
        now: The present moment, with its time zone; by default the clock's.
    """
    if isinstance(error, RefreshError) and not error.retryable:
        return UploadError(
            f"{doing}: YouTube does not accept the log-in any more. Log in again: run with --login."
        )
    if passes(error) or not isinstance(error, HttpError):
        return UploadError(
            f"{doing}: YouTube does not answer ({named(error)}). Nothing is lost: run again to go "
            "on from there."
        )
    reason = reason_of(error)
    if reason in _QUOTA:
        return UploadError(
            f"{doing}: the API project has used up its quota of today. It is renewed "
            f"{_renewal(now or datetime.now().astimezone())}. Nothing is lost: run again then."
        )
    said = " ".join(re.sub(r"<[^>]*>", "", str(error.reason)).split()).rstrip(".")
    default = "authError" if int(error.resp.status) == 401 else ""
    mend = _MENDS.get(reason, _MENDS.get(default, "Mend that, and run again"))
    return UploadError(f"{doing}: YouTube refuses it ({named(error)}: {said}). {mend}.")


def _renewal(now: datetime) -> str:
    """Return when the quota is renewed next, in the time zone of ``now``."""
    there = now.astimezone(ZoneInfo(_QUOTA_ZONE))
    midnight = datetime.combine(there.date() + timedelta(days=1), time(), there.tzinfo)
    return f"at midnight Pacific time, here {midnight.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
