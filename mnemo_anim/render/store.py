"""Where segments are kept, also when their film is joined: what does not change is drawn once.

A file's name holds the key of what it was made from and a digest of what it holds, so that a
damaged one is noticed, and two runs at once do each other no harm.
"""

import hashlib
import time
from collections.abc import Collection
from pathlib import Path

from mnemo_anim.render.segments import Segment
from mnemo_anim.render.whole import remove_abandoned, write_bytes_whole

KEPT_FOR = 24 * 3600.0
"""Seconds for which a segment stays that is no longer part of a film: an edit may be undone."""

_SUFFIX = ".mp4"


class SegmentStore:
    """The segments of one film, in a folder.

    Args:
        folder: Where they lie; it need not exist yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, segment: Segment, content: bytes) -> None:
        """Keep what a segment holds."""
        write_bytes_whole(self.folder / f"{segment.key}-{_digest(content)}{_SUFFIX}", content)

    def missing(self, segments: Collection[Segment]) -> list[Segment]:
        """Return the segments that are not there, in their order."""
        there = {path.name.partition("-")[0] for path in self._files()}
        return [segment for segment in segments if segment.key not in there]

    def get(self, segment: Segment) -> bytes | None:
        """Return what a segment holds; None where it is not there.

        A file that has been damaged is removed.
        """
        for path in self._files(segment.key):
            try:
                content = path.read_bytes()
            except OSError:
                continue
            if path.stem.partition("-")[2] == _digest(content):
                return content
            path.unlink(missing_ok=True)
        return None

    def prune(self, segments: Collection[Segment]) -> None:
        """Remove what has been no part of the film for a while, or has never been whole."""
        used = {segment.key for segment in segments}
        now = time.time()
        remove_abandoned(self.folder, now)
        for path in self._files():
            if path.name.partition("-")[0] not in used and now - _changed(path) > KEPT_FOR:
                path.unlink(missing_ok=True)

    def _files(self, key: str = "") -> list[Path]:
        return sorted(self.folder.glob(f"{key}*-*{_SUFFIX}")) if self.folder.is_dir() else []


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()
