"""Asks the site for a page as it is now, for the person who has just sent a form from it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

from cms.drafts.alone import alone_with
from cms.drafts.differences import differences
from cms.drafts.page_forms import PageForm, forms_of
from cms.drafts.sealing import MARK, is_page, marked
from cms.drafts.tokens import FIELD, FormToken, read_token, token_of

T = TypeVar("T")
_HEADERS = ("HTTP_X_REQUESTED_WITH", "HTTP_ACCEPT", "HTTP_HX_REQUEST", "CONTENT_TYPE")


def form_now(request: HttpRequest, token: FormToken) -> PageForm | None:
    """The same form as it would be shown now; None where the page is closed or shows no such form any more."""
    response = _page_now(request, token.address)
    if response is None or response.status_code != 200 or not is_page(response):
        return None
    forms = forms_of(marked(response.content.decode(response.charset))[0], MARK)  # type: ignore[attr-defined]
    return _same(token, forms)


def unless_changed_elsewhere(request: HttpRequest, save: Callable[[], T]) -> T | None:
    """For a form that keeps its own drafts: save, or give None where another tab or person has changed it since."""
    token = read_token(request.POST.get(FIELD))
    if token is None:
        return save()
    with alone_with(token):
        return None if _is_changed(request, token) else save()


def _is_changed(request: HttpRequest, token: FormToken) -> bool:
    now = form_now(request, token)
    return now is not None and bool(differences(token, request.POST, now, {}))


def fresh_token(request: HttpRequest) -> str:
    """The token of the same form after its drafts were kept; empty where the form carried none."""
    token = read_token(request.POST.get(FIELD))
    now = form_now(request, token) if token is not None else None
    return token_of(token.owner, token.address, now, token.thing).sealed() if token and now else ""


def _same(token: FormToken, forms: list[PageForm]) -> PageForm | None:
    """By its key; else the form with the same address and the most names in common: a first field may have gone."""
    alike = [form for form in forms if form.action == token.action]
    exact = next((form for form in alike if form.key == token.form), None)
    if exact is not None or not token.fields:
        return exact
    nearest = max(alike, key=lambda form: len(token.fields.keys() & form.fields.keys()), default=None)
    return nearest if nearest is not None and token.fields.keys() & nearest.fields.keys() else None


def _page_now(request: HttpRequest, address: str) -> HttpResponseBase | None:
    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
        again = _asked_again(request, parts.path, parts.query)
        again.resolver_match = match
        # Whatever showing a page writes (who is looking, an editing session) belongs to a person, not to this check.
        with transaction.atomic():
            response: Any = match.func(again, *match.args, **match.kwargs)
            if hasattr(response, "render") and not response.is_rendered:
                response = response.render()
            transaction.set_rollback(True)
    except (Resolver404, Http404, PermissionDenied):
        return None
    if hasattr(again, "form_decided"):  # what the page says of itself (cms.drafts.middleware.about)
        request.form_decided = again.form_decided  # type: ignore[attr-defined]
    return response


def _asked_again(request: HttpRequest, path: str, query: str) -> WSGIRequest:
    environ = {
        name: value for name, value in request.META.items() if name not in _HEADERS and not name.startswith("CONTENT_")
    }
    environ |= {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "CONTENT_LENGTH": "0",
        "wsgi.input": BytesIO(b""),
    }  # fmt: skip
    again = WSGIRequest(environ)
    for name, value in vars(request).items():
        # What a request works out of itself (GET, accepted_types) is another one's here.
        if not (name.startswith("_") or name in vars(again) or hasattr(WSGIRequest, name)):
            setattr(again, name, value)
    again.form_asked_again = True  # type: ignore[attr-defined]  # not a visit: no limit counts it
    setattr(again, "_messages", FallbackStorage(again))  # noqa: B010 – messages wait for the person
    return again
