"""What YouTube knows of a film that it has: words, privacy, captions, thumbnail."""

from pathlib import Path
from typing import Any

from googleapiclient.http import MediaFileUpload

from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.outputs.youtube.upload.errors import UploadError

_MUTABLE = (
    "privacyStatus",
    "publishAt",
    "license",
    "embeddable",
    "publicStatsViewable",
    "containsSyntheticMedia",
)
"""What an update of the part ``status`` must repeat, or else it is set to its default."""


class UploadedVideo:
    """A film on YouTube.

    Args:
        youtube: The service.
        video: Its id.
    """

    def __init__(self, youtube: Any, video: str) -> None:
        self._youtube = youtube
        self.id = video

    @property
    def address(self) -> str:
        """Where it can be seen."""
        return f"https://youtu.be/{self.id}"

    def known(self) -> dict[str, Any]:
        """Return what YouTube says of it: its parts ``snippet`` and ``status``.

        Raises:
            UploadError: There is no such video any more.
        """
        answer = self._youtube.videos().list(part="snippet,status", id=self.id).execute()
        items = answer.get("items", [])
        if not items:
            raise UploadError(
                f"YouTube has no video {self.address} in this account, though the film was "
                "uploaded as that. Log in to the account that has it (--login), or, to upload the "
                "film anew, remove upload.json from the bundle."
            )
        known: dict[str, Any] = items[0]
        return known

    def tell(self, metadata: Metadata, privacy: str | None) -> bool:
        """Tell YouTube what is said of the film, and who may see it; return whether that is new.

        Args:
            metadata: What is said of it.
            privacy: ``private``, ``unlisted`` or ``public``; None leaves it as it is.
        """
        known = self.known()
        snippet = {**known["snippet"], **metadata.snippet}
        status = {**known["status"], **metadata.status}
        if privacy is not None:
            status["privacyStatus"] = privacy
            status.pop("publishAt", None)  # a film that waits for its day is private until then
        if snippet == known["snippet"] and status == known["status"]:
            return False
        kept = {key: status[key] for key in (*_MUTABLE, *metadata.status) if key in status}
        body = {"id": self.id, "snippet": metadata.snippet, "status": kept}
        self._youtube.videos().update(part="snippet,status", body=body).execute()
        return True

    def put_captions(self, file: Path, language: str) -> None:
        """Give the film captions in a language, or renew those that it has."""
        media = MediaFileUpload(str(file), mimetype="application/octet-stream")
        tracks = self._youtube.captions()
        for track in tracks.list(part="snippet", videoId=self.id).execute().get("items", []):
            told = track["snippet"]
            if (told["language"], told["trackKind"]) == (language, "standard"):
                body = {"id": track["id"]}
                tracks.update(part="id", body=body, media_body=media).execute()
                return
        snippet = {"videoId": self.id, "language": language, "name": ""}
        tracks.insert(part="snippet", body={"snippet": snippet}, media_body=media).execute()

    def put_thumbnail(self, file: Path) -> None:
        """Give the film its thumbnail."""
        kind = "image/png" if file.suffix == ".png" else "image/jpeg"
        media = MediaFileUpload(str(file), mimetype=kind)
        self._youtube.thumbnails().set(videoId=self.id, media_body=media).execute()
