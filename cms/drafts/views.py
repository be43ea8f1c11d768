"""Where the script keeps drafts, and what a page that grew old leads to."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as stock_csrf_failure
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.drafts.answers import already_decided, keep_sent, sign_in_again, sign_in_url, wants_json
from cms.drafts.asking import form_now
from cms.drafts.keeping import TooLong, clean_fields, forget, keep, short_labels
from cms.drafts.policies import no_words_typed
from cms.drafts.tokens import FIELD, FormToken, read_token

#: Bytes of a request: four for each character that a draft may have, and the marks around it.
LARGEST = 5_000_000


@csrf_exempt  # the signed token says whose form it is; nobody else can have one
@require_POST
@no_words_typed("keeps the drafts themselves")
def keep_draft(request: HttpRequest) -> JsonResponse:
    """Keep what is being typed, or forget it: JSON with ``token``, ``fields``, ``labels``, ``forget``."""
    try:
        asked = _asked(request)
        token = read_token(asked.get("token"))
        if token is None:
            return _told(_("Черновик не сохранён: обновите страницу."), 400)
        return _kept(request, token, asked)
    except TooLong:
        return _told(_("Текст слишком велик для черновика. Сохраните его кнопкой формы."), 413)
    except (ValueError, TypeError, AttributeError):
        return _told(_("Черновик не сохранён: обновите страницу."), 400)


def _asked(request: HttpRequest) -> dict[str, Any]:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        raise TooLong
    asked = json.loads(request.read(LARGEST + 1))
    if not isinstance(asked, dict):
        raise ValueError("not an object")
    return asked


def _kept(request: HttpRequest, token: FormToken, asked: dict[str, Any]) -> JsonResponse:
    owner = token.owner
    signed_out = owner.user_id is not None and owner.user_id != request.user.pk
    if asked.get("forget"):
        if not signed_out:
            forget(token)
        return _told("", 200)
    if request.user.is_authenticated and signed_out:
        return _told(_("Эту форму открыл другой человек."), 403)
    fields = clean_fields(asked.get("fields") or [], token)
    labels = short_labels(dict(asked.get("labels") or {}))
    keep(token, fields, labels, interrupted=signed_out)
    if signed_out:
        words = _("Сеанс закончился. Написанное сохранено: войдите снова, и форма откроется такой, какой была.")
        return JsonResponse({"message": words, "url": sign_in_url(token)}, status=403)
    if not owner.is_known:
        return _told("", 200)
    return _told(_("Черновик сохранён в %(time)s.") % {"time": f"{timezone.localtime():%H:%M}"}, 200)


def _told(words: str, status: int) -> JsonResponse:
    return JsonResponse({"message": words}, status=status)


def page_grew_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Signing in anew changes the secret of all open pages: what they send is kept and shown again, not lost."""
    request.form_answered = True  # type: ignore[attr-defined]  # nothing was saved: its draft stays
    token = read_token(request.POST.get(FIELD)) if request.method == "POST" and _is_ours(request) else None
    if token is None:
        return stock_csrf_failure(request, reason)
    if token.owner.user_id is None:
        return _back_to_the_form(request, token)
    if token.owner.user_id != request.user.pk:
        return sign_in_again(request, token) if request.user.is_anonymous else stock_csrf_failure(request, reason)
    if form_now(request, token) is None:
        return already_decided(request, token)
    try:
        keep_sent(request, token, interrupted=True)
    except TooLong:
        return stock_csrf_failure(request, reason)
    words = _("Страница была открыта до нового входа. Написанное на месте: проверьте и сохраните ещё раз.")
    if wants_json(request):
        answer = {"success": False, "error_code": "signed_out", "error_message": words, "url": token.address}
        return JsonResponse(answer, status=403)
    messages.warning(request, words)
    return HttpResponseRedirect(token.address)


def _back_to_the_form(request: HttpRequest, token: FormToken) -> HttpResponse:
    """For a visitor whose cookie is lost: the way back to the form, whose words wait on the device."""
    response = render(request, "403_csrf.html", {"back_url": token.address}, status=403)
    response["Cache-Control"] = "no-store, private"
    return response


def _is_ours(request: HttpRequest) -> bool:
    """Whether the form was sent from a page of this host: nobody else may leave words here."""
    sender = request.headers.get("origin") or request.headers.get("referer") or ""
    return urlsplit(sender).netloc == request.get_host()


urlpatterns = [path("chernovik/", keep_draft, name="form-draft")]
