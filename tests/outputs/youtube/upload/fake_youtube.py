"""A YouTube on this machine: as much of the API as an upload uses, spoken over real HTTP.

Its addresses come from the client library's own description of the API, with another root. It
takes resumable uploads as Google's servers do: bytes that it has are passed by, of a chunk that
breaks off it keeps whole quarters of a mebibyte, and a session that is complete answers with the
video.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlencode

from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build_from_document
from googleapiclient.http import build_http

from tests.outputs.youtube.upload.fake_server import Answer, Fault, Request, refusal, running

QUARTER = 2**18  # bytes


@dataclass
class Session:
    """A resumable upload."""

    resource: dict[str, Any]
    size: int
    received: bytearray = field(default_factory=bytearray)
    video: str | None = None


class FakeYouTube:
    """The server and all that it knows.

    Attributes:
        faults, requests, ranges: As `Api` has them.
        locked: Whether films stay private, as those of unverified API projects do.
        access: The access token that lets in.
        refresh: The refresh token that gives a new one.
        denies: Whether whoever is asked to log in does not allow it.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str]] = []
        self.ranges: list[str] = []
        self.locked = False
        self.access = "access-1"
        self.refresh = "refresh-1"
        self.denies = False
        self.sessions: dict[str, Session] = {}
        self.videos: dict[str, dict[str, Any]] = {}
        self.digests: dict[str, str] = {}
        self.captions: list[dict[str, Any]] = []
        self.caption_files: dict[str, bytes] = {}
        self.thumbnails: dict[str, bytes] = {}
        self.playlists: list[dict[str, Any]] = []
        self.playlist_items: list[dict[str, Any]] = []
        self.root = ""

    @contextmanager
    def running(self) -> Iterator["FakeYouTube"]:
        with running(self) as self.root:
            yield self

    def client(self) -> dict[str, Any]:
        """Return client secrets, as they are downloaded."""
        return {
            "installed": {
                "client_id": "client-1",
                "client_secret": "secret-of-the-client",
                "auth_uri": f"{self.root}auth",
                "token_uri": f"{self.root}token",
                "redirect_uris": ["http://localhost"],
            }
        }

    # ---- what the API does --------------------------------------------------------------------

    def answer(self, request: Request, body: bytes) -> Answer:
        place = request.path.removeprefix("/upload").removeprefix("/youtube/v3")
        act, open_to_all = {
            ("GET", "/auth"): (self.ask_to_log_in, True),
            ("POST", "/token"): (self.give_token, True),
            ("POST", "/videos"): (self.open_session, False),
            ("PUT", "/session"): (self.take_chunk, False),
            ("GET", "/videos"): (self.show_video, False),
            ("PUT", "/videos"): (self.update_video, False),
            ("GET", "/captions"): (self.list_captions, False),
            ("POST", "/captions"): (self.take_captions, False),
            ("PUT", "/captions"): (self.take_captions, False),
            ("POST", "/thumbnails/set"): (self.take_thumbnail, False),
            ("GET", "/playlists"): (self.list_playlists, False),
            ("POST", "/playlists"): (self.make_playlist, False),
            ("GET", "/playlistItems"): (self.list_items, False),
            ("POST", "/playlistItems"): (self.take_item, False),
        }[request.method, place]
        access = str(request.headers["Authorization"]).removeprefix("Bearer ")
        if not open_to_all and access != self.access:
            return refusal(401, "authError")
        return act(request, body)

    def ask_to_log_in(self, request: Request, body: bytes) -> Answer:
        given = {"error": "access_denied"} if self.denies else {"code": "code-1"}
        back = urlencode({"state": request.query["state"], **given})
        return 302, {"Location": f"{request.query['redirect_uri']}?{back}"}, {}

    def give_token(self, request: Request, body: bytes) -> Answer:
        asked = parse_qs(body.decode())
        by_refresh = asked["grant_type"] == ["refresh_token"]
        if by_refresh and asked["refresh_token"] != [self.refresh]:
            return 400, {}, {"error": "invalid_grant"}
        given = {"access_token": self.access, "expires_in": 3600, "token_type": "Bearer"}
        return 200, {}, given if by_refresh else given | {"refresh_token": self.refresh}

    def open_session(self, request: Request, body: bytes) -> Answer:
        resource = json.loads(body)
        if request.query["uploadType"] != "resumable":
            return refusal(400, "badRequest")
        if fault := _fault_of(resource):
            return fault
        name = f"secret-{len(self.sessions)}"
        self.sessions[name] = Session(resource, int(request.headers["X-Upload-Content-Length"]))
        return 200, {"Location": f"{self.root}session?upload_id={name}"}, {}

    def take_chunk(self, request: Request, body: bytes) -> Answer:
        session = self.sessions.get(request.query["upload_id"])
        if session is None:
            return refusal(404, "notFound")
        if not request.content_range.startswith("bytes *"):
            start = int(request.content_range.split()[1].split("-")[0])
            if start > len(session.received):
                return refusal(400, "invalidRange")
            session.received += body[len(session.received) - start :]
        if len(session.received) < session.size:
            if len(body) % QUARTER:
                return refusal(400, "badChunk")
            last = len(session.received) - 1
            return 308, {"Range": f"bytes=0-{last}"} if last >= 0 else {}, None
        return 200, {}, self.videos[self.finish(session)]

    def keep_part_of_chunk(self, request: Request, body: bytes) -> None:
        """Keep what has come of a chunk that broke off."""
        session = self.sessions[request.query["upload_id"]]
        start = int(request.content_range.split()[1].split("-")[0])
        came = body[len(session.received) - start :]
        session.received += came[: len(came) // QUARTER * QUARTER]

    def finish(self, session: Session) -> str:
        if session.video is None:
            session.video = f"video-{len(self.videos)}"
            status = {"uploadStatus": "uploaded", "embeddable": True} | session.resource["status"]
            snippet = {"channelId": "UC1"} | session.resource["snippet"]
            self.videos[session.video] = {
                "id": session.video,
                "snippet": snippet,
                "status": status,
            }
            self.digests[session.video] = hashlib.sha256(session.received).hexdigest()
        return session.video

    def show_video(self, request: Request, body: bytes) -> Answer:
        found = self.videos.get(request.query["id"])
        return 200, {}, {"items": [found] if found else []}

    def update_video(self, request: Request, body: bytes) -> Answer:
        resource = json.loads(body)
        if fault := _fault_of(resource):
            return fault
        video = self.videos[resource["id"]]
        status = {"uploadStatus": video["status"]["uploadStatus"], "embeddable": True}
        video["status"] = status | resource["status"]
        video["snippet"] = {"channelId": "UC1"} | resource["snippet"]
        if self.locked:
            video["status"]["privacyStatus"] = "private"
        return 200, {}, video

    def list_captions(self, request: Request, body: bytes) -> Answer:
        wanted = request.query["videoId"]
        kept = [one for one in self.captions if one["snippet"]["videoId"] == wanted]
        return 200, {}, {"items": kept}

    def take_captions(self, request: Request, body: bytes) -> Answer:
        resource, content = _parts_of(request, body)
        if request.method == "POST":
            told = {"trackKind": "standard"} | resource["snippet"]
            resource = {"id": f"caption-{len(self.captions)}", "snippet": told}
            self.captions.append(resource)
        self.caption_files[resource["id"]] = content
        return 200, {}, resource

    def take_thumbnail(self, request: Request, body: bytes) -> Answer:
        self.thumbnails[request.query["videoId"]] = body
        return 200, {}, {"items": [{}]}

    def list_playlists(self, request: Request, body: bytes) -> Answer:
        first = int(request.query.get("pageToken", 0))  # one a page: clients must turn pages
        page = {"items": self.playlists[first : first + 1]}
        following = {"nextPageToken": str(first + 1)} if first + 1 < len(self.playlists) else {}
        return 200, {}, page | following

    def make_playlist(self, request: Request, body: bytes) -> Answer:
        made = {"id": f"PL{len(self.playlists)}", **json.loads(body)}
        self.playlists.append(made)
        return 200, {}, made

    def list_items(self, request: Request, body: bytes) -> Answer:
        asked = (request.query["playlistId"], request.query["videoId"])
        held = [one for one in self.playlist_items if _held(one) == asked]
        return 200, {}, {"items": held}

    def take_item(self, request: Request, body: bytes) -> Answer:
        self.playlist_items.append(json.loads(body))
        return 200, {}, {}


def _held(item: dict[str, Any]) -> tuple[str, str]:
    return item["snippet"]["playlistId"], item["snippet"]["resourceId"]["videoId"]


def _fault_of(resource: dict[str, Any]) -> Answer | None:
    """Return what the API objects to in a video resource."""
    snippet, status = resource["snippet"], resource["status"]
    if not 0 < len(snippet["title"]) <= 100 or {"<", ">"} & set(snippet["title"]):
        return refusal(400, "invalidTitle")
    if len(snippet["description"].encode()) > 5000 or {"<", ">"} & set(snippet["description"]):
        return refusal(400, "invalidDescription")
    if not snippet["categoryId"].isdigit():
        return refusal(400, "invalidCategoryId")
    if status["privacyStatus"] not in {"private", "unlisted", "public"}:
        return refusal(400, "invalidVideoMetadata")
    return None


def _parts_of(request: Request, body: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the two parts of a multipart upload: the resource and the file."""
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    resource, content = message_from_bytes(head + body, policy=default).iter_parts()
    return json.loads(resource.get_content()), bytes(content.get_content())


def credentials_for(root: str, access: str | None = "access-1") -> Credentials:
    """Return what lets into the fake at an address."""
    return Credentials(
        access,
        refresh_token="refresh-1",
        token_uri=f"{root}token",
        client_id="client-1",
        client_secret="secret-of-the-client",
    )


def service_at(root: str, credentials: Credentials | None = None) -> Any:
    """Return the API of the client library, at the address of a fake."""
    folder = files("googleapiclient.discovery_cache.documents")
    document = json.loads(folder.joinpath("youtube.v3.json").read_text(encoding="utf-8"))
    document |= {"rootUrl": root, "baseUrl": root, "servicePath": "", "batchPath": "batch"}
    http = AuthorizedHttp(credentials or credentials_for(root), http=build_http())
    return build_from_document(document, http=http)
