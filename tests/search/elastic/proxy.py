"""A real HTTP proxy before a real search server: it passes everything on until it is told to misbehave."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

JSON = {"Content-Type": "application/json", "X-Elastic-Product": "Elasticsearch"}

Mood = Callable[["Passage"], bool]


class Passage(BaseHTTPRequestHandler):
    """One connection; `server.mood` may answer in the place of the search server, and says so with True."""

    protocol_version = "HTTP/1.1"
    server: Proxy

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((self.command, self.path))
        if self.server.mood(self):
            return
        behind = http.client.HTTPConnection(self.server.target, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in {"host", "connection"}}
        behind.request(self.command, self.path, body, headers)
        answer = behind.getresponse()
        self.reply(answer.status, answer.read(), dict(answer.getheaders()))
        behind.close()

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any

    def reply(self, status: int, body: bytes, headers: dict[str, str] | None = None, *, pause: float = 0) -> None:
        """Answer; with a `pause` byte by byte, so many seconds after each."""
        self.send_response_only(status)
        dropped = {"content-length", "transfer-encoding", "connection"}
        for name, value in (headers or JSON).items():
            if name.lower() not in dropped:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for piece in [body[place : place + 1] for place in range(len(body))] if pause else [body]:
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(pause)

    def log_message(self, *args: Any) -> None:
        """The output of the tests is not for this."""


class Proxy(ThreadingHTTPServer):
    """Listens on a port of its own; `seen` holds what was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, target: str) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.target = urlsplit(target).netloc
        self.mood: Mood = well
        self.seen: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *args: Any) -> None:
        """Clients that lose their patience are what this is about."""


@contextmanager
def before(target: str) -> Iterator[Proxy]:
    """A proxy before this server."""
    proxy = Proxy(target)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield proxy
    proxy.shutdown()
    proxy.server_close()


def well(passage: Passage) -> bool:
    """Everything is passed on."""
    return False


def silent(passage: Passage) -> bool:
    """Accepts and never answers (for as long as anybody would wait)."""
    time.sleep(4)
    passage.close_connection = True
    return True


def hanging_up(passage: Passage) -> bool:
    """Closes the connection without an answer."""
    passage.close_connection = True
    return True


def dripping(passage: Passage) -> bool:
    """Answers byte by byte, each well within any timeout."""
    passage.reply(200, b'{"responses": []}', pause=0.06)
    return True


def not_json(passage: Passage) -> bool:
    """A gateway in between answers with a page of its own."""
    passage.reply(200, "<html>Ведутся работы</html>".encode(), {"Content-Type": "text/html"})
    return True


def refusing(status: int, kind: str) -> Mood:
    """Answers everything with an error of this status."""

    def mood(passage: Passage) -> bool:
        passage.reply(status, json.dumps({"error": {"type": kind, "reason": kind}, "status": status}).encode())
        return True

    return mood


def full_disk(passage: Passage) -> bool:
    """Reads are served, writes are refused: what a server does past the flood-stage watermark."""
    if passage.command in {"GET", "HEAD"} or "_msearch" in passage.path or "_refresh" in passage.path:
        return False
    reason = "disk usage exceeded flood-stage watermark, index has read-only-allow-delete block"
    error = {"type": "cluster_block_exception", "reason": reason}
    item = {"index": {"_index": "x", "_id": "1", "status": 429, "error": error}}
    if "_bulk" in passage.path:
        passage.reply(200, json.dumps({"took": 1, "errors": True, "items": [item]}).encode())
    else:
        passage.reply(429, json.dumps({"error": error, "status": 429}).encode())
    return True
