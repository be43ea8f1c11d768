"""The page for programmers is there, and each of its examples does what it says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from html import unescape
from typing import Any
from wsgiref.simple_server import WSGIServer

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cms.open_data.comparing import compare
from cms.territories.models import Municipality
from tests import factories
from tests.factories import practices
from tests.factories.acts import make_act
from tests.search.api.serving import listening, run
from tests.servers import require

pytestmark = pytest.mark.django_db

EXAMPLE = re.compile(r'<pre[^>]*data-example="(\w+)" data-language="(\w+)"><code>(.*?)</code></pre>', re.DOTALL)
#: For a machine without Node: the same lines on a page of another site, in a real browser.
IN_A_BROWSER = """
import sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]).new_page()
    page.on("console", lambda message: print(message.text))
    page.evaluate("async () => {" + sys.argv[1] + "}")
"""


@pytest.fixture
def server(settings: Any) -> Iterator[WSGIServer]:
    with listening() as site:
        settings.WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{site.server_port}"
        settings.DUET_SITE_URL_SAID = True
        yield site


@pytest.fixture
def shown(server: WSGIServer, municipality: Municipality, methodist: User, client: Client) -> dict[str, str]:
    """The examples as they stand on the page, in a region with something to read."""
    home = factories.open_branch(municipality)
    make_act(home=home)
    practices.practice_published(municipality, methodist)
    factories.MentorFactory(public=True, municipality=municipality)
    compare()
    found = EXAMPLE.findall(client.get("/api/").content.decode())
    return {code: unescape(lines) for code, _language, lines in found}


def test_the_examples_of_curl(server: WSGIServer, shown: dict[str, str]) -> None:
    require(shutil.which("curl") is not None, "curl is not installed")
    commands = {code: lines for code, lines in shown.items() if lines.startswith("curl ")}
    assert commands.keys() == {"list", "changed", "search", "head"}
    said = {code: run(server, [*shlex.split(lines), "-sS", "--fail"]) for code, lines in commands.items()}
    assert json.loads(said["list"])["items"][0].keys() == {"id", "title", "url", "level"}
    assert json.loads(said["changed"]).keys() >= {"items", "gone", "as_of"}
    assert "facets" in json.loads(said["search"])
    assert "RateLimit-Remaining" in said["head"]


def test_the_example_of_python(server: WSGIServer, shown: dict[str, str]) -> None:
    number, as_of = run(server, [sys.executable, "-c", shown["python"]]).split()
    assert int(number) >= 1
    assert as_of.endswith("Z")
    assert len(shown["python"].splitlines()) <= 12


def test_the_example_of_javascript(server: WSGIServer, shown: dict[str, str]) -> None:
    node = shutil.which("node")
    command = [node, "--input-type=module", "-e"] if node else [sys.executable, "-c", IN_A_BROWSER]
    assert run(server, [*command, shown["javascript"]]).strip() == "1 Один вопрос к уроку"
    assert len(shown["javascript"].splitlines()) <= 10


def test_the_page_tells_limits_kinds_and_where_it_is_described(db: None, client: Client, settings: Any) -> None:
    settings.DUET_API_RATE = "77/m"
    response = client.get("/api/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "не больше 77 запросов за 60 секунд" in page
    for address in ("/api/v1/openapi.json", "/api/v1/practices", "/api/v1/mentors", "/api/v1/copies"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200
    assert client.post("/api/").status_code == 405
