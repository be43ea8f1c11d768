"""A file that the worker of this machine touches with every heartbeat: a container's health check asks no database."""

from __future__ import annotations

import socket
from pathlib import Path

from cms.settings import environment


def pulse_file() -> Path:
    """One file a machine, or a container: they may share the folder."""
    return environment.VAR / f"worker-{socket.gethostname()}.pulse"


def beat() -> None:
    """Leave a sign of life."""
    pulse_file().touch()


def end() -> None:
    """The worker has ended by itself."""
    pulse_file().unlink(missing_ok=True)
