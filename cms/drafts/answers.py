"""What a person sees in place of a lost form: both texts, a decision that is already made, a session that has ended."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.drafts.differences import CHOICE, THEIRS, Difference
from cms.drafts.keeping import MACHINERY, TooLong, keep, short_labels, typed_in
from cms.drafts.last_change import Change, last_change
from cms.drafts.page_forms import Field, digest, plain
from cms.drafts.tokens import FIELD, LABELS, FormToken

CONFLICT = 409


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks and cannot show a page."""
    accepted = request.headers.get("accept", "")
    return accepted.startswith("application/json") or request.headers.get("x-requested-with") == "XMLHttpRequest"


def both_texts(request: HttpRequest, token: FormToken, found: list[Difference], now: FormToken) -> HttpResponse:
    """The form with both texts of each field that two have changed; what is chosen is saved by the same view."""
    _keep_quietly(request, token)
    asked = {difference.name for difference in found if not difference.is_gone}
    context = {
        "differences": found,
        "fresh_token": now.sealed(),
        "hidden": [pair for pair in _pairs(request.POST) if pair[0] not in MACHINERY | asked],
        "send_to": request.get_full_path(),
        "yours": [(difference, request.POST.getlist(difference.name)) for difference in found],
        "choice": CHOICE,
        "theirs": THEIRS,
        "token_name": FIELD,
        "has_files": bool(request.FILES),
        **_frame(request, token, _("Пока вы писали, это изменили"), last_change(token.thing, token.opened_at)),
    }
    return _page(request, "conflict", context)


def already_decided(request: HttpRequest, token: FormToken) -> HttpResponse:
    """Somebody was quicker: who, when, and the words that were typed."""
    _keep_quietly(request, token)
    if wants_json(request):
        return JsonResponse({"success": False, "error_message": _("Это уже решено.")}, status=CONFLICT)
    return beside_the_decision(request, token, request.POST, labels_in(request), status=CONFLICT)


def beside_the_decision(
    request: HttpRequest,
    token: FormToken,
    data: QueryDict,
    labels: dict[str, str],
    *,
    more: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    """A page in place of the form that is no more: who has decided, when, and what was typed here.

    ``more`` are labels and words of other drafts of the same page.
    """
    change = getattr(request, "form_decided", None) or last_change(token.thing, token.opened_at)
    frame = _frame(request, token, (change and change.done) or _("Уже решено"), change)
    return _page(request, "decided", {"typed": [*typed_words(data, token, labels), *more], **frame}, status)


def typed_words(data: QueryDict, token: FormToken, labels: dict[str, str]) -> list[tuple[str, str]]:
    """What was changed in a form: label and words of each field, also of rows that were added to it."""
    typed = []
    for name in dict.fromkeys([*token.fields, *(name for name, words in labels.items() if words and name in data)]):
        values = tuple(data.getlist(name))
        if name not in token.secrets and digest(values) not in {token.fields.get(name, ""), ""}:
            words = Field(name, choices={value: labels.get(f"{name}={value}", "") or plain(value) for value in values})
            typed.append((labels.get(name, ""), words.words(values)))
    return typed


def labels_in(request: HttpRequest) -> dict[str, str]:
    """What the fields of a sent form were called on the screen."""
    try:
        told = json.loads(request.POST.get(LABELS, "{}"))
    except ValueError:
        return {}
    return short_labels(told) if isinstance(told, dict) else {}


def where_it_is(request: HttpRequest, token: FormToken) -> FormToken:
    """An autosaved page has its own address since it was made, which its form was not loaded from."""
    return replace(token, address=request.get_full_path()) if token.is_autosaved else token


def sign_in_again(request: HttpRequest, token: FormToken) -> HttpResponse:
    """The session has ended: keep what was sent and lead through signing in back to the form."""
    token = where_it_is(request, token)
    words = _("Сеанс закончился. Написанное сохранено: войдите снова, и форма откроется такой, какой была.")
    try:
        keep_sent(request, token, interrupted=True)
    except TooLong:
        words = _("Сеанс закончился. Войдите в соседней вкладке, вернитесь сюда кнопкой «Назад» и сохраните ещё раз.")
    if wants_json(request):
        answer = {"success": False, "error_code": "signed_out", "error_message": words, "url": sign_in_url(token)}
        return JsonResponse(answer, status=403)
    messages.warning(request, words)
    return HttpResponseRedirect(sign_in_url(token))


def sign_in_url(token: FormToken) -> str:
    """Signing in, which leads back to the page of the form."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': token.address})}"


def somebody_elses(request: HttpRequest, token: FormToken) -> HttpResponse:
    """Another person has signed in in this browser: the words wait for the first one."""
    with suppress(TooLong):
        keep_sent(request, token, interrupted=True)
    words = _("Эту форму открыл другой человек. Ничего не записано; написанное ждёт его, когда он войдёт снова.")
    if wants_json(request):
        answer = {"success": False, "error_code": "signed_out", "error_message": words, "url": sign_in_url(token)}
        return JsonResponse(answer, status=403)
    messages.warning(request, words)
    return HttpResponseRedirect(reverse("wagtailadmin_home"))


def keep_sent(request: HttpRequest, token: FormToken, *, interrupted: bool = False) -> None:
    """Keep a sent form with what its fields were called; raises ``TooLong``."""
    keep(token, typed_in(request.POST, token), labels_in(request), interrupted=interrupted)


def _keep_quietly(request: HttpRequest, token: FormToken) -> None:
    with suppress(TooLong):  # then only the page itself shows the words
        keep_sent(request, token)


def _pairs(data: QueryDict) -> Iterable[tuple[str, str]]:
    return ((name, value) for name, values in data.lists() for value in values)


def _frame(request: HttpRequest, token: FormToken, title: str, change: Change | None) -> dict[str, Any]:
    path = urlsplit(token.address).path
    return {
        "change": change,
        "is_own": change is not None and change.is_by(request.user),
        "names_people": token.owner.user_id is not None,
        "back_url": path,
        "page_title": title,
        "header_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [],
    }


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = CONFLICT) -> HttpResponse:
    door = "admin" if context["names_people"] else "public"
    context["part"] = f"drafts/{name}.html"
    response = render(request, f"drafts/page_{door}.html", context, status=status)
    response["Cache-Control"] = "no-store, private"
    return response
