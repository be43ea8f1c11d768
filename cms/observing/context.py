"""Which request is served by this thread: its number, and who asked, as numbers only."""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest

_request: ContextVar[HttpRequest | None] = ContextVar("duet_request", default=None)
HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[\w-]{8,64}", re.ASCII)


def begin(request: HttpRequest) -> str:
    """Give the request its number, the proxy's own where there is one; returns it."""
    given = request.headers.get(HEADER, "") if settings.DUET_BEHIND_PROXY else ""
    number = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
    request.META["duet.request_id"] = number
    _request.set(request)
    return number


def end(**kwargs: Any) -> None:
    """What is logged from now on belongs to no request."""
    _request.set(None)


request_finished.connect(end, dispatch_uid="cms.observing.context")


def facts() -> dict[str, Any]:
    """What a log line may say of the request: its number, the account's number, the numbers of its municipalities.

    Only what is known already: a log line asks the database nothing.
    """
    request = _request.get()
    if request is None:
        return {}
    found: dict[str, Any] = {"request_id": request.META["duet.request_id"]}
    user = getattr(request, "_cached_user", None)
    if user is not None and user.pk is not None:
        found["user"] = user.pk
        places = {place for _role, place in getattr(user, "_duet_appointments", None) or () if place is not None}
        if places:
            found["municipality"] = sorted(places)
    return found
