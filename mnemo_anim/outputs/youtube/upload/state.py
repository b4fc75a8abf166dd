"""What is remembered of uploads: where each film has got to, so that none is uploaded twice."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from mnemo_anim.outputs.youtube.private import write_private
from mnemo_anim.outputs.youtube.upload.errors import UploadError


@dataclass(slots=True)
class Record:
    """Where the upload of one film has got to.

    Attributes:
        session: Address of the upload that goes on; whoever knows it can go on with it.
        video: The id that YouTube has given the film, once all of it is there.
        captions, thumbnail: Digests of the files that YouTube has.
    """

    session: str | None = None
    video: str | None = None
    captions: str | None = None
    thumbnail: str | None = None


class State:
    """The records of all films that have been uploaded from one bundle, by their digests.

    Args:
        path: The file, of mode 0600; it may not exist yet.
        film: Digest of the film that is uploaded.

    Attributes:
        record: Of that film. After changing it, :meth:`save`.

    Raises:
        UploadError: The file is there and cannot be read.
    """

    def __init__(self, path: Path, film: str) -> None:
        self._path = path
        try:
            told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
            self._records = {digest: Record(**record) for digest, record in told.items()}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise UploadError(
                f"{path} cannot be read, so it is not known what has been uploaded. Look on "
                "YouTube; if the film is not there, remove that file and run again."
            ) from error
        self.record = self._records.setdefault(film, Record())

    def save(self) -> None:
        """Write all records in one step."""
        told = {digest: asdict(record) for digest, record in self._records.items()}
        write_private(self._path, json.dumps(told, indent=1) + "\n")


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
