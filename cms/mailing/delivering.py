"""Hands what is due to the mail server; a mail is taken by a short lease, so any number of processes may deliver."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.mailing.enums import MailState
from cms.mailing.messages import message_of
from cms.mailing.models import OutgoingMail
from cms.work.pauses import pause_after

logger = logging.getLogger(__name__)

#: How long a deliverer may take for one mail; if it dies, another one tries after that. Longer than EMAIL_TIMEOUT.
LEASE = timedelta(minutes=5)
PORTION = 100


def deliver_due(limit: int = PORTION) -> int:
    """Send what is due, at most ``limit`` messages; returns how many the mail server took."""
    sent = 0
    for _number in range(limit):
        mails = _take()
        if not mails:
            break
        sent += _deliver(mails)
    return sent


def _take() -> list[OutgoingMail]:
    """The next mail that is due, or the mails of one digest; nobody else tries them while the lease lasts."""
    now = timezone.now()
    if not OutgoingMail.objects.due(now).exists():  # SQLite's one writer is not asked in vain
        return []
    with transaction.atomic():
        first = OutgoingMail.objects.due(now).select_for_update(skip_locked=True, of=("self",)).first()
        if first is None:
            return []
        mails = [first]
        if first.digest_for:
            mails = list(OutgoingMail.objects.same_digest(first).select_for_update(of=("self",)))
        for mail in mails:
            mail.tries += 1
            mail.next_try = now + LEASE
        OutgoingMail.objects.bulk_update(mails, ["tries", "next_try"])
    return mails


def _deliver(mails: Sequence[OutgoingMail]) -> bool:
    """Send the mails as one message and write down what came of it."""
    try:
        message = message_of(mails)
        message.connection = get_connection()
        message.send()
    except OSError as error:  # what smtplib raises too
        _failed(mails, _words(error), for_good=_is_final(error))
    except Exception as error:  # a mail that cannot even be written must not stop the others
        logger.exception("mail %s cannot be sent", mails[0].pk)
        _failed(mails, _("Письмо не составлено: %(why)s") % {"why": error}, for_good=True)
    else:
        _sent(mails)
        return True
    return False


def _sent(mails: Sequence[OutgoingMail]) -> None:
    """The words of a mail that has left are forgotten."""
    OutgoingMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(
        state=MailState.SENT, sent_at=timezone.now(), failure="", body="", html="", attachments=[]
    )


def _failed(mails: Sequence[OutgoingMail], failure: str, *, for_good: bool) -> None:
    now = timezone.now()
    for mail in mails:
        pause = None if for_good else pause_after(mail.tries)
        mail.state = MailState.WAITING if pause else MailState.FAILED
        mail.next_try = now + pause if pause else now
        mail.failure = failure[:500]
        logger.warning("mail %s (%s), try %s: %s", mail.pk, mail.kind, mail.tries, failure)
    OutgoingMail.objects.bulk_update(mails, ["state", "next_try", "failure"])


def _is_final(error: OSError) -> bool:
    """Whether the mail server said for good that it will not take this mail."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _answer in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, FileNotFoundError)


def _words(error: OSError) -> str:
    """Why the mail did not leave, for the report."""
    if isinstance(error, SMTPRecipientsRefused):
        answers = "; ".join(f"{code} {_text(answer)}" for code, answer in error.recipients.values())
        return _("Почтовый сервер не принял адрес: %(why)s") % {"why": answers}
    if isinstance(error, SMTPResponseException):
        return _("Почтовый сервер отказал: %(why)s") % {"why": f"{error.smtp_code} {_text(error.smtp_error)}"}
    if isinstance(error, FileNotFoundError):
        return _("Вложение не найдено: %(why)s") % {"why": error.filename}
    return _("Почтовый сервер не отвечает: %(why)s") % {"why": error}


def _text(answer: bytes | str) -> str:
    return answer.decode(errors="replace") if isinstance(answer, bytes) else answer
