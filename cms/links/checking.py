"""Asks about links, a few at a time, and keeps what the sites told."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.links.addresses import NotAnAddressError, Target, host_of, target_of
from cms.links.asking import NoAnswerError, RefusedToAskError, UntrustedError, ask
from cms.links.enums import LinkState
from cms.links.models import OutgoingLink
from cms.links.policy import Policy, current_policy

logger = logging.getLogger(__name__)

#: One round: so many links, so many of one site, and no new question after so many seconds.
LINKS, OF_ONE_SITE, SECONDS = 40, 3, 30.0
#: A link is asked about again after so long; one whose site was silent, sooner.
AGAIN, AGAIN_AFTER_SILENCE = timedelta(days=7), timedelta(days=1)
#: So many silences in a row mean that a link does not open.
PATIENCE = 3

GONE = frozenset({404, 410})
FOR_EVER = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was learnt of a link."""

    state: LinkState
    note: str = ""
    moved_to: str = ""


def check_links(policy: Policy | None = None) -> int:
    """Ask about the links that are due, within the bounds of a round; returns how many. Nothing while it is off."""
    policy = policy or current_policy()
    if not policy.is_on:
        return 0
    end = time.monotonic() + SECONDS
    asked = 0
    for link in list(_round(timezone.now())):
        if time.monotonic() > end:
            break
        keep(link, verdict_on(link.address, policy), timezone.now())
        asked += 1
    return asked


def verdict_on(address: str, policy: Policy) -> Verdict:
    """Ask about one address."""
    try:
        target = target_of(address)
        answer = ask(target, policy)
    except NotAnAddressError as error:
        return Verdict(LinkState.MISWRITTEN, str(error))
    except RefusedToAskError as error:
        return Verdict(LinkState.UNASKED, str(error))
    except UntrustedError:
        return Verdict(LinkState.CLOSED, _("сертификат сайта здесь не известен, браузер может предупредить"))
    except NoAnswerError as error:
        logger.info("no answer from a linked site: %s", error)
        return Verdict(LinkState.SILENT)
    return _judge(answer.status, answer.location, target)


def keep(link: OutgoingLink, verdict: Verdict, now: datetime) -> None:
    """Keep a verdict; a site that was silent often enough counts as gone."""
    silences = link.silences + 1 if verdict.state == LinkState.SILENT else 0
    state, note = verdict.state, verdict.note
    if silences >= PATIENCE:
        state, note = LinkState.DEAD, note or _("сайт не отвечает")
    pause = AGAIN_AFTER_SILENCE if verdict.state == LinkState.SILENT else AGAIN
    OutgoingLink.objects.filter(pk=link.pk).update(
        state=state,
        note=note[:200],
        moved_to=verdict.moved_to[:2000],
        silences=min(silences, PATIENCE),
        checked_at=now,
        next_check=now + pause,
    )


def _round(now: datetime) -> Iterator[OutgoingLink]:
    """Due links, not too many of one site: nobody is flooded."""
    sites: Counter[str] = Counter()
    chosen = 0
    for link in OutgoingLink.objects.due(now).iterator(chunk_size=200):
        site = host_of(link.address)
        if sites[site] < OF_ONE_SITE:
            sites[site] += 1
            chosen += 1
            yield link
        if chosen == LINKS:
            return


def _judge(status: int, location: str, target: Target) -> Verdict:
    number = _("ответ сайта: %d") % status
    if 300 <= status < 400 and location:
        return Verdict(LinkState.MOVED, _moved(status, location, target), location)
    if status < 400:
        return Verdict(LinkState.ALIVE)
    if status in GONE:
        return Verdict(LinkState.DEAD, number)
    if status >= 500:
        return Verdict(LinkState.SILENT, number)
    return Verdict(LinkState.CLOSED, number)


def _moved(status: int, location: str, target: Target) -> str:
    plain = f"http://{target.host_header}{target.path}"
    if location == plain.replace("http://", "https://", 1) and target.scheme == "http":
        return _("достаточно заменить http:// на https://")
    return _("навсегда") if status in FOR_EVER else _("временно")
