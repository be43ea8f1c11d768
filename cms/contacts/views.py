"""The public pages of contacts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.actions import Refused
from cms.appearance.pieces import Crumb
from cms.confirming.actions import AskToConfirm, is_own_mailbox
from cms.confirming.kinds import Kind
from cms.contacts.actions import PassOn
from cms.contacts.confirmed import MISTAKE, QUESTION
from cms.contacts.forms import MistakeForm, QuestionForm, VisitorForm
from cms.contacts.models import VisitorLetter
from cms.contacts.shown import offices, place_of, telephone, whom
from cms.drafts.policies import Device, keeps_drafts
from cms.security.visitors import network_mark
from cms.territories.models import Municipality, Region

#: The longest address of a page that a letter may name.
LONGEST = 500


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """The centre and the coordinator of every municipality."""
    region = Region.objects.order_by("pk").first()
    context = {
        "crumbs": (Crumb(_("Контакты")),),
        "region": region,
        "region_phone": telephone(region.phone) if region else "",
        "offices": offices(),
    }
    return render(request, "cms/contacts/contacts.html", context)


@keeps_drafts(Device.SESSION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A question to a coordinator, or to the centre."""
    code = request.GET.get("komu", "")
    initial = {"municipality": Municipality.objects.filter(is_active=True, code=code[:40]).first() and code}
    form = QuestionForm(request.POST or None, initial=initial)
    if (
        form.is_bound
        and form.is_valid()
        and (answer := _answer(request, form, QUESTION, form.cleaned_data["municipality"]))
    ):
        return answer
    return _form(request, "cms/contacts/write.html", form, {"title": _("Написать координатору")})


@keeps_drafts(Device.SESSION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """A mistake on a page of the site, to whoever answers for the page."""
    page = _own_path(request.GET.get("stranica", ""))
    place = place_of(page, request)
    form = MistakeForm(request.POST or None)
    form.instance.page = page
    if form.is_bound and form.is_valid() and (answer := _answer(request, form, MISTAKE, place)):
        return answer
    words = {"title": _("Сообщить об ошибке"), "page_path": page, "whom": whom(place)}
    return _form(request, "cms/contacts/report.html", form, words)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that the letter is on its way, and what comes next."""
    return render(request, "cms/contacts/sent.html", {"crumbs": _crumbs(_("Письмо принято"))})


def _form(request: HttpRequest, template: str, form: VisitorForm, words: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "crumbs": _crumbs(words["title"]), **words}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _crumbs(last: str) -> tuple[Crumb, ...]:
    return Crumb(_("Контакты"), reverse("contacts")), Crumb(last)


def _answer(request: HttpRequest, form: VisitorForm, kind: Kind, place: Municipality | None) -> HttpResponse | None:
    """What follows a good form: a letter to its sender first, if there is one whom we do not know; None if refused.

    A machine is told the same, and nothing is sent.
    """
    letter: VisitorLetter = form.save(commit=False)
    letter.municipality, letter.network = place, network_mark(request, "cms.contacts")
    email = letter.sender_email
    is_known = not email or is_own_mailbox(request, email)
    try:
        if not form.is_trapped:
            pass_on = PassOn(letter, form.cleaned_data["text"])
            if is_known:
                pass_on.execute()
            else:
                pass_on.check()
                about = {"place": place.pk if place else None, "page": letter.page, "network": letter.network}
                AskToConfirm(request, kind, email, about).execute()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    return redirect("contact-sent") if is_known else redirect("confirm-sent", kind.code)


def _own_path(asked: str) -> str:
    """A path of this site, never an address of another one; empty where it is none."""
    path = asked.split("?")[0].split("#")[0]
    is_own = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if is_own and len(path) <= LONGEST else ""
