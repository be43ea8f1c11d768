"""How long a session lasts: after a pause, and in all; whoever is signed in gets pages that nobody else may keep."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

from cms.accounts.sign_ins.models import SignIn
from cms.accounts.sign_ins.noting import BEGAN, KEY, SEEN, SIGN_IN, note

#: Seconds between two notes that somebody is still at work.
NOTED_EVERY = 60
#: What an open page asks by itself: nobody need sit before it.
_BY_ITSELF = "/editing-sessions/"


class SessionLimitsMiddleware:
    """Ends a session that is too old; the forms' drafts wait for the next one (cms.drafts)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if has_session and request.user.is_authenticated:
            _keep_or_end(request)
        response = self.get_response(request)
        if has_session and request.user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response


def _keep_or_end(request: HttpRequest) -> None:
    session, now = request.session, int(time.time())
    if BEGAN not in session:  # opened before sessions had an end
        note(request)
        return
    if now < session[SEEN] - NOTED_EVERY:  # the clock was set back: what it said before would make the session longer
        session[BEGAN], session[SEEN] = min(now, session[BEGAN]), now
    idle, lifetime = settings.DUET_SESSION_IDLE.total_seconds(), settings.DUET_SESSION_LIFETIME.total_seconds()
    if now - session[BEGAN] > lifetime or now - session[SEEN] > idle:
        logout(request)
        return
    if session.get(KEY) != session.session_key:  # changing the password gives the session another key
        session[KEY] = session.session_key
        SignIn.objects.filter(pk=session.get(SIGN_IN, 0)).update(session_key=session.session_key)
    if now - session[SEEN] >= NOTED_EVERY and _BY_ITSELF not in request.path_info:
        session[SEEN] = now
        SignIn.objects.filter(pk=session.get(SIGN_IN, 0)).update(seen_at=timezone.now())
