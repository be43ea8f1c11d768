"""Passwords are not guessed by trying: by name, by address, and by how many names somebody tries from one network.

A school behind one address is not shut out with a guesser among its machines: a name that signed in from there within
a month is judged by its own wrong passwords alone, and a right password forgets the wrong ones before it.
"""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv4Network
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username, get_failure_limit
from axes.models import AccessAttempt
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

from cms.accounts.sign_ins.models import SignIn
from cms.accounts.sign_ins.noting import place_mark
from cms.security.visitors import subscriber_of

#: Each as a multiple of AXES_FAILURE_LIMIT, which counts one name from one address.
ONE_NAME_IN_A_NETWORK = 2
NAMES_FROM_A_NETWORK = 2
ONE_NAME_FROM_ANYWHERE = 5
ALL_FROM_A_NETWORK = 10


class GuessingHandler(AxesDatabaseHandler):
    """django-axes counts a name from an address; beside it stand the counts of guesses that are spread out."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """The failures that the limit is held against; the limit itself where the guesses are spread out."""
        failures: int = super().get_failures(request, credentials)
        limit: int = get_failure_limit(request, credentials)
        if failures >= limit:
            return failures
        name = get_client_username(request, credentials) or ""
        return limit if is_guessing(request, name, limit, get_cool_off_threshold(request)) else failures


def is_guessing(request: HttpRequest, name: str, limit: int, since: datetime) -> bool:
    """Whether the wrong passwords since then, for this name or from this network, are more than slips of the finger."""
    recent = AccessAttempt.objects.filter(attempt_time__gte=since)
    near = recent.filter(_in_network(subscriber_of(request) or ""))
    mine = recent.filter(username=name)
    if _sum(near.filter(username=name)) >= limit * ONE_NAME_IN_A_NETWORK:
        return True
    if not (
        near.values("username").distinct().count() >= limit * NAMES_FROM_A_NETWORK
        or _sum(mine) >= limit * ONE_NAME_FROM_ANYWHERE
        or _sum(near) >= limit * ALL_FROM_A_NETWORK
    ):
        return False
    return not SignIn.objects.known_place(name, place_mark(request), timezone.now())


def _in_network(address: str) -> Q:
    """The neighbours of an address: IPv6 ones are kept as their /64 already, of IPv4 the last part does not count."""
    if "." not in address:
        return Q(ip_address=address or None)
    first = str(IPv4Network((address, 24), strict=False).network_address).rpartition(".")[0]
    return Q(ip_address__startswith=f"{first}.")


def _sum(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(all=Sum("failures_since_start"))["all"] or 0
