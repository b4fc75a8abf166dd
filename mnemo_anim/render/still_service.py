"""Stills from workers that are ready: while `mnemo watch` runs, `mnemo still` asks it.

The service speaks over a socket in the file system that only its user may open. A request names
what is wanted and the key of its recipe: it is drawn only by code and from words that are the same
on both sides.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from threading import Thread

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.task import Failure

_LONGEST = 100  # bytes of a socket's path: systems allow about as many


@dataclass(frozen=True, slots=True)
class StillRequest:
    """A moment of a scene.

    Attributes:
        section: Of the scene.
        beat: Its id.
        at: Part of the beat, 0 to 1; None for its poster.
        quality: Its name.
        key: Of the scene's recipe at that quality.
    """

    section: str
    beat: str
    at: float | None
    quality: str
    key: str


Draw = Callable[[StillRequest], bytes | Failure | None]
"""Gives the PNG of a request; None if its recipe is not what it says."""


def address_of(folder: Path) -> str:
    """Return where the service of a folder of films listens."""
    path = str(folder.resolve() / ".watch.sock")
    if len(path.encode()) <= _LONGEST:
        return path
    name = hashlib.sha256(path.encode()).hexdigest()[:16]
    return str(Path(tempfile.gettempdir()) / f"mnemo-{os.getuid()}-{name}.sock")


class StillService:
    """Answers requests in a thread of its own, one after the other.

    Args:
        folder: Of the films.
        draw: What draws.

    Raises:
        RenderError: There is such a service, or there can be none.
    """

    def __init__(self, folder: Path, draw: Draw) -> None:
        self._address, self._draw = address_of(folder), draw
        if _connected(self._address) is not None:
            raise RenderError(
                f"another `mnemo watch` is at work on {folder}. End it first, or let this one have "
                "a place of its own: --folder."
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._listener = _listening(self._address)
        except OSError as error:
            raise RenderError(
                f"no stills can be asked for at {self._address} ({error.strerror or error}). "
                "Name another place for the films: --folder."
            ) from error
        Thread(target=self._serve, name="still-service", daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection = self._listener.accept()
            except OSError:  # closed
                return
            with connection, suppress(OSError, EOFError):
                self._answer(connection)

    def _answer(self, connection: Connection) -> None:
        try:
            request = StillRequest(**json.loads(connection.recv_bytes()))
        except (ValueError, TypeError):
            return
        try:
            drawn = self._draw(request)
        except Exception:  # whoever asks draws by himself then, and sees the error if it is real
            drawn = None
        if isinstance(drawn, Failure):
            connection.send_bytes(json.dumps({"failure": drawn.message}).encode())
        elif drawn is None:
            connection.send_bytes(json.dumps({"other": True}).encode())
        else:
            connection.send_bytes(json.dumps({"drawn": True}).encode())
            connection.send_bytes(drawn)


def ask_for_still(folder: Path, request: StillRequest) -> bytes | Failure | None:
    """Return the PNG that a service gives; None if none is there that can.

    Args:
        folder: Of the films.
        request: What is wanted.
    """
    connection = _connected(address_of(folder))
    if connection is None:
        return None
    try:
        with connection:
            connection.send_bytes(json.dumps(asdict(request)).encode())
            told = json.loads(connection.recv_bytes())
            if "failure" in told:
                return Failure(told["failure"])
            return connection.recv_bytes() if "drawn" in told else None
    except (OSError, EOFError, ValueError):
        return None


def _connected(address: str) -> Connection | None:
    """Return a connection to a service of this user's; None where nobody listens."""
    try:
        if Path(address).stat().st_uid != os.getuid():  # in a folder where anybody may write
            return None
        return Client(address, family="AF_UNIX")
    except OSError:
        return None


def _listening(address: str) -> Listener:
    """Return a listener that only its user may speak to, in the place of one that is dead."""
    with suppress(FileNotFoundError):
        Path(address).unlink()
    before = os.umask(0o077)
    try:
        return Listener(address, family="AF_UNIX")
    finally:
        os.umask(before)
