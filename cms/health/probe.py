"""The health check of a container, by the standard library alone: it answers, its heart beats, its archives are new.

python -m cms.health.probe web [http://127.0.0.1:8000]
python -m cms.health.probe worker
python -m cms.health.probe backup FOLDER
"""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from cms.work.pulse import pulse_file

SECONDS = 5
#: A pulse older than this is none.
STOPPED_AFTER = 60
#: Archives are made every night; older than this, the last night's is missing.
MISSED_AFTER = 36 * 60 * 60


def web(address: str) -> str:
    """What is wrong with the web process; empty where nothing is."""
    try:
        with urllib.request.urlopen(f"{address}/health/live/", timeout=SECONDS):
            return ""
    except (urllib.error.URLError, OSError) as error:
        return f"web: {error}"


def worker() -> str:
    """What is wrong with the worker of this machine; empty where nothing is."""
    try:
        age = time.time() - pulse_file().stat().st_mtime
    except OSError as error:
        return f"worker: {error}"
    # A sign of the time to come is one of a clock that was set back since.
    return f"worker: silent for {age:.0f} s" if abs(age) > STOPPED_AFTER else ""


def backup(folder: Path) -> str:
    """What is wrong with the archives of the folder."""
    made = max((path.stat().st_mtime for path in folder.glob("duet-*.tar.gz")), default=0.0)
    age = time.time() - made
    if not made:
        return f"backup: no archive in {folder}"
    return f"backup: the last archive is {age / 3600:.0f} h old" if abs(age) > MISSED_AFTER else ""


def main(arguments: list[str]) -> int:
    """The exit code; what is wrong goes to the error output."""
    what = arguments[0] if arguments else "web"
    where = arguments[1] if len(arguments) > 1 else ""
    if what == "backup":
        wrong = backup(Path(where))
    elif what == "worker":
        wrong = worker()
    else:
        wrong = web(where or f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
    if wrong:
        print(wrong, file=sys.stderr)  # noqa: T201 – a command
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
