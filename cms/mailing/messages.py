"""What goes to the mail server: one mail as it was written, or the mails of a digest as one."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.mail import EmailMultiAlternatives
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _

from cms.mailing.models import OutgoingMail
from cms.wording import counted


def message_of(mails: Sequence[OutgoingMail]) -> EmailMultiAlternatives:
    """The message for mails to one address that leave together; ``OSError`` where an attachment is gone."""
    first = mails[0]
    subject, body = (first.subject, first.body) if len(mails) == 1 else _digest(mails)
    message = EmailMultiAlternatives(
        subject,
        body,
        to=[first.recipient],
        headers={"Message-ID": _message_id(first), "Auto-Submitted": "auto-generated"},
    )
    if first.reply_to and len(mails) == 1:
        message.reply_to = [first.reply_to]
    if first.html and len(mails) == 1:
        message.attach_alternative(first.html, "text/html")
    for mail in mails:
        for attachment in mail.attachments:
            with default_storage.open(attachment["stored"]) as file:
                message.attach(attachment["name"], file.read(), attachment["type"])
    return message


def _digest(mails: Sequence[OutgoingMail]) -> tuple[str, str]:
    day = date_format(mails[0].digest_for, "j E") if mails[0].digest_for else ""
    messages = counted(len(mails), _("сообщение"), _("сообщения"), _("сообщений"))
    subject = _("Сводка на %(day)s: %(messages)s") % {"day": day, "messages": messages}
    parts = [f"{mail.subject}\n\n{mail.body.strip()}" for mail in mails]
    return subject, "\n\n———\n\n".join(parts) + "\n"


def _message_id(mail: OutgoingMail) -> str:
    """The same for every try: a server or mailbox that got a mail twice can see it."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<duet-{mail.pk}-{int(mail.created_at.timestamp())}@{domain}>"
