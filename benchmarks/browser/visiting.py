"""One visit of a phone that has never been here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, sync_playwright

#: Kept by the page itself: the last of the largest things painted, and the sum of unexpected movements.
WATCH = """window.painted = 0; window.moved = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.painted = entry.startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""
#: Slow 4G as Lighthouse has it, in bytes a second and milliseconds.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER_PROCESSOR = 4


@dataclass(frozen=True)
class Visit:
    """Bytes over the line, requests, seconds to the largest thing painted, sum of layout shifts."""

    bytes: int
    requests: int
    painted: float
    moved: float
    parts: tuple[tuple[str, int], ...]


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, ended afterwards."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


def first_visit(chromium: Browser, address: str) -> Visit:
    """Opens the address with nothing cached and waits until nothing more comes."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    sizes: dict[str, float] = {}
    names: dict[str, str] = {}
    line.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    line.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    painted, moved = page.evaluate("[window.painted, window.moved]")
    context.close()
    parts: Any = tuple(sorted((names[key].rsplit("/", 1)[-1], int(size)) for key, size in sizes.items()))
    return Visit(int(sum(sizes.values())), len(sizes), painted / 1000, moved, parts)


def first_link(chromium: Browser, address: str, start: str) -> str:
    """The first link of the results whose address goes on after ``start``."""
    page = chromium.new_page()
    page.goto(address)
    found = page.evaluate("[...document.querySelectorAll('main h3 a, main h2 a')].map((a) => a.getAttribute('href'))")
    page.close()
    return urljoin(address, next(href for href in found if href.startswith(start) and href != start))
