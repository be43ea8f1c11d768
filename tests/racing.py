"""Processes that do the same thing at the same stroke of the clock."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence


def started_at_once(processes: Sequence[subprocess.Popen[str]]) -> list[list[str]]:
    """Tell all of them when to begin before waiting for any; gives the words that each has printed."""
    start = time.time() + 1
    for process in processes:
        assert process.stdin
        process.stdin.write(f"{start}\n")
        process.stdin.flush()
    return [process.communicate()[0].split() for process in processes]
