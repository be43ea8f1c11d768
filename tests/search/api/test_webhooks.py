"""A partner is told what changed and who went: signed, in order, again after a failure, and no name with it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.utils import timezone

from cms.health.registry import Health, parts
from cms.mailing.enums import MailState
from cms.open_data.comparing import compare
from cms.open_data.notices import PartnerNotice
from cms.open_data.telling import carry_notices, forget_old_notices
from mentoring.consents.models import MentorConsent
from tests import factories

pytestmark = pytest.mark.django_db

SECRET = "dlinnyy-sekret-partnera"


class Partner(ThreadingHTTPServer):
    """A server that takes messages, or refuses them with a status."""

    def __init__(self) -> None:
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.status = 204
        super().__init__(("127.0.0.1", 0), Receiver)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/duet?from=site"

    @property
    def changes(self) -> list[Any]:
        return [change for _headers, body in self.taken for change in json.loads(body)["changes"]]


class Receiver(BaseHTTPRequestHandler):
    server: Partner

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((dict(self.headers.items()), body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Nothing beside what the test prints."""


@pytest.fixture
def partner(settings: Any) -> Iterator[Partner]:
    with Partner() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.DUET_WEBHOOKS = [f"{server.url} {SECRET}"]
        settings.DUET_WEBHOOKS_INSIDE = ["127.0.0.0/8"]
        yield server
        server.shutdown()


@pytest.fixture
def mentor() -> Any:
    mentor = factories.MentorFactory(public=True, last_name="Канарейкина")
    compare()
    return mentor


def withdraw(mentor: Any) -> None:
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate())
    compare()


def make_due() -> None:
    PartnerNotice.objects.update(next_try=timezone.now())


def health() -> Health:
    return next(part for part in parts if part.code == "partners").find().health


def genuine(client: Client) -> Any:
    """The function that the page for programmers gives to receivers."""
    page = client.get("/api/").content.decode()
    lines = re.search(r'data-example="signature"[^>]*><code>(.*?)</code>', page, re.DOTALL)
    assert lines is not None
    names: dict[str, Any] = {}
    exec(unescape(lines[1]), names)
    return names["is_genuine"]


def test_a_partner_hears_who_went_and_no_name(partner: Partner, mentor: Any, client: Client) -> None:
    withdraw(mentor)
    carry_notices()
    [(headers, body)] = partner.taken
    gone = {"kind": "mentors", "id": mentor.pk, "event": "gone"}
    assert [{name: one[name] for name in gone} for one in partner.changes] == [gone]
    assert partner.changes[0].keys() == {"kind", "id", "event", "at"}
    assert "Канарейк" not in body.decode()
    is_genuine = genuine(client)
    assert is_genuine(SECRET, headers, body)
    assert not is_genuine("another-secret-of-somebody", headers, body)
    assert not is_genuine(SECRET, headers, body.replace(b"gone", b"here"))
    assert not is_genuine(SECRET, {**headers, "X-Duet-Timestamp": "1"}, body)
    assert not carry_notices() and len(partner.taken) == 1
    assert SECRET not in str(PartnerNotice.objects.values())


def test_what_was_there_before_is_not_told(partner: Partner, mentor: Any) -> None:
    assert not PartnerNotice.objects.exists()
    factories.MentorFactory(public=True)
    compare()
    while carry_notices():
        pass
    assert {(one["kind"], one["event"]) for one in partner.changes} >= {("mentors", "changed")}


def test_a_partner_who_fails_is_asked_again_later_and_in_order(partner: Partner, mentor: Any) -> None:
    partner.status = 500
    withdraw(mentor)
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=None)
    compare()
    carry_notices()
    carry_notices()
    assert len(partner.taken) == 1, "the second waits for the first, and the first for its time"
    first = PartnerNotice.objects.waiting().first()
    assert first is not None
    assert first.failure == "ответ 500"
    assert first.next_try > timezone.now() + timedelta(seconds=30)
    make_due()
    carry_notices()
    assert PartnerNotice.objects.get(pk=first.pk).next_try > timezone.now() + timedelta(minutes=4)
    assert health() == Health.DEGRADED
    partner.status, partner.taken = 200, []
    make_due()
    while carry_notices():
        pass
    assert [one["event"] for one in partner.changes] == ["gone", "changed"]
    assert health() == Health.GOOD


def test_after_three_days_a_message_is_given_up_and_the_next_one_goes(partner: Partner, mentor: Any) -> None:
    partner.status = 302
    withdraw(mentor)
    for _try in range(10):
        make_due()
        carry_notices()
    assert PartnerNotice.objects.get().state == MailState.FAILED
    assert health() == Health.DEGRADED
    PartnerNotice.objects.update(created_at=timezone.now() - timedelta(days=31))
    forget_old_notices()
    assert not PartnerNotice.objects.exists()


def test_nobody_inside_is_told_unless_the_setting_says_so(partner: Partner, mentor: Any, settings: Any) -> None:
    settings.DUET_WEBHOOKS_INSIDE = ["10.0.0.0/8"]
    withdraw(mentor)
    carry_notices()
    assert partner.taken == []
    assert "закрытой сети" in PartnerNotice.objects.get().failure


def test_messages_to_whom_the_centre_no_longer_names_are_dropped(partner: Partner, mentor: Any, settings: Any) -> None:
    withdraw(mentor)
    settings.DUET_WEBHOOKS = []
    carry_notices()
    assert partner.taken == []
    assert not PartnerNotice.objects.exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("https://partner.example/duet", "нужен секрет"),
        ("https://partner.example/duet short", "нужен секрет"),
        (f"http://partner.example/duet {SECRET}", "https://"),
        (f"ftp://partner.example/ {SECRET}", "https://"),
        (f"https://name:word@partner.example/ {SECRET}", "имя и пароль"),
    ],
)
def test_a_wrong_line_of_the_setting_is_named_without_its_secret(settings: Any, line: str, words: str) -> None:
    settings.DUET_WEBHOOKS, settings.DUET_WEBHOOKS_INSIDE = [line], []
    [found] = [message for message in run_checks() if message.id == "duet.E030"]
    assert words in found.msg
    assert SECRET not in f"{found.msg}{found.hint}"
    settings.DUET_WEBHOOKS = [f"https://partner.example/duet {SECRET}"]
    assert not [message for message in run_checks() if message.id == "duet.E030"]
