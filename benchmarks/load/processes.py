"""Processor time of a web server and of its workers, from /proc (Linux)."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

_TICKS = os.sysconf("SC_CLK_TCK")
#: Places after the command's name in /proc/<pid>/stat: the parent, then user and system time.
_PARENT, _USER, _SYSTEM = 1, 11, 12


def seconds_of(site: str) -> float:
    """Seconds that the processes bound to the address have used so far, and those that they started."""
    bind = f"{urlsplit(site).hostname}:{urlsplit(site).port}"
    stats = dict(_stats())
    servers = {pid for pid in stats if bind.encode() in _command(pid)}
    family = servers | {pid for pid, fields in stats.items() if int(fields[_PARENT]) in servers}
    return sum(int(stats[pid][_USER]) + int(stats[pid][_SYSTEM]) for pid in family) / _TICKS


def _stats() -> list[tuple[int, list[str]]]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = (folder / "stat").read_text()
            except OSError:
                continue  # ended meanwhile
            found.append((int(folder.name), line.rpartition(")")[2].split()))
    return found


def _command(pid: int) -> bytes:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes()
    except OSError:
        return b""
