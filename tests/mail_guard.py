"""A mail backend that takes no mail while a transaction of the site is open."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection


class MailInsideTransaction(BaseException):
    """A mail was sent before it was known whether its event happens; not an ``Exception``: Wagtail swallows those."""


class GuardedBackend(EmailBackend):
    """Keeps mails in memory; only the transaction that wraps a test may be open."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks):
            raise MailInsideTransaction([message.subject for message in messages])
        return int(super().send_messages(messages))
