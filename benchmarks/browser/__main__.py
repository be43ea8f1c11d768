"""A first visit on a phone: bytes, requests, the largest thing seen (LCP) and what moved (CLS).

    python -m benchmarks.browser /path/to/a/prepared/demo

Chromium at 360 × 740 with a processor four times slower and slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms for a
round trip, as Lighthouse has it), nothing cached; gunicorn as in the README serves a copy of the folder.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser.visiting import Visit, browser, first_link, first_visit
from tests.servers import environment, manage, serving

SETTINGS = "benchmarks.browser.settings"
#: Kinds of page and what a first visit may cost: kilobytes, requests, seconds to the largest thing seen, movement.
GOALS: dict[str, tuple[int | None, int | None, float, float]] = {
    "home": (None, None, 2.5, 0.02),
    "search": (80, 12, 2.5, 0.02),
    "mentor": (None, None, 2.5, 0.02),
}


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description=__doc__)
    parser.add_argument("region", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder) / "var"
        shutil.copytree(options.region, var, ignore=shutil.ignore_patterns("static"))
        manage(var, "migrate", DJANGO_SETTINGS_MODULE=SETTINGS)
        manage(var, "collectstatic", "--no-input", DJANGO_SETTINGS_MODULE=SETTINGS)
        env = environment(var, settings=SETTINGS, WEB_CONCURRENCY="1")
        with serving(var, env) as site, browser() as chromium:
            places = _addresses(chromium, site)
            print("| first visit | KB | requests | LCP, s | CLS | goal |\n| --- | --- | --- | --- | --- | --- |")
            for name, address in places.items():
                first_visit(chromium, address)  # the server's own first answer is not the visitor's matter
                print(_row(name, [first_visit(chromium, address) for _ in range(options.rounds)]), flush=True)


def _addresses(chromium: Browser, site: str) -> dict[str, str]:
    search = f"{site}/nastavniki/"
    return {"home": f"{site}/", "search": search, "mentor": first_link(chromium, search, "/nastavniki/")}


def _row(name: str, visits: list[Visit]) -> str:
    size, requests, painted, moved = GOALS[name]
    kilobytes = statistics.median(visit.bytes for visit in visits) / 1024
    seconds = statistics.median(visit.painted for visit in visits)
    count = max(visit.requests for visit in visits)
    shift = max(visit.moved for visit in visits)
    wanted = [f"≤ {size} KB" if size else "", f"≤ {requests} requests" if requests else "", f"≤ {painted} s"]
    reached = (
        kilobytes <= (size or kilobytes) and count <= (requests or count) and seconds <= painted and shift <= moved
    )
    verdict = "reached" if reached else "**not reached**"
    goal = ", ".join(filter(None, wanted))
    return f"| {name} | {kilobytes:.0f} | {count} | {seconds:.2f} | {shift:.3f} | {goal}: {verdict} |"


if __name__ == "__main__":
    main()
