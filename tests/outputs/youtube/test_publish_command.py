"""`mnemo publish`: the bundle without the extra, the upload with it, and no secret anywhere."""

import json
import logging
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.outputs.youtube.checklist import RULES
from mnemo_anim.paths import ROOT
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.render.run import join_lecture
from tests.filming import film_of
from tests.outputs.youtube.test_about import FILE
from tests.tiny_studio import TINY, Studio

if TYPE_CHECKING:
    from tests.outputs.youtube.upload.fake_youtube import FakeYouTube

SECRETS = re.compile(r"secret-|refresh-1|access-\d|upload_id")


@pytest.fixture
def words(studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the words of the command for a film that is there."""
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    for job in studio.plan().jobs:
        film_of(job, seconds=5)
    join_lecture(studio.plan())
    about, picture = tmp_path / "youtube.toml", tmp_path / "picture.png"
    about.write_text(FILE, encoding="utf-8")
    Image.new("RGB", (1280, 720), "navy").save(picture)
    places = [f"--about={about}", f"--thumbnail={picture}", "--quality=tiny"]
    return ["publish", *studio.options, *places]


def test_it_names_the_bundle(
    words: list[str], studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    bundle = studio.folder / "youtube"
    assert capsys.readouterr().out == f"Ready for YouTube, {len(RULES)} rules kept: {bundle}\n"


@pytest.mark.parametrize("word", ["--privacy=public", "--login"])
def test_what_is_for_an_upload_is_not_passed_by(
    words: list[str], capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert main([*words, word]) == 2
    assert "add --upload (UPLOAD=1)" in capsys.readouterr().err


def test_a_wrong_word_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--privacy", "publik"]) == 2
    assert capsys.readouterr().err == (
        "mnemo: there is no privacy “publik”. Did you mean “public”?\n"
    )


WITHOUT_EXTRA = """
import sys
for name in ("googleapiclient", "google", "google_auth_oauthlib", "httplib2", "oauthlib"):
    sys.modules[name] = None
from tests.tiny_studio import TINY
from mnemo_anim.render.quality import QUALITIES
QUALITIES[TINY.name] = TINY
from mnemo_anim.cli import main
code = main(sys.argv[1:])
assert "manim" not in sys.modules, "manim was imported"
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("upload", "code", "told"),
    [
        ([], 0, ""),
        (["--upload"], 1, "which is not installed. Run .venv/bin/pip install '.[youtube]'"),
    ],
)
def test_only_the_upload_needs_the_extra(
    words: list[str], studio: Studio, upload: list[str], code: int, told: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA, *words, *upload],
        env={"PYTHONPATH": f"{studio.scenes.parent}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, told in ended.stderr) == (code, True), ended.stderr


@pytest.fixture
def logged_in(
    youtube: "FakeYouTube", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "FakeYouTube":
    """Give a YouTube on this machine, which this process is logged in to."""
    from tests.outputs.youtube.upload.fake_youtube import credentials_for, service_at

    known = credentials_for(youtube.root)
    known.expiry = (datetime.now(UTC) + timedelta(hours=1)).replace(tzinfo=None)
    token = tmp_path / "token.json"
    token.write_text(known.to_json())
    monkeypatch.setenv("MNEMO_YOUTUBE_TOKEN", str(token))
    monkeypatch.setattr(
        "google.oauth2.credentials._GOOGLE_OAUTH2_TOKEN_ENDPOINT", f"{youtube.root}token"
    )
    monkeypatch.setattr(
        "mnemo_anim.outputs.youtube.upload.login.service",
        lambda credentials: service_at(youtube.root, credentials),
    )
    return youtube


def test_the_film_is_uploaded_as_private_and_its_address_told(
    words: list[str], logged_in: "FakeYouTube", capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--upload"]) == 0
    shown = capsys.readouterr().out
    assert "the film: 0.0 of 0.0 MB" in shown
    assert shown.endswith(
        "On YouTube: https://youtu.be/video-0. YouTube says: private, uploaded.\n"
    )
    assert main([*words, "--upload"]) == 0
    assert "The film is on YouTube already" in capsys.readouterr().out
    assert len(logged_in.videos) == 1


def test_nothing_becomes_public_unless_somebody_says_yes(
    words: list[str],
    logged_in: "FakeYouTube",
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to_public = [*words, "--upload", "--privacy=public"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(to_public) == 1
    assert "this is no terminal to ask in" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda question: "“Slopes” becomes public" not in question)
    assert main(to_public) == 1
    assert "nothing was uploaded" in capsys.readouterr().err
    assert logged_in.requests == []
    assert main([*to_public, "--yes"]) == 0
    assert logged_in.videos["video-0"]["status"]["privacyStatus"] == "public"
    monkeypatch.setattr("typer.confirm", lambda _: True)
    assert main(to_public) == 0


def test_a_film_that_youtube_locks_is_told(
    words: list[str], logged_in: "FakeYouTube", capsys: pytest.CaptureFixture[str]
) -> None:
    logged_in.locked = True
    assert main([*words, "--upload", "--privacy=unlisted"]) == 1
    assert "It is private, not unlisted: YouTube locks" in capsys.readouterr().out


def test_a_refused_part_is_told_and_the_exit_code_says_so(
    words: list[str], logged_in: "FakeYouTube", capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.outputs.youtube.upload.fake_server import Fault, refusal

    logged_in.faults = [Fault("POST", "/upload/youtube/v3/thumbnails", refusal(403, "forbidden"))]
    assert main([*words, "--upload"]) == 1
    assert "the thumbnail: YouTube refuses it" in capsys.readouterr().out


def test_no_secret_is_shown_whatever_happens(
    words: list[str],
    logged_in: "FakeYouTube",
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.outputs.youtube.upload.fake_server import Fault, refusal

    monkeypatch.setattr("time.sleep", lambda _: None)
    caplog.set_level(logging.DEBUG)
    place = "/upload/youtube/v3/captions"
    for answer in (
        refusal(401, "authError", "access-1 is no good"),
        refusal(403, "quotaExceeded"),
        refusal(400, "invalidMetadata"),
        refusal(503, "backendError"),
    ):
        logged_in.faults = [Fault("PUT", "/session"), Fault("POST", place, answer)]
        main([*words, "--upload"])
    logged_in.access, logged_in.refresh = "access-2", "refresh-2"
    assert main([*words, "--upload"]) == 1
    shown = capsys.readouterr()
    assert "does not accept the log-in" in shown.err
    for text in (shown.out, shown.err, caplog.text):
        assert SECRETS.search(text) is None, text


def test_the_memory_of_an_upload_lies_in_the_bundle(
    words: list[str], studio: Studio, logged_in: "FakeYouTube"
) -> None:
    main([*words, "--upload"])
    (record,) = json.loads((studio.folder / "youtube" / "upload.json").read_text()).values()
    assert record["video"] == "video-0"
