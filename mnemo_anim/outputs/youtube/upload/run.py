"""Upload a bundle, or bring what YouTube has of it up to date.

Every step can be done again: what is there is found, not made twice. The film is sent as private
and given its privacy at the end, so that nobody sees it before its captions and thumbnail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from mnemo_anim.outputs.youtube.bundle import Bundle
from mnemo_anim.outputs.youtube.metadata import PRIVATE
from mnemo_anim.outputs.youtube.upload.errors import ANSWERS, concerns_one_thing, told
from mnemo_anim.outputs.youtube.upload.patience import Patience
from mnemo_anim.outputs.youtube.upload.playlist import find_or_make
from mnemo_anim.outputs.youtube.upload.session import (
    CHUNK,
    FilmSession,
    Progress,
    SessionOverError,
)
from mnemo_anim.outputs.youtube.upload.state import State, digest_of
from mnemo_anim.outputs.youtube.upload.video import UploadedVideo

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How an upload ended.

    Attributes:
        address: Where the film can be seen.
        privacy: Who may see it, as YouTube says.
        processing: What YouTube makes of the file: ``uploaded``, ``processed``, …
        refused: What it did not take, a sentence each; the rest is there.
    """

    address: str
    privacy: str
    processing: str
    refused: tuple[str, ...]


class Upload:
    """The upload of one bundle.

    Args:
        bundle: What is uploaded.
        youtube: The service.
        say: Tells the user of a step, in a sentence.
        progress: Shows how much of the film has come.
        patience: How often, and how long, to wait for an answer.
        chunk: Bytes of the film that are sent at once.

    Raises:
        UploadError: What is remembered of earlier uploads cannot be read.
    """

    def __init__(
        self,
        bundle: Bundle,
        youtube: Any,
        *,
        say: Callable[[str], None],
        progress: Progress,
        patience: Patience | None = None,
        chunk: int = CHUNK,
    ) -> None:
        self._bundle, self._youtube = bundle, youtube
        self._say, self._progress = say, progress
        self._patience = patience or Patience()
        self._chunk = chunk
        self._state = State(bundle.state, digest_of(bundle.film))
        self._refused: list[str] = []

    def run(self, privacy: str | None = None) -> Uploaded:
        """Do what has not been done yet.

        Args:
            privacy: Who may see the film in the end. None is private for a new film, and leaves one
                that is there as it is.

        Raises:
            UploadError: YouTube refuses the film, or cannot be reached. Another run goes on from
                there.
        """
        metadata = self._bundle.metadata
        if self._state.record.video is not None:
            self._say("The film is on YouTube already; what is said of it is brought up to date.")
        video = UploadedVideo(self._youtube, self._state.record.video or self._send_film())
        self._put_captions(video)
        self._put_thumbnail(video)
        self._put_into_playlist(video, privacy)
        if self._do("its words", lambda: video.tell(metadata, privacy)):
            self._say("Title, description, tags and privacy are renewed.")
        status = self._do("its privacy", video.known)["status"]
        if reason := status.get("failureReason") or status.get("rejectionReason"):
            self._refused.append(f"the film: YouTube does not take the file ({reason}).")
        return Uploaded(
            video.address, status["privacyStatus"], status["uploadStatus"], tuple(self._refused)
        )

    # ---- the steps ----------------------------------------------------------------------------

    def _send_film(self) -> str:
        """Send what has not come of the film; return its id."""
        record, metadata = self._state.record, self._bundle.metadata
        status = {**metadata.status, "privacyStatus": PRIVATE}
        body = {"snippet": metadata.snippet, "status": status}
        while record.video is None:
            session = FilmSession(
                self._youtube, self._bundle.film, body, record.session, self._chunk
            )
            if session.address is None:
                self._do("the film", session.open)
                record.session = session.address
                self._state.save()
            else:
                self._say("An upload of this film was not finished; it goes on from there.")
            try:
                record.video = session.send_all(self._patience, self._progress)["id"]
            except SessionOverError:
                self._say("YouTube has given the unfinished upload up; it begins anew.")
            except ANSWERS as error:
                raise told(error, "the film") from error
            record.session = None
            self._state.save()
        return record.video

    def _put_captions(self, video: UploadedVideo) -> None:
        file, language = self._bundle.captions, self._bundle.metadata.language
        digest = digest_of(file)
        if digest != self._state.record.captions and self._is_taken(
            "the captions", lambda: video.put_captions(file, language)
        ):
            self._state.record.captions = digest
            self._state.save()
            self._say("The captions are there.")

    def _put_thumbnail(self, video: UploadedVideo) -> None:
        file = self._bundle.thumbnail
        digest = digest_of(file)
        if digest != self._state.record.thumbnail and self._is_taken(
            "the thumbnail", lambda: video.put_thumbnail(file)
        ):
            self._state.record.thumbnail = digest
            self._state.save()
            self._say("The thumbnail is there.")

    def _put_into_playlist(self, video: UploadedVideo, privacy: str | None) -> None:
        title = self._bundle.metadata.playlist

        def put() -> None:
            playlist = find_or_make(self._youtube, title, privacy or PRIVATE)
            if playlist.put(video.id):
                self._say(f"It is in the playlist “{title}”.")
            if privacy not in (None, playlist.privacy):
                self._say(f"That playlist is {playlist.privacy}; you may change it on YouTube.")

        self._is_taken("the playlist", put)

    # ---- answers ------------------------------------------------------------------------------

    def _do(self, what: str, step: Callable[[], T]) -> T:
        """Return what a step returns, tried as often as it takes."""
        try:
            return self._patience.until_done(step)
        except ANSWERS as error:
            raise told(error, what) from error

    def _is_taken(self, what: str, step: Callable[[], None]) -> bool:
        """Do a step that the film can be without; return whether YouTube takes it."""
        try:
            self._patience.until_done(step)
        except ANSWERS as error:
            if not concerns_one_thing(error):
                raise told(error, what) from error
            self._refused.append(str(told(error, what)))
            return False
        return True
