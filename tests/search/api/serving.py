"""Programs that ask this very site over HTTP: the site answers in the thread of the test, inside its transaction."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

#: Seconds that an example may take.
LONGEST = 60


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Nothing beside what the test prints."""


@contextmanager
def listening() -> Iterator[WSGIServer]:
    """The site at a free port of this machine."""
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Quiet) as server:
        server.timeout = 0.1
        yield server


@contextmanager
def _with_the_connection_of_the_test() -> Iterator[None]:
    """As around a request of Django's test client: no request ends the connection, and with it the transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def run(server: WSGIServer, command: Sequence[str]) -> str:
    """What the program prints while the site answers it; fails with what it complains of."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "no_proxy": "*"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, encoding="utf-8", **pipes) as program:  # type: ignore[call-overload]
        ends = time.monotonic() + LONGEST
        with _with_the_connection_of_the_test():
            while program.poll() is None and time.monotonic() < ends:
                server.handle_request()
        if program.poll() is None:
            program.kill()
        said, complained = program.communicate()
    assert program.returncode == 0, complained
    return str(said)
