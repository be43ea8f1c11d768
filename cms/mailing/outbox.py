"""Writing a mail down: it leaves if the caller's transaction is committed, and only then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from django.utils import timezone

from cms.mailing.models import OutgoingMail
from cms.work.waking import wake_after_commit

#: When the digest of a day leaves, by the site's clock.
DIGEST_HOUR = 8
_SUBJECT = OutgoingMail._meta.get_field("subject").max_length or 250


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the default storage that is sent along; it has to stay there until the mail has left."""

    name: str
    stored: str
    type: str = "application/octet-stream"


def send_later(
    to: str | Iterable[str],
    subject: str,
    body: str,
    *,
    kind: str,
    key: str = "",
    digest_for: date | None = None,
    attachments: Sequence[Attachment] = (),
    html: str = "",
    reply_to: str = "",
) -> None:
    """Write a mail into the outbox, one for each address of ``to``, in the caller's transaction.

    The same ``key`` to the same address is one mail for ever (400 days), however often it is asked for. Mails of one
    address with the same ``digest_for`` leave as one, at eight in the morning of that day. ``kind`` is a code that the
    room gave words to by ``register_mail_kind``.
    """
    now = timezone.now()
    next_try = max(now, _digest_time(digest_for)) if digest_for else now
    one_line = " ".join(subject.split())[:_SUBJECT]
    mails = [
        OutgoingMail(
            kind=kind,
            recipient=address,
            reply_to=reply_to,
            subject=one_line,
            body=body,
            html=html,
            attachments=[asdict(attachment) for attachment in attachments],
            key=key,
            digest_for=digest_for,
            created_at=now,
            next_try=next_try,
        )
        for address in _addresses(to)
    ]
    OutgoingMail.objects.bulk_create(mails, ignore_conflicts=bool(key))
    if mails and next_try <= now:
        wake_after_commit()


def _addresses(to: str | Iterable[str]) -> list[str]:
    """Each address once; people without one are left out."""
    given = [to] if isinstance(to, str) else to
    return list(dict.fromkeys(address.strip() for address in given if address and address.strip()))


def _digest_time(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(DIGEST_HOUR)))
