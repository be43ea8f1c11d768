"""A log line says when, which request, who by number, how long; never a name, a search or a link that opens a page."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from cms.observing.logs import logging_settings
from cms.observing.queries import Queries
from cms.personal_links.tokens import PATTERN, new_token
from cms.work.loops import Loop
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What production would write, an object a line."""
    settings = logging_settings("json", "INFO")
    written = io.StringIO()
    settings["handlers"]["console"]["stream"] = written
    before = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(settings)
    yield written
    logging.root.handlers[:], level = before
    logging.root.setLevel(level)


def read(lines: io.StringIO, logger: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    return [line for line in found if line["logger"] == logger]


def test_each_request_has_one_line(client: Client, lines: io.StringIO) -> None:
    answer = client.get("/nastavniki/?q=Иванова")
    (line,) = read(lines, "cms.access")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/nastavniki/", 200)
    assert line["queries"] > 0
    assert line["ms"] >= line["query_ms"] >= 0
    assert line["request_id"] == answer.headers["X-Request-ID"]
    assert "Иванова" not in lines.getvalue()
    assert "user" not in line


def test_who_asked_is_a_number(client: Client, lines: io.StringIO) -> None:
    user = UserFactory(username="o.petrova", last_name="Петрова", is_superuser=True)
    client.force_login(user)
    client.get("/admin/")
    line = read(lines, "cms.access")[-1]
    assert line["user"] == user.pk
    assert "etrova" not in lines.getvalue()
    assert "Петрова" not in lines.getvalue()


def test_errors_belong_to_their_request_and_tell_no_values(client: Client, lines: io.StringIO) -> None:
    client.raise_request_exception = False
    answer = client.get("/no-such-page/?name=Иванова")
    (told,) = read(lines, "django.request")
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert "Иванова" not in lines.getvalue()


def test_a_personal_link_opens_nobodys_page_from_a_log(client: Client, lines: io.StringIO) -> None:
    token = new_token()
    assert PATTERN.search(token)
    client.get(f"/d/{token}/")
    assert read(lines, "cms.access")
    assert token not in lines.getvalue()


@pytest.mark.parametrize(("given", "taken"), [("from-the-proxy-1", True), ("x", False), ("a b c d e f g\x1b", False)])
def test_the_number_of_the_proxy_is_kept(client: Client, settings: Any, given: str, taken: bool) -> None:
    settings.DUET_BEHIND_PROXY = True
    answer = client.get("/health/", headers={"x-request-id": given})
    assert (answer.headers["X-Request-ID"] == given) is taken
    settings.DUET_BEHIND_PROXY = False
    assert client.get("/health/", headers={"x-request-id": given}).headers["X-Request-ID"] != given


def test_a_slow_query_is_named_without_its_values(lines: io.StringIO) -> None:
    with connection.execute_wrapper(Queries(slow_ms=0)), connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["Иванова"])
    (line,) = read(lines, "cms.observing.queries")
    assert line["event"].startswith("slow query")
    assert "SELECT %s" in line["event"]
    assert "Иванова" not in lines.getvalue()


def test_repeated_errors_of_a_loop_stay_errors(lines: io.StringIO) -> None:
    def fails() -> bool:
        raise OSError("no way")

    loop = Loop("courier", fails, pause=1)
    for _ in range(3):
        loop._once()
    told = read(lines, "cms.work.loops")
    assert [line["level"] for line in told] == ["error"] * 3
    assert ["exception" in line for line in told] == [True, False, False]
    loop._step = lambda: False
    loop._once()
    assert read(lines, "cms.work.loops")[-1]["event"] == "courier works again after 3 failures"
