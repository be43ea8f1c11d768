"""Requests for a processor second of the server: our search against Wagtail's, eight clients at once.

    python -m benchmarks.load /path/to/a/prepared/demo

gunicorn as in the README, with its background work left to a worker that is not started, serves a copy of the folder.
Both pages are asked for the same texts, none twice: nothing is remembered. «Again» asks for texts that somebody has
asked for since the last change, as on a day of a real site.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.processes import seconds_of
from tests.servers import ROOT, environment, serving

SETTINGS = "benchmarks.load.settings"
CLIENTS, GOAL = 8, 5.0
WORDS = ("математика", "физика", "химия", "история", "музыка", "биология", "география", "информатика", "литература")
MORE = ("урок", "класс", "молодой", "педагог", "методика", "дети", "родители", "открытый", "экзамен", "проект", "опыт")


@dataclass
class Load:
    """What eight clients got, and what it cost the server."""

    requests: int = 0
    errors: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Requests for a processor second."""
        return self.requests / self.seconds if self.seconds else 0.0


def main() -> int:
    """1 where a request failed or the ratio is below its goal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("region", type=Path)
    parser.add_argument("--requests", type=int, default=240, help="of each contender in each round")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder) / "var"
        shutil.copytree(options.region, var)
        env = environment(var, settings=SETTINGS, WEB_CONCURRENCY="2", BACKGROUND="worker")
        subprocess.run([sys.executable, "-m", "benchmarks.load.fill"], cwd=ROOT, env=env, check=True)
        loads: dict[str, Load] = {"wagtail": Load(), "ours": Load(), "ours, again": Load()}
        texts = _texts()
        with serving(var, env) as site:
            for name in ("wagtail", "ours"):
                _run(site, name, ["разогрев"] * 4, Load())
            for _ in range(options.rounds):
                asked = list(itertools.islice(texts, options.requests))
                for name, load in loads.items():
                    _run(site, name, asked, load)
    return _report(loads)


def _texts() -> Iterator[str]:
    """Texts of one to three words, each once, the short and frequent first."""
    yield from (*WORDS, *MORE)
    yield from (" ".join(pair) for pair in itertools.permutations((*WORDS, *MORE), 2))
    yield from (" ".join(words) for words in itertools.permutations((*WORDS, *MORE), 3))


def _run(site: str, name: str, texts: list[str], load: Load) -> None:
    path = "/wagtail-search/" if name == "wagtail" else "/nastavniki/"
    waiting, lock = iter(texts), threading.Lock()

    def client() -> None:
        while True:
            with lock:
                text = next(waiting, None)
            if text is None:
                return
            good = _get(f"{site}{path}?{urllib.parse.urlencode({'q': text})}")
            with lock:
                load.requests += 1
                load.errors += not good

    before = seconds_of(site)
    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    load.seconds += seconds_of(site) - before


def _get(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bool(answer.status == 200 and answer.read())
    except OSError:
        time.sleep(0.1)
        return False


def _report(loads: dict[str, Load]) -> int:
    print("| search page, 8 clients | requests | errors | for a processor second | to Wagtail's |")
    print("| --- | --- | --- | --- | --- |")
    stock = loads["wagtail"].rate
    for name, load in loads.items():
        print(f"| {name} | {load.requests} | {load.errors} | {load.rate:.0f} | {load.rate / stock:.1f} × |")
    return int(any(load.errors for load in loads.values()) or loads["ours"].rate < GOAL * stock)


if __name__ == "__main__":
    sys.exit(main())
