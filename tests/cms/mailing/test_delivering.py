"""Mail servers refuse, fall silent and come back; no mail is lost, and a person learns what cannot be sent."""

import socket

import pytest
from django.utils import timezone

from cms.mailing.delivering import deliver_due
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail
from cms.mailing.outbox import send_later
from cms.work.pauses import PAUSES

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(post_office) -> OutgoingMail:
    send_later("vera@school.example", "Приглашение", "Вас ждёт анкета.", kind="test")
    return OutgoingMail.objects.get()


def try_now() -> OutgoingMail:
    """Deliver as if the pause were over."""
    OutgoingMail.objects.update(next_try=timezone.now())
    deliver_due()
    return OutgoingMail.objects.get()


def test_a_mail_server_that_is_away_gets_the_mail_later(mail, settings, post_office):
    here, settings.EMAIL_PORT = settings.EMAIL_PORT, 1

    waiting = try_now()

    assert waiting.state == MailState.WAITING
    assert "не отвечает" in waiting.failure
    assert waiting.next_try > timezone.now()
    settings.EMAIL_PORT = here
    assert try_now().state == MailState.SENT
    assert len(post_office.taken) == 1


def test_a_silent_mail_server_holds_the_delivery_for_seconds_only(mail, settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT = silent.getsockname()[1]
        settings.EMAIL_TIMEOUT = 0.3

        assert "не отвечает" in try_now().failure


def test_the_pauses_grow_and_end_with_a_person(mail, post_office):
    post_office.answer_to_recipient = b"451 try later"
    pauses = []
    for _try in PAUSES:
        mail = try_now()
        pauses.append(round((mail.next_try - timezone.now()).total_seconds()))

    assert pauses == sorted(pauses)
    assert mail.state == MailState.WAITING
    mail = try_now()
    assert mail.state == MailState.FAILED
    assert "451 try later" in mail.failure


def test_an_address_that_does_not_exist_is_not_tried_for_days(mail, post_office):
    post_office.answer_to_recipient = b"550 no such user"

    failed = try_now()

    assert failed.state == MailState.FAILED
    assert "550 no such user" in failed.failure


def test_a_lost_attachment_is_named(mail):
    OutgoingMail.objects.update(attachments=[{"name": "План.pdf", "stored": "nowhere.pdf", "type": "application/pdf"}])

    failed = try_now()

    assert failed.state == MailState.FAILED
    assert "nowhere.pdf" in failed.failure


def test_one_bad_mail_does_not_stop_the_others(mail, post_office):
    OutgoingMail.objects.update(attachments=[{"broken": True}])
    send_later("oleg@school.example", "Приглашение", "Вас ждёт анкета.", kind="test")

    assert deliver_due() == 1
    assert [message["To"] for message in post_office.taken] == ["oleg@school.example"]


def test_a_mail_that_somebody_else_is_sending_is_left_to_them(mail, post_office):
    from cms.mailing.delivering import _take

    assert [taken.pk for taken in _take()] == [mail.pk]
    assert deliver_due() == 0
