"""An upload puts a film on YouTube once, with all that belongs to it, whatever comes between."""

import hashlib
import json
import stat
from dataclasses import replace

import pytest

from mnemo_anim.outputs.youtube.bundle import Bundle
from mnemo_anim.outputs.youtube.upload.errors import UploadError
from tests.outputs.youtube.upload.fake_server import Fault, refusal
from tests.outputs.youtube.upload.fake_youtube import QUARTER, FakeYouTube
from tests.outputs.youtube.upload.samples import FILM, Make, Told

SIZE = len(FILM)


def test_the_film_that_comes_is_the_film_that_was_sent(
    upload: Make, youtube: FakeYouTube, told: Told
) -> None:
    done = upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}
    assert (done.address, done.privacy, done.refused) == ("https://youtu.be/video-0", "private", ())
    assert told.progress[0] == (0, SIZE)
    assert told.progress[-1] == (SIZE, SIZE)
    assert told.progress == sorted(told.progress)


def test_it_has_its_words_captions_thumbnail_and_playlist(
    upload: Make, youtube: FakeYouTube, small_bundle: Bundle
) -> None:
    upload().run()
    video = youtube.videos["video-0"]
    assert video["snippet"].items() >= small_bundle.metadata.snippet.items()
    assert video["status"].items() >= small_bundle.metadata.status.items()
    assert youtube.captions[0]["snippet"]["language"] == "en"
    assert youtube.caption_files == {"caption-0": b"1\n"}
    assert youtube.thumbnails == {"video-0": b"a picture"}
    assert youtube.playlists[0]["snippet"]["title"] == "Tests"
    assert youtube.playlists[0]["status"]["privacyStatus"] == "private"
    assert youtube.playlist_items[0]["snippet"]["resourceId"]["videoId"] == "video-0"


def test_a_second_run_sends_nothing_again(upload: Make, youtube: FakeYouTube) -> None:
    upload().run()
    before = len(youtube.requests)
    done = upload().run()
    assert done.address == "https://youtu.be/video-0"
    assert {method for method, _ in youtube.requests[before:]} == {"GET"}
    assert (len(youtube.videos), len(youtube.playlists), len(youtube.playlist_items)) == (1, 1, 1)


def test_new_words_captions_and_thumbnail_are_renewed(
    upload: Make, youtube: FakeYouTube, small_bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload().run()
    small_bundle.captions.write_bytes(b"2\n")
    small_bundle.thumbnail.write_bytes(b"another picture")
    work = upload()
    monkeypatch.setattr(
        work,
        "_bundle",
        replace(small_bundle, metadata=replace(small_bundle.metadata, title="Steep")),
    )
    work.run()
    assert youtube.videos["video-0"]["snippet"]["title"] == "Steep"
    assert youtube.caption_files == {"caption-0": b"2\n"}
    assert youtube.thumbnails == {"video-0": b"another picture"}


def test_another_film_becomes_another_video(
    upload: Make, youtube: FakeYouTube, small_bundle: Bundle
) -> None:
    upload().run()
    small_bundle.film.write_bytes(FILM[::-1])
    assert upload().run().address == "https://youtu.be/video-1"
    small_bundle.film.write_bytes(FILM)
    assert upload().run().address == "https://youtu.be/video-0"


def test_what_the_maker_has_set_on_youtube_stays(upload: Make, youtube: FakeYouTube) -> None:
    upload().run()
    youtube.videos["video-0"]["status"]["privacyStatus"] = "public"
    youtube.videos["video-0"]["status"]["embeddable"] = False
    youtube.videos["video-0"]["snippet"]["title"] = "Mended by hand"
    assert upload().run().privacy == "public"
    assert youtube.videos["video-0"]["snippet"]["title"] == "Slopes | Tests"


def test_a_playlist_of_its_title_is_found_wherever_it_stands(
    upload: Make, youtube: FakeYouTube, told: Told
) -> None:
    youtube.playlists = [
        {"id": title, "snippet": {"title": title}, "status": {"privacyStatus": "unlisted"}}
        for title in ("Hills", "tests", "Tests", "Maps")
    ]
    upload().run("public")
    assert len(youtube.playlists) == 4
    assert "That playlist is unlisted; you may change it on YouTube." in told
    (item,) = youtube.playlist_items
    assert item["snippet"]["playlistId"] == "Tests"


def test_captions_in_other_languages_are_left_alone(upload: Make, youtube: FakeYouTube) -> None:
    youtube.captions = [
        {"id": kind, "snippet": {"videoId": "video-0", "language": language, "trackKind": kind}}
        for language, kind in (("de", "standard"), ("en", "asr"))
    ]
    upload().run()
    assert youtube.caption_files == {"caption-2": b"1\n"}


# ---- privacy -------------------------------------------------------------------------------------


def test_a_film_is_public_only_when_all_of_it_is_there(upload: Make, youtube: FakeYouTube) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.append(youtube.videos["video-0"]["status"]["privacyStatus"])

    for path in ("/upload/youtube/v3/captions", "/upload/youtube/v3/thumbnails/set"):
        youtube.faults.append(Fault("POST", path, refusal(503, "backendError"), call=look))
    assert upload().run("public").privacy == "public"
    assert seen == ["private", "private"]
    assert youtube.playlists[0]["status"]["privacyStatus"] == "public"


def test_a_film_that_waits_for_its_day_goes_on_waiting(upload: Make, youtube: FakeYouTube) -> None:
    upload().run()
    youtube.videos["video-0"]["status"]["publishAt"] = "2030-01-01T00:00:00Z"
    youtube.videos["video-0"]["snippet"]["title"] = "Mended by hand"
    upload().run()
    assert youtube.videos["video-0"]["status"]["publishAt"] == "2030-01-01T00:00:00Z"
    upload().run("public")
    assert "publishAt" not in youtube.videos["video-0"]["status"]


def test_what_youtube_says_of_the_privacy_is_told(upload: Make, youtube: FakeYouTube) -> None:
    youtube.locked = True
    assert upload().run("unlisted").privacy == "private"


# ---- what goes wrong -----------------------------------------------------------------------------


def test_a_server_that_is_busy_is_asked_again_when_it_says(
    upload: Make, youtube: FakeYouTube, told: Told
) -> None:
    busy = refusal(503, "backendError", Retry_After="7")
    youtube.faults = [Fault("PUT", "/session", busy), Fault("PUT", "/session", busy)]
    upload().run()
    assert told.pauses == [7.0, 7.0]
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}
    assert "YouTube does not answer (503 backendError); next try in 7 s." in told


def test_pauses_double(upload: Make, youtube: FakeYouTube, told: Told) -> None:
    youtube.faults = [Fault("PUT", "/session", refusal(500, "backendError")) for _ in range(3)]
    upload().run()
    assert told.pauses == [1.0, 2.0, 4.0]


def test_progress_renews_the_patience(upload: Make, youtube: FakeYouTube, told: Told) -> None:
    def again() -> None:
        if len(youtube.ranges) < 12:
            youtube.faults.append(failing())

    def failing() -> Fault:
        return Fault("PUT", "/session", after=QUARTER, call=again)

    youtube.faults.append(failing())
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}


@pytest.mark.parametrize("after", [0, 1000, QUARTER - 1, QUARTER, None])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_connection_that_breaks_in_a_chunk_loses_nothing(
    upload: Make, youtube: FakeYouTube, after: int | None, times: int
) -> None:
    youtube.faults = [Fault("PUT", "/session", after=after) for _ in range(times)]
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}


def test_an_answer_that_is_lost_makes_no_second_video(upload: Make, youtube: FakeYouTube) -> None:
    def lose_the_answer() -> None:
        youtube.faults += [Fault("PUT", "/session", after=None) for _ in range(3)]

    youtube.faults = [Fault("POST", "/upload/youtube/v3/videos", after=None, call=lose_the_answer)]
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}


def test_an_access_that_runs_out_on_the_way_is_renewed(upload: Make, youtube: FakeYouTube) -> None:
    def expire() -> None:
        youtube.access = "access-2"

    youtube.faults = [Fault("PUT", "/session", refusal(503, "backendError"), call=expire)]
    upload().run()
    assert ("POST", "/token") in youtube.requests
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}


def test_a_log_in_that_is_not_accepted_any_more_is_told(upload: Make, youtube: FakeYouTube) -> None:
    youtube.access, youtube.refresh = "access-2", "another"
    with pytest.raises(UploadError, match=r"does not accept the log-in.*--login"):
        upload().run()


def test_a_used_up_quota_stops_it_and_the_next_run_goes_on(
    upload: Make, youtube: FakeYouTube, told: Told
) -> None:
    youtube.faults = [
        Fault("POST", "/upload/youtube/v3/captions", refusal(403, "quotaExceeded")),
    ]
    with pytest.raises(
        UploadError, match=r"captions: .* quota .* midnight Pacific time, here \d{4}"
    ):
        upload().run()
    assert told.pauses == []
    upload().run()
    assert (len(youtube.videos), len(youtube.captions)) == (1, 1)


def test_what_one_thing_is_refused_for_does_not_stop_the_rest(
    upload: Make, youtube: FakeYouTube
) -> None:
    youtube.faults = [
        Fault(
            "POST",
            "/upload/youtube/v3/thumbnails/set",
            refusal(403, "forbidden", "The channel may not set thumbnails."),
        )
    ]
    done = upload().run("unlisted")
    (refused,) = done.refused
    assert "the thumbnail: YouTube refuses it (403 forbidden: The channel may not" in refused
    assert (done.privacy, len(youtube.playlist_items)) == ("unlisted", 1)
    assert upload().run().refused == ()
    assert youtube.thumbnails == {"video-0": b"a picture"}


def test_a_film_that_is_refused_is_told_with_the_reason(upload: Make, youtube: FakeYouTube) -> None:
    youtube.faults = [
        Fault("POST", "/upload/youtube/v3/videos", refusal(400, "uploadLimitExceeded", "Too many."))
    ]
    with pytest.raises(UploadError, match=r"the film: .*uploadLimitExceeded.*Run again tomorrow"):
        upload().run()


def test_a_file_that_youtube_cannot_use_is_told(upload: Make, youtube: FakeYouTube) -> None:
    upload().run()
    youtube.videos["video-0"]["status"] |= {"uploadStatus": "failed", "failureReason": "codec"}
    done = upload().run()
    assert done.processing == "failed"
    assert done.refused == ("the film: YouTube does not take the file (codec).",)


def test_a_server_that_asks_for_much_patience_is_told(upload: Make, youtube: FakeYouTube) -> None:
    busy = refusal(503, "backendError", Retry_After="3600")
    youtube.faults = [Fault("PUT", "/session", busy)]
    with pytest.raises(UploadError, match=r"does not answer \(503 backendError\). Nothing is lost"):
        upload().run()


def test_a_video_that_youtube_has_lost_is_told(upload: Make, youtube: FakeYouTube) -> None:
    upload().run()
    youtube.videos.clear()
    with pytest.raises(UploadError, match=r"has no video https://youtu.be/video-0"):
        upload().run()


def test_no_answer_at_all_is_told_and_nothing_is_lost(
    upload: Make, youtube: FakeYouTube, told: Told
) -> None:
    youtube.faults = [Fault("PUT", "/session", after=QUARTER) for _ in range(20)]
    with pytest.raises(UploadError, match=r"the film: YouTube does not answer .* go on from there"):
        upload().run()
    youtube.faults = []
    sent = len(youtube.ranges)
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}
    assert "An upload of this film was not finished; it goes on from there." in told
    assert youtube.ranges[sent] == f"bytes */{SIZE}"


def test_a_session_that_youtube_has_given_up_begins_anew(
    upload: Make, youtube: FakeYouTube
) -> None:
    youtube.faults = [Fault("PUT", "/session", refusal(400, "badRequest"))]
    with pytest.raises(UploadError):
        upload().run()
    youtube.sessions.clear()
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}


# ---- what is remembered --------------------------------------------------------------------------


def test_what_is_remembered_is_private(upload: Make, small_bundle: Bundle) -> None:
    upload().run()
    assert stat.S_IMODE(small_bundle.state.stat().st_mode) == 0o600
    (record,) = json.loads(small_bundle.state.read_text()).values()
    assert (record["session"], record["video"]) == (None, "video-0")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', '{"a": {"vidoe": 1}}'])
def test_a_spoilt_memory_stops_it(upload: Make, small_bundle: Bundle, content: str) -> None:
    small_bundle.state.write_text(content)
    with pytest.raises(UploadError, match="it is not known what has been uploaded"):
        upload()
