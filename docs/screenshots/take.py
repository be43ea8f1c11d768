"""Takes every picture of the README and of the guide anew: ``python -m docs.screenshots.take [name …]``.

Needs what the tests need, and Chromium. The region is loaded into a temporary folder; pages are found by their kind, so
that a new address needs no change here.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.servers import manage, serving

HERE = Path(__file__).resolve().parent
WIDE, PHONE = 1280, 360
PASSWORD = "duet-demo-2026"


@dataclass(frozen=True)
class Picture:
    """A page as somebody sees it; ``find`` is a link to follow from ``path``, by its CSS selector."""

    name: str
    path: str
    find: str = ""
    user: str = ""
    widths: tuple[int, ...] = (WIDE, PHONE)
    whole: bool = False


PICTURES = (
    Picture("home", "/"),
    Picture("search", "/nastavniki/?q=математика"),
    Picture("mentor", "/nastavniki/", find=".cards h3 a"),
    Picture("admin", "/admin/", user="coordinator", widths=(WIDE,)),
)


@contextmanager
def pages(browser: Browser, site: str, user: str, width: int) -> Iterator[object]:
    """A browser window of this width in which the user is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900 if width == WIDE else 740}, locale="ru-RU")
    page = context.new_page()
    if user:
        page.goto(f"{site}/vhod/")
        page.fill("input[name=username]", user)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit], main form button")
        page.wait_for_load_state()
    yield page
    context.close()


def take(browser: Browser, site: str, picture: Picture) -> None:
    """Take one picture in all its widths."""
    for width in picture.widths:
        with pages(browser, site, picture.user, width) as page:
            page.goto(site + picture.path)
            if picture.find:
                page.goto(site + page.locator(picture.find).first.get_attribute("href"))
            page.wait_for_load_state("networkidle")
            page.screenshot(path=HERE / f"{picture.name}-{width}.png", full_page=picture.whole)
            sys.stdout.write(f"{picture.name}-{width}.png\n")


def main(names: list[str]) -> None:
    """Prepare the region and take the named pictures, or all."""
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        var = Path(folder) / "var"
        var.mkdir()
        manage(var, "demo", "--prepare")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with serving(var) as site:
            for picture in wanted:
                take(browser, site, picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
