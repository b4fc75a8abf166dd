"""Whatever YouTube answers is told in one line, with the mend, and without anything secret."""

import json
import ssl
from datetime import datetime
from zoneinfo import ZoneInfo

import httplib2
import pytest
from google.auth.exceptions import RefreshError
from googleapiclient.errors import HttpError

from mnemo_anim.outputs.youtube.upload.errors import concerns_one_thing, passes, told

SECRET = "https://youtube.googleapis.com/upload?upload_id=secret-0"


def answer(status: int, reason: str = "", message: str = "No.") -> HttpError:
    body = {"error": {"message": message, "errors": [{"reason": reason}]}} if reason else {}
    content = json.dumps(body).encode() if reason else b"<html>"
    return HttpError(httplib2.Response({"status": str(status)}), content, uri=SECRET)


@pytest.mark.parametrize(
    "error",
    [
        answer(500),
        answer(503, "backendError"),
        answer(429),
        answer(403, "rateLimitExceeded"),
        answer(403, "userRateLimitExceeded"),
        ConnectionResetError(),
        TimeoutError(),
        httplib2.ServerNotFoundError(),
        RefreshError("busy", retryable=True),
    ],
    ids=repr,
)
def test_these_pass(error: Exception) -> None:
    assert passes(error)


@pytest.mark.parametrize(
    "error",
    [
        answer(400, "invalidTitle"),
        answer(401, "authError"),
        answer(403, "quotaExceeded"),
        answer(403, "forbidden"),
        answer(403),
        answer(404, "videoNotFound"),
        RefreshError("invalid_grant"),
        ssl.SSLCertVerificationError(),
        FileNotFoundError(),
    ],
    ids=repr,
)
def test_these_do_not_pass(error: Exception) -> None:
    assert not passes(error)


@pytest.mark.parametrize(
    ("error", "alone"),
    [
        (answer(400, "invalidMetadata"), True),
        (answer(403, "forbidden"), True),
        (answer(401, "authError"), False),
        (answer(403, "quotaExceeded"), False),
        (answer(403, "insufficientPermissions"), False),
        (answer(503), False),
        (ConnectionResetError(), False),
    ],
)
def test_a_refusal_of_one_thing_is_told_from_one_of_all(error: Exception, alone: bool) -> None:
    assert concerns_one_thing(error) is alone


@pytest.mark.parametrize(
    ("now", "renewed"),
    [
        ("2026-01-15T12:00+01:00", "2026-01-16 09:00"),  # Pacific time is 8 hours behind UTC
        ("2026-07-15T12:00+02:00", "2026-07-16 09:00"),  # and 7 in summer
        ("2026-01-15T08:59+01:00", "2026-01-15 09:00"),
        ("2026-03-08T10:00-07:00", "2026-03-09 00:00"),  # the day on which summer time begins
    ],
)
def test_a_used_up_quota_is_told_with_its_renewal(now: str, renewed: str) -> None:
    line = str(told(answer(403, "quotaExceeded"), "the film", datetime.fromisoformat(now)))
    assert f"midnight Pacific time, here {renewed}." in line


def test_the_renewal_is_told_in_the_zone_of_the_user() -> None:
    now = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert "here 2026-06-01 16:00." in str(told(answer(403, "quotaExceeded"), "the film", now))


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            answer(401, "authError"),
            "the film: YouTube refuses it (401 authError: No). Log in again",
        ),
        (answer(401), "Log in again: run with --login."),
        (answer(403, "accessNotConfigured"), "Enable the YouTube Data API v3 in your project"),
        (answer(401, "youtubeSignupRequired"), "The account has no channel."),
        (answer(400, "invalidTags"), "(400 invalidTags: No). Mend that, and run again."),
        (
            answer(403, "forbidden", 'Not <a href="https://example.org">yet</a>.'),
            "(403 forbidden: Not yet).",
        ),
        (TimeoutError("10.0.0.1"), "YouTube does not answer (TimeoutError). Nothing is lost"),
        (RefreshError("invalid_grant"), "does not accept the log-in any more. Log in again"),
        (RefreshError("busy", retryable=True), "does not answer (RefreshError)"),
    ],
)
def test_each_answer_has_its_mend(error: Exception, line: str) -> None:
    said = str(told(error, "the film"))
    assert line in said
    assert "secret" not in said
    assert "\n" not in said
