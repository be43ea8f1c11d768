"""Real processes for tests: a command of the site on a database file, its memory measured, its life cut short."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def environment(database: Path) -> dict[str, str]:
    """The environment of a site that lives in this database file."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "DATABASE_URL": f"sqlite:///{database}",
        "DUET_VAR": str(database.parent),
        "LOG_LEVEL": "ERROR",
    }


def start(database: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start Python in the project's root."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(database: Path, *arguments: str) -> str:
    """Run Python in the project's root to its end; a failure is the test's failure."""
    process = start(database, *arguments)
    out, errors = process.communicate(timeout=600)
    assert process.returncode == 0, errors.decode()[-3_000:]
    return out.decode()
