"""«Забыли пароль?» is no means to fill somebody's mailbox."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from cms.accounts.resetting import FROM_ONE_NETWORK, TO_ONE_MAILBOX
from cms.mailing.delivering import deliver_due

pytestmark = pytest.mark.django_db
DOOR = "/admin/password_reset/"


@pytest.fixture(autouse=True)
def nobody_asked_yet():
    cache.clear()


def ask(email: str, address: str = "10.0.0.1") -> int:
    status = Client(REMOTE_ADDR=address).post(DOOR, {"email": email}).status_code
    deliver_due()
    return status


def test_one_mailbox_gets_a_few_letters_in_an_hour(coordinator):
    coordinator.set_password("верный-пароль-1")
    coordinator.save()
    answers = [ask(coordinator.email, f"10.{number}.0.1") for number in range(TO_ONE_MAILBOX + 2)]
    assert answers == [302] * TO_ONE_MAILBOX + [200] * 2
    assert len(mail.outbox) == TO_ONE_MAILBOX


def test_one_network_asks_for_a_few_mailboxes_whether_known_or_not(db):
    answers = [ask(f"a{number}@b.example", f"2001:db8:1:2::{number:x}") for number in range(FROM_ONE_NETWORK + 2)]
    assert answers == [302] * FROM_ONE_NETWORK + [200] * 2
    page = Client(REMOTE_ADDR="2001:db8:1:2::ff").post(DOOR, {"email": "c@b.example"}).content.decode()
    assert "подождите час" in page
