"""The film, sent in chunks that another process can go on with.

This is the resumable upload of Google's APIs: a POST opens a session, PUTs with ``Content-Range``
send the bytes, and an empty PUT asks how many have come. The client library has it too, but it
keeps the session to its process, sends an empty chunk where it tries again, and does not wait as
long as it is asked to.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from googleapiclient.errors import HttpError
from googleapiclient.http import HttpRequest, MediaFileUpload

from mnemo_anim.outputs.youtube.upload.patience import Patience

CHUNK = 4 * 2**20  # bytes
STEP = 2**18
"""A chunk that is not the last is a multiple of so many bytes."""

_SESSION_IS_OVER = {404, 410}

Progress = Callable[[int, int], None]  # bytes that have come, bytes in all
Video = dict[str, Any]  # as the API describes it


class SessionOverError(Exception):
    """YouTube does not know the session any more."""


class FilmSession:
    """One session, which may have been opened by another process.

    Args:
        youtube: The service.
        film: The file.
        body: The video resource: its parts ``snippet`` and ``status``.
        address: Of a session that goes on; None to open one.
        chunk: Bytes that are sent at once, a multiple of ``STEP``.

    Attributes:
        address: Of the session; None until it is open.
    """

    def __init__(
        self,
        youtube: Any,
        film: Path,
        body: Video,
        address: str | None,
        chunk: int = CHUNK,
    ) -> None:
        media = MediaFileUpload(str(film), mimetype="video/mp4", chunksize=chunk, resumable=True)
        self._request: HttpRequest = youtube.videos().insert(
            part=",".join(body), body=body, media_body=media
        )
        self._media = media
        self._size: int = media.size()
        self.address = address

    def open(self) -> None:
        """Open a session; nothing of the film is sent."""
        headers = {
            **self._request.headers,
            "X-Upload-Content-Type": self._media.mimetype(),
            "X-Upload-Content-Length": str(self._size),
            "Content-Length": str(len(self._request.body)),
        }
        response, content = self._request.http.request(
            self._request.uri, method="POST", body=self._request.body, headers=headers
        )
        if response.status != 200 or "location" not in response:
            raise HttpError(response, content)
        self.address = response["location"]

    def ask(self) -> int | Video:
        """Return how many bytes have come; or, where all have, the video."""
        return self._put(b"", f"bytes */{self._size}")

    def send(self, start: int) -> int | Video:
        """Send a chunk from byte ``start`` on; return as :meth:`ask` does."""
        chunk = self._media.getbytes(start, self._media.chunksize())
        return self._put(chunk, f"bytes {start}-{start + len(chunk) - 1}/{self._size}")

    def send_all(self, patience: Patience, progress: Progress) -> Video:
        """Send all that has not come yet; return the video.

        Raises:
            SessionOverError: The session is over.
            HttpError, OSError, …: Nothing has come for too long, or YouTube refuses the film.
        """
        at = patience.until_done(self.ask)
        while isinstance(at, int):
            progress(at, self._size)
            at = self._send_next(at, patience)
        progress(self._size, self._size)
        return at

    def _send_next(self, at: int, patience: Patience) -> int | Video:
        """Send the bytes from ``at`` on until some of them have come."""
        failures = 0
        while True:
            try:
                answer = self.ask() if failures else at
                if answer == at:
                    answer = self.send(at)
                if answer == at:
                    raise ConnectionError("no byte of the chunk has come")
                return answer
            except Exception as error:
                failures += 1
                patience.pause(error, failures)

    def _put(self, body: bytes, content_range: str) -> int | Video:
        headers = {"Content-Range": content_range, "Content-Length": str(len(body))}
        response, content = self._request.http.request(
            self.address, method="PUT", body=body, headers=headers
        )
        if response.status in {200, 201}:
            video: Video = json.loads(content)
            return video
        if response.status == 308:  # “Resume Incomplete”
            _, _, last = str(response.get("range", "")).partition("-")
            return int(last) + 1 if last.isdigit() else 0
        if response.status in _SESSION_IS_OVER:
            raise SessionOverError
        raise HttpError(response, content)
