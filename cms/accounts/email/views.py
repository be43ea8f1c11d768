"""«Мой адрес почты» and the page behind the link of the letter."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cms.accounts.email.actions import AskForEmail, TakeEmail
from cms.accounts.email.forms import EmailForm
from cms.actions import Refused
from cms.appearance.pieces import Crumb
from cms.drafts.policies import no_words_typed


@no_words_typed("a password and an address are kept nowhere")
@sensitive_post_parameters("password")
@login_required(login_url="login")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_email(request: HttpRequest) -> HttpResponse:
    """Ask for another mailbox."""
    form = EmailForm(request.POST or None, request=request)
    asked = ""
    if form.is_bound and form.is_valid():
        try:
            AskForEmail(request.user, form.cleaned_data["email"]).execute()
            asked = form.cleaned_data["email"]
        except Refused as refusal:
            form.add_error("email", str(refusal))
    crumbs = (Crumb(_("Мои входы"), reverse("my-sign-ins")), Crumb(_("Мой адрес почты")))
    status = 422 if form.is_bound and not asked else 200
    context = {"form": form, "asked": asked, "crumbs": crumbs}
    return render(request, "accounts/email.html", context, status=status)


@no_words_typed("one button")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, because machines that look through mail open links; then the new mailbox."""
    action, refused, is_done = TakeEmail(token), "", False
    try:
        if request.method == "POST":
            action.execute()
            is_done = True
        else:
            action.check()
    except Refused as refusal:
        refused = str(refusal)
    context = {"email": action.email, "refused": refused, "is_done": is_done}
    return render(request, "accounts/email_confirm.html", context, status=410 if refused else 200)


urlpatterns = [
    path("moya-pochta/", my_email, name="my-email"),
    path("moya-pochta/podtverdit/<str:token>/", confirm, name="my-email-confirm"),
]
