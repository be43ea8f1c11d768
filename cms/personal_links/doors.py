"""The door of every page behind a personal link: it opens to the right token alone and leaves no trace of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from cms.personal_links.models import PersonalLink
from cms.personal_links.throttling import asks_too_often, note_wrong_try, tried_too_often

View = Callable[..., HttpResponseBase]
GONE, TOO_MANY = 410, 429


def personal(purpose: str) -> Callable[[View], View]:
    """Give a view ``(request, token, …)`` the link in place of the token: ``view(request, link, …)``.

    Whoever comes with an altered, unknown, expired or revoked token gets one and the same page. The forms behind the
    door need no CSRF token: what acts is the secret in the address, not a cookie (and ``no-referrer`` takes the origin
    away that Django would ask for).
    """

    def with_door(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def door(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return untraced(_open(request, token, purpose, view, args, kwargs))

        return door

    return with_door


def _open(request: HttpRequest, token: str, purpose: str, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    if tried_too_often(request):
        return closed(request, TOO_MANY)
    now = timezone.now()
    link = PersonalLink.objects.opened_by(token, purpose, now)
    if link is None or link.subject is None:
        note_wrong_try(request)
        return closed(request, GONE)
    if not getattr(request, "form_asked_again", False) and asks_too_often(link.pk):
        return closed(request, TOO_MANY)
    PersonalLink.objects.filter(pk=link.pk).update(last_used_at=now)
    request.personal_link = link  # type: ignore[attr-defined]
    return view(request, link, *args, **kwargs)


def closed(request: HttpRequest, status: int) -> HttpResponse:
    """The page for those who may not come in; it knows nothing of the thing behind the door."""
    return render(request, "personal_links/closed.html", {"is_throttled": status == TOO_MANY}, status=status)


def untraced(response: HttpResponseBase) -> HttpResponseBase:
    """No cache, search engine or foreign page learns the address."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Cache-Control"] = "no-store, private"
    return response
