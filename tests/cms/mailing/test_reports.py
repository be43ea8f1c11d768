"""«Письма»: the regional centre sees what was not sent and why, and tries again."""

import pytest

from cms.mailing.delivering import deliver_due
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/mail/"


@pytest.fixture
def failed() -> OutgoingMail:
    return OutgoingMail.objects.create(
        recipient="vera@school.example",
        subject="Приглашение",
        body="Вас ждёт анкета.",
        state=MailState.FAILED,
        failure="Почтовый сервер не принял адрес: 550",
    )


def test_the_centre_reads_why_a_mail_failed_and_sends_it_again(failed, regional_centre, signed_in, post_office):
    client = signed_in(regional_centre)
    page = client.get(REPORT).content.decode()
    assert "не принял адрес: 550" in page
    assert "Отправить снова" in page

    client.post(f"{REPORT}{failed.pk}/again/")
    deliver_due()

    assert [message["To"] for message in post_office.taken] == ["vera@school.example"]
    assert "550" not in client.get(REPORT).content.decode()


def test_a_sent_mail_is_not_sent_twice(failed, regional_centre, signed_in, post_office):
    OutgoingMail.objects.update(state=MailState.SENT)

    answer = signed_in(regional_centre).post(f"{REPORT}{failed.pk}/again/", follow=True)

    assert "уже отправлено" in answer.content.decode()
    assert deliver_due() == 0


def test_a_coordinator_sees_no_mails(failed, coordinator, signed_in):
    client = signed_in(coordinator)

    assert client.get(REPORT).status_code == 302
    client.post(f"{REPORT}{failed.pk}/again/")
    assert OutgoingMail.objects.get().state == MailState.FAILED
    assert REPORT not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("state", ["failed", "nonsense", ""])
def test_the_list_narrows_by_state(failed, regional_centre, signed_in, state):
    assert signed_in(regional_centre).get(REPORT, {"state": state}).status_code == 200
