"""The pages between a form and its thanks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.actions import Refused
from cms.confirming.actions import Confirm, LinkGone
from cms.confirming.kinds import kind_of
from cms.confirming.models import waiting_words
from cms.drafts.policies import no_words_typed


@require_safe
def look_into_your_mail(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a letter is on its way, and that nobody has been told anything before it is answered."""
    kind = kind_of(code)
    if kind is None:
        raise Http404
    return render(request, "cms/confirming/sent.html", {"kind": kind, "wait": waiting_words()})


@no_words_typed("one button")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, because machines that look through mail open links; then the form goes on its way."""
    action = Confirm(token)
    try:
        if request.method == "POST":
            return redirect(action.execute())
        context = {"kind": action.check(), "refused": ""}
    except Refused as refusal:
        context = {"kind": None, "refused": str(refusal), "is_gone": isinstance(refusal, LinkGone)}
    return render(request, "cms/confirming/confirm.html", context, status=410 if context["refused"] else 200)


urlpatterns = [
    path("podtverzhdenie/pismo/<slug:code>/", look_into_your_mail, name="confirm-sent"),
    path("podtverzhdenie/<str:token>/", confirm, name="confirm"),
]
