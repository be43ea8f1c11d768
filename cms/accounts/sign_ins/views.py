"""«Мои входы»: where one's own sessions are open, and the button that ends them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.accounts.sign_ins.models import SignIn
from cms.accounts.sign_ins.noting import SIGN_IN
from cms.appearance.pieces import Crumb
from cms.drafts.policies import no_words_typed

#: What the button sends that ends all sessions but this one.
OTHERS = "others"


def open_sign_ins(user: Any) -> list[SignIn]:
    """The sessions that still open doors, the latest first; those that ran out are ended on the way."""
    live = []
    for entry in SignIn.objects.filter(user=user).open().order_by("-seen_at"):
        if entry.is_live(user):
            live.append(entry)
        else:
            entry.end()
    return live


@no_words_typed("buttons alone")
@login_required(login_url="login")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_sign_ins(request: HttpRequest) -> HttpResponse:
    """List one's own sessions; end one of them, or all but this one."""
    here = request.session.get(SIGN_IN)
    entries = open_sign_ins(request.user)
    if request.method == "POST":
        return _ended(request, [entry for entry in entries if entry.pk != here])
    context = {"entries": entries, "here": here, "crumbs": (Crumb(_("Мои входы")),)}
    return render(request, "accounts/sign_ins.html", context)


def _ended(request: HttpRequest, others: list[SignIn]) -> HttpResponse:
    asked = request.POST.get("end", "")
    chosen = others if asked == OTHERS else [entry for entry in others if str(entry.pk) == asked]
    mine = SignIn.objects.filter(pk=asked if asked.isdecimal() else 0, user__pk=request.user.pk or 0)
    if not chosen and asked != OTHERS and not mine.exists():
        raise Http404
    for entry in chosen:
        entry.end()
    messages.success(request, _("Вход закончен: там попросят пароль.") if chosen else _("Других входов уже нет."))
    return redirect("my-sign-ins")


urlpatterns = [path("moi-vhody/", my_sign_ins, name="my-sign-ins")]
