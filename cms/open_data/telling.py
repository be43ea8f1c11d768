"""Carries messages to partners: one after another for each, signed, tried again after growing pauses."""

from __future__ import annotations

import hashlib
import hmac
import logging
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, degraded, good, health_check
from cms.links.asking import NoAnswerError, RefusedToAskError, UntrustedError, ask
from cms.mailing.enums import MailState
from cms.observing.gauges import Samples, age, gauge
from cms.open_data.notices import PartnerNotice
from cms.open_data.partners import Partner, partners, policy
from cms.version import VERSION
from cms.work.clock import Postponed, postponed
from cms.work.couriers import courier
from cms.work.pauses import PAUSES, pause_after
from cms.work.periodic import periodic

logger = logging.getLogger(__name__)

#: Nobody else tries a message for so long; longer than any answer takes.
LEASE = timedelta(minutes=2)
#: A message that waits longer than this is told on `/health/`.
PATIENCE = timedelta(minutes=10)


postponed.append(Postponed(lambda: PartnerNotice.objects.waiting(), "next_try", max(PAUSES)))


@courier(label=gettext_lazy("Сообщения партнёрам"), pause=5.0)
def carry_notices() -> bool:
    """Send each partner the oldest message that is due; whether there may be more."""
    known = partners()
    if not known and not PartnerNotice.objects.waiting().exists():
        return False
    PartnerNotice.objects.waiting().exclude(url__in=known).delete()  # nobody waits for these any more
    told = [_carry(partner) for partner in known.values()]  # each of them, whatever becomes of another
    return any(told)


def _carry(partner: Partner) -> bool:
    notice = _take(partner.url, timezone.now())
    if notice is None:
        return False
    failure = _send(partner, notice)
    if failure:
        _failed(notice, failure)
    else:
        PartnerNotice.objects.filter(pk=notice.pk).update(state=MailState.SENT, failure="")
    return not failure


def _take(url: str, now: datetime) -> PartnerNotice | None:
    """The oldest waiting message, if it is due: a later one never overtakes it."""
    if not PartnerNotice.objects.due(now).filter(url=url).exists():  # SQLite's one writer is not asked in vain
        return None
    with transaction.atomic():
        first = PartnerNotice.objects.waiting().filter(url=url).select_for_update().first()
        if first is None or first.next_try > now:
            return None
        first.tries += 1
        first.next_try = now + LEASE
        first.save(update_fields=["tries", "next_try"])
    return first


def _send(partner: Partner, notice: PartnerNotice) -> str:
    """Why the message was not taken; empty if it was."""
    try:
        status = ask(partner.target, policy(), request=request_of(partner, notice, timezone.now())).status
    except RefusedToAskError as error:
        return str(error)
    except UntrustedError:
        return _("сертификат не подтверждён")
    except NoAnswerError:
        return _("не отвечает")
    return "" if 200 <= status < 300 else _("ответ %(status)d") % {"status": status}


def request_of(partner: Partner, notice: PartnerNotice, now: datetime) -> bytes:
    """The whole request: the signature covers the moment and the body, so that neither can be sent again altered."""
    body, moment = notice.body.encode(), str(int(now.timestamp()))
    lines = (
        f"POST {partner.target.path} HTTP/1.1",
        f"Host: {partner.target.host_header}",
        f"User-Agent: Duet/{VERSION}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        f"X-Duet-Delivery: {notice.number}",
        f"X-Duet-Timestamp: {moment}",
        f"X-Duet-Signature: {signature(partner.secret, moment, body)}",
        "Connection: close",
        "",
        "",
    )
    return "\r\n".join(lines).encode("ascii") + body


def signature(secret: str, moment: str, body: bytes) -> str:
    """HMAC-SHA256 of «moment.body», as the header says it."""
    return "sha256=" + hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def _failed(notice: PartnerNotice, failure: str) -> None:
    now, pause = timezone.now(), pause_after(notice.tries)
    logger.warning("notice %s, try %s: not taken", notice.number, notice.tries)
    PartnerNotice.objects.filter(pk=notice.pk).update(
        state=MailState.WAITING if pause else MailState.FAILED,
        next_try=now + pause if pause else now,
        failure=failure[:300],
    )


@periodic(every=timedelta(days=1), at=time(3), label=gettext_lazy("Уборка: старые сообщения партнёрам"))
def forget_old_notices() -> None:
    """Delete what was taken or given up long ago."""
    PartnerNotice.objects.outlived(timezone.now()).delete()


@health_check("partners", label=gettext_lazy("сообщения партнёрам"))
def partners_are_told() -> Finding:
    """Messages do not pile up; a partner's silence breaks nothing here, but somebody should look."""
    count = PartnerNotice.objects.troubled().count()
    if count or PartnerNotice.objects.due(timezone.now() - PATIENCE).exists():
        return degraded(_("партнёр не взял сообщений: %d") % count)
    return good(_("доставлены") if partners() else _("никому не нужны"))


@gauge("duet_partner_notices", "Messages to partners by state.", ["state"])
def notices() -> Samples:
    """What was told."""
    for state, count in PartnerNotice.objects.order_by().values_list("state").annotate(Count("pk")):
        yield (state,), count


@gauge("duet_partner_notices_due_seconds", "How long the message to a partner waits that might have left first.")
def notices_due() -> Samples:
    """0 while all leave in time."""
    yield (), age(PartnerNotice.objects.due(timezone.now()).aggregate(Min("next_try"))["next_try__min"])
