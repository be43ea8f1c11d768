"""What people wait for, in one table.

    python -m benchmarks.whole /path/to/a/prepared/demo   # `manage.py demo --prepare` fills the folder of DUET_VAR
    python -m benchmarks.whole /path/to/a/prepared/demo --only reading --rounds 9

The folder is copied, nothing in it changes. The clock is the processor time of the measuring thread, for whole
processes that of the process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.whole.goals import table

PARTS = ("reading", "working", "processes", "indexing", "importing")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole", description=__doc__)
    parser.add_argument("region", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder) / "var"
        shutil.copytree(options.region, var)
        os.environ.update(
            DUET_VAR=str(var),
            DATABASE_URL=f"sqlite:///{var / 'duet.sqlite3'}",
            DJANGO_SETTINGS_MODULE="benchmarks.settings",
        )
        os.environ["API_RATE"] = "100000/m"  # one address asks all
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        import django

        django.setup()
        _measure(options.only, options.rounds)


def _measure(parts: list[str], rounds: int) -> None:
    from django.core.management import call_command

    from benchmarks.whole import importing, processes, reading, working

    call_command("migrate", verbosity=0, run_syncdb=True)
    importing.work_off()
    if "reading" in parts:
        print(table(reading.measure(rounds)), flush=True)
    if "working" in parts:
        print(table(working.measure(rounds)), flush=True)
    if "processes" in parts:
        print(table(processes.measure(reading.addresses())), flush=True)
    if "indexing" in parts:
        print(table(processes.indexes()), flush=True)
    if "importing" in parts:
        print(table(importing.measure()), flush=True)


if __name__ == "__main__":
    main()
