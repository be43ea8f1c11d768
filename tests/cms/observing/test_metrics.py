"""`/metrics/` shows figures to the machines that are named, and the board and the alarms ask for figures that exist."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
import yaml
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from cms.mailing.models import OutgoingMail
from cms.observing import gauges
from cms.observing.metrics import breaker_open
from search.elastic.breaker import Breaker
from tests.servers import ROOT

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r"\bduet_\w+")


def figures(client: Client) -> dict[tuple[str, ...], float]:
    """Values by name and labels."""
    text = client.get("/metrics/").content.decode()
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def names(client: Client) -> set[str]:
    text = client.get("/metrics/").content.decode()
    families = list(text_string_to_metric_families(text))
    kinds = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",)}
    return {family.name + ending for family in families for ending in kinds[family.type]}


@pytest.mark.parametrize(
    ("address", "status"), [("127.0.0.1", 200), ("10.1.2.3", 200), ("203.0.113.9", 404), ("::1", 404), ("", 404)]
)
def test_figures_are_for_named_addresses(client: Client, settings: Any, address: str, status: int) -> None:
    settings.DUET_METRICS_ADDRESSES = ["127.0.0.1", "10.0.0.0/8"]
    assert client.get("/metrics/", REMOTE_ADDR=address).status_code == status


def test_a_visitor_of_the_proxy_is_not_the_proxy(settings: Any) -> None:
    settings.DUET_BEHIND_PROXY = True
    client = Client(headers={"x-forwarded-for": "203.0.113.9"})
    assert client.get("/metrics/").status_code == 404


@pytest.mark.parametrize("path", ["/health/", "/metrics/"])
def test_what_is_watched_answers_by_address(settings: Any, path: str) -> None:
    settings.ALLOWED_HOSTS = ["nastavnik.example.org"]
    settings.DEBUG = False
    client = Client(headers={"host": "10.0.0.5:8000"})
    assert client.get(path).status_code == 200
    assert client.get("/nastavniki/").status_code == 400


def test_requests_searches_and_saves_are_counted(client: Client) -> None:
    before = figures(client)
    client.get("/nastavniki/?q=Иванова")
    client.get("/no-such-page/")
    client.post("/admin/login/", {"username": "o.petrova", "password": "wrong"})
    after = figures(client)

    def more(*key: str) -> float:
        return after.get(key, 0) - before.get(key, 0)

    assert more("duet_requests_total", *sorted(("GET", "mentor-search", "200"))) == 1
    assert more("duet_request_seconds_count", "mentor-search") == 1
    assert more("duet_search_seconds_count", *sorted(("mentor", "database"))) >= 1
    assert not any("petrova" in label or "Иванова" in label for key in after for label in key)


def test_what_waits_is_told_with_its_age(client: Client) -> None:
    OutgoingMail.objects.create(recipient="a@example.org", next_try=timezone.now() - timedelta(hours=1))
    told = figures(client)
    assert told[("duet_mails", "waiting")] == 1
    assert 3600 <= told[("duet_mails_due_seconds",)] < 3700
    assert told[("duet_figures_failed",)] == 0


def test_a_figure_that_fails_leaves_the_others(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Any:
        raise OSError

    monkeypatch.setitem(gauges._asked, "duet_probe", gauges._Asked("duet_probe", "", (), fails))
    told = figures(client)
    assert told[("duet_figures_failed",)] == 1
    assert ("duet_workers", "inside") in told


def test_the_breaker_is_seen(client: Client) -> None:
    breaker = Breaker()
    breaker.failed()
    assert figures(client)[("duet_search_breaker_open",)] == 1
    breaker.succeeded()
    assert figures(client)[("duet_search_breaker_open",)] == 0
    breaker_open.set(0)


def asked_for(path: str) -> set[str]:
    return set(FIGURE.findall((ROOT / path).read_text()))


def test_board_and_alarms_ask_for_figures_that_exist(client: Client) -> None:
    told = names(client)
    board = json.loads((ROOT / "deploy/grafana/duet.json").read_text())
    queries = [target["expr"] for panel in board["panels"] for target in panel.get("targets", ())]
    rules = yaml.safe_load((ROOT / "deploy/prometheus/alarms.yml").read_text())["groups"][0]["rules"]
    asked = {name for query in (*queries, *(rule["expr"] for rule in rules)) for name in FIGURE.findall(query)}
    assert asked - told == set()
    assert len(queries) >= 12
    for rule in rules:
        assert rule["annotations"]["summary"], rule["alert"]
        assert rule["annotations"]["what_to_do"], rule["alert"]


def test_every_figure_that_waits_has_an_alarm() -> None:
    alarms = asked_for("deploy/prometheus/alarms.yml")
    assert {
        "duet_search_notes_seconds",
        "duet_tasks_overdue_seconds",
        "duet_mails_due_seconds",
        "duet_health",
        "duet_workers",
        "duet_search_breaker_open",
    } <= alarms
