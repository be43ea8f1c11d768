"""A real web server of the tests whose pages are well, gone, moved, silent, endless or slow."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Pages(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        page = getattr(self, self.path.strip("/").split("/")[0].replace("-", "_"), None)
        if page is not None:
            page()
        else:
            self._say(404)

    def well(self) -> None:
        self._say(200)

    def closed(self) -> None:
        self._say(403)

    def broken(self) -> None:
        self._say(503)

    def moved(self) -> None:
        self._say(301, Location="/новое место")

    def to_the_cloud(self) -> None:
        self._say(302, Location="http://169.254.169.254/latest/meta-data/")

    def huge(self) -> None:
        """Sends for as long as somebody reads; how much was taken is noted."""
        self._say(200)
        try:
            while self.server.sent < 64 * 2**20:
                self.server.sent += self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def endless_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        try:
            for number in range(100_000):
                self.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 1000))
        except OSError:
            pass

    def drip(self) -> None:
        """A sign every tenth of a second, never a whole answer."""
        try:
            for sign in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"s" * 600:
                self.wfile.write(bytes([sign]))
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def silent(self) -> None:
        self.server.over.wait(20)

    def noise(self) -> None:
        self.wfile.write(b"220 mail.example.org ESMTP\r\n\r\n")

    def thinking(self) -> None:
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
        self._say(200)

    def _say(self, status: int, **headers: str) -> None:
        self.wfile.write(f"HTTP/1.1 {status} so\r\n".encode())
        for name, value in headers.items():
            self.wfile.write(f"{name}: {value}\r\n".encode())
        self.wfile.write(b"\r\n")

    def log_message(self, *args: Any) -> None:
        pass


class Site(ThreadingHTTPServer):
    """The server, and what it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.asked: list[str] = []
        self.sent = 0
        self.over = threading.Event()

    def address(self, page: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}/{page}"

    def handle_error(self, *args: Any) -> None:
        pass


@contextmanager
def a_site() -> Iterator[Site]:
    """The server for the time of a block."""
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        site.shutdown()
        socketserver.TCPServer.server_close(site)
