"""A mail leaves if what it tells of was committed, and once."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from cms.mailing.delivering import deliver_due
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail
from cms.mailing.outbox import Attachment, send_later

pytestmark = pytest.mark.django_db

WORDS = ("Приглашение", "Здравствуйте.\n\nВас ждёт анкета.\n")


def test_nothing_is_sent_while_the_mail_is_written_down(post_office):
    send_later("vera@school.example", *WORDS, kind="test")

    assert post_office.taken == []
    assert OutgoingMail.objects.waiting().count() == 1


def test_a_mail_arrives_as_it_was_written(post_office):
    send_later("vera@school.example", *WORDS, kind="test", html="<p>Вас ждёт анкета.</p>", reply_to="ilya@example.org")

    assert deliver_due() == 1

    [message] = post_office.taken
    assert message["To"] == "vera@school.example"
    assert message["Subject"] == "Приглашение"
    assert message["Reply-To"] == "ilya@example.org"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Вас ждёт анкета." in message.get_body(("plain",)).get_content()
    assert "<p>" in message.get_body(("html",)).get_content()


def test_a_file_travels_with_its_mail(post_office, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    stored = default_storage.save("plans/plan.pdf", ContentFile(b"%PDF-1.7"))

    send_later("vera@school.example", *WORDS, kind="test", attachments=[Attachment("План.pdf", stored)])
    deliver_due()

    [attached] = post_office.taken[0].iter_attachments()
    assert attached.get_filename() == "План.pdf"
    assert attached.get_content() == b"%PDF-1.7"


def test_a_mail_of_a_rolled_back_transaction_was_never_written(post_office):
    with pytest.raises(RuntimeError), transaction.atomic():
        send_later("vera@school.example", *WORDS, kind="test")
        raise RuntimeError

    assert deliver_due() == 0
    assert post_office.taken == []


def test_the_same_key_is_one_mail_even_after_it_was_sent(post_office):
    for _time in range(2):
        for _again in range(2):
            send_later(["vera@school.example", "oleg@school.example"], *WORDS, kind="test", key="consent-7-ends")
        deliver_due()

    assert sorted(message["To"] for message in post_office.taken) == ["oleg@school.example", "vera@school.example"]


def test_each_recipient_sees_only_their_own_address(post_office):
    send_later(["vera@school.example", "", " vera@school.example ", "oleg@school.example"], *WORDS, kind="test")
    deliver_due()

    assert sorted(message["To"] for message in post_office.taken) == ["oleg@school.example", "vera@school.example"]


def test_a_mail_that_has_left_is_forgotten_but_for_its_subject(post_office):
    send_later("vera@school.example", *WORDS, kind="test", html="<p>Анкета</p>")
    deliver_due()

    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.subject, mail.body, mail.html) == (MailState.SENT, "Приглашение", "", "")


def test_a_digest_waits_for_its_morning_and_leaves_as_one(post_office):
    tomorrow = timezone.localdate() + timedelta(days=1)
    for number in (1, 2, 3):
        send_later("vera@school.example", f"Практика {number}", "Ждёт проверки.", kind="test", digest_for=tomorrow)
    send_later("oleg@school.example", "Практика 1", "Ждёт проверки.", kind="test", digest_for=tomorrow)
    assert deliver_due() == 0

    OutgoingMail.objects.update(next_try=timezone.now())
    assert deliver_due() == 2

    to_vera = next(message for message in post_office.taken if message["To"] == "vera@school.example")
    assert "3\xa0сообщения" in to_vera["Subject"]
    assert all(f"Практика {number}" in to_vera.get_content() for number in (1, 2, 3))
    assert not OutgoingMail.objects.waiting().exists()


def test_a_line_break_in_a_subject_adds_no_header(post_office):
    send_later("vera@school.example", "Привет\r\nBcc: all@example.org", "Текст", kind="test")
    deliver_due()

    [message] = post_office.taken
    assert message["Bcc"] is None
