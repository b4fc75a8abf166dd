"""The playlist that a film goes into: found by its title, or made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Playlist:
    """A playlist of the account.

    Attributes:
        youtube: The service.
        id: That YouTube has given it.
        privacy: Who may see it.
    """

    youtube: Any
    id: str
    privacy: str

    def put(self, video: str) -> bool:
        """Put a film at the end; return whether it was not in it."""
        items = self.youtube.playlistItems()
        held = items.list(part="id", playlistId=self.id, videoId=video).execute()
        if held.get("items"):
            return False
        resource = {"kind": "youtube#video", "videoId": video}
        snippet = {"playlistId": self.id, "resourceId": resource}
        items.insert(part="snippet", body={"snippet": snippet}).execute()
        return True


def find_or_make(youtube: Any, title: str, privacy: str) -> Playlist:
    """Return the account's playlist of a title; of several, the first in YouTube's order.

    Args:
        youtube: The service.
        title: Of the playlist.
        privacy: Who may see it, if it is made.
    """
    for one in _all(youtube):
        if one["snippet"]["title"] == title:
            return Playlist(youtube, one["id"], one["status"]["privacyStatus"])
    body = {"snippet": {"title": title}, "status": {"privacyStatus": privacy}}
    made = youtube.playlists().insert(part="snippet,status", body=body).execute()
    return Playlist(youtube, made["id"], privacy)


def _all(youtube: Any) -> Iterator[dict[str, Any]]:
    """Yield the account's playlists, page by page."""
    playlists = youtube.playlists()
    request = playlists.list(part="snippet,status", mine=True, maxResults=50)
    while request is not None:
        page = request.execute()
        yield from page.get("items", [])
        request = playlists.list_next(request, page)
