"""A real Chromium against a real server process with the whole invented region."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.journeys import Screens, written_down
from tests.servers import require, serving

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
#: Rules of WCAG 2.0 to 2.2, levels A and AA.
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    require(CHROMIUM.exists(), f"no Chromium at {CHROMIUM}; install Debian's package «chromium» or set CHROMIUM")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": quiet}


@pytest.fixture(scope="session")
def site(region: Path) -> Iterator[str]:
    """The address of this worker's server."""
    with serving(region) as address:
        yield address


@pytest.fixture
def screens() -> Screens:
    """The pages that this test's browsers have loaded."""
    return Screens()


@pytest.fixture(autouse=True)
def journey(request: pytest.FixtureRequest, screens: Screens) -> Iterator[None]:
    """A test that walks a journey takes no more screens than are written down."""
    yield
    if (mark := request.node.get_closest_marker("journey")) is not None:
        most = written_down(mark.args[0])
        print(f"journey {mark.args[0]}: {len(screens.opened)} screens, {most} written down")  # noqa: T201 – pytest -s
        assert len(screens.opened) <= most, screens.opened


@pytest.fixture
def visit(browser: Browser, site: str, screens: Screens) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own: ``visit("/", phone=True, scripts=False)``; no foreign host may be called."""
    contexts = []
    foreign: list[str] = []

    def open_page(path: str, *, phone: bool = False, scripts: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            base_url=site, viewport=PHONE if phone else WIDE, java_script_enabled=scripts, locale="ru-RU", **options
        )
        context.set_default_timeout(30_000)
        context.on("request", screens.see)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url, site) else None)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not foreign, f"the page called another host: {foreign}"


def _is_foreign(url: str, site: str) -> bool:
    return not url.startswith((site, "data:", "blob:", "about:", "chrome"))  # «chrome»: the browser's own viewer of PDF


@pytest.fixture
def sign_in(visit: Callable[..., Page], screens: Screens) -> Callable[..., Page]:
    """A browser in which a demo account is signed in: ``sign_in("coordinator")``."""

    def enter(role: str, path: str = "/admin/", **options: Any) -> Page:
        from demo.accounts import PASSWORD

        with screens.not_counted():
            page = visit("/vhod/", **options)
            page.get_by_label("Имя для входа").fill(role)
            page.get_by_label("Пароль").fill(PASSWORD)
            page.get_by_role("button", name="Войти").click()
            page.goto(path)
        return page

    return enter
