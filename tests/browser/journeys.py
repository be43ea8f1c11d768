"""How many screens a journey takes, held against what ``docs/journeys.md`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Error, Request

from tests.servers import ROOT

SIGNING_IN = "/vhod/"


class Screens:
    """Counts the pages that browsers load: one for each form that is sent, with the page that it leads to."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._is_paused = False

    def see(self, request: Request) -> None:
        """Take notice of a request of a browser; pictures, frames and redirects are no screens."""
        if self._is_paused or request.redirected_from or not request.is_navigation_request():
            return
        path = urlsplit(request.url).path
        if _fills_a_tab(request) and path != SIGNING_IN:
            self.opened.append(f"{request.method} {path}")

    @contextmanager
    def not_counted(self) -> Iterator[None]:
        """While somebody signs in."""
        self._is_paused = True
        yield
        self._is_paused = False


def written_down(journey: int) -> int:
    """The screens that the document allows a journey now."""
    text = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {journey} \|.*$", text, re.MULTILINE)
    assert row, f"journey {journey} is not in docs/journeys.md"
    return int(row.group().split("|")[5])


def _fills_a_tab(request: Request) -> bool:
    """Whether a page is loaded, and not something inside of one; a new tab asks before it has a frame."""
    try:
        return request.frame.parent_frame is None
    except Error:
        return True
