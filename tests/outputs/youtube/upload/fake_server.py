"""A server on this machine that answers, or fails, as it is told to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, dict[str, str], dict[str, Any] | None]


@dataclass
class Request:
    """One request, as it was read."""

    method: str
    path: str
    query: dict[str, str]
    headers: Message
    length: int

    @property
    def content_range(self) -> str:
        return str(self.headers.get("Content-Range", ""))


@dataclass
class Fault:
    """Something that goes wrong once, at a request.

    Attributes:
        method, path: Of the request; the path need only begin so.
        answer: What is answered; None breaks the connection.
        after: Bytes of the body that are read before the connection breaks; None reads all and
            does what is asked, but breaks before the answer.
        call: Called when it happens.

    Questions how much of a film has come do not concern it.
    """

    method: str
    path: str
    answer: Answer | None = None
    after: int | None = 0
    call: Callable[[], None] = lambda: None

    def concerns(self, request: Request) -> bool:
        if request.content_range.startswith("bytes *"):
            return False
        return request.method == self.method and request.path.startswith(self.path)


def refusal(status: int, reason: str, message: str = "No.", **headers: str) -> Answer:
    """Return an error as the API tells it."""
    errors = [{"message": message, "domain": "youtube", "reason": reason}]
    told = {"error": {"code": status, "message": message, "errors": errors}}
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, told


class Api(Protocol):
    """What is behind a server.

    Attributes:
        faults: What goes wrong next; the first that concerns a request does, and is gone.
        requests: All requests so far, as ``(method, path)``.
        ranges: Every ``Content-Range`` so far.
    """

    faults: list[Fault]
    requests: list[tuple[str, str]]
    ranges: list[str]

    def answer(self, request: Request, body: bytes) -> Answer: ...

    def keep_part_of_chunk(self, request: Request, body: bytes) -> None: ...


@contextmanager
def running(api: Api) -> Iterator[str]:
    """Run a server for an API; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(api))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def handler_of(api: Api) -> type[BaseHTTPRequestHandler]:
    """Return what handles the requests to an API."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_request(self) -> None:
            address = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(address.query).items()}
            length = int(self.headers.get("Content-Length", 0))
            request = Request(self.command, address.path, query, self.headers, length)
            api.requests.append((request.method, request.path))
            if request.content_range:
                api.ranges.append(request.content_range)
            fault = next((one for one in api.faults if one.concerns(request)), None)
            if fault is None:
                self.reply(api.answer(request, self.rfile.read(length)))
                return
            api.faults.remove(fault)
            fault.call()
            if fault.answer is not None:
                self.rfile.read(length)
                self.reply(fault.answer)
                return
            body = self.rfile.read(length if fault.after is None else min(fault.after, length))
            if fault.after is None:
                api.answer(request, body)
            elif request.content_range:
                api.keep_part_of_chunk(request, body)
            self.close_connection = True
            with suppress(OSError):
                self.connection.close()

        do_GET = do_POST = do_PUT = handle_request  # noqa: N815 - the names that the base calls

        def reply(self, answer: Answer) -> None:
            status, headers, told = answer
            body = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Print nothing."""

    return Handler
