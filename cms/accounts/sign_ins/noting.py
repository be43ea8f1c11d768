"""Writes down that somebody signed in or out."""

from __future__ import annotations

import time
from datetime import time as clock
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.sign_ins.devices import device_words
from cms.accounts.sign_ins.models import KEPT, SignIn
from cms.security.visitors import address_of, network_mark
from cms.work.periodic import periodic

#: What a session knows of itself: its first and last moment in seconds, its key, the row of ``SignIn``.
BEGAN, SEEN, KEY, SIGN_IN = "duet.began", "duet.seen", "duet.key", "duet.sign_in"


def place_mark(request: HttpRequest) -> str:
    """What a known place is recognised by."""
    return network_mark(request, "cms.accounts")


@receiver(user_logged_in, dispatch_uid="cms.accounts.sign_ins")
def signed_in(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A session begins."""
    note(request, user)


def note(request: HttpRequest, user: Any = None) -> None:
    """Write down where this session is open, and give it its first moment."""
    session, now = request.session, int(time.time())
    person: Any = user or request.user
    if not session.session_key:
        session.save()
    address = address_of(request)
    entry = SignIn.objects.create(
        user=person,
        session_key=session.session_key or "",
        device=device_words(request.META.get("HTTP_USER_AGENT", "")[:400]),
        address=str(address) if address is not None else None,
        network=place_mark(request),
    )
    session.update({BEGAN: now, SEEN: now, KEY: session.session_key, SIGN_IN: entry.pk})


@receiver(user_logged_out, dispatch_uid="cms.accounts.sign_ins")
def signed_out(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A session ends: by the button, or because it is too old."""
    SignIn.objects.filter(pk=request.session.get(SIGN_IN, 0)).update(session_key="", ended_at=timezone.now())


@periodic(every=timedelta(days=1), at=clock(3, 35), label=_("Уборка: старые входы"))
def forget_old_sign_ins() -> None:
    """Where somebody signed in is known for a month after the last thing that was done there."""
    longest = max(KEPT, settings.DUET_SESSION_LIFETIME)
    SignIn.objects.filter(seen_at__lt=timezone.now() - longest).delete()
