"""Finds a free port and hands the process over to the web server."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
TRIES = 50


def is_free(port: int) -> bool:
    """Whether the server could listen on the port of this computer."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: closed connections may linger
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port(wanted: int) -> int:
    """The wanted port, or the next free one; ``OSError`` if fifty in a row are taken."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if is_free(port):
            return port
    raise OSError(f"{wanted}–{wanted + TRIES - 1}")


def command(port: int, root: Path) -> list[str]:
    """The server's command line: one process, so that the laptop keeps one index in memory."""
    return [
        *(sys.executable, "-m", "gunicorn", "--config", "python:cms.gunicorn", "cms.wsgi:application"),
        *("--bind", f"{HOST}:{port}", "--workers", "1"),
        *("--chdir", str(root), "--log-level", "warning"),
    ]


def serve(port: int, root: Path) -> NoReturn:
    """Become the web server: Ctrl+C reaches it directly and ends it cleanly."""
    os.environ["SITE_URL"] = f"http://{HOST}:{port}"
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    sys.stdout.flush()
    sys.stderr.flush()
    arguments = command(port, root)
    os.execv(arguments[0], arguments)
