"""A phone that was never here loads little: measured on the line, with static files as a public server has them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.browser.__main__ import SETTINGS
from benchmarks.browser.visiting import first_link, first_visit
from tests.servers import environment, manage, serving

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
MOST_MOVED = 0.02


def test_a_first_visit_of_the_search_is_at_most_80_kilobytes_and_12_requests(
    region: Path, tmp_path: Path, browser: Browser
) -> None:
    var = tmp_path / "var"
    shutil.copytree(region, var, ignore=shutil.ignore_patterns("static"))
    manage(var, "collectstatic", "--no-input", DJANGO_SETTINGS_MODULE=SETTINGS)
    with serving(var, environment(var, settings=SETTINGS)) as site:
        search = first_visit(browser, f"{site}/nastavniki/")
        home = first_visit(browser, f"{site}/")
        mentor = first_visit(browser, first_link(browser, f"{site}/nastavniki/", "/nastavniki/"))
    assert search.bytes <= 80 * 1024, search.parts
    assert search.requests <= 12, search.parts
    assert home.requests <= 13, home.parts
    for visit in (search, home, mentor):
        assert visit.moved <= MOST_MOVED
        assert len([name for name, _size in visit.parts if name.endswith(".css")]) == 1, visit.parts
