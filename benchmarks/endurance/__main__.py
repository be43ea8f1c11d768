"""`python -m benchmarks.endurance`: T20, people at the site for ten minutes; the table goes to docs/reliability.md."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.endurance.clients import Tally, edit, read
from benchmarks.endurance.report import keep, table
from tests.servers import environment, manage, serving

ROOT = Path(__file__).resolve().parent.parent.parent
#: Who may change mentors in the invented region.
EDITORS = ("coordinator", "methodist", "neighbour", "centre", "coordinator")


def parse() -> argparse.Namespace:
    """How many people, how long, on which database."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.endurance", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--mentors", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--editors", type=int, default=5)
    parser.add_argument("--database", default="", help="an empty database of PostgreSQL; else SQLite")
    parser.add_argument("--processes", default="2", help="of the web server")
    parser.add_argument("--keep", action="store_true", help="put the table into docs/reliability.md")
    return parser.parse_args()


def main() -> int:
    """1 where a request failed, the log names a locked database, or something that was saved is not found."""
    options = parse()
    with tempfile.TemporaryDirectory(prefix="duet-endurance-") as folder:
        var = Path(folder)
        more = {"DATABASE_URL": options.database} if options.database else {}
        manage(var, "demo", "--prepare", **more)
        env = environment(var, WEB_CONCURRENCY=options.processes, **more)
        _say(f"{_grown(options.mentors, env)} mentors")
        tally = Tally()
        with serving(var, env) as site, _worker(env):
            _rush(site, tally, options)
            time.sleep(30)  # the worker brings the index up to date
        log = (var / "server.log").read_text(errors="replace")
        lost = _lost(tally, env)
    measured = table(tally, options, locked=log.count("database is locked"), lost=lost)
    print(measured)
    print(
        "\n".join([*tally.failures[:20], *(f"not found: {word} {tally.saved[word]}" for word in lost)]), file=sys.stderr
    )
    if options.keep:
        keep("PostgreSQL" if options.database else "SQLite", measured)
    return 1 if tally.failures or lost or "database is locked" in log else 0


def _rush(site: str, tally: Tally, options: argparse.Namespace) -> None:
    from demo.accounts import PASSWORD

    until = time.monotonic() + 60 * options.minutes
    people = [threading.Thread(target=read, args=(site, tally, until, n), daemon=True) for n in range(options.readers)]
    for number in range(options.editors):
        login = EDITORS[number % len(EDITORS)]
        people.append(threading.Thread(target=edit, args=(site, tally, until, number, login, PASSWORD), daemon=True))
    for person in people:
        person.start()
    for person in people:
        person.join()


def _grown(size: int, env: dict[str, str]) -> str:
    command = [sys.executable, "-m", "benchmarks.endurance.grow", str(size)]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout.strip()


def _lost(tally: Tally, env: dict[str, str]) -> list[str]:
    """What was said to be saved and is not found by its word."""
    command = [sys.executable, "-m", "benchmarks.endurance.found", *tally.saved]
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    return sorted(set(tally.saved) - set(done.stdout.split()))


@contextmanager
def _worker(env: dict[str, str]) -> Iterator[None]:
    worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env={**os.environ, **env})
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=60)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
